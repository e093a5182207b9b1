import { currentSlotId } from '../../agenda/timer.ts';
import type { EpochMs } from '../../core/time.ts';
import type { WorkshopEvent } from '../events.ts';
import type { WorkshopState } from '../state.ts';

/**
 * Bringing everyone back from an open breakout; nothing when it is not open. Answers count for the grace after the bell,
 * or after the call back when that came first.
 */
export function closingBreakout(state: WorkshopState, slotId: string, now: EpochMs): WorkshopEvent[] {
  if (state.breakouts[slotId]?.phase.kind !== 'open') return [];
  const { run } = state;
  const bellAt = run.kind === 'running' && currentSlotId(run) === slotId ? Math.min(now, run.endsAt) : now;
  return [{ kind: 'BreakoutClosed', slotId, answersUntil: bellAt + state.options.graceMs }];
}
