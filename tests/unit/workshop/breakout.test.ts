import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/workshop/commands.ts';
import {
  animator,
  answered,
  breakoutSlot,
  formed,
  groupId,
  host,
  inGroup,
  linkOf,
  opened,
  participant,
  populated,
  rejected,
  type WorkshopScenario,
} from '../../doubles/workshopScenario.ts';

const placements = (workshop: WorkshopScenario): Readonly<Record<string, string>> =>
  workshop.state.breakouts[breakoutSlot]?.placements ?? {};
const sizes = (workshop: WorkshopScenario): readonly number[] =>
  workshop.state.groups.map(({ id }) => Object.values(placements(workshop)).filter((place) => place === id).length);
const moving = (personNumber: number, groupNumber: number): Command => ({
  kind: 'MovePerson',
  ...inGroup(groupNumber),
  personId: participant(personNumber),
});
const forming = { kind: 'FormGroups', slotId: breakoutSlot } as const;
const opening = { kind: 'OpenBreakout', slotId: breakoutSlot } as const;
const arriving = (personNumber: number, kind: 'NoteArrival' | 'ClearArrival' = 'NoteArrival'): Command => ({
  kind,
  slotId: breakoutSlot,
  personId: participant(personNumber),
});

describe('forming groups', () => {
  it('B1 every participant, and nobody else, gets a group; the fact holds the groups, not the draw', () => {
    const workshop = formed();
    expect(Object.keys(placements(workshop)).toSorted()).toEqual([1, 2, 3, 4, 5, 6].map(participant));
    expect(sizes(workshop)).toEqual([2, 2, 2]);
    expect(workshop.facts.at(-1)?.event).toEqual({
      kind: 'GroupsFormed',
      slotId: breakoutSlot,
      placements: placements(workshop),
    });
  });

  it('B1 groups may be formed before anyone came, and before the agenda starts', () => {
    const workshop = populated();
    for (const number of [1, 2, 3, 4, 5, 6]) {
      workshop.given(host, { kind: 'RemovePerson', personId: participant(number) });
    }
    workshop.given(host, forming);
    expect(placements(workshop)).toEqual({});
  });

  it('B2 groups may be formed again until they are sent off; drafted key ideas stay', () => {
    const workshop = formed();
    workshop.given(
      animator(1),
      { kind: 'DraftKeyIdea', ...inGroup(1), text: 'Une piste', citations: [] },
      'idea-0001-a',
    );
    workshop.given(host, forming);
    expect(workshop.state.breakouts[breakoutSlot]?.works[groupId(1)]?.keyIdeas).toHaveProperty('idea-0001-a');
    workshop.given(host, opening);
    expect(workshop.when(host, forming)).toEqual(rejected('breakout_already_open'));
    workshop.given(host, { kind: 'BringBack', slotId: breakoutSlot });
    expect(workshop.when(host, forming)).toEqual(rejected('breakout_already_open'));
  });

  it('B1 only a breakout has groups', () => {
    expect(populated().when(host, { ...forming, slotId: 'slot-0001' })).toEqual(rejected('slot_not_breakout'));
    expect(populated().when(host, { ...forming, slotId: 'slot-none' })).toEqual(rejected('slot_unknown'));
  });
});

describe('late arrivals', () => {
  it('B3 whoever arrives once groups are formed is placed at once in the smallest, and nobody else moves', () => {
    for (const workshop of [formed(), opened()]) {
      workshop.given(host, moving(6, 1));
      const before = placements(workshop);
      const smallest = sizes(workshop).indexOf(Math.min(...sizes(workshop))) + 1;
      workshop.joined(linkOf.participant, 'person-late');
      expect(placements(workshop)).toEqual({ ...before, 'person-late': groupId(smallest) });
    }
  });

  it('B3 hosts, animators and displays stand in no group', () => {
    const workshop = formed();
    workshop
      .joined(linkOf.host, 'host-late-1')
      .joined(linkOf.display, 'display-late')
      .joined(linkOf.animator, 'animator-late');
    expect(Object.keys(placements(workshop))).toHaveLength(6);
  });

  it('B3 whoever comes after the groups came back is placed when they go off again', () => {
    const workshop = opened();
    workshop.given(host, { kind: 'BringBack', slotId: breakoutSlot });
    workshop.joined(linkOf.participant, 'person-late');
    expect(placements(workshop)).not.toHaveProperty('person-late');
    workshop.given(host, opening);
    expect(placements(workshop)['person-late']).toBe(groupId(1));
  });
});

