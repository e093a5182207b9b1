import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BrokenRule } from '../../shared/groups/brokenRules.ts';
import type { Contradiction } from '../../shared/groups/contradictions.ts';
import { emptyRecipe, type Recipe } from '../../shared/groups/recipe.ts';
import { reportSplit } from '../../shared/groups/report.ts';
import { changeOf } from '../../shared/groups/splitChange.ts';
import {
  earlierGroups,
  knownAttributes,
  placementsOf,
  splitPeople,
} from '../../tab/screens/host/builder/builderPeople.ts';
import { comparedMoves } from '../../tab/screens/host/builder/comparedMoves.ts';
import {
  askedProblem,
  asksAnew,
  type Draft,
  lockToggled,
  moved,
  resized,
  searchedProblem,
  standingSplit,
  withPeople,
} from '../../tab/screens/host/builder/draft.ts';
import { dropOf } from '../../tab/screens/host/builder/dropTarget.ts';
import { foreignMoves } from '../../tab/screens/host/builder/foreignMoves.ts';
import { beginning, redone, settled, stepped, undone } from '../../tab/screens/host/builder/history.ts';
import { groupCount, plannedGroups } from '../../tab/screens/host/builder/plannedGroups.ts';
import { readRecipeFile, recipeFile } from '../../tab/screens/host/builder/recipeFile.ts';
import { createDesk, type SearchAnswer } from '../../tab/screens/host/builder/searchDesk.ts';
import {
  brokenSentence,
  compromiseSentence,
  contradictionSentence,
  costOf,
  namesOf,
  type Speech,
} from '../../tab/screens/host/builder/splitSentences.ts';
import { rememberable, remembered, startingRecipe } from '../../tab/screens/host/builder/startingRecipe.ts';
import { sentenceWords } from '../../tab/text/splitSentences.ts';
import { crowd, dealtBreakout } from '../gallery/host/builderScenes.ts';
import { breakout, groups, hostView } from '../gallery/host/fixtures.ts';

const people = splitPeople(crowd(12));
const ids = people.map(({ id }) => id);
const planned = plannedGroups(groups, 3);
const draftOf = (change: Partial<Draft> = {}): Draft =>
  resized(
    {
      size: { kind: 'groups', count: 3 },
      recipe: emptyRecipe,
      seed: 1,
      split: [],
      lockedPeople: new Set(),
      lockedGroups: new Set(),
      ...change,
    },
    { kind: 'groups', count: 3 },
    people,
  );
const speechIn = (language: 'fr' | 'en'): Speech => ({
  words: sentenceWords[language],
  nameOf: (id) => ({ a: 'Amina', b: 'Basile', c: 'Claire' })[id] ?? '',
  groupOf: (index) => (language === 'fr' ? `Groupe ${index + 1}` : `Group ${index + 1}`),
});
const french = speechIn('fr');

