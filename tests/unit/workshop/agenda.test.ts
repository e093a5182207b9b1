import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/workshop/commands.ts';
import { limits } from '../../../shared/workshop/limits.ts';
import {
  animator,
  answered,
  breakoutSlot,
  drafted,
  formed,
  groupId,
  host,
  inRestitution,
  linkOf,
  MINUTE,
  opened,
  populated,
  rejected,
  restitutionSlot,
  slotContent,
  usualSlots,
  WorkshopScenario,
} from '../../doubles/workshopScenario.ts';

const slotIds = (workshop: WorkshopScenario): readonly string[] => workshop.state.slots.map((slot) => slot.id);
const revising = (slotId: string, overrides: Parameters<typeof slotContent>[0]): Command => ({
  kind: 'ReviseSlot',
  slotId,
  slot: slotContent(overrides),
});
const breakoutContent = usualSlots[1] ?? slotContent();

describe('founding', () => {
  it('W1 a new workshop has its agenda, its groups, and a link for every role', () => {
    const { state } = new WorkshopScenario({ groups: 2 });
    expect(slotIds(new WorkshopScenario())).toEqual(['slot-0001', 'slot-0002', 'slot-0003', 'slot-0004']);
    expect(state.groups.map(({ id, number }) => ({ id, number }))).toEqual([
      { id: 'group-0001', number: 1 },
      { id: 'group-0002', number: 2 },
    ]);
    expect(Object.values(state.links).map(({ id, role, groupId: group, medium }) => [id, role, group, medium])).toEqual(
      [
        ['link-animator-1', 'animator', 'group-0001', 'link'],
        ['link-animator-2', 'animator', 'group-0002', 'link'],
        ['link-host-link', 'host', undefined, 'link'],
        ['link-participant-link', 'participant', undefined, 'link'],
        ['link-participant-code', 'participant', undefined, 'code'],
        ['link-display-link', 'display', undefined, 'link'],
      ],
    );
    expect(new Set(Object.values(state.links).map((link) => link.nonce)).size).toBe(6);
    expect(state.options).toEqual({ keyIdeasPerGroup: 2, authors: 'hidden', graceMs: 2 * MINUTE });
    expect(state.run).toEqual({ kind: 'notStarted' });
  });
});

