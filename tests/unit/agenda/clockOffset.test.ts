import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ClockOffset,
  type ClockReading,
  errorBound,
  serverNowAt,
  withLeap,
  withReading,
} from '../../../shared/agenda/clockOffset.ts';
import { MINUTE_MS } from '../../../shared/core/time.ts';

const epoch = 1_790_000_000_000;

/** A reading as a client would take it whose monotonic clock shows server time minus `offset`. */
const taken = (offset: number, sentAt: number, outMs: number, backMs: number): ClockReading => ({
  sentAt,
  receivedAt: sentAt + outMs + backMs,
  serverNow: sentAt + outMs + offset,
});

const delays = fc.record({
  outMs: fc.integer({ min: 0, max: 2_000 }),
  backMs: fc.integer({ min: 0, max: 2_000 }),
  pauseMs: fc.integer({ min: 0, max: 60_000 }),
});
const skew = fc.integer({ min: -10 * MINUTE_MS, max: 10 * MINUTE_MS });

describe('the server clock as measured', () => {
  it('NC1 is wrong by at most half the least round trip, for any skew and any unequal delays of 0–2 s', () => {
    fc.assert(
      fc.property(skew, fc.array(delays, { minLength: 1, maxLength: 20 }), (skewMs, steps) => {
        const offset = epoch + skewMs;
        let now = 5_000;
        let clock: ClockOffset | undefined;
        for (const { outMs, backMs, pauseMs } of steps) {
          const reading = taken(offset, now, outMs, backMs);
          clock = withReading(clock, reading);
          now = reading.receivedAt;
          const leastRoundTrip = Math.min(...clock.readings.map((kept) => kept.receivedAt - kept.sentAt));
          expect(Math.abs(clock.offsetMs - offset)).toBeLessThanOrEqual(errorBound(clock, now) + 1e-6);
          expect(errorBound(clock, now)).toBeLessThanOrEqual(leastRoundTrip / 2 + 10 * MINUTE_MS * 0.0002);
          now += pauseMs;
        }
      }),
    );
  });

  it('NC1 a burst with one quick answer is right to that answer', () => {
    const roundTrips = [
      [900, 1_900],
      [1_500, 40],
      [15, 25],
      [2_000, 2_000],
    ] as const;
    let clock: ClockOffset | undefined;
    let now = 0;
    for (const [outMs, backMs] of roundTrips) {
      clock = withReading(clock, taken(epoch, now, outMs, backMs));
      now += outMs + backMs;
    }
    expect(clock && Math.abs(clock.offsetMs - epoch)).toBe(5);
    expect(clock && errorBound(clock, now)).toBeLessThan(21);
  });

  it('NC2 never runs backwards by jitter or drift, and never faster than the estimate went up', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ offset: fc.integer({ min: -3_900, max: 3_900 }), delay: delays }), { minLength: 1 }),
        fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 10 }),
        (readings, reads) => {
          let clock: ClockOffset | undefined;
          let now = 0;
          let last = Number.NEGATIVE_INFINITY;
          for (const { offset, delay } of readings) {
            const reading = taken(epoch + offset, now, delay.outMs, delay.backMs);
            clock = withReading(clock, reading);
            now = reading.receivedAt;
            for (const ms of [0, ...reads]) {
              now += ms;
              const shown = serverNowAt(clock, now);
              expect(shown).toBeGreaterThanOrEqual(last - 1e-3);
              last = shown;
            }
          }
        },
      ),
    );
  });

  it('NC2 comes down at half speed until it is right, and goes up at once', () => {
    const ahead = withReading(undefined, taken(epoch, 0, 0, 2_000));
    expect(ahead.offsetMs).toBe(epoch - 1_000);
    const up = withReading(ahead, taken(epoch, 3_000, 10, 10));
    expect(serverNowAt(up, 3_020)).toBe(epoch + 3_020);
    const late = withReading(undefined, taken(epoch, 0, 2_000, 0));
    expect(late.offsetMs).toBe(epoch + 1_000);
    const down = withReading(late, taken(epoch, 3_000, 10, 10));
    expect(serverNowAt(down, 3_020)).toBe(epoch + 4_020);
    expect(serverNowAt(down, 4_020)).toBe(epoch + 4_520);
    expect(serverNowAt(down, 5_020)).toBe(epoch + 5_020);
    expect(serverNowAt(down, 9_020)).toBe(epoch + 9_020);
  });

  it('NC2 a jump of the clock of the device is put right at once, up or down', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 15_000, max: 10 * MINUTE_MS }),
        fc.boolean(),
        delays,
        (jumpMs, isAhead, { outMs, backMs }) => {
          let clock: ClockOffset | undefined;
          for (let at = 0; at < 60_000; at += 30_000) clock = withReading(clock, taken(epoch, at, 5, 5));
          const offset = epoch + (isAhead ? -jumpMs : jumpMs);
          const reading = taken(offset, 70_000, outMs, backMs);
          clock = withReading(clock, reading);
          const wrongMs = serverNowAt(clock, reading.receivedAt) - (reading.receivedAt + offset);
          expect(Math.abs(wrongMs)).toBeLessThanOrEqual((outMs + backMs) / 2);
        },
      ),
    );
  });

  it('NC2 after a gross error that no reading contradicts it stands still rather than run backwards', () => {
    const ahead = withReading(undefined, taken(epoch, 0, 60_000, 0));
    expect(serverNowAt(ahead, 60_000)).toBe(epoch + 90_000);
    const right = withReading(ahead, taken(epoch, 60_000, 0, 0));
    expect(serverNowAt(right, 60_000)).toBe(epoch + 90_000);
    expect(serverNowAt(right, 80_000)).toBe(epoch + 90_000);
    expect(serverNowAt(right, 100_000)).toBe(epoch + 100_000);
  });

  it('NC5 a leap that the device tells of counts at once, and the next reading decides', () => {
    const measured = withReading(undefined, taken(epoch, 0, 5, 5));
    const leapt = withLeap(measured, 1_000, 10 * MINUTE_MS);
    expect(serverNowAt(leapt, 1_000)).toBe(epoch + 1_000 + 10 * MINUTE_MS);
    expect(errorBound(leapt, 1_000)).toBe(Number.POSITIVE_INFINITY);
    const slept = withReading(leapt, taken(epoch + 10 * MINUTE_MS - 40, 1_000, 0, 0));
    expect(serverNowAt(slept, 1_000)).toBe(epoch + 1_000 + 10 * MINUTE_MS);
    expect(serverNowAt(slept, 1_080)).toBe(epoch + 1_040 + 10 * MINUTE_MS);
    const onlyPut = withReading(leapt, taken(epoch, 1_000, 0, 0));
    expect(serverNowAt(onlyPut, 1_000)).toBe(epoch + 1_000);
  });

  it('NC3 one reading after a sleep that stopped the clock of the device puts it right, even a slower one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5_000, max: 3 * 60 * MINUTE_MS }), delays, (sleptMs, { outMs, backMs }) => {
        let clock = withReading(undefined, taken(epoch, 0, 5, 5));
        for (let at = 30_000; at < 120_000; at += 30_000) clock = withReading(clock, taken(epoch, at, 5, 5));
        const reading = taken(epoch + sleptMs, 130_000, outMs, backMs);
        clock = withReading(clock, reading);
        const wrongMs = clock.offsetMs - (epoch + sleptMs);
        expect(Math.abs(wrongMs)).toBeLessThanOrEqual((outMs + backMs) / 2);
        expect(clock.readings).toEqual([reading]);
      }),
    );
  });

  it('NC3 follows two clocks that drift apart for hours', () => {
    let clock: ClockOffset | undefined;
    const drift = 0.0001;
    for (let at = 0; at < 4 * 60 * MINUTE_MS; at += 30_000) {
      const offset = epoch + at * drift;
      clock = withReading(clock, taken(offset, at, 20, 20));
      expect(Math.abs(serverNowAt(clock, at + 40) - (at + 40 + offset))).toBeLessThan(60);
    }
    expect(clock?.readings.length).toBeLessThanOrEqual(32);
  });
});
