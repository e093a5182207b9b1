import { describe, expect, it } from 'vitest';
import { currentEndsAt, remainingMs } from '../../../shared/agenda/timer.ts';
import type { Command } from '../../../shared/workshop/commands.ts';
import {
  answered,
  breakoutSlot,
  formed,
  groupId,
  host,
  inRestitution,
  MINUTE,
  opened,
  otherHost,
  populated,
  rejected,
  restitutionSlot,
  slotContent,
  T0,
  type WorkshopScenario,
} from '../../doubles/workshopScenario.ts';

const started = (): WorkshopScenario => {
  const workshop = populated();
  workshop.given(host, { kind: 'StartAgenda', plan: 'asPlanned' });
  return workshop;
};
const endsAt = (workshop: WorkshopScenario): number => currentEndsAt(workshop.state.run) ?? Number.NaN;
const adjusting = (workshop: WorkshopScenario, kind: 'ExtendSlot' | 'ShortenSlot', minutes: number): Command => ({
  kind,
  slotId: 'slot-0001',
  byMs: minutes * MINUTE,
  seenEndsAt: endsAt(workshop),
});

describe('starting', () => {
  it('T1 the first slot starts at once; the plan counts from what the clock on the wall shows', () => {
    const workshop = started();
    expect(workshop.state.run).toEqual({
      kind: 'running',
      slotId: 'slot-0001',
      startedAt: T0,
      endsAt: T0 + 10 * MINUTE,
    });
    // 14:00 in Paris is 12:00 UTC.
    expect(workshop.state.planOrigin).toBe(Date.UTC(2026, 6, 6, 22));
  });

  it('T1 on the day when the clocks change, 14:00 stays 14:00', () => {
    const workshop = populated();
    workshop.now = Date.UTC(2026, 9, 25, 13);
    workshop.given(host, { kind: 'StartAgenda', plan: 'asPlanned' });
    expect((workshop.state.planOrigin ?? 0) + 14 * 60 * MINUTE).toBe(workshop.now);
  });

  it('T1 the plan may be moved to now, also when the first slot has no hour of its own', () => {
    const workshop = populated().after(7 * MINUTE);
    workshop.given(host, { kind: 'StartAgenda', plan: 'fromNow' });
    expect(workshop.state.planOrigin).toBe(workshop.now - 14 * 60 * MINUTE);

    const without = populated({ slots: [slotContent(), slotContent({ plannedStart: 600 })] });
    without.given(host, { kind: 'StartAgenda', plan: 'fromNow' });
    expect((without.state.planOrigin ?? 0) + 600 * MINUTE).toBe(without.now + 10 * MINUTE);
  });

  it('T1 an agenda starts once, and not without a slot', () => {
    expect(started().when(otherHost, { kind: 'StartAgenda', plan: 'fromNow' })).toEqual(
      rejected('agenda_already_started'),
    );
    expect(populated({ slots: [] }).when(host, { kind: 'StartAgenda', plan: 'asPlanned' })).toEqual(
      rejected('agenda_empty'),
    );
  });
});

