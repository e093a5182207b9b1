import { describe, expect, it } from 'vitest';
import { isTimeZone, plannedTimes, planOriginAt } from '../../../shared/agenda/planTime.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/core/time.ts';

const utc = (iso: string) => Date.parse(iso);
const wall = (at: number, timeZone: string) =>
  new Date(at).toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });

describe('isTimeZone', () => {
  it('F1 knows which names are zones', () => {
    expect(['Europe/Paris', 'UTC', 'Asia/Kolkata'].every(isTimeZone)).toBe(true);
    expect(['', 'Paris', 'Europe/Nowhere', '../etc', '💥'].some(isTimeZone)).toBe(false);
    expect(() => planOriginAt(0, 'Europe/Nowhere')).toThrow(RangeError);
  });
});

describe('planOriginAt', () => {
  it.each([
    ['Europe/Paris', '2026-07-07T09:30:00Z', '2026-07-07 11:30:00'],
    ['Europe/Paris', '2026-03-29T08:00:00Z', '2026-03-29 10:00:00'],
    ['Europe/Paris', '2026-10-25T09:00:00Z', '2026-10-25 10:00:00'],
    ['America/New_York', '2026-11-01T15:00:00Z', '2026-11-01 10:00:00'],
  ])('F1 in %s the plan keeps to the wall on %s', (timeZone, at, shown) => {
    const origin = planOriginAt(utc(at), timeZone);
    expect(wall(utc(at), timeZone)).toBe(shown);
    expect(wall(origin + 14 * HOUR_MS, timeZone)).toBe(`${shown.slice(0, 10)} 14:00:00`);
  });

  it('F1 is midnight itself on an ordinary day', () => {
    const at = utc('2026-07-07T09:30:00.123Z');
    expect(planOriginAt(at, 'Europe/Paris')).toBe(utc('2026-07-06T22:00:00Z'));
    expect(planOriginAt(utc('2026-07-06T22:00:00Z') - 1, 'Europe/Paris')).toBe(utc('2026-07-05T22:00:00Z'));
  });
});

describe('plannedTimes', () => {
  const slot = (minutes: number, plannedStart?: number) => ({
    durationMs: minutes * MINUTE_MS,
    ...(plannedStart === undefined ? {} : { plannedStart }),
  });

  it('F2 fills what the programme leaves out', () => {
    expect(plannedTimes([slot(5), slot(10, 690), slot(20), slot(5, 740)])).toEqual([
      {},
      { startMinute: 690, endMinute: 700 },
      { startMinute: 700, endMinute: 720 },
      { startMinute: 740, endMinute: 745 },
    ]);
  });

  it('F2 keeps a contradiction as it stands', () => {
    expect(plannedTimes([slot(20, 910), slot(5), slot(30, 930)]).map((time) => time.startMinute)).toEqual([
      910, 930, 930,
    ]);
    expect(plannedTimes([slot(20, 910), slot(5, 900)]).map((time) => time.startMinute)).toEqual([910, 900]);
  });

  it('F2 runs past midnight', () => {
    const times = plannedTimes([slot(60, 23 * 60), slot(30, 15), slot(30)]);
    expect(times.map((time) => time.startMinute)).toEqual([1_380, 1_455, 1_485]);
    expect((times[1]?.startMinute ?? 0) * MINUTE_MS).toBe(24 * HOUR_MS + 15 * MINUTE_MS);
  });

  it('F2 goes on the next morning where a new part begins, and keeps a mistake in one part', () => {
    const late = { ...slot(60, 17 * 60), section: 'Jour 1' };
    const early = { ...slot(30, 9 * 60), section: 'Jour 2' };
    expect(plannedTimes([late, early, slot(10)]).map((time) => time.startMinute)).toEqual([1_020, 1_980, 2_010]);
    expect(plannedTimes([late, { ...early, section: 'Jour 1' }])[1]?.startMinute).toBe(540);
  });
});