describe('steps of a preparation', () => {
  it('H23 are taken back and made again without limit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 40 }), fc.nat(60), (steps, back) => {
        let history = beginning(-1);
        for (const step of steps) history = stepped(history, step);
        const all = [-1, ...steps];
        for (let count = 0; count < back; count++) history = undone(history);
        expect(history.present).toBe(all[Math.max(0, all.length - 1 - back)]);
        for (let count = 0; count < back; count++) history = redone(history);
        expect(history.present).toBe(all.at(-1));
      }),
    );
  });

  it('H23 a new step forgets what was taken back; a search that goes on is no step', () => {
    const taken = undone(stepped(stepped(beginning('a'), 'b'), 'c'));
    expect(redone(stepped(taken, 'd')).present).toBe('d');
    expect(settled(taken, 'B')).toEqual({ past: ['a'], present: 'B', future: ['c'] });
  });

  it('H23 keep everybody in one group, whatever the number of groups; locks hold', () => {
    const draft = moved(draftOf(), [{ personId: ids[0] ?? '', group: 2 }]);
    expect(draft.lockedPeople.has(ids[0] ?? '')).toBe(true);
    for (const count of [1, 3, 5, 12]) {
      const next = resized(draft, { kind: 'groups', count }, people);
      expect(next.split).toHaveLength(count);
      expect(next.split.flat().toSorted()).toEqual(ids);
      if (count >= 3) expect(next.split[2]).toContain(ids[0]);
    }
    expect(groupCount({ kind: 'people', count: 5 }, 12)).toBe(2);
    expect(groupCount({ kind: 'groups', count: 70 }, 12)).toBe(50);
  });

  it('H23 what is locked is held when groups are mixed again, and is no part of the recipe', () => {
    const draft = { ...draftOf(), lockedGroups: new Set([1]), lockedPeople: new Set([ids[0] ?? '']) };
    const problem = searchedProblem(draft, people, planned, []);
    const held = new Set([...(draft.split[1] ?? []), ids[0]]);
    expect(new Set(problem.pinned?.map(({ personId }) => personId))).toEqual(held);
    expect(problem.groups[1]).toEqual({ smallest: 4, largest: 4 });
    expect(askedProblem(draft.recipe, people, planned, []).pinned).toEqual([]);
    expect(lockToggled(new Set([1, 2]), 2)).toEqual(new Set([1]));
    expect(asksAnew(draft, { ...draft, lockedGroups: new Set() })).toBe(false);
    expect(asksAnew(draft, { ...draft, seed: 2 })).toBe(true);
  });

  it('H24 whoever comes is placed and nobody else moves; whoever goes is out', () => {
    const draft = draftOf();
    const more = splitPeople(crowd(14));
    const problem = askedProblem(draft.recipe, more, planned, []);
    const [first = '', second = ''] = more.slice(12).map(({ id }) => id);
    // One of the two is placed by the server already.
    const next = withPeople(draft, problem, planned, { [first]: 'group-0003' });
    expect(next.split[2]).toContain(first);
    expect(next.split.flat()).toContain(second);
    for (const [index, group] of draft.split.entries())
      expect(next.split[index]).toEqual(expect.arrayContaining([...group]));
    const fewer = askedProblem(draft.recipe, people.slice(1), planned, []);
    expect(withPeople(draft, fewer, planned, {}).split.flat().toSorted()).toEqual(ids.slice(1));
    expect(withPeople(draft, askedProblem(draft.recipe, people, planned, []), planned, {})).toBe(draft);
  });

  it('H24 what others moved meanwhile is told, late arrivals are not', () => {
    const base = { a: 'g1', b: 'g2' };
    expect(foreignMoves(base, { ...base, late: 'g1' })).toEqual([]);
    expect(foreignMoves(base, { a: 'g2', b: 'g2' })).toEqual([{ personId: 'a', from: 'g1', to: 'g2' }]);
    expect(foreignMoves(base, { b: 'g2' })).toEqual([]);
    expect(foreignMoves({}, { a: 'g1' })).toEqual([{ personId: 'a', to: 'g1' }]);
  });

  it('H23 dropping on a group moves, dropping on a person exchanges, dropping at home does nothing', () => {
    const split = [['a', 'b'], ['c']];
    expect(dropOf(split, 'a', 'g1')?.moves).toEqual([{ personId: 'a', group: 1 }]);
    expect(dropOf(split, 'a', 'pc')).toEqual({
      group: 1,
      personId: 'c',
      moves: [
        { personId: 'a', group: 1 },
        { personId: 'c', group: 0 },
      ],
    });
    for (const target of ['g0', 'pb', 'pnobody', undefined]) expect(dropOf(split, 'a', target)).toBeUndefined();
    expect(comparedMoves(split, [['b'], ['a', 'c', 'new']])).toEqual([{ personId: 'a', from: 0, to: 1 }]);
  });
});