describe('moving on', () => {
  it('T2 leaving a slot keeps what its clock showed; the next one starts whole', () => {
    const workshop = started().after(12 * MINUTE);
    workshop.given(host, { kind: 'NextSlot', fromSlotId: 'slot-0001' });
    expect(workshop.state.actual['slot-0001']).toEqual({ startedAt: T0, endedAt: workshop.now, leftMs: -2 * MINUTE });
    expect(workshop.state.run).toMatchObject({ slotId: breakoutSlot, endsAt: workshop.now + 20 * MINUTE });
  });

  it('T2 any slot may be started; the slot under the clock is not started twice', () => {
    const workshop = started();
    workshop.given(host, { kind: 'StartSlot', slotId: 'slot-0004', fromSlotId: 'slot-0001' });
    expect(workshop.state.run).toMatchObject({ slotId: 'slot-0004' });
    expect(workshop.when(host, { kind: 'StartSlot', slotId: 'slot-0004' })).toEqual(rejected('slot_already_started'));
  });

  it('T3 two hosts who press Next, Back or Start together move once', () => {
    const workshop = started();
    workshop.given(host, { kind: 'NextSlot', fromSlotId: 'slot-0001' });
    expect(workshop.when(otherHost, { kind: 'NextSlot', fromSlotId: 'slot-0001' })).toEqual(
      rejected('slot_not_current'),
    );
    expect(workshop.when(otherHost, { kind: 'PreviousSlot', fromSlotId: 'slot-0001' })).toEqual(
      rejected('slot_not_current'),
    );
    expect(workshop.when(otherHost, { kind: 'StartSlot', slotId: 'slot-0004', fromSlotId: 'slot-0001' })).toEqual(
      rejected('slot_not_current'),
    );
  });

  it('T4 going back gives a slot the time that it had left, a minute at least', () => {
    const workshop = started().after(4 * MINUTE);
    workshop.given(host, { kind: 'NextSlot', fromSlotId: 'slot-0001' });
    workshop.given(host, { kind: 'PreviousSlot', fromSlotId: breakoutSlot });
    expect(remainingMs(workshop.state.run, workshop.now)).toBe(6 * MINUTE);
    expect(workshop.state.actual['slot-0001']).toEqual({ startedAt: T0 });
    workshop.after(30 * MINUTE).given(host, { kind: 'NextSlot', fromSlotId: 'slot-0001' });
    workshop.given(host, { kind: 'PreviousSlot', fromSlotId: breakoutSlot });
    expect(remainingMs(workshop.state.run, workshop.now)).toBe(MINUTE);
  });

  it('T2 there is nothing before the first slot nor after the last', () => {
    const workshop = started();
    expect(workshop.when(host, { kind: 'PreviousSlot', fromSlotId: 'slot-0001' })).toEqual(
      rejected('no_previous_slot'),
    );
    workshop.given(host, { kind: 'StartSlot', slotId: 'slot-0004' });
    expect(workshop.when(host, { kind: 'NextSlot', fromSlotId: 'slot-0004' })).toEqual(rejected('no_next_slot'));
  });
});

describe('extending and shortening', () => {
  it('T5 an extension or a cut moves the end; it says which end it saw', () => {
    const workshop = started();
    const seen = adjusting(workshop, 'ExtendSlot', 3);
    workshop.given(host, seen);
    expect(endsAt(workshop)).toBe(T0 + 13 * MINUTE);
    expect(workshop.when(otherHost, seen)).toEqual(rejected('clock_changed'));
    workshop.given(host, adjusting(workshop, 'ShortenSlot', 5));
    expect(endsAt(workshop)).toBe(T0 + 8 * MINUTE);
    workshop.given(host, { kind: 'NextSlot', fromSlotId: 'slot-0001' });
    expect(workshop.when(otherHost, adjusting(workshop, 'ExtendSlot', 3))).toEqual(rejected('slot_not_current'));
  });

  it('T6 in overrun an extension counts from now, and a cut changes nothing', () => {
    const workshop = started().after(14 * MINUTE);
    workshop.given(host, adjusting(workshop, 'ShortenSlot', 1));
    expect(endsAt(workshop)).toBe(T0 + 10 * MINUTE);
    workshop.given(host, adjusting(workshop, 'ExtendSlot', 3));
    expect(endsAt(workshop)).toBe(workshop.now + 3 * MINUTE);
  });

  it('T6 a cut never puts the end in the past', () => {
    const workshop = started().after(8 * MINUTE);
    workshop.given(host, adjusting(workshop, 'ShortenSlot', 60));
    expect(endsAt(workshop)).toBe(workshop.now);
  });

  it('T7 a paused clock stands still, also for extensions and cuts, and goes on where it stood', () => {
    const workshop = started().after(4 * MINUTE);
    workshop.given(host, { kind: 'PauseAgenda' });
    expect(workshop.when(otherHost, { kind: 'PauseAgenda' })).toEqual(rejected('agenda_not_running'));
    workshop.after(30 * MINUTE);
    expect(remainingMs(workshop.state.run, workshop.now)).toBe(6 * MINUTE);
    workshop.given(host, adjusting(workshop, 'ExtendSlot', 3));
    expect(remainingMs(workshop.state.run, workshop.now)).toBe(9 * MINUTE);
    workshop.given(host, adjusting(workshop, 'ShortenSlot', 60));
    expect(remainingMs(workshop.state.run, workshop.now)).toBe(0);
    workshop.given(host, adjusting(workshop, 'ExtendSlot', 5));
    workshop.given(host, { kind: 'ResumeAgenda' });
    expect(endsAt(workshop)).toBe(workshop.now + 5 * MINUTE);
    expect(workshop.when(host, { kind: 'ResumeAgenda' })).toEqual(rejected('agenda_not_paused'));
  });

  it('T7 a group that presents when the clock pauses gets its time back', () => {
    const workshop = inRestitution();
    workshop.given(host, { kind: 'PresentGroup', slotId: restitutionSlot, groupId: groupId(1) });
    workshop.after(MINUTE).given(host, { kind: 'PauseAgenda' });
    workshop.after(10 * MINUTE).given(host, { kind: 'ResumeAgenda' });
    expect(workshop.state.stage?.scene).toMatchObject({ endsAt: workshop.now + 4 * MINUTE });
  });

  it('T5 no clock, no adjustment', () => {
    const workshop = populated();
    const command = { kind: 'ExtendSlot', slotId: 'slot-0001', byMs: MINUTE, seenEndsAt: T0 } as const;
    expect(workshop.when(host, command)).toEqual(rejected('agenda_not_running'));
  });
});

