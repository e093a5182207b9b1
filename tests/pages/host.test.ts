import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '../../shared/core/time.ts';
import type { HostView } from '../../shared/views/views.ts';
import { formatMinutes, groupNickname, labelled } from '../../shared/views/wording.ts';
import { formatDelay, longDate } from '../../tab/parts/formatTime.ts';
import { groupConcerns } from '../../tab/screens/host/groupConcerns.ts';
import { groupContentOf, groupRevisions } from '../../tab/screens/host/groupRevisions.ts';
import { breakoutInFocus, commandOf, nextAction, restitutionOf } from '../../tab/screens/host/nextAction.ts';
import { isCalm } from '../../tab/screens/host/problemTone.ts';
import { startIsFar } from '../../tab/screens/host/startIsFar.ts';
import { at, breakout, groups, hostView, midnight, slotsUntil } from '../gallery/host/fixtures.ts';

const running = (slotId: string, minutes = 20, change: Partial<HostView> = {}): HostView =>
  hostView({
    agenda: {
      slots: slotsUntil(slotId),
      planOrigin: midnight,
      run: { kind: 'running', slotId, startedAt: at(15, 12), endsAt: at(15, 12) + minutes * MINUTE_MS },
    },
    ...change,
  });
const breakoutId = 'slot-0008';
const restitutionId = 'slot-0009';
const formed = { [breakoutId]: breakout('formed') };
const open = { [breakoutId]: breakout('open') };
const closed = { [breakoutId]: breakout('closed') };
const presenting = (
  presented: readonly string[],
  order = groups.map((group) => group.id),
): NonNullable<HostView['stage']> => ({
  slotId: restitutionId,
  breakoutSlotId: breakoutId,
  order,
  presented,
  onAir: true,
  scene: { kind: 'waiting' },
});

describe('the next thing to do', () => {
  it('H1 follows the agenda from its start to its report', () => {
    const empty = hostView({ agenda: { slots: [], run: { kind: 'notStarted' } } });
    expect(nextAction(empty, at(11, 0)).kind).toBe('addSlots');
    expect(nextAction(hostView(), at(11, 0)).kind).toBe('startAgenda');
    expect(nextAction(running('slot-0007'), at(15, 13))).toEqual({
      kind: 'nextSlot',
      fromSlotId: 'slot-0007',
      toSlotId: breakoutId,
    });
    expect(nextAction(running(breakoutId), at(15, 13))).toEqual({ kind: 'formGroups', slotId: breakoutId });
    expect(nextAction(running(breakoutId, 20, { breakouts: formed }), at(15, 13))).toEqual({
      kind: 'openBreakout',
      slotId: breakoutId,
    });
    expect(nextAction(running(breakoutId, 20, { breakouts: closed }), at(15, 33)).kind).toBe('nextSlot');
    expect(nextAction(running('slot-0010'), at(15, 50)).kind).toBe('endWorkshop');
    const ended = hostView({ agenda: { slots: slotsUntil('slot-0010'), run: { kind: 'ended', endedAt: at(16, 0) } } });
    expect(nextAction(ended, at(16, 1)).kind).toBe('takeReport');
  });

  it('H1 offers to resume a paused agenda, whatever is under the clock', () => {
    const paused = hostView({
      agenda: {
        slots: slotsUntil(breakoutId),
        run: { kind: 'paused', slotId: breakoutId, startedAt: at(15, 12), pausedAt: at(15, 13), remainingMs: 60_000 },
      },
      breakouts: open,
    });
    expect(nextAction(paused, at(15, 20)).kind).toBe('resume');
  });

  it('H2 brings groups back, without pressing while they have time', () => {
    const view = running(breakoutId, 20, { breakouts: open });
    expect(nextAction(view, at(15, 20))).toEqual({ kind: 'bringBack', slotId: breakoutId, early: true });
    expect(nextAction(view, at(15, 32))).toEqual({ kind: 'bringBack', slotId: breakoutId, early: false });
    const elsewhere = running(restitutionId, 20, { breakouts: open });
    expect(nextAction(elsewhere, at(15, 13))).toEqual({ kind: 'bringBack', slotId: breakoutId, early: false });
  });

  it('H3 presents each group in order, then the wall, then goes on', () => {
    const step = (stage?: HostView['stage']) =>
      nextAction(running(restitutionId, 5, { breakouts: closed, ...(stage ? { stage } : {}) }), at(15, 33));
    expect(step()).toEqual({ kind: 'presentGroup', slotId: restitutionId, groupId: 'group-0001' });
    const order = ['group-0003', 'group-0001', 'group-0002'];
    expect(step(presenting([], order))).toMatchObject({ groupId: 'group-0003' });
    expect(step(presenting(['group-0003', 'group-0001'], order))).toMatchObject({ groupId: 'group-0002' });
    const all = presenting(order, order);
    expect(step(all)).toEqual({ kind: 'showWall', slotId: restitutionId });
    expect(step({ ...all, scene: { kind: 'wall', by: 'group', groups: [] } }).kind).toBe('nextSlot');
  });

  it('H3 goes on at once when no group was formed before the restitution', () => {
    expect(nextAction(running(restitutionId), at(15, 33)).kind).toBe('nextSlot');
  });

  it('H3 keeps a group that was added after the order was chosen', () => {
    const view = running(restitutionId, 5, { breakouts: closed, stage: presenting([], ['group-0002', 'gone-00001']) });
    expect(restitutionOf(view, restitutionId).order).toEqual(['group-0002', 'group-0001', 'group-0003']);
  });

  it('H4 shows the groups that matter now', () => {
    expect(breakoutInFocus(running(breakoutId))?.id).toBe(breakoutId);
    expect(breakoutInFocus(running('slot-0010', 5, { breakouts: open }))?.id).toBe(breakoutId);
    expect(breakoutInFocus(running(restitutionId, 5, { breakouts: closed }))?.id).toBe(breakoutId);
    expect(breakoutInFocus(hostView())?.id).toBe(breakoutId);
    expect(breakoutInFocus(running('slot-0010'))).toBeUndefined();
  });

  it('H6 says which slot the host saw', () => {
    expect(commandOf(nextAction(running('slot-0007'), at(15, 13)))).toEqual({
      kind: 'NextSlot',
      fromSlotId: 'slot-0007',
    });
    expect(commandOf({ kind: 'startAgenda' })).toBeUndefined();
  });
});

