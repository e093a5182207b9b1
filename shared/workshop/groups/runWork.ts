import { err, ok, type Result } from '../../core/result.ts';
import type { RejectionCode } from '../problems.ts';
import type { GroupWork, Member, WorkshopState } from '../state.ts';
import type { GroupPlace } from './groupWork.ts';

/** The group's work, for its animator or a host. */
export function ownWork(
  state: WorkshopState,
  { slotId, groupId }: GroupPlace,
  actor: Member,
): Result<GroupWork, RejectionCode> {
  const breakout = state.breakouts[slotId];
  if (breakout === undefined) return err('groups_not_formed');
  if (breakout.merged[groupId] !== undefined) return err('group_merged');
  const work = breakout.works[groupId];
  if (work === undefined) return err('group_unknown');
  if (actor.role === 'animator' && actor.groupId !== groupId) return err('not_your_group');
  return ok(work);
}

/** The same, until the plenary has seen its key ideas. */
export function runWork(state: WorkshopState, place: GroupPlace, actor: Member): Result<GroupWork, RejectionCode> {
  const work = ownWork(state, place, actor);
  return work.ok && work.value.presentedAt !== undefined ? err('key_ideas_presented') : work;
}