describe('what a preparation starts from', () => {
  const view = hostView({ people: crowd(12), attributes: [{ name: 'Région', asked: true, choices: [] }] });

  it('H22 people are those who take a place, and change only when something of theirs does', () => {
    expect(people).toHaveLength(12);
    const flickered = Object.fromEntries(
      Object.values(crowd(12)).map((person) => [person.id, { ...person, connected: false }]),
    );
    expect(splitPeople(flickered, people)).toBe(people);
    expect(splitPeople(hostView().people)).toHaveLength(20);
    expect(knownAttributes(people, view.attributes).map(({ name }) => name)).toEqual([
      'organisation',
      'Région',
      'Type',
      'Langue',
    ]);
  });

  it('H22 groups are those of the workshop, and new ones with the numbers that they will get', () => {
    expect(plannedGroups(groups, 5).map(({ groupId, number }) => [groupId, number])).toEqual([
      ['group-0001', 1],
      ['group-0002', 2],
      ['group-0003', 3],
      [undefined, 4],
      [undefined, 5],
    ]);
    const formed = dealtBreakout(crowd(12), groups);
    const split = standingSplit(placementsOf(formed), planned);
    expect(split.map((group) => group.length)).toEqual([4, 4, 4]);
  });

  it('H22 the recipe is that of the breakout, else of the workshop, else of the device, else the usual one', () => {
    const recipe: Recipe = { ...emptyRecipe, mix: { Région: 3 }, apart: [['a', 'b']], met: 'repeat' };
    const device = remembered(rememberable(recipe), ['Région']);
    expect(device).toEqual({ ...recipe, apart: [] });
    expect(remembered(rememberable(recipe), ['Type'])).toBeUndefined();
    for (const spoilt of [undefined, '', 'null', '{"mix":1}', '{"mix":{},"apartBy":[1],"togetherBy":[],"met":"avoid"}'])
      expect(remembered(spoilt, ['Région'])).toBeUndefined();
    const formed = { 'slot-0008': dealtBreakout(crowd(12), groups, recipe) };
    expect(startingRecipe({ ...view, breakouts: formed }, 'slot-0008', people, device).source).toBe('breakout');
    expect(startingRecipe({ ...view, breakouts: formed }, 'slot-0011', people, device).source).toBe('workshop');
    expect(startingRecipe(view, 'slot-0008', people, device).source).toBe('device');
    expect(startingRecipe(view, 'slot-0008', people, undefined)).toMatchObject({
      source: 'usual',
      recipe: { apartBy: ['organisation'] },
    });
  });

  it('H30 a recipe goes to another workshop in a file, as far as it speaks of what is known there', async () => {
    const recipe: Recipe = {
      ...emptyRecipe,
      mix: { Région: 3, Type: 1 },
      apartBy: ['organisation'],
      together: [['a', 'b']],
      pinned: { a: 2 },
      limits: { 1: { smallest: 0, largest: 8 } },
      needs: [{ attribute: 'Langue', value: 'LSF', atLeast: 1 }],
      met: 'avoid',
    };
    const file = new Blob([recipeFile('Ma recette', recipe)]);
    expect(recipeFile('Ma recette', recipe)).not.toMatch(/together"|"a"/);
    expect(await readRecipeFile(file, ['organisation', 'region', 'Langue'])).toEqual({
      name: 'Ma recette',
      recipe: { ...recipe, mix: { region: 3 }, together: [], pinned: {} },
      unknown: ['Type'],
    });
    for (const other of ['', 'null', '{}', '{"format":"aparte-recipe"}', recipeFile('', recipe), 'x'.repeat(1_000_001)])
      expect(await readRecipeFile(new Blob([other]), [])).toBeUndefined();
    const foreign = recipeFile('Autre', { ...recipe, mix: { Région: 99 } });
    expect(await readRecipeFile(new Blob([foreign]), ['Région'])).toBeUndefined();
  });

  it('H22 people have met in breakouts that took place, and in groups that were noted', () => {
    const met = earlierGroups(
      {
        ...view,
        breakouts: { 'slot-0008': breakout('closed'), 'slot-0002': breakout('formed') },
        earlier: [{ id: 'earlier-01', name: 'Hier', groups: [['a', 'b'], ['c']] }],
      },
      'slot-0011',
    );
    expect(met.map(({ isNoted, places }) => [isNoted, places.length])).toEqual([
      [false, 18],
      [true, 3],
    ]);
  });
});

describe('a search beside the page', () => {
  const asked = askedProblem({ ...emptyRecipe, mix: { Région: 1 } }, people, planned, []);
  const run = (budgetMs: number): readonly SearchAnswer[] => {
    const answers: SearchAnswer[] = [];
    const waiting: (() => void)[] = [];
    let now = 0;
    const desk = createDesk({
      now: () => now++,
      post: (answer) => answer.kind === 'split' && answers.push(answer),
      soon: (task) => waiting.push(task),
      sliceMs: 5,
    });
    desk({ kind: 'judge', problem: asked });
    desk({ kind: 'search', runId: 1, problem: asked, seed: 3, budgetMs });
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) task();
    return answers;
  };

  it('H22 answers at once, and ends when its time is over or nothing better can be found', () => {
    const answers = run(1_000);
    expect(answers.at(-1)).toMatchObject({ isDone: true, progress: 1, report: { optimum: 'proved' } });
    expect(answers.at(-1)?.report).toEqual(reportSplit(asked, answers.at(-1)?.split ?? []));
    expect(run(1)).toHaveLength(1);
  });

  it('H22 a search that is given up says nothing more; any split is reported', () => {
    const answers: SearchAnswer[] = [];
    const waiting: (() => void)[] = [];
    const desk = createDesk({
      now: () => 0,
      post: (answer) => answer.kind === 'split' && answers.push(answer),
      soon: (task) => waiting.push(task),
      sliceMs: 0,
    });
    desk({ kind: 'judge', problem: { ...asked, mix: { Région: 1, Type: 3, organisation: 2 } } });
    desk({ kind: 'search', runId: 1, problem: { ...asked, apartBy: ['Type'] }, seed: 1, budgetMs: 1_000 });
    const before = answers.length;
    desk({ kind: 'stop' });
    waiting.shift()?.();
    expect(answers).toHaveLength(before);
    desk({ kind: 'report', runId: 7, split: draftOf().split });
    expect(answers.at(-1)).toMatchObject({ runId: 7, isDone: true });
  });
});

