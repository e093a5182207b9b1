import { describe, expect, it } from 'vitest';
import { parsePeople } from '../../bot/cli/peopleFile.ts';
import { personKeys } from '../../bot/cli/personKeys.ts';
import { emptyRecipe } from '../../shared/groups/recipe.ts';
import { reportSplit } from '../../shared/groups/report.ts';
import { createSearch } from '../../shared/groups/search.ts';
import type { HostBreakoutView, HostView } from '../../shared/views/views.ts';
import { readRoomTicks, roomTick, writeRoomTicks } from '../../tab/net/roomTicks.ts';
import type { KeyValueStorage } from '../../tab/net/storage.ts';
import {
  absentPeople,
  isUneven,
  movesOfOffers,
  movesOfRebalance,
  rebalanceProblem,
  standingProblem,
  withoutArrived,
} from '../../tab/screens/host/balance/standingProblem.ts';
import {
  groupsTable,
  listedGroups,
  peopleByName,
  roomText,
  sharedNames,
} from '../../tab/screens/host/lists/groupLists.ts';
import { groupListsWords } from '../../tab/text/groupLists.ts';
import { crowd, dealtBreakout, formedOfThirty } from '../gallery/host/builderScenes.ts';
import { groups } from '../gallery/host/fixtures.ts';

const slotId = 'slot-0008';
const breakoutOf = (view: HostView): HostBreakoutView => {
  const breakout = view.breakouts[slotId];
  if (breakout === undefined) throw new Error('no groups are formed');
  return breakout;
};
const formed = breakoutOf(formedOfThirty);
const listed = listedGroups(formedOfThirty, formed, 'fr');

describe('lists of formed groups', () => {
  it('H26 people stand in the order in which Teams shows them: by the name on screen, accents and case aside', () => {
    const named = ['Zoé Abel', 'élodie Faure', 'Eric Zola', 'Émile Ott', 'amina Roy'];
    const people = Object.fromEntries(
      Object.values(crowd(5)).map((person, index) => [person.id, { ...person, name: named[index] ?? '' }]),
    );
    const view = { ...formedOfThirty, people };
    const one = groups.slice(0, 1);
    const [group] = listedGroups({ ...view, groups: one }, dealtBreakout(people, one), 'fr');
    expect(group && roomText(group).split('\n')).toEqual([
      'amina Roy',
      'élodie Faure',
      'Émile Ott',
      'Eric Zola',
      'Zoé Abel',
    ]);
  });

  it('H26 namesakes are known as such, in whichever groups they are', () => {
    const renamed = ['Jean Martin', 'Zoé Abel', 'jean martin'];
    const people = Object.fromEntries(
      Object.values(crowd(3)).map((person, index) => [person.id, { ...person, name: renamed[index] ?? '' }]),
    );
    const view = { ...formedOfThirty, people };
    expect(sharedNames(listedGroups(view, dealtBreakout(people, groups), 'fr'))).toEqual(
      new Set(['Jean Martin', 'jean martin']),
    );
    expect(sharedNames(listed).size).toBe(0);
  });

  it('H26 everybody is on both lists once; a group that was given up is not', () => {
    expect(listed.flatMap(({ people }) => people)).toHaveLength(30);
    expect(
      peopleByName(listed)
        .map(({ person }) => person.id)
        .toSorted(),
    ).toEqual(Object.keys(formedOfThirty.people));
    const merged = { ...formed, merged: { 'group-0003': 'group-0001' } };
    expect(listedGroups(formedOfThirty, merged, 'fr').map(({ id }) => id)).toEqual(['group-0001', 'group-0002']);
  });

  it.each(['fr', 'en'] as const)('H26 the table is read back with the same people and groups, in %s', (language) => {
    const tricky = {
      ...formedOfThirty,
      people: Object.fromEntries(
        Object.values(formedOfThirty.people).map((person, index) => [
          person.id,
          {
            ...person,
            email: index % 2 === 0 ? `p${index}@example.org` : '',
            attributes: { ...person.attributes, Groupe: 'A;"B",\nC', Note: index === 1 ? '=1+1' : ' x ' },
          },
        ]),
      ),
    };
    const rows = peopleByName(listedGroups(tricky, formed, language));
    const text = groupsTable(listedGroups(tricky, formed, language), groupListsWords[language]);
    expect(text.startsWith('\uFEFF')).toBe(true);
    const file = parsePeople(new TextEncoder().encode(text), 'people.csv');
    expect(file.delimiter).toBe(language === 'fr' ? ';' : ',');
    const last = file.columns.length - 1;
    expect(file.columns[last]).toMatch(/^groupe?( \d+)?$/i);
    expect(file.rows.map(({ cells }) => cells[last])).toEqual(rows.map(({ group }) => String(group.number)));
    expect(file.rows.map(({ cells }) => cells[0])).toEqual(rows.map(({ person }) => person.name));
    // What looks like a formula is no formula.
    expect(text).toContain("'=1+1");
    const keys = personKeys(file);
    expect(keys.filter((key) => key.startsWith('mail '))).toHaveLength(15);
    expect(new Set(keys).size).toBe(30);
  });

  it('H26 ticks stay on the device, and whoever is moved has still to be assigned', () => {
    const memory = new Map<string, string>();
    const storage: KeyValueStorage = {
      get: (key) => memory.get(key),
      set: (key, value) => memory.set(key, value) === memory,
      remove: (key) => void memory.delete(key),
      keys: () => [...memory.keys()],
    };
    const tick = roomTick('group-0001', 'person-0001');
    writeRoomTicks(storage, 'workshop-1', slotId, new Set([tick]));
    expect(readRoomTicks(storage, 'workshop-1', slotId)).toEqual(new Set([tick]));
    expect(readRoomTicks(storage, 'workshop-2', slotId).size).toBe(0);
    expect(roomTick('group-0002', 'person-0001')).not.toBe(tick);
    memory.set([...memory.keys()][0] ?? '', '{broken');
    expect(readRoomTicks(storage, 'workshop-1', slotId).size).toBe(0);
  });
});

