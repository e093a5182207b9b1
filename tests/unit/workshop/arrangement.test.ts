import { describe, expect, it } from 'vitest';
import { emptyRecipe } from '../../../shared/groups/recipe.ts';
import type { Command } from '../../../shared/workshop/commands.ts';
import { seenPlaces } from '../../../shared/workshop/groups/seenPlaces.ts';
import type { Breakout } from '../../../shared/workshop/state.ts';
import {
  animator,
  answered,
  breakoutSlot,
  drafted,
  formed,
  groupId,
  host,
  inGroup,
  inRestitution,
  linkOf,
  opened,
  participant,
  populated,
  rejected,
  restitutionSlot,
  type WorkshopScenario,
} from '../../doubles/workshopScenario.ts';

const breakoutOf = ({ state }: WorkshopScenario): Breakout => {
  const breakout = state.breakouts[breakoutSlot];
  if (breakout === undefined) throw new Error('no groups are formed');
  return breakout;
};
const placeOf = (workshop: WorkshopScenario, personId: string) => breakoutOf(workshop).placements[personId];
const inSlot = { slotId: breakoutSlot };

describe('groups by recipe', () => {
  it('B19 people of one organisation are apart, what is shared is mixed, when nothing else is asked for', () => {
    const workshop = populated({ participants: 6 });
    for (let number = 1; number <= 6; number++)
      workshop.roster.set(participant(number), {
        organisation: number <= 3 ? 'ADASI' : 'FCPE',
        Région: number % 2 === 0 ? 'Bretagne' : 'Centre',
      });
    workshop.given(host, { kind: 'FormGroups', ...inSlot });
    expect(breakoutOf(workshop).recipe).toEqual({
      ...emptyRecipe,
      mix: { Région: 1 },
      apartBy: ['organisation'],
      met: 'avoid',
    });
    for (const number of [1, 2, 3]) {
      const here = [1, 2, 3, 4, 5, 6].filter((one) => placeOf(workshop, participant(one)) === groupId(number));
      expect(here).toHaveLength(2);
      expect(here.filter((one) => one <= 3)).toHaveLength(1);
    }
  });

  it('B3 a late arrival goes where the recipe wants them, and nobody else moves', () => {
    const workshop = formed();
    workshop.given(host, { kind: 'FormGroups', ...inSlot, recipe: { ...emptyRecipe, apartBy: ['organisation'] } });
    const before = breakoutOf(workshop).placements;
    const [first, second, third] = [1, 2, 3].map((number) =>
      Object.keys(before).filter((id) => before[id] === groupId(number)),
    );
    for (const id of [...(first ?? []), ...(third ?? [])]) workshop.roster.set(id, { organisation: 'ADASI' });
    workshop.roster.set('late-0001', { organisation: 'ADASI' });
    workshop.joined(linkOf.participant, 'late-0001');
    expect(second).not.toEqual([]);
    const { 'late-0001': place, ...others } = breakoutOf(workshop).placements;
    expect(place).toBe(groupId(2));
    expect(others).toEqual(before);
  });

  it('B17 who was together in a breakout that took place, or in groups that were noted, is kept apart', () => {
    const workshop = opened();
    workshop.given(host, { kind: 'BringBack', ...inSlot });
    const before = breakoutOf(workshop).placements;
    const ids = Object.keys(before);
    workshop.given(host, { kind: 'NoteEarlierGroups', name: 'Printemps', groups: [ids.slice(0, 2)] }, 'earlier-0001');
    expect(workshop.state.earlier).toEqual([{ id: 'earlier-0001', name: 'Printemps', groups: [ids.slice(0, 2)] }]);
    workshop.given(
      host,
      { kind: 'AddSlot', slot: { ...next, kind: 'breakout' }, afterSlotId: breakoutSlot },
      'slot-again',
    );
    workshop.given(host, {
      kind: 'FormGroups',
      slotId: 'slot-again',
      recipe: { ...emptyRecipe, met: 'avoid' },
    });
    const after = workshop.state.breakouts['slot-again']?.placements ?? {};
    const meetings = (places: Readonly<Record<string, string>>) =>
      ids.flatMap((one) =>
        ids.filter((other) => one < other && before[one] === before[other] && places[one] === places[other]),
      );
    expect(meetings(before).length).toBeGreaterThan(0);
    expect(meetings(after)).toEqual([]);
  });

  it('B17 recipes are kept, revised and dropped', () => {
    const workshop = populated();
    workshop.given(host, { kind: 'SaveRecipe', name: 'Mélange', recipe: emptyRecipe }, 'recipe-0001');
    workshop.given(host, { kind: 'SaveRecipe', recipeId: 'recipe-0001', name: 'Autre', recipe: emptyRecipe });
    expect(Object.values(workshop.state.recipes)).toEqual([{ id: 'recipe-0001', name: 'Autre', recipe: emptyRecipe }]);
    workshop.given(host, { kind: 'DropRecipe', recipeId: 'recipe-0001' });
    expect(workshop.state.recipes).toEqual({});
    workshop.given(host, { kind: 'NoteEarlierGroups', name: 'A', groups: [[participant(1)]] }, 'earlier-0001');
    workshop.given(host, { kind: 'ForgetEarlierGroups', earlierId: 'earlier-0001' });
    expect(workshop.state.earlier).toEqual([]);
  });
});