describe('what a split is said to be', () => {
  const contradictions: readonly Contradiction[] = [
    { kind: 'duplicate_person', personId: 'a' },
    { kind: 'unknown_person', personId: 'x', rule: 'apart' },
    { kind: 'unknown_group', personId: 'a', group: 7 },
    { kind: 'no_group' },
    { kind: 'not_enough_places', people: 12, places: 10 },
    { kind: 'not_enough_people', people: 3, needed: 6 },
    { kind: 'together_and_apart', people: ['a', 'b'] },
    { kind: 'together_shares', attribute: 'organisation', value: 'ADASI', people: ['a', 'b'] },
    { kind: 'two_pins', people: ['a', 'b'], groups: [0, 1] },
    { kind: 'pinned_apart', people: ['a', 'b'], group: 1 },
    { kind: 'set_too_big', people: ['a', 'b', 'c'], places: 2 },
    { kind: 'pins_too_many', people: ['a', 'b', 'c'], group: 0, places: 2 },
    { kind: 'too_many_of_value', attribute: 'organisation', value: 'ADASI', people: ['a', 'b', 'c'], groups: 2 },
    { kind: 'too_many_of_value', attribute: 'Région', value: 'Corse', people: ['a', 'b', 'c'], groups: 2 },
    { kind: 'too_many_apart', people: ['a', 'b', 'c'], groups: 2 },
    { kind: 'not_enough_skilled', need: { attribute: 'Langue', value: 'LSF', atLeast: 1 }, people: ['a'], needed: 3 },
  ];
  const broken: readonly BrokenRule[] = [
    { kind: 'placed', personId: 'a', times: 0 },
    { kind: 'size', group: 0, size: 11, smallest: 10, largest: 10 },
    { kind: 'size', group: 0, size: 9, smallest: 10, largest: 10 },
    { kind: 'together', people: ['a', 'b'], groups: [0, 1] },
    { kind: 'apart', people: ['a', 'b'], group: 1 },
    { kind: 'shares', attribute: 'organisation', value: 'ADASI', people: ['a', 'b'], group: 1 },
    { kind: 'shares', attribute: 'Région', value: 'Corse', people: ['a', 'b'], group: 1 },
    { kind: 'pinned', personId: 'a', wanted: 0, group: 1 },
    { kind: 'need', need: { attribute: 'Langue', value: 'LSF', atLeast: 1 }, group: 1, people: [] },
  ];

  it.each(['fr', 'en'] as const)(
    'H25 every contradiction and every broken rule has a sentence with names, in %s',
    (language) => {
      const speech = speechIn(language);
      const sentences = [
        ...contradictions.map((one) => contradictionSentence(one, speech)),
        ...broken.map((rule) => brokenSentence(rule, speech)),
      ];
      expect(new Set(sentences).size).toBe(sentences.length);
      for (const sentence of sentences) {
        expect(sentence).toMatch(/^\S.*\.$/);
        expect(sentence).not.toMatch(/undefined|NaN|\[object| {2}/);
      }
      for (const one of contradictions)
        if ('people' in one && Array.isArray(one.people)) expect(contradictionSentence(one, speech)).toContain('Amina');
    },
  );

  it('H25 what is impossible is said in plain words, with the best compromise', () => {
    const crowded = contradictions[12] as Contradiction;
    expect(contradictionSentence(crowded, french)).toBe(
      '3\u00a0personnes de «\u00a0ADASI\u00a0» ne peuvent pas être séparées dans 2\u00a0groupes\u00a0: Amina, Basile et Claire.'.replace(
        '3\u00a0',
        '3 ',
      ),
    );
    expect(compromiseSentence(crowded, [['a', 'c'], ['b']], french)).toBe(
      'Au mieux\u00a0: 2 dans Groupe 1, 1 dans Groupe 2.',
    );
    expect(compromiseSentence({ kind: 'no_group' }, [], french)).toBeUndefined();
    expect(namesOf(french, ['a', 'b', 'x'], 1)).toBe('Amina et 2\u00a0autres');
  });

  it('H25 sentences about people agree with whoever is named, and with any attribute', () => {
    const shares = { kind: 'shares', attribute: 'Type', value: 'B', group: 0, people: ['a', 'b'] } as const;
    expect(brokenSentence(shares, french)).toBe('Groupe 1\u00a0: Amina et Basile sont de même Type (B).');
    const asked = { ...shares, attribute: 'Première fois\u00a0?' } as const;
    expect(brokenSentence(asked, french)).toContain('sont de même Première fois (B).');
    const apart = { kind: 'apart', people: ['a', 'b'], group: 0 } as const;
    expect(brokenSentence(apart, french)).toBe('Amina et Basile ne devaient jamais être ensemble (Groupe 1).');
  });

  it('H25 what a move costs is told: rules first, then pairs and meetings', () => {
    const problem = {
      people: [
        { id: 'a', values: { organisation: 'X', Région: 'N' } },
        { id: 'b', values: { organisation: 'X', Région: 'S' } },
        { id: 'c', values: { organisation: 'Y', Région: 'S' } },
      ],
      groups: [
        { smallest: 1, largest: 2 },
        { smallest: 1, largest: 2 },
      ],
      mix: { Région: 1 },
      apartBy: ['organisation'],
      earlier: [
        [
          { personId: 'a', group: 0 },
          { personId: 'b', group: 0 },
        ],
      ],
      metWeight: 1,
    };
    const there = costOf(changeOf(problem, [['a'], ['b', 'c']], [{ personId: 'b', group: 0 }]), problem, french);
    expect(there.tone).toBe('worse');
    expect(there.lines).toEqual([
      'Groupe 1\u00a0: Amina et Basile sont de «\u00a0X\u00a0».',
      '\u22121\u00a0paire de même Région.',
      '+1\u00a0paire de même organisation.',
      '+1\u00a0retrouvaille\u00a0: Amina et Basile.',
    ]);
    const nothing = costOf({ pairs: {}, broken: [], mended: [], meetAgain: [], partAgain: [] }, problem, french);
    expect(nothing).toEqual({ tone: 'same', lines: ['Le mélange reste aussi bon.'] });
  });
});