describe('moving people', () => {
  it('B4 a host moves anyone, who has still to arrive there', () => {
    const workshop = opened();
    workshop.given(participant(1), arriving(1));
    workshop.given(host, moving(1, 2));
    expect(placements(workshop)[participant(1)]).toBe(groupId(2));
    expect(workshop.state.breakouts[breakoutSlot]?.arrivals).toEqual({});
    expect(workshop.given(host, moving(1, 2))).toEqual([]);
  });

  it('B4 an animator takes in whoever turned up, and sends nobody away', () => {
    const workshop = opened();
    workshop.given(animator(2), moving(1, 2));
    expect(workshop.when(animator(2), moving(2, 3))).toEqual(rejected('not_your_group'));
  });

  it('B4 only participants who are here move, to groups that exist', () => {
    const workshop = opened();
    workshop.given(host, { kind: 'RemovePerson', personId: participant(1) });
    expect(workshop.when(host, moving(1, 2))).toEqual(rejected('person_unknown'));
    expect(workshop.when(host, { ...moving(2, 2), personId: animator(1) } as Command)).toEqual(
      rejected('person_unknown'),
    );
    expect(workshop.when(host, moving(2, 9))).toEqual(rejected('group_unknown'));
    expect(populated().when(host, moving(2, 1))).toEqual(rejected('groups_not_formed'));
  });
});

describe('sending off and bringing back', () => {
  it('B5 groups go off while their slot is under the clock, running or paused, once', () => {
    expect(populated().when(host, opening)).toEqual(rejected('groups_not_formed'));
    const early = populated();
    early.given(host, forming);
    expect(early.when(host, opening)).toEqual(rejected('slot_not_current'));
    const workshop = formed();
    workshop.given(host, { kind: 'PauseAgenda' });
    workshop.given(host, opening);
    expect(workshop.state.breakouts[breakoutSlot]?.phase).toEqual({ kind: 'open', openedAt: workshop.now });
    expect(workshop.when(host, opening)).toEqual(rejected('breakout_already_open'));
  });

  it('B6 everyone is brought back by the host, or when the slot is left, and may go off again', () => {
    const workshop = opened();
    workshop.given(host, { kind: 'BringBack', slotId: breakoutSlot });
    expect(workshop.state.breakouts[breakoutSlot]?.phase).toMatchObject({ kind: 'closed', closedAt: workshop.now });
    expect(workshop.when(host, { kind: 'BringBack', slotId: breakoutSlot })).toEqual(rejected('breakout_not_open'));
    workshop.given(host, opening);
    const events = workshop.given(host, { kind: 'NextSlot', fromSlotId: breakoutSlot });
    expect(events.map(({ kind }) => kind)).toEqual(['BreakoutClosed', 'SlotEnded', 'SlotStarted']);
  });
});

