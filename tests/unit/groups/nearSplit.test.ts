import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenRules } from '../../../shared/groups/brokenRules.ts';
import { withPerson } from '../../../shared/groups/lateArrivals.ts';
import { offerSwaps } from '../../../shared/groups/offerSwaps.ts';
import { placeLate } from '../../../shared/groups/placeLate.ts';
import { evenGroups, type Split, type SplitProblem } from '../../../shared/groups/problem.ts';
import { reportSplit } from '../../../shared/groups/report.ts';
import { createSearch } from '../../../shared/groups/search.ts';
import { mergeGroup, searchFewestMoves, searchNear } from '../../../shared/groups/settle.ts';
import { splitCost } from '../../../shared/groups/splitCost.ts';
import { allSplits, anyProblem, workshop } from './problems.ts';

function solved(problem: SplitProblem, proposals = 20_000): Split {
  const search = createSearch(problem, 1);
  search.advance(proposals);
  return search.best();
}

const groupOf = (split: Split, id: string): number => split.findIndex((ids) => ids.includes(id));
const movedBetween = (before: Split, after: Split): number =>
  before.flat().filter((id) => after.flat().includes(id) && groupOf(before, id) !== groupOf(after, id)).length;

/** A workshop without its first people, who come late. */
function withLate(
  people: number,
  groups: number,
  late: number,
): { problem: SplitProblem; before: Split; late: string[] } {
  const problem = workshop(people, groups);
  const there = { ...problem, people: problem.people.slice(late), groups: evenGroups(people - late, groups) };
  return { problem, before: solved(there), late: problem.people.slice(0, late).map(({ id }) => id) };
}