describe('slots', () => {
  it('W3 a slot is added where the host says, first when no place is named', () => {
    const workshop = populated();
    workshop.given(host, { kind: 'AddSlot', slot: slotContent(), afterSlotId: 'slot-0002' }, 'slot-new-1');
    workshop.given(host, { kind: 'AddSlot', slot: slotContent() }, 'slot-new-2');
    expect(slotIds(workshop)).toEqual(['slot-new-2', 'slot-0001', 'slot-0002', 'slot-new-1', 'slot-0003', 'slot-0004']);
  });

  it('W3 a slot moves and leaves while it has not begun', () => {
    const workshop = populated();
    workshop.given(host, { kind: 'MoveSlot', slotId: 'slot-0004', afterSlotId: 'slot-0001' });
    expect(slotIds(workshop)).toEqual(['slot-0001', 'slot-0004', 'slot-0002', 'slot-0003']);
    workshop.given(host, { kind: 'MoveSlot', slotId: 'slot-0001', afterSlotId: 'slot-0003' });
    workshop.given(host, { kind: 'MoveSlot', slotId: 'slot-0003' });
    workshop.given(host, { kind: 'RemoveSlot', slotId: 'slot-0002' });
    expect(slotIds(workshop)).toEqual(['slot-0003', 'slot-0004', 'slot-0001']);
  });

  it('W3 nothing is put in front of the slot under the clock, and what has begun stays', () => {
    const workshop = formed();
    const tooEarly: readonly Command[] = [
      { kind: 'AddSlot', slot: slotContent() },
      { kind: 'AddSlot', slot: slotContent(), afterSlotId: 'slot-0001' },
      { kind: 'MoveSlot', slotId: 'slot-0004' },
      { kind: 'MoveSlot', slotId: 'slot-0004', afterSlotId: 'slot-0001' },
      { kind: 'MoveSlot', slotId: 'slot-0001', afterSlotId: 'slot-0004' },
      { kind: 'RemoveSlot', slotId: 'slot-0001' },
    ];
    for (const command of tooEarly) expect(workshop.when(host, command)).toEqual(rejected('slot_already_started'));
    workshop.given(host, { kind: 'MoveSlot', slotId: 'slot-0004', afterSlotId: breakoutSlot });
    workshop.given(host, { kind: 'AddSlot', slot: slotContent(), afterSlotId: breakoutSlot }, 'slot-new-1');
    expect(slotIds(workshop)).toEqual(['slot-0001', 'slot-0002', 'slot-new-1', 'slot-0004', 'slot-0003']);
  });

  it('W3 what was jumped over may still be put behind the clock', () => {
    const workshop = populated();
    workshop.given(host, { kind: 'StartAgenda', plan: 'asPlanned' });
    workshop.given(host, { kind: 'StartSlot', slotId: 'slot-0003' });
    expect(workshop.when(host, { kind: 'MoveSlot', slotId: 'slot-0002', afterSlotId: 'slot-0001' })).toEqual(
      rejected('slot_already_started'),
    );
    workshop.given(host, { kind: 'MoveSlot', slotId: 'slot-0002', afterSlotId: 'slot-0003' });
    expect(slotIds(workshop)).toEqual(['slot-0001', 'slot-0003', 'slot-0002', 'slot-0004']);
  });

  it('W4 a slot that has begun keeps its kind, its plan and its prompts; its words may be corrected', () => {
    const workshop = formed();
    const contradictions = [
      revising(breakoutSlot, { ...breakoutContent, kind: 'talk' }),
      revising(breakoutSlot, { ...breakoutContent, durationMs: MINUTE }),
      revising(breakoutSlot, { ...breakoutContent, plannedStart: 900 }),
      revising(breakoutSlot, { ...breakoutContent, prompts: ['Une seule'] }),
    ];
    for (const command of contradictions) {
      expect(workshop.when(host, command)).toEqual(rejected('slot_already_started'));
    }
    workshop.given(host, revising(breakoutSlot, { ...breakoutContent, title: 'En groupes', prompts: ['a', 'b', 'c'] }));
    expect(workshop.state.slots[1]).toMatchObject({ id: breakoutSlot, title: 'En groupes', prompts: ['a', 'b', 'c'] });
  });

  it('W4 a breakout whose groups are formed in advance may still be planned anew, but stays a breakout', () => {
    const workshop = populated();
    workshop.given(host, { kind: 'FormGroups', slotId: breakoutSlot });
    workshop.given(host, revising(breakoutSlot, { ...breakoutContent, durationMs: 25 * MINUTE, plannedStart: 880 }));
    expect(workshop.state.slots[1]?.durationMs).toBe(25 * MINUTE);
    expect(workshop.when(host, revising(breakoutSlot, { kind: 'talk' }))).toEqual(rejected('groups_in_use'));
    expect(workshop.when(host, { kind: 'RemoveSlot', slotId: breakoutSlot })).toEqual(rejected('groups_in_use'));
  });

  it('W5 a slot keeps what an absorbed delay left it, until its duration is revised', () => {
    const workshop = formed();
    const closing = usualSlots[3] ?? slotContent();
    workshop.given(host, { kind: 'AbsorbDelay', cuts: [{ slotId: 'slot-0004', allottedMs: 3 * MINUTE }] });
    workshop.given(host, revising('slot-0004', { ...closing, title: 'Fin' }));
    expect(workshop.state.slots[3]).toMatchObject({ title: 'Fin', allottedMs: 3 * MINUTE });
    workshop.given(host, revising('slot-0004', { ...closing, durationMs: 6 * MINUTE }));
    expect(workshop.state.slots[3]).not.toHaveProperty('allottedMs');
  });

  it('W9 renaming to the same title is no event', () => {
    const workshop = populated();
    expect(workshop.given(host, { kind: 'RenameWorkshop', title: 'Atelier 3' })).toHaveLength(1);
    expect(workshop.given(host, { kind: 'RenameWorkshop', title: 'Atelier 3' })).toEqual([]);
    expect(workshop.state.title).toBe('Atelier 3');
  });
});

