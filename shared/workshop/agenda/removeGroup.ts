import { err, ok } from '../../core/result.ts';
import type { Decided } from '../decision.ts';
import type { WorkshopEvent } from '../events.ts';
import type { WorkshopState } from '../state.ts';

/**
 * A group goes with its links and its animators, unless people stand in it or answers were given there.
 * @param formingSlotId a breakout whose people are being placed anew: those it holds now keep no group from going
 */
export function removingGroup(state: WorkshopState, groupId: string, formingSlotId?: string): Decided {
  const isUsed = Object.entries(state.breakouts).some(
    ([slotId, breakout]) =>
      (slotId !== formingSlotId && Object.values(breakout.placements).includes(groupId)) ||
      Object.keys(breakout.works[groupId]?.answers ?? {}).length > 0,
  );
  if (isUsed) return err('group_has_people');
  const revoked: WorkshopEvent[] = Object.values(state.links)
    .filter((link) => link.groupId === groupId && !link.revoked)
    .map((link) => ({ kind: 'LinkRevoked', linkId: link.id }));
  const leaving: WorkshopEvent[] = Object.values(state.people)
    .filter((member) => member.groupId === groupId && !member.removed)
    .map((member) => ({ kind: 'PersonRemoved', personId: member.id }));
  return ok([...revoked, ...leaving, { kind: 'GroupRemoved', groupId }]);
}
