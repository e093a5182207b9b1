import { currentSlotId, remainingMs } from '../../agenda/timer.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { type DurationMs, MINUTE_MS, SECOND_MS } from '../../core/time.ts';
import { breakoutBefore, findSlot } from '../agenda/findSlot.ts';
import type { Decisions } from '../decision.ts';
import { standingGroups } from '../groups/standingGroups.ts';
import type { RejectionCode } from '../problems.ts';
import type { WorkshopState } from '../state.ts';

type RestitutionCommand = 'OrderRestitution' | 'PresentGroup' | 'ShowWall';

/** A group always gets this long, however late it is: time to read its key ideas aloud. */
const shortestShareMs: DurationMs = 30 * SECOND_MS;

/** The breakout that a restitution slot presents. */
function presentedBreakout(state: WorkshopState, slotId: string): Result<string, RejectionCode> {
  const slot = findSlot(state, slotId);
  if (slot === undefined) return err('slot_unknown');
  if (slot.kind !== 'restitution') return err('slot_not_restitution');
  const breakoutSlotId = breakoutBefore(state, slotId);
  return breakoutSlotId === undefined ? err('no_breakout_before') : ok(breakoutSlotId);
}

/**
 * One group's share: the time left in the slot over the groups still to be heard, so that a group that talks too long
 * costs every later one a little rather than the last one everything. A minute when the slot is not under the clock.
 */
export function shareMs(state: WorkshopState, slotId: string, groupId: string, now: number): DurationMs {
  const heard = standingGroups(state, state.breakouts[breakoutBefore(state, slotId) ?? '']);
  if (currentSlotId(state.run) !== slotId) return MINUTE_MS;
  const presented = state.stage?.slotId === slotId ? state.stage.presented : [];
  const stillToBeHeard = heard.filter((group) => group.id === groupId || !presented.includes(group.id)).length;
  return Math.max(shortestShareMs, Math.floor((remainingMs(state.run, now) ?? 0) / stillToBeHeard));
}

/** The plenary: one group at a time, then the wall. */
export const restitutionDecisions: Decisions<RestitutionCommand> = {
  OrderRestitution: (state, { slotId, groupIds }) => {
    const breakout = presentedBreakout(state, slotId);
    if (!breakout.ok) return breakout;
    const order = [...new Set(groupIds)];
    const heard = standingGroups(state, state.breakouts[breakout.value]);
    const isComplete = order.length === heard.length && heard.every((group) => order.includes(group.id));
    if (!isComplete) return err('group_unknown');
    return ok([{ kind: 'RestitutionOrdered', slotId, breakoutSlotId: breakout.value, order }]);
  },

  PresentGroup: (state, { slotId, groupId }, { now }) => {
    const breakout = presentedBreakout(state, slotId);
    if (!breakout.ok) return breakout;
    if (state.actual[slotId] === undefined) return err('slot_not_current');
    if (!state.groups.some((group) => group.id === groupId)) return err('group_unknown');
    if (state.breakouts[breakout.value]?.merged[groupId] !== undefined) return err('group_merged');
    const scene = state.stage?.slotId === slotId && state.stage.onAir ? state.stage.scene : undefined;
    // Two hosts who press together present once: the group's time does not start again.
    if (scene?.kind === 'group' && scene.groupId === groupId) return ok([]);
    const from = state.run.kind === 'paused' ? state.run.pausedAt : now;
    const endsAt = from + shareMs(state, slotId, groupId, now);
    return ok([{ kind: 'GroupPresented', slotId, breakoutSlotId: breakout.value, groupId, endsAt }]);
  },

  ShowWall: (state, { slotId, by = 'group' }) => {
    const breakout = presentedBreakout(state, slotId);
    if (!breakout.ok) return breakout;
    if (state.actual[slotId] === undefined) return err('slot_not_current');
    const { stage } = state;
    const isSame = stage?.slotId === slotId && stage.breakoutSlotId === breakout.value && stage.onAir;
    // Two hosts who press together show it once.
    if (isSame && stage.scene.kind === 'wall' && stage.scene.by === by) return ok([]);
    return ok([{ kind: 'WallShown', slotId, breakoutSlotId: breakout.value, by }]);
  },
};