const next = {
  kind: 'talk' as const,
  title: 'Encore',
  speakers: [],
  durationMs: 600_000,
  notes: [],
  prompts: [],
  lenses: [],
};

describe('published groups', () => {
  it('B11 hold everyone as previewed, in as many groups as the preview had', () => {
    const workshop = populated({ participants: 4 });
    workshop.joined(linkOf.participant, 'late-0001');
    workshop.given(
      host,
      {
        kind: 'PublishGroups',
        ...inSlot,
        groups: [
          { groupId: groupId(2), personIds: [participant(1), participant(2)] },
          { personIds: [participant(3), 'gone-0001'] },
        ],
        recipe: emptyRecipe,
        seenPlaces: '',
      },
      'publish-0001',
    );
    const { groups, links } = workshop.state;
    expect(groups.map(({ id, number, name }) => [id, number, name])).toEqual([
      [groupId(2), 2, expect.any(String)],
      ['publish-0001.g1', 4, 'Groupe 4'],
    ]);
    expect(links['publish-0001.g1']).toMatchObject({ role: 'animator', groupId: 'publish-0001.g1', revoked: false });
    expect(Object.values(links).filter(({ groupId: id, revoked }) => id === groupId(1) && !revoked)).toEqual([]);
    // Nobody is left out: who was not in the preview is placed where it fits.
    expect(Object.keys(breakoutOf(workshop).placements).toSorted()).toEqual(
      [participant(1), participant(2), participant(3), participant(4), 'late-0001'].toSorted(),
    );
    expect(placeOf(workshop, participant(3))).toBe('publish-0001.g1');
    expect(breakoutOf(workshop).recipe).toEqual(emptyRecipe);
  });

  it('B11 are refused whole when a group that is given up holds answers elsewhere, or groups are away', () => {
    const workshop = opened();
    const all: Command = {
      kind: 'PublishGroups',
      ...inSlot,
      groups: [{ groupId: groupId(1), personIds: [] }],
      recipe: emptyRecipe,
      seenPlaces: '',
    };
    expect(workshop.when(host, all)).toEqual(rejected('breakout_already_open'));
    workshop.given(host, { kind: 'BringBack', ...inSlot });
    workshop.given(
      host,
      { kind: 'AddSlot', slot: { ...next, kind: 'breakout' }, afterSlotId: breakoutSlot },
      'slot-again',
    );
    expect(workshop.when(host, { ...all, slotId: 'slot-again' })).toEqual(rejected('group_has_people'));
  });

  it('B21 are refused when somebody was moved since the host saw them, not when somebody came', () => {
    const workshop = populated({ participants: 4 });
    workshop.given(host, { kind: 'FormGroups', ...inSlot });
    const { placements } = breakoutOf(workshop);
    const personIds = [1, 2, 3, 4].map(participant);
    const publish: Command = {
      kind: 'PublishGroups',
      ...inSlot,
      groups: [{ groupId: groupId(1), personIds }],
      recipe: emptyRecipe,
      seenPlaces: seenPlaces(placements, personIds),
    };
    workshop.joined(linkOf.participant, 'late-0001');
    expect(workshop.when(host, publish)).toMatchObject({ ok: true });
    expect(workshop.when(host, { ...publish, seenPlaces: '' })).toEqual(rejected('groups_changed'));
    const elsewhere = placements[participant(1)] === groupId(1) ? groupId(2) : groupId(1);
    workshop.given(host, { kind: 'MovePerson', ...inSlot, personId: participant(1), groupId: elsewhere });
    expect(workshop.when(host, publish)).toEqual(rejected('groups_changed'));
    // What was seen is told apart for each person, whatever their order.
    expect(seenPlaces({ a: '1', b: '2' }, ['b', 'a'])).toBe(seenPlaces({ b: '2', a: '1', c: '3' }, ['a', 'b']));
    expect(seenPlaces({ a: '1', b: '2' }, ['a', 'b'])).not.toBe(seenPlaces({ a: '2', b: '1' }, ['a', 'b']));
    expect(seenPlaces({}, personIds)).toBe('');
  });
});

