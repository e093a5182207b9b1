import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AgendaClock, forecast } from '../../../shared/agenda/forecast.ts';
import { slotKinds } from '../../../shared/agenda/programme.ts';
import { type CuttableSlot, proposeCuts } from '../../../shared/agenda/proposeCuts.ts';
import { MINUTE_MS } from '../../../shared/core/time.ts';

const slot = (
  id: string,
  kind: CuttableSlot['kind'],
  minutes: number,
  plannedStart?: number,
  title = id,
): CuttableSlot => ({
  id,
  kind,
  title,
  durationMs: minutes * MINUTE_MS,
  allottedMs: minutes * MINUTE_MS,
  ...(plannedStart === undefined ? {} : { plannedStart }),
});
/** The first slot is running and will end `lateMinutes` after its planned end. */
const lateBy = (lateMinutes: number, slots: readonly CuttableSlot[]): AgendaClock<CuttableSlot> => {
  const [first] = slots;
  const startedAt = (first?.plannedStart ?? 0) * MINUTE_MS;
  return {
    slots,
    planOrigin: 0,
    now: startedAt,
    run: {
      kind: 'running',
      slotId: first?.id ?? '',
      startedAt,
      endsAt: startedAt + (first?.durationMs ?? 0) + lateMinutes * MINUTE_MS,
    },
  };
};
const given = (clock: AgendaClock<CuttableSlot>) => {
  const { cuts, gainMs, unabsorbedMs } = proposeCuts(clock);
  return {
    cuts: Object.fromEntries(cuts.map((cut) => [cut.slotId, (cut.fromMs - cut.allottedMs) / MINUTE_MS])),
    gain: gainMs / MINUTE_MS,
    left: unabsorbedMs / MINUTE_MS,
  };
};
const withCuts = (clock: AgendaClock<CuttableSlot>, cuts: readonly { slotId: string; allottedMs: number }[]) => ({
  ...clock,
  slots: clock.slots.map((each) => ({ ...each, ...cuts.find((cut) => cut.slotId === each.id), id: each.id })),
});