describe('what the console asks and tells', () => {
  it('H5 asks which hours count only when the start is far from the programme', () => {
    expect(startIsFar(hostView(), at(11, 25))).toBe(false);
    expect(startIsFar(hostView(), at(12, 0))).toBe(false);
    expect(startIsFar(hostView(), at(12, 1))).toBe(true);
    expect(startIsFar(hostView(), at(10, 59))).toBe(true);
    const [first, ...rest] = slotsUntil();
    const { plannedStart: _none, ...unplanned } = first ?? raise();
    expect(
      startIsFar(hostView({ agenda: { slots: [unplanned, ...rest], run: { kind: 'notStarted' } } }), at(20, 0)),
    ).toBe(false);
  });

  it('H7 is calm when another host was quicker', () => {
    expect(isCalm({ kind: 'rejected', code: 'clock_changed' })).toBe(true);
    expect(isCalm({ kind: 'rejected', code: 'slot_not_current' })).toBe(true);
    expect(isCalm({ kind: 'rejected', code: 'groups_in_use' })).toBe(false);
    expect(isCalm({ kind: 'fault', reference: 'x' })).toBe(false);
  });

  it('H14 writes a delay that agrees with the hour', () => {
    expect(formatDelay(7 * MINUTE_MS + 43_000)).toBe('+7\u00a0min');
    expect(formatDelay(-2 * MINUTE_MS)).toBe('\u22122\u00a0min');
    expect(formatDelay(59_000)).toBe('');
    expect(formatDelay(75 * MINUTE_MS)).toBe('+1\u00a0h\u00a015');
    expect(formatMinutes(60)).toBe('1\u00a0h');
  });

  it('H31 writes days, colons and groups without a name of their own in the language of the page', () => {
    expect(longDate('2026-07-07', 'fr')).toBe('mardi 7 juillet 2026');
    expect(longDate('2026-07-07', 'en')).toMatch(/^Tuesday,? 7 July 2026$/);
    expect(labelled('Région', 'Bretagne', 'fr')).toBe('Région\u00a0: Bretagne');
    expect(labelled('Région', 'Bretagne', 'en')).toBe('Région: Bretagne');
    expect(groupNickname({ number: 2, name: 'Réseau Alliances' }, 'en')).toBe('Réseau Alliances');
    expect(groupNickname({ number: 2, name: 'Groupe 2' }, 'en')).toBe('Group 2');
    expect(groupNickname({ number: 2, name: ' ' }, 'fr')).toBe('Groupe 2');
  });
});