describe('people are moved', () => {
  it('B12 all at once, or not at all', () => {
    const workshop = formed();
    const [one, two] = [participant(1), participant(2)];
    const [from1, from2] = [placeOf(workshop, one) ?? '', placeOf(workshop, two) ?? ''];
    workshop.given(host, {
      kind: 'MovePeople',
      ...inSlot,
      moves: [
        { personId: one, fromGroupId: from1, toGroupId: from2 },
        { personId: two, fromGroupId: from2, toGroupId: from1 },
      ],
    });
    expect([placeOf(workshop, one), placeOf(workshop, two)]).toEqual([from2, from1]);
    const stale: Command = {
      kind: 'MovePeople',
      ...inSlot,
      moves: [
        { personId: participant(3), fromGroupId: placeOf(workshop, participant(3)) ?? '' },
        { personId: one, fromGroupId: from1, toGroupId: groupId(3) },
      ],
    };
    expect(workshop.when(host, stale)).toEqual(rejected('groups_changed'));
  });

  it('B13 whoever is taken out stays out until they show up', () => {
    const workshop = formed();
    const one = participant(1);
    workshop.given(host, {
      kind: 'MovePeople',
      ...inSlot,
      moves: [{ personId: one, fromGroupId: placeOf(workshop, one) ?? '' }],
    });
    workshop.given(host, { kind: 'OpenBreakout', ...inSlot });
    expect(placeOf(workshop, one)).toBeUndefined();
    workshop.given(one, { kind: 'TakePlace', ...inSlot });
    expect(placeOf(workshop, one)).toBeDefined();
    expect(workshop.given(one, { kind: 'TakePlace', ...inSlot })).toEqual([]);
  });
});

describe('people choose', () => {
  it('B14 a group that is not full, and may change; the others are placed when the choice ends', () => {
    const workshop = populated({ participants: 4 });
    workshop.given(host, { kind: 'OfferChoice', ...inSlot, capacities: { [groupId(1)]: 1 } });
    workshop.given(participant(1), { kind: 'ChooseGroup', ...inGroup(1) });
    expect(workshop.when(participant(2), { kind: 'ChooseGroup', ...inGroup(1) })).toEqual(rejected('group_full'));
    workshop.given(participant(2), { kind: 'ChooseGroup', ...inGroup(3) });
    workshop.given(participant(1), { kind: 'ChooseGroup', ...inGroup(2) });
    workshop.given(participant(2), { kind: 'ChooseGroup', ...inGroup(1) });
    workshop.joined(linkOf.participant, 'late-0001');
    expect(breakoutOf(workshop).placements).toEqual({ [participant(1)]: groupId(2), [participant(2)]: groupId(1) });
    workshop.given(host, { kind: 'CloseChoice', ...inSlot });
    expect(breakoutOf(workshop).choice).toBeUndefined();
    expect(Object.keys(breakoutOf(workshop).placements)).toHaveLength(5);
    expect(workshop.when(participant(1), { kind: 'ChooseGroup', ...inGroup(1) })).toEqual(rejected('choice_closed'));
  });
});