describe('groups', () => {
  const content = { name: 'Quatre', animatorName: '', roomUrl: '' };

  it('W6 a new group takes the next number, and brings a link for its animator', () => {
    const workshop = drafted();
    workshop.given(host, { kind: 'AddGroup', group: content }, 'group-new-1');
    expect(workshop.state.groups.at(-1)).toEqual({ id: 'group-new-1', number: 4, ...content });
    const links = Object.values(workshop.state.links).filter((link) => link.groupId === 'group-new-1');
    expect(links).toMatchObject([{ role: 'animator', medium: 'link', revoked: false }]);
    expect(Object.keys(workshop.state.breakouts[breakoutSlot]?.works ?? {})).toContain('group-new-1');
  });

  it('W6 the link of a new group has an id that a host can name, however long the command id was', () => {
    const workshop = populated();
    const commandId = 'g'.repeat(80);
    workshop.given(host, { kind: 'AddGroup', group: content }, commandId);
    const link = Object.values(workshop.state.links).find((each) => each.groupId === commandId);
    expect(link?.id.length).toBeLessThanOrEqual(80);
  });

  it('W6 a group never takes the id of another group or the link of another', () => {
    const workshop = populated();
    expect(workshop.when(host, { kind: 'AddGroup', group: content }, groupId(1))).toEqual(rejected('id_taken'));
    workshop.given(host, { kind: 'RenewLink', linkId: linkOf.display }, 'link-new-1');
    expect(workshop.when(host, { kind: 'AddGroup', group: content }, 'link-new-1')).toEqual(rejected('id_taken'));
  });

  it('W6 a revised group keeps its number', () => {
    const workshop = populated();
    workshop.given(host, { kind: 'ReviseGroup', groupId: groupId(2), group: content });
    expect(workshop.state.groups[1]).toEqual({ id: groupId(2), number: 2, ...content });
  });

  it('W6 what is not said of a group stays, so that two who revise it at once both count', () => {
    const workshop = populated();
    workshop.given(host, { kind: 'ReviseGroup', groupId: groupId(2), group: content });
    const roomUrl = 'https://teams.microsoft.com/l/meetup-join/2';
    workshop.given(host, { kind: 'ReviseGroup', groupId: groupId(2), group: { roomUrl } });
    workshop.given(host, { kind: 'ReviseGroup', groupId: groupId(2), group: { name: 'Autre nom' } });
    expect(workshop.state.groups[1]).toEqual({ id: groupId(2), number: 2, ...content, name: 'Autre nom', roomUrl });
  });

  it('W6 a room that came meanwhile is not replaced by whoever says what they saw', () => {
    const workshop = populated();
    const [before] = workshop.state.groups;
    const replacing = (seenRoomUrl: string) =>
      ({ kind: 'ReviseGroup', groupId: groupId(1), group: { roomUrl: 'https://b.example' }, seenRoomUrl }) as const;
    expect(workshop.when(host, replacing(''))).toEqual(rejected('room_changed'));
    workshop.given(host, replacing(before?.roomUrl ?? ''));
    expect(workshop.state.groups[0]?.roomUrl).toBe('https://b.example');
  });

  it('W7 a group with people or answers stays', () => {
    const workshop = opened();
    expect(workshop.when(host, { kind: 'RemoveGroup', groupId: groupId(1) })).toEqual(rejected('group_has_people'));
    answered(workshop, 1, 'Une réponse', 'answer-0001');
    for (const personId of ['person-0001', 'person-0004']) {
      workshop.given(host, { kind: 'MovePerson', slotId: breakoutSlot, personId, groupId: groupId(2) });
    }
    expect(workshop.when(host, { kind: 'RemoveGroup', groupId: groupId(1) })).toEqual(rejected('group_has_people'));
  });

  it('W7 with a group go its link, its animator and its place in breakouts and in the restitution', () => {
    const workshop = inRestitution();
    workshop.given(host, { kind: 'AddGroup', group: content }, 'group-new-1');
    const link = Object.values(workshop.state.links).find((each) => each.groupId === 'group-new-1');
    workshop.joined(link?.id ?? '', 'animator-new-1');
    const groupIds = ['group-new-1', groupId(3), groupId(2), groupId(1)];
    workshop.given(host, { kind: 'OrderRestitution', slotId: restitutionSlot, groupIds });
    workshop.given(host, { kind: 'RemoveGroup', groupId: 'group-new-1' });
    expect(workshop.state.people['animator-new-1']?.removed).toBe(true);
    expect(workshop.state.links[link?.id ?? '']?.revoked).toBe(true);
    expect(Object.keys(workshop.state.breakouts[breakoutSlot]?.works ?? {})).not.toContain('group-new-1');
    expect(workshop.state.stage?.order).toEqual([groupId(3), groupId(2), groupId(1)]);
    expect(workshop.when(host, { kind: 'RenewLink', linkId: link?.id ?? '' })).toEqual(rejected('group_unknown'));
  });

  it('W7 the last group stays', () => {
    const workshop = populated({ groups: 1 });
    expect(workshop.when(host, { kind: 'RemoveGroup', groupId: groupId(1) })).toEqual(rejected('too_few_groups'));
  });

  it('W10 two hundred slots are enough', () => {
    const workshop = populated({ slots: Array.from({ length: limits.slots }, () => slotContent()) });
    expect(workshop.when(host, { kind: 'AddSlot', slot: slotContent() })).toEqual(rejected('too_many_slots'));
  });

  it('W7 fifty groups are enough', () => {
    const workshop = populated({ groups: 50 });
    expect(workshop.when(host, { kind: 'AddGroup', group: content })).toEqual(rejected('too_many_groups'));
  });
});

