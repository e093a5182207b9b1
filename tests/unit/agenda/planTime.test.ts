import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isTimeZone,
  localMidnight,
  plannedStartAt,
  plannedTimes,
  planOriginAt,
} from '../../../shared/agenda/planTime.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/core/time.ts';

const utc = (iso: string) => Date.parse(iso);
const wall = (at: number, timeZone: string) =>
  new Date(at).toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });

describe('localMidnight', () => {
  it.each([
    ['Europe/Paris', '2026-07-07T09:30:00Z', '2026-07-06T22:00:00Z'],
    ['Europe/Paris', '2026-01-15T00:30:00Z', '2026-01-14T23:00:00Z'],
    ['Europe/Paris', '2026-03-29T00:30:00Z', '2026-03-28T23:00:00Z'],
    ['Europe/Paris', '2026-03-29T08:00:00Z', '2026-03-28T23:00:00Z'],
    ['Europe/Paris', '2026-10-25T00:30:00Z', '2026-10-24T22:00:00Z'],
    ['Europe/Paris', '2026-10-25T01:30:00Z', '2026-10-24T22:00:00Z'],
    ['Europe/Paris', '2026-10-25T22:59:59.999Z', '2026-10-24T22:00:00Z'],
    ['America/New_York', '2026-03-08T20:00:00Z', '2026-03-08T05:00:00Z'],
    ['America/New_York', '2026-11-01T20:00:00Z', '2026-11-01T04:00:00Z'],
    ['America/New_York', '2026-11-02T04:30:00Z', '2026-11-01T04:00:00Z'],
    ['Asia/Kolkata', '2026-03-29T08:00:00Z', '2026-03-28T18:30:00Z'],
    ['Asia/Kolkata', '2026-10-25T18:29:59Z', '2026-10-24T18:30:00Z'],
    ['UTC', '2026-07-07T00:00:00Z', '2026-07-07T00:00:00Z'],
    // The clocks of Cairo jump from 00:00 to 01:00: that day has no midnight.
    ['Africa/Cairo', '2026-04-24T10:00:00Z', '2026-04-23T22:00:00Z'],
  ])('F1 in %s at %s', (timeZone, at, midnight) => {
    expect(new Date(localMidnight(utc(at), timeZone)).toISOString()).toBe(new Date(utc(midnight)).toISOString());
  });

  it('F1 is the first instant of the day for any instant and zone', () => {
    const zones = ['Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'Pacific/Chatham', 'Australia/Lord_Howe', 'UTC'];
    fc.assert(
      fc.property(
        fc.integer({ min: utc('2020-01-01T00:00:00Z'), max: utc('2040-01-01T00:00:00Z') }),
        fc.constantFrom(...zones),
        (at, timeZone) => {
          const midnight = localMidnight(at, timeZone);
          expect(midnight).toBeLessThanOrEqual(at);
          expect(wall(midnight, timeZone).slice(0, 10)).toBe(wall(at, timeZone).slice(0, 10));
          expect(wall(midnight - 1, timeZone).slice(0, 10)).not.toBe(wall(at, timeZone).slice(0, 10));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('F1 knows which names are zones', () => {
    expect(['Europe/Paris', 'UTC', 'Asia/Kolkata'].every(isTimeZone)).toBe(true);
    expect(['', 'Paris', 'Europe/Nowhere', '../etc', '💥'].some(isTimeZone)).toBe(false);
    expect(() => localMidnight(0, 'Europe/Nowhere')).toThrow(RangeError);
  });
});

describe('planOriginAt', () => {
  it.each([
    ['Europe/Paris', '2026-07-07T09:30:00Z', '2026-07-07 11:30:00'],
    ['Europe/Paris', '2026-03-29T08:00:00Z', '2026-03-29 10:00:00'],
    ['Europe/Paris', '2026-10-25T09:00:00Z', '2026-10-25 10:00:00'],
    ['America/New_York', '2026-11-01T15:00:00Z', '2026-11-01 10:00:00'],
  ])('F2 in %s the plan keeps to the wall on %s', (timeZone, at, shown) => {
    const origin = planOriginAt(utc(at), timeZone);
    const later = plannedStartAt({ plannedStart: 14 * 60 }, origin);
    expect(wall(utc(at), timeZone)).toBe(shown);
    expect(later === undefined ? '' : wall(later, timeZone)).toBe(`${shown.slice(0, 10)} 14:00:00`);
  });

  it('F2 is midnight itself on an ordinary day', () => {
    const at = utc('2026-07-07T09:30:00.123Z');
    expect(planOriginAt(at, 'Europe/Paris')).toBe(localMidnight(at, 'Europe/Paris'));
    expect(plannedStartAt({}, at)).toBeUndefined();
    expect(plannedStartAt({ plannedStart: 600 }, undefined)).toBeUndefined();
  });
});

describe('plannedTimes', () => {
  const slot = (minutes: number, plannedStart?: number) => ({
    durationMs: minutes * MINUTE_MS,
    ...(plannedStart === undefined ? {} : { plannedStart }),
  });

  it('F3 fills what the programme leaves out', () => {
    expect(plannedTimes([slot(5), slot(10, 690), slot(20), slot(5, 740)])).toEqual([
      {},
      { startMinute: 690, endMinute: 700 },
      { startMinute: 700, endMinute: 720 },
      { startMinute: 740, endMinute: 745 },
    ]);
  });

  it('F3 keeps a contradiction as it stands', () => {
    expect(plannedTimes([slot(20, 910), slot(5), slot(30, 930)]).map((time) => time.startMinute)).toEqual([
      910, 930, 930,
    ]);
    expect(plannedTimes([slot(20, 910), slot(5, 900)]).map((time) => time.startMinute)).toEqual([910, 900]);
  });

  it('F3 runs past midnight', () => {
    const times = plannedTimes([slot(60, 23 * 60), slot(30, 15), slot(30)]);
    expect(times.map((time) => time.startMinute)).toEqual([1_380, 1_455, 1_485]);
    expect((times[1]?.startMinute ?? 0) * MINUTE_MS).toBe(24 * HOUR_MS + 15 * MINUTE_MS);
  });

  it('F3 goes on the next morning where a new part begins, and keeps a mistake in one part', () => {
    const late = { ...slot(60, 17 * 60), section: 'Jour 1' };
    const early = { ...slot(30, 9 * 60), section: 'Jour 2' };
    expect(plannedTimes([late, early, slot(10)]).map((time) => time.startMinute)).toEqual([1_020, 1_980, 2_010]);
    expect(plannedTimes([late, { ...early, section: 'Jour 1' }])[1]?.startMinute).toBe(540);
  });
});
