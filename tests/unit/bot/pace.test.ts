import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryDelay } from '../../../bot/workshop/outbox.ts';
import { Pace } from '../../../bot/workshop/pace.ts';

const windows = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
] as const;

/** Sends as fast as the pace lets through; the instants. */
function sendAll(count: number, conversationOf: (index: number) => string): readonly (readonly [string, number])[] {
  const pace = new Pace();
  const sent: (readonly [string, number])[] = [];
  let now = 1_000_000;
  for (let index = 0; index < count; index++) {
    const conversation = conversationOf(index);
    now += pace.waitMs(conversation, now);
    expect(pace.waitMs(conversation, now)).toBe(0);
    pace.note(conversation, now);
    sent.push([conversation, now]);
  }
  return sent;
}

const most = (instants: readonly number[], perMs: number): number =>
  Math.max(0, ...instants.map((from) => instants.filter((at) => at >= from && at < from + perMs).length));

describe("Teams' limits", () => {
  it('MB16 no window of a conversation ever holds more than Teams takes', () => {
    const instants = sendAll(200, () => 'one').map(([, at]) => at);
    for (const [calls, perMs] of windows) expect(most(instants, perMs)).toBeLessThanOrEqual(calls);
  });

  it('MB16 nor does a second of all conversations together, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 300 }), (order) => {
        const sent = sendAll(order.length, (index) => `chat ${order[index]}`);
        expect(
          most(
            sent.map(([, at]) => at),
            1_000,
          ),
        ).toBeLessThanOrEqual(50);
        for (const chat of new Set(sent.map(([conversation]) => conversation))) {
          const instants = sent.filter(([conversation]) => conversation === chat).map(([, at]) => at);
          for (const [calls, perMs] of windows) expect(most(instants, perMs)).toBeLessThanOrEqual(calls);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('MB16 a new try waits longer each time, up to a minute, and never less than Teams asks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempts, lot) => {
        const full = Math.min(60_000, 1_000 * 2 ** (attempts - 1));
        expect(retryDelay(attempts, lot)).toBeGreaterThanOrEqual(full / 2);
        expect(retryDelay(attempts, lot)).toBeLessThanOrEqual(full);
        expect(Number.isInteger(retryDelay(attempts, lot, 1_234.5))).toBe(true);
        expect(retryDelay(attempts, lot, 7_000)).toBeGreaterThanOrEqual(7_000);
        expect(retryDelay(attempts, lot, 7_000)).toBeLessThanOrEqual(8_001);
      }),
    );
  });
});