describe('options', () => {
  const showing = { keyIdeasPerGroup: 3, authors: 'animators', graceMs: 0 } as const;

  it('W8 authors may be shown to animators while nobody has written', () => {
    const workshop = opened();
    workshop.given(host, { kind: 'ChooseOptions', options: showing });
    expect(workshop.state.options).toEqual(showing);
  });

  it('W8 anonymity that was promised to those who wrote is not taken back, but may be given', () => {
    const workshop = opened();
    answered(workshop, 1, 'Sous anonymat', 'answer-0001');
    const command = { kind: 'ChooseOptions', options: showing } as const;
    expect(workshop.when(host, command)).toEqual(rejected('authors_already_promised'));
    workshop.given('person-0001', {
      kind: 'WithdrawAnswer',
      slotId: breakoutSlot,
      groupId: groupId(1),
      answerId: 'answer-0001',
    });
    expect(workshop.when(host, command)).toEqual(rejected('authors_already_promised'));
    workshop.given(host, { kind: 'ChooseOptions', options: { ...showing, authors: 'hidden' } });
    expect(workshop.when(animator(1), command)).toMatchObject({ problem: { kind: 'denied' } });
  });
});

describe('the language model', () => {
  const allowing = { kind: 'AllowLanguageModel', endpointHost: 'model.example.org' } as const;

  it('M2 answers stay here until a host says where they may go, and from the moment that a host takes it back', () => {
    const workshop = opened();
    expect(workshop.state.allowedModelHost).toBeUndefined();
    workshop.given(host, allowing);
    expect(workshop.state.allowedModelHost).toBe('model.example.org');
    workshop.given(host, { ...allowing, endpointHost: 'other.example.org' });
    expect(workshop.state.allowedModelHost).toBe('other.example.org');
    workshop.given(host, { kind: 'ForbidLanguageModel' });
    expect('allowedModelHost' in workshop.state).toBe(false);
    expect(workshop.when(animator(1), allowing)).toMatchObject({ problem: { kind: 'denied' } });
  });

  it('M2 W9 what is so already is no event', () => {
    const workshop = opened();
    expect(workshop.when(host, { kind: 'ForbidLanguageModel' })).toEqual({ ok: true, value: [] });
    workshop.given(host, allowing);
    expect(workshop.when(host, allowing)).toEqual({ ok: true, value: [] });
  });
});
