import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findContradictions } from '../../../shared/groups/contradictions.ts';
import { emptyRecipe, type Recipe, recipeProblem } from '../../../shared/groups/recipe.ts';

const crowd = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `p${index}`, values: {} }));
const sizes = (limits: Recipe['limits'], people: number, groups: number) =>
  recipeProblem(
    { ...emptyRecipe, limits },
    crowd(people),
    Array.from({ length: groups }, (_, index) => index + 1),
  ).groups.map(({ smallest, largest }) => (smallest === largest ? smallest : [smallest, largest]));

describe('a recipe for some people and groups', () => {
  it.each([
    [
      'nothing asked',
      {},
      10,
      3,
      [
        [3, 4],
        [3, 4],
        [3, 4],
      ],
    ],
    ['one that is small', { 1: { smallest: 0, largest: 2 } }, 10, 3, [2, 4, 4]],
    ['one that is large', { 2: { smallest: 6, largest: 8 } }, 10, 3, [2, 6, 2]],
    ['one small and one large', { 1: { smallest: 0, largest: 1 }, 3: { smallest: 7, largest: 9 } }, 12, 3, [1, 4, 7]],
    [
      'what is even anyway',
      { 1: { smallest: 2, largest: 9 } },
      10,
      3,
      [
        [3, 4],
        [3, 4],
        [3, 4],
      ],
    ],
    ['too few places', { 1: { smallest: 0, largest: 2 }, 2: { smallest: 0, largest: 2 } }, 10, 2, [2, 2]],
  ] as const)('B18 shares people out: %s', (_name, limits, people, groups, expected) => {
    expect(sizes(limits, people, groups)).toEqual(expected);
  });

  it('B18 limits that leave room for everybody never contradict each other', () => {
    const limit = fc.tuple(fc.nat(20), fc.nat(20)).map(([one, other]) => ({
      smallest: Math.min(one, other),
      largest: Math.max(one, other),
    }));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('1', '2', '3', '4'), limit), fc.nat(60), (limits, people) => {
        const asked = [1, 2, 3, 4].map((number) => limits[number]);
        const least = asked.reduce((sum, one) => sum + (one?.smallest ?? 0), 0);
        const most = asked.reduce((sum, one) => sum + (one?.largest ?? Number.POSITIVE_INFINITY), 0);
        const problem = recipeProblem({ ...emptyRecipe, limits }, crowd(people), [1, 2, 3, 4]);
        const isPossible = least <= people && people <= most;
        if (isPossible) expect(findContradictions(problem)).toEqual([]);
        for (const [index, one] of asked.entries()) {
          if (one === undefined || !isPossible) continue;
          expect(problem.groups[index]?.smallest).toBeGreaterThanOrEqual(one.smallest);
          expect(problem.groups[index]?.largest).toBeLessThanOrEqual(one.largest);
        }
      }),
    );
  });

  it('B18 asks nothing for people who are not here, and nothing of groups that are not there', () => {
    const recipe: Recipe = {
      ...emptyRecipe,
      togetherBy: ['Binôme'],
      together: [
        ['p0', 'gone'],
        ['p0', 'p1', 'gone'],
      ],
      apart: [['p1', 'gone']],
      pinned: { gone: 1, p1: 2 },
      needs: [
        { attribute: 'Langue', value: 'LSF', atLeast: 1, group: 9 },
        { attribute: 'Langue', value: 'LSF', atLeast: 1 },
      ],
    };
    const people = [
      { id: 'p0', values: { Binôme: 'A' } },
      { id: 'p1', values: { Binôme: '' } },
      { id: 'p2', values: { Binôme: 'A' } },
    ];
    const problem = recipeProblem(recipe, people, [2, 5]);
    expect(problem.together).toEqual([
      ['p0', 'p1'],
      ['p0', 'p2'],
    ]);
    expect(problem.apart).toEqual([]);
    expect(problem.pinned).toEqual([{ personId: 'p1', group: 0 }]);
    expect(problem.needs).toEqual([{ attribute: 'Langue', value: 'LSF', atLeast: 1 }]);
  });
});
