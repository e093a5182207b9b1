import type { DurationMs, EpochMs } from '../core/time.ts';

/**
 * Estimates the server's clock from question and answer. The server read its clock somewhere between `sentAt` and
 * `receivedAt`; taking the middle is wrong by at most half the round trip, however unequal the two ways are
 * (Cristian's method, 1989). So the sample with the least round trip is kept among the recent ones.
 */
export interface ClockReading {
  /** On the client's own monotonic clock, in ms. */
  readonly sentAt: number;
  /** On the same clock; not before the last time it was read through `serverNowAt`. */
  readonly receivedAt: number;
  readonly serverNow: EpochMs;
}

export interface ClockOffset {
  /** The recent readings, oldest first. */
  readonly readings: readonly ClockReading[];
  /** Server's clock minus the client's, as estimated. */
  readonly offsetMs: DurationMs;
  /** What was shown when the estimate was made, to come down from it little by little. */
  readonly shown: { readonly at: number; readonly offsetMs: DurationMs };
}

/** A reading older than this says nothing of a clock that drifts. */
const expiryMs = 10 * 60_000;
/** Two quartz clocks part by at most about 0.2 ms a second: what a reading's error bound grows by with age. */
const driftPerMs = 0.0002;
/** Enough for one burst and ten minutes at one reading every 30 s. */
const keptReadings = 32;
/**
 * Up to here a clock that is ahead runs at half speed until it is right; beyond, it stands still, unless readings
 * contradict each other: then the device's own clock jumped, and standing still for as long as it jumped would be worse
 * than going back.
 */
const slewedMs = 10_000;

const middleOffset = (reading: ClockReading): DurationMs =>
  reading.serverNow - (reading.sentAt + reading.receivedAt) / 2;
const bound = (reading: ClockReading, now: number): DurationMs =>
  (reading.receivedAt - reading.sentAt) / 2 + Math.abs(now - reading.receivedAt) * driftPerMs;

/** Whether both may be true of clocks that only drift. If not, the client's clock jumped (sleep): the older one is void. */
const agree = (older: ClockReading, newer: ClockReading): boolean =>
  Math.abs(middleOffset(older) - middleOffset(newer)) <=
  bound(older, newer.receivedAt) + bound(newer, newer.receivedAt) + 1;

/**
 * The estimate with one more reading; `clock` is undefined for the first. It goes up at once, and comes down little by
 * little: never backwards because of jitter or drift. A proven jump of the device's own clock is put right at once.
 */
export function withReading(clock: ClockOffset | undefined, reading: ClockReading): ClockOffset {
  const now = reading.receivedAt;
  const earlier = clock?.readings ?? [];
  const agreeing = earlier.filter((old) => agree(old, reading));
  const readings = [...agreeing.filter((old) => now - old.receivedAt <= expiryMs), reading].slice(-keptReadings);
  const best = readings.reduce((least, other) => (bound(other, now) <= bound(least, now) ? other : least));
  const offsetMs = middleOffset(best);
  if (clock === undefined) return { readings, offsetMs, shown: { at: now, offsetMs } };
  // Without any reading, all that was known was a leap of the device's own clock, which this one has put to the test.
  const isJump = earlier.length === 0 || agreeing.length < earlier.length;
  const aheadMs = shownOffset(clock, now) - offsetMs;
  const comesDown = aheadMs > 0 && !(isJump && aheadMs > slewedMs);
  return { readings, offsetMs, shown: { at: now, offsetMs: comesDown ? offsetMs + aheadMs : offsetMs } };
}

/**
 * The estimate after the device's own clock stood still for `leapMs`, as far as the device can tell (it may be wrong:
 * negative takes it back). What was measured before says nothing any more; the next reading decides.
 */
export const withLeap = (clock: ClockOffset, now: number, leapMs: DurationMs): ClockOffset => ({
  readings: [],
  offsetMs: clock.offsetMs + leapMs,
  shown: { at: now, offsetMs: shownOffset(clock, now) + leapMs },
});

function shownOffset(clock: ClockOffset, now: number): DurationMs {
  const { at, offsetMs: from } = clock.shown;
  const aheadMs = from - clock.offsetMs;
  const elapsedMs = Math.max(0, now - at);
  // Standing still takes off 1 ms per ms, until what is left can be taken off at half speed.
  const stillMs = Math.min(elapsedMs, Math.max(0, aheadMs - slewedMs));
  return Math.max(clock.offsetMs, from - stillMs - (elapsedMs - stillMs) / 2);
}

/** The server's clock as screens show it, in epoch ms: never less than before, but for a jump put right. */
export const serverNowAt = (clock: ClockOffset, monotonicNow: number): EpochMs =>
  monotonicNow + shownOffset(clock, monotonicNow);

/**
 * How far the estimate may be from the server's clock: half the round trip of the best reading, and the drift since;
 * no limit is known after a leap.
 * What is shown may be further ahead for a while, after the estimate came down.
 */
export const errorBound = (clock: ClockOffset, monotonicNow: number): DurationMs =>
  Math.min(...clock.readings.map((reading) => bound(reading, monotonicNow)));
