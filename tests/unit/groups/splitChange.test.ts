import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Placement, Split, SplitProblem } from '../../../shared/groups/problem.ts';
import { reportSplit } from '../../../shared/groups/report.ts';
import { createSearch } from '../../../shared/groups/search.ts';
import { changeOf, withMoves } from '../../../shared/groups/splitChange.ts';
import { anyProblem, workshop } from './problems.ts';

const splitOf = (problem: SplitProblem, seed: number): Split => {
  const search = createSearch(problem, seed);
  search.advance(500);
  return search.best();
};

/** Moves of one to three people, each once. */
const anyMoves = (problem: SplitProblem): fc.Arbitrary<readonly Placement[]> =>
  fc
    .array(
      fc.record({
        personId: fc.constantFrom(...problem.people.map(({ id }) => id)),
        group: fc.integer({ min: 0, max: problem.groups.length - 1 }),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((moves) => [...new Map(moves.map((move) => [move.personId, move])).values()]);

const keysOf = (things: readonly unknown[]): readonly string[] => things.map((thing) => JSON.stringify(thing));

describe('what moving people changes', () => {
  it('G13 everyone is where the moves say, and nobody else has moved', () => {
    const split = splitOf(workshop(12, 3), 1);
    const [first = '', second = ''] = [split[0]?.[0], split[1]?.[0]];
    const after = withMoves(split, [
      { personId: first, group: 1 },
      { personId: second, group: 0 },
    ]);
    expect(after[0]).toContain(second);
    expect(after[1]).toContain(first);
    expect(after[2]).toBe(split[2]);
    expect(after.map((ids) => ids.length)).toEqual(split.map((ids) => ids.length));
  });

  it('G13 is what two whole reports tell', () => {
    const anyCase = anyProblem(20, 4).chain((problem) =>
      fc.record({ problem: fc.constant(problem), moves: anyMoves(problem), seed: fc.nat(9) }),
    );
    fc.assert(
      fc.property(anyCase, ({ problem, moves, seed }) => {
        const split = splitOf(problem, seed);
        const change = changeOf(problem, split, moves);
        const [before, after] = [reportSplit(problem, split), reportSplit(problem, withMoves(split, moves))];
        for (const { attribute, pairs } of after.attributes) {
          const was = before.attributes.find((one) => one.attribute === attribute)?.pairs ?? 0;
          expect(change.pairs[attribute] ?? 0).toBe(pairs - was);
        }
        const times = (meetings: readonly { readonly times: number }[]): number =>
          meetings.reduce((sum, meeting) => sum + meeting.times, 0);
        expect(times(change.meetAgain) - times(change.partAgain)).toBe(after.meetAgain.times - before.meetAgain.times);
        const [wasBroken, isBroken] = [keysOf(before.broken), keysOf(after.broken)];
        expect(isBroken).toEqual(expect.arrayContaining(keysOf(change.broken) as string[]));
        expect(wasBroken).toEqual(expect.arrayContaining(keysOf(change.mended) as string[]));
        if (change.broken.length === 0 && change.mended.length === 0) {
          expect(isBroken.length).toBe(wasBroken.length);
        }
        // Kinds that are whole or broken: nothing between.
        const isPlain = (key: string): boolean => /^\{"kind":"(apart|pinned)"/.test(key);
        const fresh = isBroken.filter((key) => isPlain(key) && !wasBroken.includes(key) && isApartAnew(key, wasBroken));
        expect(keysOf(change.broken)).toEqual(expect.arrayContaining(fresh));
      }),
    );
  });

  it('G13 an exchange back undoes the change', () => {
    const problem = workshop(40, 4);
    const split = splitOf(problem, 2);
    const [first = '', second = ''] = [split[0]?.[0], split[1]?.[0]];
    const there = [
      { personId: first, group: 1 },
      { personId: second, group: 0 },
    ];
    const back = [
      { personId: first, group: 0 },
      { personId: second, group: 1 },
    ];
    const change = changeOf(problem, split, there);
    const undone = changeOf(problem, withMoves(split, there), back);
    const negated = Object.fromEntries(Object.entries(change.pairs).map(([name, pairs]) => [name, -pairs]));
    expect(undone.pairs).toEqual(negated);
  });
});

/** Two people who sat together already and now do in another group break no rule anew. */
function isApartAnew(key: string, wasBroken: readonly string[]): boolean {
  const { group: _group, ...rule } = JSON.parse(key) as { readonly group: number };
  return !wasBroken.some((was) => {
    const { group: _was, ...other } = JSON.parse(was) as { readonly group: number };
    return JSON.stringify(other) === JSON.stringify(rule);
  });
}
