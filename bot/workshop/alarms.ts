import { warningMinutes } from '../../shared/agenda/timer.ts';
import { MINUTE_MS } from '../../shared/core/time.ts';
import { allottedMs, findSlot } from '../../shared/workshop/agenda/findSlot.ts';
import type { WorkshopState } from '../../shared/workshop/state.ts';
import type { NewMessage } from '../store/outboxStore.ts';
import { type Message, usefulMs } from './messages.ts';

/**
 * The reminders of the clock that runs: five minutes and one minute before the end of open groups, in slots that are
 * longer than that. They wait in the outbox, where one node takes each; a clock that was changed has others, and those
 * that it made wrong say nothing when their time comes.
 * @param lanes conversations to remind
 * @param now reminders that are past are not made any more
 */
export function alarmsOf(state: WorkshopState, lanes: readonly string[], now: number): readonly NewMessage[] {
  const { run } = state;
  if (run.kind !== 'running' || state.breakouts[run.slotId]?.phase.kind !== 'open') return [];
  const slot = findSlot(state, run.slotId);
  const { slotId, endsAt } = run;
  return warningMinutes.flatMap((minutes) => {
    const at = endsAt - minutes * MINUTE_MS;
    if (slot === undefined || allottedMs(slot) <= minutes * MINUTE_MS || at <= now) return [];
    const payload: Message = { kind: 'reminder', slotId, endsAt, minutes };
    return lanes.map((lane) => ({
      id: `reminder ${state.id} ${slotId} ${endsAt} ${minutes} ${lane}`,
      workshopId: state.id,
      lane,
      payload,
      notBefore: at,
      expiresAt: at + usefulMs.reminder,
    }));
  });
}

/** Whether a reminder still says the truth. */
export const isReminderTrue = (state: WorkshopState, slotId: string, endsAt: number): boolean =>
  state.run.kind === 'running' &&
  state.run.slotId === slotId &&
  state.run.endsAt === endsAt &&
  state.breakouts[slotId]?.phase.kind === 'open';