describe('near an earlier split', () => {
  it('G7 a late arrival goes where the cost is least, and nobody else moves', () => {
    fc.assert(
      fc.property(anyProblem(14, 4), fc.integer(), (problem, seed) => {
        const [late] = problem.people;
        const rules = { ...problem, together: [], pinned: [] };
        if (late === undefined) return;
        const search = createSearch({ ...rules, people: problem.people.slice(1) }, seed);
        search.advance(1_000);
        const placed = placeLate(rules, search.best(), late.id);
        const costs = problem.groups.map((_, group) => splitCost(rules, withPerson(search.best(), late.id, group)));
        expect(costs[placed?.group ?? -1]).toBe(Math.min(...costs));
      }),
    );
  });

  it('G7 ten late arrivals one by one move nobody, and sizes stay even', () => {
    const { problem, before, late } = withLate(100, 9, 10);
    let split = before;
    for (const [index, id] of late.entries()) {
      const known = {
        ...problem,
        people: problem.people.filter((person) => split.flat().includes(person.id) || person.id === id),
      };
      const rules = { ...known, groups: evenGroups(before.flat().length + index + 1, 9) };
      split = withPerson(split, id, placeLate(rules, split, id)?.group ?? 0);
      expect(brokenRules(rules, split)).toEqual([]);
    }
    expect(movedBetween(before, split)).toBe(0);
    const offers = offerSwaps(problem, split);
    expect(offers.length).toBeLessThanOrEqual(2);
    expect(offers.every(({ gain }) => gain > 0)).toBe(true);
  });

  it('G7 whoever must be together with somebody follows them, and a stranger has no place', () => {
    const { problem, before, late } = withLate(30, 3, 1);
    const friend = before[2]?.[0] ?? '';
    const placed = placeLate({ ...problem, together: [[late[0] ?? '', friend]] }, before, late[0] ?? '');
    expect(placed?.group).toBe(2);
    expect(placeLate(problem, before, 'nobody')).toBeUndefined();
  });

  it('G7 an offered exchange lowers the cost by what it says', () => {
    const { problem } = withLate(40, 5, 0);
    const split = problem.groups.map((_, group) =>
      problem.people.filter((_, at) => at % 5 === group).map(({ id }) => id),
    );
    let cost = splitCost(problem, split);
    let now: Split = split;
    for (const { people, gain } of offerSwaps(problem, split)) {
      const [a, b] = people;
      now = now.map((ids) => ids.map((id) => (id === a ? b : id === b ? a : id)));
      expect(splitCost(problem, now)).toBe(cost - gain);
      cost -= gain;
    }
    expect(cost).toBeLessThan(splitCost(problem, split));
  });

  it('G7 many newcomers at once move nobody when sizes allow it', () => {
    const { problem, before } = withLate(60, 6, 6);
    const search = searchNear(problem, before, 1, 20_000);
    expect(movedBetween(before, search.best())).toBe(0);
    expect(search.brokenRules()).toBe(0);
  });

  it('G8 absent people are made up for with the fewest moves that there can be', () => {
    const people = workshop(7, 2).people;
    fc.assert(
      fc.property(fc.subarray([...people], { minLength: 4 }), fc.integer(), (present, seed) => {
        const before = [people.slice(0, 4), people.slice(4)].map((group) => group.map(({ id }) => id));
        const problem: SplitProblem = {
          ...workshop(7, 2),
          people: present,
          groups: evenGroups(present.length, 2),
          apart: [['p000', 'p001']],
        };
        const search = searchFewestMoves(problem, before, seed);
        search.advance(5_000);
        let fewest = Number.POSITIVE_INFINITY;
        for (const split of allSplits(
          present.map(({ id }) => id),
          2,
        ))
          if (brokenRules(problem, split).length === 0) fewest = Math.min(fewest, movedBetween(before, split));
        expect(search.brokenRules()).toBe(0);
        expect(movedBetween(before, search.best())).toBe(fewest);
      }),
    );
  });

  it('G8 a big workshop with absent people is even again after as many moves as there are people too many', () => {
    const problem = workshop(300, 30);
    const before = solved(problem);
    const absent = new Set([
      ...(before[0] ?? []).slice(0, 5),
      ...(before[1] ?? []).slice(0, 3),
      ...(before[7] ?? []).slice(0, 1),
    ]);
    const people = problem.people.filter(({ id }) => !absent.has(id));
    const after = { ...problem, people, groups: evenGroups(people.length, 30) };
    const search = searchNear(after, before, 1, 1_000);
    search.advance(30_000);
    expect(reportSplit(after, search.best()).broken).toEqual([]);
    // Groups of 5 and 7 people need 4 and 2 more to be of 9 or 10.
    expect(movedBetween(before, search.best())).toBe(6);
  });

  it('G8 a group that is merged moves its own people only', () => {
    const problem = {
      ...workshop(33, 3),
      pinned: [
        { personId: 'p001', group: 2 },
        { personId: 'p002', group: 0 },
      ],
    };
    const before = solved(problem);
    const merged = mergeGroup(problem, before, 0, evenGroups(33, 2));
    expect(merged.problem.pinned).toEqual([{ personId: 'p001', group: 1 }]);
    const search = searchNear(merged.problem, merged.split, 1, 20_000);
    expect(
      search
        .best()
        .map((ids) => ids.length)
        .sort(),
    ).toEqual([16, 17]);
    expect(movedBetween(merged.split, search.best())).toBe(0);
  });

  it('G11 in a second round people meet as seldom as counting allows, or as often as asked', () => {
    const problem = workshop(30, 3);
    const before = solved(problem);
    const earlier = [before.flatMap((ids, group) => ids.map((personId) => ({ personId, group })))];
    const second = { ...problem, earlier, metWeight: 20 };
    const search = createSearch(second, 3);
    search.advance(100_000);
    const { meetAgain } = reportSplit(second, search.best());
    expect(meetAgain.times).toBe(meetAgain.fewest);
    expect(meetAgain.fewest).toBe(36);
    const again = { ...problem, earlier, metWeight: -50 };
    const same = createSearch(again, 3);
    same.advance(100_000);
    expect(reportSplit(again, same.best()).meetAgain.times).toBe(3 * 45);
  });
});
