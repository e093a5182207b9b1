import { describe, expect, it } from 'vitest';
import { findContradictions } from '../../../shared/groups/contradictions.ts';
import { evenGroups, type SplitProblem } from '../../../shared/groups/problem.ts';
import { reportSplit } from '../../../shared/groups/report.ts';
import { createSearch } from '../../../shared/groups/search.ts';

const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id, index) => ({
  id,
  values: { org: index < 4 ? 'Croix' : '', sign: index === 0 ? 'yes' : '' },
}));
const problem: SplitProblem = { people, groups: evenGroups(8, 2) };
const kinds = (rules: Partial<SplitProblem>): unknown[] => findContradictions({ ...problem, ...rules });

describe('contradictory rules', () => {
  it('G3 rules that can hold are no contradiction', () => {
    expect(kinds({ together: [['a', 'b']], apart: [['a', 'c']], pinned: [{ personId: 'a', group: 1 }] })).toEqual([]);
  });

  it('G3 together and apart at once', () => {
    expect(
      kinds({
        together: [
          ['a', 'b'],
          ['b', 'c'],
        ],
        apart: [['c', 'a']],
      }),
    ).toEqual([{ kind: 'together_and_apart', people: ['a', 'c'] }]);
  });

  it('G3 together, but of one organisation that must be apart', () => {
    expect(kinds({ together: [['a', 'b', 'e']], apartBy: ['org'], groups: evenGroups(8, 4) })).toEqual([
      { kind: 'set_too_big', people: ['a', 'b', 'e'], places: 2 },
      { kind: 'together_shares', attribute: 'org', value: 'Croix', people: ['a', 'b'] },
    ]);
  });

  it('G3 two pins in a set that stays together', () => {
    const pinned = [
      { personId: 'a', group: 1 },
      { personId: 'b', group: 0 },
    ];
    expect(kinds({ together: [['a', 'b']], pinned })).toEqual([
      { kind: 'two_pins', people: ['a', 'b'], groups: [0, 1] },
    ]);
  });

  it('G3 apart, but pinned to one group', () => {
    const pinned = [
      { personId: 'a', group: 1 },
      { personId: 'b', group: 1 },
    ];
    expect(kinds({ apart: [['a', 'b']], pinned })).toEqual([{ kind: 'pinned_apart', people: ['a', 'b'], group: 1 }]);
  });

  it('G3 more people pinned than places', () => {
    const pinned = people.slice(0, 5).map(({ id }) => ({ personId: id, group: 0 }));
    expect(kinds({ pinned })).toEqual([
      { kind: 'pins_too_many', people: ['a', 'b', 'c', 'd', 'e'], group: 0, places: 4 },
    ]);
  });

  it('G3 four people of one organisation cannot be apart in two groups, and two in each is the best compromise', () => {
    const rules = { ...problem, apartBy: ['org'] };
    expect(findContradictions(rules)).toEqual([
      { kind: 'too_many_of_value', attribute: 'org', value: 'Croix', people: ['a', 'b', 'c', 'd'], groups: 2 },
    ]);
    const search = createSearch(rules, 1);
    search.advance(5_000);
    const { broken, optimum } = reportSplit(rules, search.best());
    expect(optimum).toBe('proved');
    expect(broken.map((rule) => (rule.kind === 'shares' ? rule.people.length : rule))).toEqual([2, 2]);
  });

  it('G3 three people, every two of whom must be apart, in two groups', () => {
    expect(
      kinds({
        apart: [
          ['a', 'e'],
          ['e', 'f'],
          ['f', 'a'],
        ],
      }),
    ).toEqual([{ kind: 'too_many_apart', people: ['a', 'e', 'f'], groups: 2 }]);
  });

  it('G3 too few places, too few people, too few with a skill', () => {
    expect(
      kinds({
        groups: [
          { smallest: 0, largest: 3 },
          { smallest: 0, largest: 3 },
        ],
      }),
    ).toEqual([{ kind: 'not_enough_places', people: 8, places: 6 }]);
    expect(kinds({ groups: [{ smallest: 9, largest: 12 }] })).toEqual([
      { kind: 'not_enough_people', people: 8, needed: 9 },
    ]);
    const need = { attribute: 'sign', value: 'yes', atLeast: 1 };
    expect(kinds({ needs: [need] })).toEqual([{ kind: 'not_enough_skilled', need, people: ['a'], needed: 2 }]);
    expect(kinds({ groups: [] })).toEqual([{ kind: 'no_group' }]);
  });

  it('G3 people and groups that are not there, or there twice', () => {
    expect(kinds({ apart: [['a', 'z']], pinned: [{ personId: 'b', group: 2 }] })).toEqual([
      { kind: 'unknown_person', personId: 'z', rule: 'apart' },
      { kind: 'unknown_group', personId: 'b', group: 2 },
    ]);
    expect(findContradictions({ ...problem, people: [...people, ...people.slice(0, 1)] })).toContainEqual({
      kind: 'duplicate_person',
      personId: 'a',
    });
  });
});