describe('what was offered', () => {
  it('B14 holds for whoever did not choose and for whoever comes later, as long as another group has room', () => {
    const workshop = populated({ participants: 6 });
    workshop.given(host, { kind: 'OfferChoice', ...inSlot, capacities: { [groupId(1)]: 1, [groupId(2)]: 1 } });
    workshop.given(participant(1), { kind: 'ChooseGroup', ...inGroup(1) });
    workshop.given(host, { kind: 'CloseChoice', ...inSlot });
    workshop.joined(linkOf.participant, 'late-0001', 'late-0002');
    const places = Object.values(breakoutOf(workshop).placements);
    expect([1, 2, 3].map((number) => places.filter((place) => place === groupId(number)).length)).toEqual([1, 1, 6]);
  });

  it('B14 may be offered again with other capacities, and whoever has a place keeps it', () => {
    const workshop = populated({ participants: 6 });
    workshop.given(host, { kind: 'FormGroups', ...inSlot, recipe: { ...emptyRecipe, mix: { Région: 2 } } });
    const before = breakoutOf(workshop).placements;
    workshop.given(host, { kind: 'OfferChoice', ...inSlot, capacities: { [groupId(3)]: 2 } });
    expect(breakoutOf(workshop)).toMatchObject({
      placements: before,
      recipe: { mix: { Région: 2 }, limits: { 3: { smallest: 0, largest: 2 } } },
    });
  });
});

