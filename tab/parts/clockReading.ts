import { type AgendaRun, remainingMs, warningMinutes } from '../../shared/agenda/timer.ts';
import { type DurationMs, type EpochMs, MINUTE_MS, SECOND_MS } from '../../shared/core/time.ts';

/** How pressing the clock is. `soon` and `last` are the two warnings, `over` counts up after the bell. */
export type ClockLevel = 'calm' | 'soon' | 'last' | 'over';

/** What a clock shows. `warnAt`: the minutes of the warning in force. */
export type ClockReading =
  | { readonly kind: 'idle'; readonly ended: boolean }
  | {
      readonly kind: 'counting';
      readonly digits: string;
      readonly level: ClockLevel;
      readonly paused: boolean;
      readonly warnAt?: number;
    };

const [soonMinutes, lastMinutes] = warningMinutes;
/** How long the words of a warning stay in the live region: long enough to be read out, then cleared in silence. */
const announcedForMs = 10 * SECOND_MS;

const two = (value: number): string => String(value).padStart(2, '0');

/** "12:05", "1:00:00", "+02:10". Counting down, a second that has begun is shown whole, so that 00:00 is the bell itself. */
export function formatDigits(leftMs: DurationMs): string {
  const seconds = leftMs >= 0 ? Math.ceil(leftMs / SECOND_MS) : Math.floor(-leftMs / SECOND_MS);
  const hours = Math.floor(seconds / 3_600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${leftMs < 0 ? '+' : ''}${hours > 0 ? `${hours}:${rest}` : rest}`;
}

const lengthMs = (run: AgendaRun, plannedMs: DurationMs): DurationMs =>
  run.kind === 'running' ? Math.max(plannedMs, run.endsAt - run.startedAt) : Number.POSITIVE_INFINITY;

/** A warning of n minutes makes sense only in a slot that lasts longer than that. */
const levelOf = (leftMs: DurationMs, slotMs: DurationMs): { level: ClockLevel; warnAt?: number } => {
  if (leftMs < 0) return { level: 'over' };
  if (leftMs <= lastMinutes * MINUTE_MS && slotMs > lastMinutes * MINUTE_MS)
    return { level: 'last', warnAt: lastMinutes };
  if (leftMs <= soonMinutes * MINUTE_MS && slotMs > soonMinutes * MINUTE_MS)
    return { level: 'soon', warnAt: soonMinutes };
  return { level: 'calm' };
};

/** `plannedMs`: what the slot was to last; one that was cut short still warns of the end that comes. */
export function readClock(run: AgendaRun, now: EpochMs, plannedMs: DurationMs = 0): ClockReading {
  const left = remainingMs(run, now);
  if (left === undefined) return { kind: 'idle', ended: run.kind === 'ended' };
  const length = lengthMs(run, plannedMs);
  // A device whose estimate runs a few milliseconds behind must not open a slot of 20 minutes on 20:01.
  const shown = run.kind === 'running' ? Math.min(left, run.endsAt - run.startedAt) : left;
  return { kind: 'counting', digits: formatDigits(shown), paused: run.kind === 'paused', ...levelOf(left, length) };
}

/** The same for a bare end time: a group's share of the restitution, the grace after the bell. */
export const readCountdown = (startedAt: EpochMs, endsAt: EpochMs, now: EpochMs): ClockReading =>
  readClock({ kind: 'running', slotId: '', startedAt, endsAt }, now);

/**
 * What a screen reader says of the clock: the minutes of a warning just reached, 0 at the bell, else nothing.
 * A function of the instant alone, so that every screen speaks once and a reload does not make it speak again.
 */
export function clockAnnouncement(run: AgendaRun, now: EpochMs, plannedMs: DurationMs = 0): number | undefined {
  if (run.kind !== 'running') return undefined;
  const left = run.endsAt - now;
  if (left <= 0) return left > -announcedForMs ? 0 : undefined;
  return warningMinutes.find(
    (minutes) =>
      lengthMs(run, plannedMs) > minutes * MINUTE_MS &&
      left <= minutes * MINUTE_MS &&
      left > minutes * MINUTE_MS - announcedForMs,
  );
}
