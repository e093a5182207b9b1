import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AgendaRun,
  currentEndsAt,
  currentSlotId,
  remainingMs,
  warningMinutes,
} from '../../../shared/agenda/timer.ts';

const slot = { slotId: 'slot-0001', startedAt: 0 };
const instant = fc.integer({ min: -1_000_000, max: 1_000_000 });

describe('the clock', () => {
  it('T7 time left counts down to the end, and below zero in overrun', () => {
    const run: AgendaRun = { kind: 'running', ...slot, endsAt: 600 };
    expect([0, 599, 600, 700].map((now) => remainingMs(run, now))).toEqual([600, 1, 0, -100]);
  });

  it('T7 a paused clock shows the same at any instant, and names the end that it would have', () => {
    fc.assert(
      fc.property(instant, instant, instant, (pausedAt, left, now) => {
        const run: AgendaRun = { kind: 'paused', ...slot, pausedAt, remainingMs: left };
        expect(remainingMs(run, now)).toBe(left);
        expect(currentEndsAt(run)).toBe(pausedAt + left);
      }),
    );
  });

  it('T7 pausing changes neither what is left nor the end that a host names', () => {
    fc.assert(
      fc.property(instant, instant, (endsAt, now) => {
        const running: AgendaRun = { kind: 'running', ...slot, endsAt };
        const paused: AgendaRun = { kind: 'paused', ...slot, pausedAt: now, remainingMs: endsAt - now };
        expect(remainingMs(paused, now)).toBe(remainingMs(running, now));
        expect(currentEndsAt(paused)).toBe(currentEndsAt(running));
        expect(currentSlotId(paused)).toBe(currentSlotId(running));
      }),
    );
  });

  it('T3 before the start and after the end no slot is under the clock', () => {
    for (const run of [{ kind: 'notStarted' }, { kind: 'ended', endedAt: 5 }] as const) {
      expect([currentSlotId(run), remainingMs(run, 0), currentEndsAt(run)]).toEqual([undefined, undefined, undefined]);
    }
  });

  it('T10 screens warn five minutes and one minute before the end', () => {
    expect(warningMinutes).toEqual([5, 1]);
  });
});