describe('a group joins another', () => {
  it('B15 with its people, their answers, supports and drafts; the plenary does not hear it', () => {
    const workshop = drafted();
    const people = Object.entries(breakoutOf(workshop).placements).filter(([, place]) => place === groupId(1));
    const answersBefore = Object.keys(breakoutOf(workshop).works[groupId(1)]?.answers ?? {});
    expect(answersBefore).not.toEqual([]);
    answered(workshop, 2, 'Du groupe 2', 'answer-0222');
    workshop.given(host, {
      kind: 'MergeGroups',
      ...inSlot,
      fromGroupId: groupId(1),
      intoGroupId: groupId(2),
      announcement: 'Le groupe 1 rejoint le groupe 2.',
    });
    const { works, merged, placements, arrivals } = breakoutOf(workshop);
    for (const [id] of people) {
      expect(placements[id]).toBe(groupId(2));
      expect(arrivals[id]).toBeUndefined();
    }
    expect(Object.keys(works[groupId(2)]?.answers ?? {})).toEqual(
      expect.arrayContaining([...answersBefore, 'answer-0222']),
    );
    expect(Object.keys(works[groupId(2)]?.keyIdeas ?? {})).toEqual(
      expect.arrayContaining(['idea-0001-a', 'idea-0001-b']),
    );
    expect(works[groupId(1)]?.answers).toEqual({});
    expect(merged).toEqual({ [groupId(1)]: groupId(2) });
    expect(workshop.state.announcements.at(-1)).toMatchObject({ groupIds: [groupId(1), groupId(2)] });
    workshop.joined(linkOf.participant, 'late-0001');
    expect(placeOf(workshop, 'late-0001')).not.toBe(groupId(1));
    expect(workshop.when(host, { kind: 'MovePerson', ...inGroup(1), personId: 'late-0001' })).toEqual(
      rejected('group_merged'),
    );
    workshop.given(host, { kind: 'NextSlot', fromSlotId: breakoutSlot });
    expect(workshop.when(host, { kind: 'PresentGroup', ...inGroup(1), slotId: restitutionSlot })).toEqual(
      rejected('group_merged'),
    );
    workshop.given(host, { kind: 'OrderRestitution', slotId: restitutionSlot, groupIds: [groupId(3), groupId(2)] });
    expect(workshop.state.stage?.order).toEqual([groupId(3), groupId(2)]);
  });

  it('B20 what was on its way to it reaches the other one, and nothing else is done in it', () => {
    const workshop = drafted();
    const [one, answerId] = [participant(1), 'answer-0001'];
    const into = inGroup(2);
    workshop.given(host, {
      kind: 'MergeGroups',
      ...inSlot,
      fromGroupId: groupId(1),
      intoGroupId: groupId(2),
      announcement: '',
    });
    const posting = { kind: 'PostAnswer', ...inGroup(1), promptIndex: 0, text: 'Écrit sans réseau' } as const;
    expect(workshop.given(one, posting, 'answer-0111')).toMatchObject([{ kind: 'AnswerPosted', ...into }]);
    const editing = { kind: 'EditAnswer', ...inGroup(1), answerId, text: 'Autrement' } as const;
    expect(workshop.given(one, editing)).toMatchObject([{ kind: 'AnswerEdited', ...into }]);
    const supporting = { kind: 'SupportAnswer', ...inGroup(1), answerId } as const;
    expect(workshop.given(participant(2), supporting)).toMatchObject([{ kind: 'AnswerSupported', ...into }]);
    expect(workshop.given(one, { kind: 'CallForHelp', ...inGroup(1), text: '' })).toMatchObject([{ ...into }]);
    // Her group is given up: she neither writes in the other one nor leaves key ideas in one that nobody sees.
    expect(workshop.when(animator(1), posting)).toEqual(rejected('not_your_group'));
    for (const actor of [animator(1), host]) {
      const drafting: Command = { kind: 'DraftKeyIdea', ...inGroup(1), text: 'Perdue', citations: [] };
      expect(workshop.when(actor, drafting)).toEqual(rejected('group_merged'));
    }
  });

  it('B15 not once the plenary has seen one of the two', () => {
    const workshop = inRestitution();
    workshop.given(host, { kind: 'ShowWall', slotId: restitutionSlot });
    const merging: Command = {
      kind: 'MergeGroups',
      ...inSlot,
      fromGroupId: groupId(1),
      intoGroupId: groupId(2),
      announcement: '',
    };
    expect(workshop.when(host, merging)).toEqual(rejected('breakout_not_open'));
  });
});

describe('somebody else runs a group', () => {
  it('B16 named by a host, and released into the group again', () => {
    const workshop = opened();
    const one = participant(1);
    const place = placeOf(workshop, one) ?? '';
    workshop.given(host, { kind: 'NameAnimator', groupId: place, personId: one, announcement: 'Personne 1 anime.' });
    expect(workshop.state.people[one]).toMatchObject({ role: 'animator', groupId: place });
    expect(placeOf(workshop, one)).toBeUndefined();
    expect(workshop.given(host, { kind: 'NameAnimator', groupId: place, personId: one, announcement: '' })).toEqual([]);
    workshop.given(host, { kind: 'ReleaseAnimator', personId: one });
    expect(workshop.state.people[one]?.role).toBe('participant');
    expect(placeOf(workshop, one)).toBe(place);
    expect(workshop.when(host, { kind: 'ReleaseAnimator', personId: animator(1) })).toEqual(
      rejected('animator_by_link'),
    );
  });

  it('B16 who was named while the groups were back stands in none when they go off again', () => {
    const workshop = opened();
    const one = participant(1);
    workshop.given(host, { kind: 'BringBack', slotId: breakoutSlot });
    workshop.given(host, { kind: 'NameAnimator', groupId: groupId(2), personId: one, announcement: '' });
    // A breakout that is over tells who was where.
    expect(placeOf(workshop, one)).toBe(groupId(1));
    workshop.given(host, { kind: 'OpenBreakout', slotId: breakoutSlot });
    expect(placeOf(workshop, one)).toBeUndefined();
  });
});
