import fc from 'fast-check';
import { evenGroups, type Split, type SplitProblem } from '../../../shared/groups/problem.ts';

const id = (index: number): string => `p${String(index).padStart(3, '0')}`;

/** Problems of every kind, contradictory ones too. */
export const anyProblem = (mostPeople: number, mostGroups: number): fc.Arbitrary<SplitProblem> =>
  fc
    .record({ count: fc.integer({ min: 1, max: mostPeople }), groupCount: fc.integer({ min: 1, max: mostGroups }) })
    .chain(({ count, groupCount }) => {
      const person = fc.integer({ min: 0, max: count - 1 }).map(id);
      const group = fc.integer({ min: 0, max: groupCount - 1 });
      const place = fc.record({ personId: person, group });
      const pair = fc.tuple(person, person);
      const value = fc.constantFrom('', 'a', 'b', 'c');
      return fc.record({
        people: fc
          .array(fc.record({ org: fc.constantFrom('', 'x', 'y', 'z', 't'), role: value, region: value }), {
            minLength: count,
            maxLength: count,
          })
          .map((rows) => rows.map((values, index) => ({ id: id(index), values }))),
        groups: fc.oneof(
          fc.constant(evenGroups(count, groupCount)),
          fc.array(
            fc
              .record({ smallest: fc.integer({ min: 0, max: 2 }), more: fc.integer({ min: 0, max: count + 1 }) })
              .map(({ smallest, more }) => ({ smallest, largest: smallest + more })),
            {
              minLength: groupCount,
              maxLength: groupCount,
            },
          ),
        ),
        mix: fc.record({
          org: fc.integer({ min: 0, max: 6 }),
          role: fc.integer({ min: 0, max: 3 }),
          region: fc.constant(1),
        }),
        together: fc.array(fc.array(person, { minLength: 2, maxLength: 3 }), { maxLength: 2 }),
        apart: fc.array(pair, { maxLength: 4 }),
        apartBy: fc.subarray(['org']),
        pinned: fc.array(place, { maxLength: 2 }),
        needs: fc.array(
          fc.record({ attribute: fc.constant('role'), value: fc.constant('a'), atLeast: fc.constant(1) }),
          {
            maxLength: 1,
          },
        ),
        earlier: fc.array(fc.array(place, { maxLength: count }).map(oncePerPerson), { maxLength: 2 }),
        met: fc.array(fc.record({ pair, times: fc.integer({ min: 1, max: 3 }) }), { maxLength: 2 }),
        metWeight: fc.constantFrom(-2, 0, 3),
        wishes: fc.array(fc.record({ personId: person, group, cost: fc.integer({ min: -4, max: 4 }) }), {
          maxLength: 2,
        }),
      });
    });

function oncePerPerson<Place extends { readonly personId: string }>(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [place.personId, place])).values()];
}

/** Every way to put everybody into a group. */
export function* allSplits(people: readonly string[], groups: number): Generator<Split> {
  const total = groups ** people.length;
  for (let code = 0; code < total; code++) {
    const split: string[][] = Array.from({ length: groups }, () => []);
    let rest = code;
    for (const personId of people) {
      split[rest % groups]?.push(personId);
      rest = Math.floor(rest / groups);
    }
    yield split;
  }
}

/** A registration list of uneven organisations, the same for the same numbers. */
export function workshop(people: number, groups: number): SplitProblem {
  const skewed = (index: number, step: number, kinds: number): number => {
    const drawn = ((index * step) % 101) / 101;
    return Math.floor(drawn * drawn * kinds);
  };
  return {
    people: Array.from({ length: people }, (_, index) => ({
      id: id(index),
      values: {
        org: `org ${skewed(index, 37, Math.ceil(people / 3))}`,
        kind: `kind ${skewed(index, 53, 8)}`,
        region: `region ${skewed(index, 71, 13)}`,
        first: index % 3 === 0 ? 'yes' : 'no',
      },
    })),
    groups: evenGroups(people, groups),
    mix: { org: 6, kind: 4, region: 2, first: 1 },
  };
}