function raise(): never {
  throw new Error('the fixture has no slot');
}

describe('a group that lags', () => {
  const { agenda } = running(breakoutId, 20);
  const opened = breakout('open');
  const first = Object.values(opened.works)[0];
  if (first === undefined) throw new Error('the fixture has groups');
  const phase = { kind: 'open' as const, openedAt: at(15, 12) };
  const idle = {
    ...first,
    answers: {},
    outcome: { kind: 'drafting' as const },
    members: Object.fromEntries(
      Object.values(first.members).map((member) => [member.id, { ...member, arrived: false }]),
    ),
  };
  const glance = {
    group: { roomUrl: 'https://teams.example/salle' },
    work: idle,
    breakout: { slotId: breakoutId, phase },
    agenda,
    animated: true,
  };

  it('H17 says how, once there was time for it', () => {
    expect(groupConcerns(glance, at(15, 13))).toEqual([]);
    expect(groupConcerns(glance, at(15, 14))).toEqual(['nobodyArrived']);
    expect(groupConcerns(glance, at(15, 17))).toEqual(['nobodyArrived', 'noAnswers']);
    expect(groupConcerns(glance, at(15, 30))).toEqual(['nobodyArrived', 'noAnswers', 'ideasMissing']);
    expect(groupConcerns({ ...glance, animated: false, group: { roomUrl: '' } }, at(15, 12))).toEqual([
      'noAnimator',
      'noRoom',
    ]);
  });

  it('H17 is content with a group that has submitted, and waits for the others after the call back', () => {
    const closedNow = {
      slotId: breakoutId,
      phase: { kind: 'closed' as const, openedAt: at(15, 12), closedAt: at(15, 30), answersUntil: at(15, 31) },
    };
    const done = {
      ...first,
      outcome: { kind: 'submitted' as const, keyIdeaIds: ['a', 'b'], at: at(15, 29), by: 'ani' },
    };
    expect(groupConcerns({ ...glance, work: done, animated: false }, at(15, 30))).toEqual([]);
    expect(groupConcerns({ ...glance, work: done, breakout: closedNow }, at(15, 35))).toEqual([]);
    expect(groupConcerns({ ...glance, breakout: closedNow }, at(15, 35))).toEqual(['ideasMissing']);
    const bare = { ...done, keyIdeas: { a: { id: 'a', text: 'Un fonds commun', citations: [] } } };
    expect(groupConcerns({ ...glance, work: bare }, at(15, 20))).toContain('ideasUncited');
    expect(groupConcerns({ ...glance, work: bare, breakout: closedNow }, at(15, 35))).toEqual(['ideasUncited']);
    const final = { ...bare, presented: true };
    expect(groupConcerns({ ...glance, work: final, breakout: closedNow }, at(15, 35))).toEqual([]);
  });
});

describe('the dialog of the groups', () => {
  it('H18 sends what changed and is good', () => {
    const [one, two, three] = groups;
    if (one === undefined || two === undefined || three === undefined) throw new Error('the fixture has three groups');
    const room = { ...groupContentOf(three), roomUrl: 'https://teams.example/salle-3' };
    const typed = {
      [one.id]: groupContentOf(one),
      [two.id]: { ...groupContentOf(two), roomUrl: 'salle 2' },
      [three.id]: room,
      gone: room,
    };
    const good = { [three.id]: { roomUrl: room.roomUrl } };
    expect(groupRevisions(groups, typed)).toEqual({ good, wrong: [two.id] });
    expect(groupRevisions(groups, {})).toEqual({ good: {}, wrong: [] });
    expect(groupRevisions(groups, { [one.id]: { name: ' ' } })).toEqual({ good: {}, wrong: [one.id] });
  });

  it('H18 a name that was typed before a room came does not take the room away', () => {
    const [one, ...others] = groups;
    if (one === undefined) throw new Error('the fixture has three groups');
    const typed = { [one.id]: { name: 'Autre nom' } };
    const withRoom = [{ ...one, roomUrl: 'https://teams.microsoft.com/l/meetup-join/1' }, ...others];
    expect(groupRevisions(withRoom, typed)).toEqual({ good: typed, wrong: [] });
  });
});
