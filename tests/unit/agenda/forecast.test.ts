import { describe, expect, it } from 'vitest';
import { forecast, type TimedSlot } from '../../../shared/agenda/forecast.ts';
import type { SlotKind } from '../../../shared/agenda/programme.ts';
import type { AgendaRun } from '../../../shared/agenda/timer.ts';
import { MINUTE_MS } from '../../../shared/core/time.ts';

const planOrigin = 1_000_000_000_000;
const at = (clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return planOrigin + (hours * 60 + minutes) * MINUTE_MS;
};
const slot = (id: string, minutes: number, start?: string, kind: SlotKind = 'talk', allotted = minutes): TimedSlot => ({
  id,
  kind,
  durationMs: minutes * MINUTE_MS,
  allottedMs: allotted * MINUTE_MS,
  ...(start === undefined ? {} : { plannedStart: (at(start) - planOrigin) / MINUTE_MS }),
});
const running = (slotId: string, startedAt: string, endsAt: string): AgendaRun => ({
  kind: 'running',
  slotId,
  startedAt: at(startedAt),
  endsAt: at(endsAt),
});
const clockOf = (instant: number) => {
  const minutes = (instant - planOrigin) / MINUTE_MS;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};
const shown = (slots: readonly TimedSlot[], run: AgendaRun, now: string) => {
  const result = forecast({ slots, run, planOrigin, now: at(now) });
  return {
    slots: result.slots.map((each) => `${each.slotId} ${clockOf(each.startAt)}-${clockOf(each.endAt)}`),
    end: `${clockOf(result.endAt)} ${(result.delayMs ?? Number.NaN) / MINUTE_MS}`,
    delays: result.slots.map((each) => (each.delayMs ?? Number.NaN) / MINUTE_MS),
  };
};

const morning = [
  slot('intro', 10, '10:00'),
  slot('talk', 20),
  slot('pause', 15, '10:30', 'break'),
  slot('work', 20, '10:45', 'breakout'),
  slot('plenary', 10, '11:05', 'restitution'),
];

describe('forecast', () => {
  it('F3 F6 follows the plan when all is on time', () => {
    expect(shown(morning, running('intro', '10:00', '10:10'), '10:04')).toEqual({
      slots: ['intro 10:00-10:10', 'talk 10:10-10:30', 'pause 10:30-10:45', 'work 10:45-11:05', 'plenary 11:05-11:15'],
      end: '11:15 0',
      delays: [0, 0, 0, 0, 0],
    });
  });

  it('F4 pushes everything when the current slot overruns', () => {
    const late = shown(morning, running('talk', '10:12', '10:32'), '10:37');
    expect(late.slots).toEqual(['talk 10:12-10:37', 'pause 10:37-10:52', 'work 10:52-11:12', 'plenary 11:12-11:22']);
    expect(late.end).toBe('11:22 7');
    expect(late.delays).toEqual([2, 7, 7, 7]);
  });

  it('F4 counts a paused slot from now, even one that had overrun', () => {
    const paused = (remaining: number): AgendaRun => ({
      kind: 'paused',
      slotId: 'plenary',
      startedAt: at('11:05'),
      pausedAt: at('11:08'),
      remainingMs: remaining * MINUTE_MS,
    });
    expect(shown(morning, paused(7), '11:20').end).toBe('11:27 12');
    expect(shown(morning, paused(-3), '11:20').end).toBe('11:20 5');
  });

  it('F5 people come back from a break at the hour that was announced', () => {
    const early = shown(morning, running('pause', '10:20', '10:35'), '10:22');
    expect(early.slots).toEqual(['pause 10:20-10:35', 'work 10:45-11:05', 'plenary 11:05-11:15']);
    expect(early.delays).toEqual([-10, 0, 0]);
  });

  it('F5 a hole in the plan takes a delay in, and other slots may run early', () => {
    const day = [slot('a', 10, '9:00'), slot('b', 10, '9:10'), slot('c', 10, '9:30'), slot('d', 10, '9:40')];
    expect(shown(day, running('a', '9:05', '9:15'), '9:06')).toMatchObject({ end: '9:50 0', delays: [5, 5, 0, 0] });
    expect(shown(day, running('c', '9:25', '9:35'), '9:26').slots).toEqual(['c 9:25-9:35', 'd 9:35-9:45']);
  });

  it('F5 a cut makes no hole: what follows may start early', () => {
    const day = [slot('a', 10, '9:00'), slot('b', 10, '9:10', 'talk', 5), slot('c', 10, '9:20')];
    expect(shown(day, running('a', '9:00', '9:10'), '9:01')).toMatchObject({ end: '9:25 -5' });
  });

  it('F3 forgets the slots that were jumped over', () => {
    expect(shown(morning, running('work', '10:20', '10:40'), '10:30').slots).toEqual([
      'work 10:20-10:40',
      'plenary 10:40-10:50',
    ]);
  });

  it('F3 before the start, begins now or at the hour of the first slot', () => {
    expect(shown(morning, { kind: 'notStarted' }, '9:40').slots[0]).toBe('intro 10:00-10:10');
    expect(shown(morning, { kind: 'notStarted' }, '10:05').end).toBe('11:20 5');
    expect(forecast({ slots: morning, run: { kind: 'notStarted' }, now: 5 }).slots[0]).toEqual({
      slotId: 'intro',
      startAt: 5,
      endAt: 5 + 10 * MINUTE_MS,
    });
  });

  it('F3 after the end, holds the end alone', () => {
    expect(shown(morning, { kind: 'ended', endedAt: at('11:10') }, '15:00')).toEqual({
      slots: [],
      end: '11:10 -5',
      delays: [],
    });
    expect(forecast({ slots: [], run: { kind: 'notStarted' }, now: 7 })).toEqual({ slots: [], endAt: 7 });
  });

  it('F6 times a programme without hours from the start of its first slot', () => {
    const blank = [{ ...slot('a', 5), startedAt: at('9:00') }, slot('pause', 10, undefined, 'break'), slot('c', 10)];
    expect(shown(blank, running('a', '9:00', '9:08'), '9:01')).toMatchObject({ end: '9:28 3', delays: [0, 3, 3] });
    expect(shown(blank, running('pause', '9:02', '9:12'), '9:03')).toMatchObject({ end: '9:22 -3', delays: [-3, -3] });
  });
});
