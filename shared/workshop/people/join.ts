import { err, ok } from '../../core/result.ts';
import type { Join } from '../commands.ts';
import type { Decided, DecisionContext } from '../decision.ts';
import type { WorkshopEvent } from '../events.ts';
import { placeForOne } from '../groups/placing.ts';
import type { WorkshopState } from '../state.ts';

/**
 * Someone arrives through a link. The person's id is the command's: arriving twice with the same one is arriving once.
 * Whoever was expected takes the place that was kept for them; anyone else who arrives when groups are formed is placed at
 * once, and nobody else moves. Where people choose their group, they choose.
 */
export function join(
  state: WorkshopState,
  { linkId, expectedId }: Join,
  { commandId, roster }: DecisionContext,
): Decided {
  const link = state.links[linkId];
  if (link === undefined) return err('link_unknown');
  if (link.revoked) return err('link_revoked');
  if (state.people[commandId] !== undefined) return err('id_taken');
  const expected = expectedId === undefined ? undefined : state.expected[expectedId];
  // Somebody else was quicker, or a host has struck them off: whoever comes decides again who they are.
  if (expectedId !== undefined && expected === undefined) return err('place_taken');
  const joined: WorkshopEvent[] = [
    {
      kind: 'PersonJoined',
      personId: commandId,
      role: link.role,
      linkId,
      ...(link.groupId === undefined ? {} : { groupId: link.groupId }),
    },
    ...(expected === undefined
      ? []
      : [{ kind: 'PersonMatched' as const, personId: commandId, expectedId: expected.id }]),
  ];
  if (link.role !== 'participant') return ok(joined);
  const placed = Object.entries(state.breakouts).flatMap(([slotId, breakout]): WorkshopEvent[] => {
    const isKept = expected !== undefined && breakout.placements[expected.id] !== undefined;
    if (isKept || breakout.choice !== undefined || breakout.phase.kind === 'closed') return [];
    const groupId = placeForOne(state, slotId, breakout, commandId, roster);
    return groupId === undefined ? [] : [{ kind: 'PersonPlaced', slotId, personId: commandId, groupId }];
  });
  return ok([...joined, ...placed]);
}