describe('proposeCuts', () => {
  it('F7 asks talks and questions in proportion to what they may give', () => {
    const day = [
      slot('now', 'talk', 10, 600),
      slot('long', 'talk', 40),
      slot('short', 'qa', 10),
      slot('work', 'breakout', 40),
    ];
    expect(given(lateBy(5, day))).toEqual({ cuts: { long: 4, short: 1 }, gain: 5, left: 0 });
  });

  it('F7 F8 comes to breaks and work in groups last, and says what remains', () => {
    const day = [
      slot('now', 'talk', 10, 600),
      slot('talk', 'talk', 10),
      slot('coffee', 'break', 15, 620),
      slot('work', 'breakout', 20, 635),
      slot('plenary', 'restitution', 12),
      slot('quick', 'qa', 3),
    ];
    expect(given(lateBy(40, day))).toEqual({ cuts: { talk: 5, coffee: 10, work: 5, plenary: 3 }, gain: 23, left: 17 });
  });

  it.each([
    ['Déjeuner', 30],
    ['Lunch', 30],
    ['Pause', 60],
  ])('F8 a meal is never cut: %s of %i minutes', (title, minutes) => {
    const day = [slot('now', 'talk', 10, 600), slot('meal', 'break', minutes, 610, title), slot('after', 'talk', 10)];
    expect(given(lateBy(20, day))).toEqual({ cuts: { after: 5 }, gain: 5, left: 15 });
  });

  it('F8 half is counted from what was planned: a slot already cut gives no second half', () => {
    const cutOnce = { ...slot('cut', 'talk', 20), allottedMs: 12 * MINUTE_MS };
    expect(given(lateBy(30, [slot('now', 'talk', 10, 600), cutOnce])).cuts).toEqual({ cut: 2 });
  });

  it('F9 a talk before a hole that takes the delay in is left alone', () => {
    const day = [
      slot('now', 'talk', 10, 600),
      slot('before', 'talk', 20),
      slot('after', 'talk', 20, 640),
      slot('end', 'talk', 10, 645),
    ];
    expect(given(lateBy(5, day))).toEqual({ cuts: { after: 10, end: 5 }, gain: 15, left: 0 });
  });

  it('F9 nothing is proposed when the end is on time, early, unknown or less than a minute late', () => {
    const day = [slot('now', 'talk', 10, 600), slot('talk', 'talk', 30)];
    for (const minutes of [0, -4, 0.9]) expect(proposeCuts(lateBy(minutes, day)).cuts).toEqual([]);
    expect(proposeCuts({ slots: day, run: { kind: 'notStarted' }, now: 0 })).toEqual({
      cuts: [],
      gainMs: 0,
      unabsorbedMs: 0,
    });
  });

  it('F9 the forecast keeps the promise, and no cut is for nothing', () => {
    const anySlot = fc.record({
      kind: fc.constantFrom(...slotKinds),
      title: fc.constantFrom('Pause', 'Déjeuner', 'Témoignage'),
      seconds: fc.integer({ min: 0, max: 5_400 }),
      cutSeconds: fc.integer({ min: 0, max: 600 }),
      gap: fc.option(fc.integer({ min: -10, max: 30 }), { nil: undefined }),
    });
    let seenGain = 0;
    fc.assert(
      fc.property(
        fc.array(anySlot, { minLength: 1, maxLength: 12 }),
        fc.nat(11),
        fc.integer({ min: -1_800_000, max: 7_200_000 }),
        fc.constantFrom('running', 'paused', 'notStarted'),
        (drawn, current, lateMs, kind) => {
          let minute = 600;
          const slots = drawn.map((each, index): CuttableSlot => {
            minute = Math.max(0, minute + (each.gap ?? 0));
            const made: CuttableSlot = {
              ...slot(
                `slot-${index}`,
                each.kind,
                each.seconds / 60,
                each.gap === undefined ? undefined : minute,
                each.title,
              ),
              allottedMs: Math.max(0, each.seconds - each.cutSeconds) * 1_000,
            };
            minute += Math.round(each.seconds / 60);
            return made;
          });
          const slotId = `slot-${current % slots.length}`;
          const now = 600 * MINUTE_MS + Math.max(0, lateMs);
          const clock: AgendaClock<CuttableSlot> = {
            slots,
            planOrigin: 0,
            now,
            run:
              kind === 'notStarted'
                ? { kind }
                : kind === 'running'
                  ? { kind, slotId, startedAt: now - 1, endsAt: now + lateMs }
                  : { kind: 'paused', slotId, startedAt: now - 1, pausedAt: now, remainingMs: lateMs },
          };
          const before = forecast(clock);
          const { cuts, gainMs, unabsorbedMs } = proposeCuts(clock);
          expect(before.endAt - forecast(withCuts(clock, cuts)).endAt).toBe(gainMs);
          expect(cuts.reduce((sum, cut) => sum + cut.fromMs - cut.allottedMs, 0)).toBe(gainMs);
          expect(unabsorbedMs).toBe(Math.max(0, (before.delayMs ?? 0) - gainMs));
          for (const cut of cuts) {
            const of = slots.find((each) => each.id === cut.slotId);
            expect(of?.allottedMs).toBe(cut.fromMs);
            expect(of?.id === slotId && kind !== 'notStarted').toBe(false);
            expect((cut.fromMs - cut.allottedMs) % MINUTE_MS).toBe(0);
            expect(cut.allottedMs).toBeGreaterThanOrEqual(Math.min(3 * MINUTE_MS, (of?.durationMs ?? 0) / 2));
          }
          if (gainMs > 0) seenGain++;
        },
      ),
      { numRuns: 500 },
    );
    expect(seenGain).toBeGreaterThan(50);
  });
});
