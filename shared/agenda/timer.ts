import type { DurationMs, EpochMs } from '../core/time.ts';

/** Where the agenda stands. One clock for everybody: screens count towards `endsAt` by themselves. */
export type AgendaRun =
  | { readonly kind: 'notStarted' }
  | { readonly kind: 'running'; readonly slotId: string; readonly startedAt: EpochMs; readonly endsAt: EpochMs }
  | {
      readonly kind: 'paused';
      readonly slotId: string;
      readonly startedAt: EpochMs;
      readonly pausedAt: EpochMs;
      /** Frozen; negative when the slot was overrunning. */
      readonly remainingMs: DurationMs;
    }
  | { readonly kind: 'ended'; readonly endedAt: EpochMs };

/** Minutes before the end at which every screen warns. */
export const warningMinutes = [5, 1] as const;

/** Slot under the clock, running or paused. */
export const currentSlotId = (run: AgendaRun): string | undefined =>
  run.kind === 'running' || run.kind === 'paused' ? run.slotId : undefined;

/** Time left in the current slot: negative counts the overrun; undefined when no slot is under the clock. */
export function remainingMs(run: AgendaRun, now: EpochMs): DurationMs | undefined {
  if (run.kind === 'running') return run.endsAt - now;
  return run.kind === 'paused' ? run.remainingMs : undefined;
}

/**
 * When the current slot ends: for a paused one, when it would if it were resumed in the instant of its pause. It names
 * the clock that a host saw when pressing "+3 min".
 */
export function currentEndsAt(run: AgendaRun): EpochMs | undefined {
  if (run.kind === 'running') return run.endsAt;
  return run.kind === 'paused' ? run.pausedAt + run.remainingMs : undefined;
}