describe('arrivals', () => {
  it('B7 a person says it of themself, an animator of her group, a host of anyone; saying it twice changes nothing', () => {
    const workshop = opened();
    workshop.given(participant(1), arriving(1));
    expect(workshop.given(animator(1), arriving(1))).toEqual([]);
    workshop.given(animator(1), arriving(4));
    workshop.given(host, arriving(2));
    expect(Object.keys(workshop.state.breakouts[breakoutSlot]?.arrivals ?? {})).toEqual([1, 4, 2].map(participant));
    workshop.given(animator(1), arriving(1, 'ClearArrival'));
    expect(workshop.given(host, arriving(1, 'ClearArrival'))).toEqual([]);
    expect(Object.keys(workshop.state.breakouts[breakoutSlot]?.arrivals ?? {})).toEqual([4, 2].map(participant));
  });

  it('B7 nobody else says it', () => {
    const workshop = opened();
    expect(workshop.when(participant(4), arriving(1))).toEqual(rejected('not_your_group'));
    expect(workshop.when(animator(2), arriving(1))).toEqual(rejected('not_your_group'));
    expect(workshop.when(host, { ...arriving(1), personId: animator(1) } as Command)).toEqual(
      rejected('person_not_placed'),
    );
    expect(populated().when(host, arriving(1))).toEqual(rejected('groups_not_formed'));
  });
});

describe('calls for help', () => {
  const calling = (number: number): Command => ({ kind: 'CallForHelp', ...inGroup(number), text: 'Un écran noir' });
  const answering = (number: number): Command => ({ kind: 'AnswerHelp', ...inGroup(number) });

  it('B8 a group has one call at a time, from its people or its animator, until it is answered', () => {
    const workshop = opened();
    workshop.given(participant(1), calling(1), 'help-0001');
    expect(workshop.given(animator(1), calling(1))).toEqual([]);
    expect(workshop.state.breakouts[breakoutSlot]?.works[groupId(1)]?.helpCall).toEqual({
      id: 'help-0001',
      by: participant(1),
      text: 'Un écran noir',
      at: workshop.now,
    });
    workshop.given(host, answering(1));
    expect(workshop.when(animator(1), answering(1))).toEqual(rejected('no_help_call'));
    workshop.given(animator(1), calling(1));
  });

  it('B8 only from and to one’s own group', () => {
    const workshop = opened();
    expect(workshop.when(participant(1), calling(2))).toEqual(rejected('not_your_group'));
    workshop.given(participant(1), calling(1));
    expect(workshop.when(animator(2), answering(1))).toEqual(rejected('not_your_group'));
    expect(workshop.when(participant(1), calling(9))).toEqual(rejected('group_unknown'));
    expect(populated().when(participant(1), calling(1))).toEqual(rejected('groups_not_formed'));
  });
});

describe('announcements', () => {
  it('B9 to everyone, or to groups that exist', () => {
    const workshop = populated();
    workshop.given(host, { kind: 'Announce', text: 'Deux minutes' }, 'announce-1');
    workshop.given(host, { kind: 'Announce', text: 'À vous', groupIds: [groupId(2)] }, 'announce-2');
    expect(workshop.state.announcements).toEqual([
      { id: 'announce-1', text: 'Deux minutes', at: workshop.now },
      { id: 'announce-2', text: 'À vous', at: workshop.now, groupIds: [groupId(2)] },
    ]);
    expect(workshop.when(host, { kind: 'Announce', text: 'À vous', groupIds: [groupId(2), groupId(9)] })).toEqual(
      rejected('group_unknown'),
    );
  });
});

describe('leaving', () => {
  it('B10 whoever is removed has no place any more; what they wrote stays', () => {
    const workshop = opened();
    workshop.given(participant(1), arriving(1));
    answered(workshop, 1, 'Je laisse ceci', 'answer-0001');
    workshop.given(host, { kind: 'RemovePerson', personId: participant(1) });
    const breakout = workshop.state.breakouts[breakoutSlot];
    expect(breakout?.placements).not.toHaveProperty(participant(1));
    expect(breakout?.arrivals).toEqual({});
    expect(breakout?.works[groupId(1)]?.answers['answer-0001']).toMatchObject({
      text: 'Je laisse ceci',
      withdrawn: false,
    });
    expect(workshop.when(host, { kind: 'RemovePerson', personId: participant(1) })).toEqual(rejected('person_unknown'));
  });
});
