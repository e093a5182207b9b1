import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, shuffled } from '../../../shared/core/random.ts';
import { formatMinuteOfDay } from '../../../shared/core/time.ts';
import { splitEvenly } from '../../../shared/groups/splitEvenly.ts';

const seed = fc.nat({ max: 2 ** 32 - 1 });
const ids = (prefix: string, maxLength: number) =>
  fc.nat({ max: maxLength }).map((count) => Array.from({ length: count }, (_, index) => `${prefix}-${index}`));

describe('drawing by lot', () => {
  it('B1 the same seed gives the same stream, in [0, 1)', () => {
    fc.assert(
      fc.property(seed, (number) => {
        const [one, other] = [seededRandom(number), seededRandom(number)];
        for (let draw = 0; draw < 50; draw++) {
          const value = one();
          expect(value).toBe(other());
          expect(value >= 0 && value < 1).toBe(true);
        }
      }),
    );
  });

  it('B1 a shuffle keeps everyone, and leaves the list that it was given', () => {
    fc.assert(
      fc.property(seed, ids('person', 40), (number, people) => {
        const before = [...people];
        expect(shuffled(people, seededRandom(number)).toSorted()).toEqual(before.toSorted());
        expect(people).toEqual(before);
      }),
    );
  });

  it('B1 every order comes about as often as any other', () => {
    const counts = new Map<string, number>();
    const random = seededRandom(1);
    for (let round = 0; round < 6_000; round++) {
      const order = shuffled(['a', 'b', 'c'], random).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // Seven standard deviations: a fair draw never falls outside, a biased one does.
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(7 * Math.sqrt(1_000 * (5 / 6)));
  });
});

describe('splitting into groups', () => {
  it('B1 everyone is in exactly one group, sizes differ by one at most, whatever the order of arrival', () => {
    fc.assert(
      fc.property(seed, ids('person', 100), ids('group', 12), (number, people, groups) => {
        const placements = splitEvenly(people, groups, number);
        if (groups.length === 0) {
          expect(placements).toEqual({});
          return;
        }
        expect(Object.keys(placements).toSorted()).toEqual(people.toSorted());
        const sizes = groups.map((group) => Object.values(placements).filter((place) => place === group).length);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(people.length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(splitEvenly(people.toReversed(), groups, number)).toEqual(placements);
      }),
    );
  });

  it('B1 no group is the big one every time', () => {
    const biggest = new Set<string | undefined>();
    for (let number = 0; number < 50; number++) {
      const places = Object.values(splitEvenly(['a', 'b', 'c', 'd'], ['1', '2', '3'], number));
      biggest.add(['1', '2', '3'].find((group) => places.filter((place) => place === group).length === 2));
    }
    expect(biggest).toEqual(new Set(['1', '2', '3']));
  });
});

it('T10 a minute of the day is written as on a clock', () => {
  expect([0, 545, 1_439, 1_440].map(formatMinuteOfDay)).toEqual(['00:00', '09:05', '23:59', '00:00']);
});