describe('a delay', () => {
  it('T8 an accepted proposal shortens slots to come, and only those', () => {
    const workshop = formed();
    workshop.given(host, {
      kind: 'AbsorbDelay',
      cuts: [
        { slotId: restitutionSlot, allottedMs: 10 * MINUTE },
        { slotId: 'slot-0004', allottedMs: 0 },
      ],
    });
    expect(workshop.state.slots.map((slot) => slot.allottedMs)).toEqual([undefined, undefined, 10 * MINUTE, 0]);
    workshop.given(host, { kind: 'NextSlot', fromSlotId: breakoutSlot });
    expect(endsAt(workshop)).toBe(workshop.now + 10 * MINUTE);
    for (const [slotId, code] of [
      ['slot-0001', 'slot_already_started'],
      [restitutionSlot, 'slot_already_started'],
      ['slot-none', 'slot_unknown'],
    ] as const) {
      const cuts = [
        { slotId: 'slot-0004', allottedMs: MINUTE },
        { slotId, allottedMs: MINUTE },
      ];
      expect(workshop.when(host, { kind: 'AbsorbDelay', cuts })).toEqual(rejected(code));
    }
    expect(populated().when(host, { kind: 'AbsorbDelay', cuts: [{ slotId: 'slot-0004', allottedMs: 0 }] })).toEqual(
      rejected('agenda_not_running'),
    );
  });
});

describe('ending', () => {
  it('T9 the end stops the clock and brings the groups back; words already typed still count', () => {
    const workshop = opened().after(MINUTE);
    workshop.given(host, { kind: 'EndWorkshop' });
    expect(workshop.state.run).toEqual({ kind: 'ended', endedAt: workshop.now });
    expect(workshop.state.actual[breakoutSlot]).toMatchObject({ leftMs: 19 * MINUTE });
    expect(workshop.state.breakouts[breakoutSlot]?.phase).toMatchObject({ kind: 'closed' });
    workshop.after(2 * MINUTE);
    answered(workshop, 1, 'À temps', 'answer-0001');
    expect(workshop.when(otherHost, { kind: 'EndWorkshop' })).toEqual(rejected('workshop_ended'));
  });

  it('T9 a workshop ended too early goes on with any slot', () => {
    const workshop = opened();
    workshop.given(host, { kind: 'EndWorkshop' });
    expect(workshop.when(host, { kind: 'NextSlot', fromSlotId: breakoutSlot })).toEqual(rejected('agenda_not_running'));
    workshop.given(host, { kind: 'StartSlot', slotId: breakoutSlot });
    expect(workshop.state.run).toMatchObject({ kind: 'running', slotId: breakoutSlot });
  });

  it('T9 a workshop that never started may be ended', () => {
    const workshop = populated();
    expect(workshop.given(host, { kind: 'EndWorkshop' })).toEqual([{ kind: 'WorkshopEnded' }]);
    expect(workshop.when(host, { kind: 'StartAgenda', plan: 'fromNow' })).toEqual(rejected('agenda_already_started'));
  });
});