describe('groups on the day', () => {
  const seenIn = (breakout: HostBreakoutView, personId: string): HostBreakoutView => ({
    ...breakout,
    works: Object.fromEntries(
      Object.entries(breakout.works).map(([id, work]) => {
        const member = work.members[personId];
        return [
          id,
          member ? { ...work, members: { ...work.members, [personId]: { ...member, arrived: true } } } : work,
        ];
      }),
    ),
  });

  it('H27 whoever is neither connected nor seen in a room is away', () => {
    const away = absentPeople(formed);
    expect(Object.keys(away)).toEqual(['person-0004', 'person-0013', 'person-0022']);
    expect(Object.keys(absentPeople(seenIn(formed, 'person-0004')))).toHaveLength(2);
    expect(isUneven(formed, away)).toBe(true);
    expect(isUneven(formed, {})).toBe(false);
  });

  it('H27 those present are evened out by the fewest moves; whoever is away goes out of the groups', () => {
    const away = absentPeople(formed);
    const standing = standingProblem(formedOfThirty, formed, (id) => away[id] === undefined);
    const problem = rebalanceProblem(standing);
    const search = createSearch(problem, 1);
    search.advance(100_000);
    const moves = movesOfRebalance(standing, search.best(), away);
    // All three are of one group of ten: two people come to it.
    expect(moves.filter(({ toGroupId }) => toGroupId === undefined)).toHaveLength(3);
    expect(moves.filter(({ toGroupId }) => toGroupId !== undefined)).toHaveLength(2);
    expect(search.best().map((ids) => ids.length)).toEqual([9, 9, 9]);
    for (const { personId, fromGroupId } of moves)
      expect(formed.works[fromGroupId ?? '']?.members[personId]).toBeDefined();
  });

  it('H27 offered exchanges become moves of who is in which group, also when somebody is in both', () => {
    const standing = standingProblem({ ...formedOfThirty, breakouts: {} }, { ...formed, recipe: emptyRecipe });
    const [a = '', b = '', c = ''] = standing.split.map((ids) => ids[0]);
    const moves = movesOfOffers(standing, [
      { people: [a, b], groups: [0, 1], gain: 2 },
      { people: [a, c], groups: [1, 2], gain: 1 },
    ]);
    expect(moves).toEqual([
      { personId: a, fromGroupId: 'group-0001', toGroupId: 'group-0003' },
      { personId: b, fromGroupId: 'group-0002', toGroupId: 'group-0001' },
      { personId: c, fromGroupId: 'group-0003', toGroupId: 'group-0002' },
    ]);
    expect(reportSplit(standing.problem, standing.split).broken).toEqual([]);
  });

  it('H27 whoever sits in a room already is not asked to leave it', () => {
    const breakout = seenIn(formed, 'person-0001');
    const view = { ...formedOfThirty, breakouts: { [slotId]: breakout } };
    const { problem } = withoutArrived(standingProblem(view, breakout), breakout);
    expect(problem.pinned).toEqual([{ personId: 'person-0001', group: 1 }]);
  });
});
