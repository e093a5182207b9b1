import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgendaRun } from '../../shared/agenda/timer.ts';
import { bellDelayMs, ringsNow } from '../../tab/parts/bell.ts';
import { clockAnnouncement, formatDigits, readClock, readCountdown } from '../../tab/parts/clockReading.ts';

const minute = 60_000;
const endsAt = 1_000 * minute;
const running = (lengthMs: number): AgendaRun => ({
  kind: 'running',
  slotId: 's',
  startedAt: endsAt - lengthMs,
  endsAt,
});
const levelAt = (run: AgendaRun, now: number) => {
  const reading = readClock(run, now);
  return reading.kind === 'counting' ? reading.level : reading.kind;
};

describe('clock', () => {
  it('P1 shows whole seconds, zero at the bell, and counts up after it', () => {
    expect(formatDigits(20 * minute)).toBe('20:00');
    expect(formatDigits(1)).toBe('00:01');
    expect(formatDigits(0)).toBe('00:00');
    expect(formatDigits(-1)).toBe('+00:00');
    expect(formatDigits(-130_000)).toBe('+02:10');
    expect(formatDigits(61 * minute)).toBe('1:01:00');
  });

  it('P1 never goes up while time passes before the bell', () => {
    fc.assert(
      fc.property(fc.nat(3_599_000), fc.nat(10_000), (left, passed) => {
        fc.pre(left >= passed);
        expect(formatDigits(left - passed) <= formatDigits(left)).toBe(true);
      }),
    );
  });

  it('P1 never shows more than the slot lasts', () => {
    expect(readClock(running(20 * minute), endsAt - 20 * minute - 80)).toMatchObject({ digits: '20:00' });
  });

  it('P1 stands still when the agenda is paused', () => {
    const paused: AgendaRun = { kind: 'paused', slotId: 's', startedAt: 0, pausedAt: 5, remainingMs: -2_000 };
    expect(readClock(paused, 10)).toEqual(readClock(paused, 99_999_999));
    expect(readClock(paused, 10)).toMatchObject({ digits: '+00:02', level: 'over', paused: true });
  });

  it('P2 warns at 5 and 1 minutes, only in longer slots', () => {
    const run = running(20 * minute);
    expect(levelAt(run, endsAt - 5 * minute - 1)).toBe('calm');
    expect(levelAt(run, endsAt - 5 * minute)).toBe('soon');
    expect(levelAt(run, endsAt - minute)).toBe('last');
    expect(levelAt(run, endsAt + 1)).toBe('over');
    expect(levelAt(running(5 * minute), endsAt - 3 * minute)).toBe('calm');
    // Cut short by the host to 40 seconds: the end that comes is told all the same.
    expect(readClock(running(40_000), endsAt - 30_000, 20 * minute)).toMatchObject({ level: 'last' });
    expect(readCountdown(endsAt - 2 * minute, endsAt, endsAt - 30_000)).toMatchObject({ level: 'last', warnAt: 1 });
  });

  it('P3 speaks at 5 minutes, 1 minute and the bell only', () => {
    const run = running(20 * minute);
    const said = new Map<number, number>();
    for (let now = endsAt - 20 * minute; now < endsAt + 10 * minute; now += 1_000) {
      const minutes = clockAnnouncement(run, now);
      if (minutes !== undefined) said.set(minutes, (said.get(minutes) ?? 0) + 1);
    }
    expect([...said.keys()]).toEqual([5, 1, 0]);
    for (const seconds of said.values()) expect(seconds).toBe(10);
  });
});

describe('bell', () => {
  it('P4 rings once per end, and not when the page comes late', () => {
    expect(ringsNow(endsAt, endsAt - 1, undefined)).toBe(false);
    expect(ringsNow(endsAt, endsAt, undefined)).toBe(true);
    expect(ringsNow(endsAt, endsAt + 5, endsAt)).toBe(false);
    expect(ringsNow(endsAt + minute, endsAt + minute, endsAt)).toBe(true);
    expect(ringsNow(endsAt, endsAt + 10_000, undefined)).toBe(false);
  });

  it('P4 waits for the end of a running slot only', () => {
    expect(bellDelayMs(running(minute), endsAt - 400)).toBe(400);
    expect(bellDelayMs(running(minute), endsAt + 1)).toBeUndefined();
    expect(bellDelayMs({ kind: 'ended', endedAt: 1 }, 2)).toBeUndefined();
  });
});
