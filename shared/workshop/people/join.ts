import { err, ok } from '../../core/result.ts';
import type { Join } from '../commands.ts';
import type { Decided, DecisionContext } from '../decision.ts';
import type { WorkshopEvent } from '../events.ts';
import { smallestGroup } from '../groups/smallestGroup.ts';
import type { WorkshopState } from '../state.ts';

/**
 * Someone arrives through a link. The person's id is the command's: arriving twice with the same one is arriving once.
 * Whoever arrives when groups are formed is placed at once, and nobody else moves.
 */
export function join(state: WorkshopState, { linkId }: Join, { commandId }: DecisionContext): Decided {
  const link = state.links[linkId];
  if (link === undefined) return err('link_unknown');
  if (link.revoked) return err('link_revoked');
  if (state.people[commandId] !== undefined) return err('id_taken');
  const joined: WorkshopEvent = {
    kind: 'PersonJoined',
    personId: commandId,
    role: link.role,
    linkId,
    ...(link.groupId === undefined ? {} : { groupId: link.groupId }),
  };
  const placed: WorkshopEvent[] =
    link.role === 'participant'
      ? Object.entries(state.breakouts)
          .filter(([, breakout]) => breakout.phase.kind !== 'closed')
          .flatMap(([slotId, breakout]) => {
            const groupId = smallestGroup(state.groups, breakout.placements);
            return groupId === undefined
              ? []
              : [{ kind: 'PersonPlaced' as const, slotId, personId: commandId, groupId }];
          })
      : [];
  return ok([joined, ...placed]);
}
