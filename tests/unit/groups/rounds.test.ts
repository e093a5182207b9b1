import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchDistances } from '../../../shared/groups/distanceSearch.ts';
import { IntegerRandom } from '../../../shared/groups/integerRandom.ts';
import { countRepeats, fewestRepeats, searchRounds } from '../../../shared/groups/rounds.ts';
import { allSplits } from './problems.ts';

describe('several rounds', () => {
  it('G9 everyone is in one group a round, and the repeats are those counted afresh', () => {
    const small = fc.record({
      groups: fc.integer({ min: 1, max: 6 }),
      size: fc.integer({ min: 1, max: 6 }),
      rounds: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(small, fc.integer(), (problem, seed) => {
        const [search, again] = [searchRounds(problem, seed), searchRounds(problem, seed)];
        search.advance(4_000);
        for (let slice = 0; slice < 4; slice++) again.advance(1_000);
        const schedule = search.best();
        expect(again.best()).toEqual(schedule);
        expect(countRepeats(schedule)).toBe(search.repeats());
        expect(search.repeats()).toBeGreaterThanOrEqual(fewestRepeats(problem));
        for (const round of schedule)
          expect(round.flat().sort((a, b) => a - b)).toEqual([...Array(problem.groups * problem.size).keys()]);
      }),
    );
  });

  it('G9 eight groups of four meet nobody twice in five rounds', () => {
    const search = searchRounds({ groups: 8, size: 4, rounds: 5 }, 1);
    search.advance(1_000_000);
    expect(search.repeats()).toBe(0);
  });
});

describe('splitting by distances', () => {
  it('G12 the best partition of a small instance is found', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom([3, 3], [2, 2, 2], [2, 4], [1, 5]),
        fc.integer(),
        (seed, sizes, start) => {
          const people = 6;
          const random = new IntegerRandom(seed);
          const distances = new Int32Array(people * people);
          for (let i = 0; i < people; i++)
            for (let j = 0; j < i; j++) distances[i * people + j] = distances[j * people + i] = random.below(100);
          const valueOfSplit = (groupOf: ArrayLike<number>): number => {
            let value = 0;
            for (let i = 0; i < people; i++)
              for (let j = 0; j < i; j++) if (groupOf[i] === groupOf[j]) value += distances[i * people + j] as number;
            return value;
          };
          let most = 0;
          for (const split of allSplits(['0', '1', '2', '3', '4', '5'], sizes.length)) {
            if (split.some((ids, group) => ids.length !== sizes[group])) continue;
            const groupOf = Array.from({ length: people }, (_, person) =>
              split.findIndex((ids) => ids.includes(String(person))),
            );
            most = Math.max(most, valueOfSplit(groupOf));
          }
          const limits = Int32Array.from(sizes);
          let found = 0;
          for (let run = 0; run < 8; run++) {
            const search = searchDistances({ people, smallest: limits, largest: limits, distances }, start + run);
            for (let pass = 0; pass <= 400; pass++) search.pass(pass / 350, people);
            expect(valueOfSplit(search.best())).toBe(search.value());
            found = Math.max(found, search.value());
          }
          expect(found).toBe(most);
        },
      ),
      { numRuns: 40, seed: 12 },
    );
  });
});

describe('the generator', () => {
  it('G4 its stream is that of PCG RXS-M-XS 32, the same on every engine', () => {
    const random = new IntegerRandom(42);
    const reference = (() => {
      let state = 0n;
      const mask = (1n << 32n) - 1n;
      const next = (): number => {
        const old = state;
        state = (old * 747796405n + 2891336453n) & mask;
        const word = (((old >> ((old >> 28n) + 4n)) ^ old) * 277803737n) & mask;
        return Number((word >> 22n) ^ word);
      };
      next();
      state = (state + 42n) & mask;
      next();
      return next;
    })();
    for (let index = 0; index < 1_000; index++) expect(random.next()).toBe(reference());
  });
});
