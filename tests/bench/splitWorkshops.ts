import { IntegerRandom } from '../../shared/groups/integerRandom.ts';
import { evenGroups, type SplitProblem } from '../../shared/groups/problem.ts';

/**
 * A registration list with organisations of uneven size and the rules of a real workshop: an animator pinned to each group,
 * pairs that stay together, organisations apart as far as there are groups, an interpreter in each group, and for every
 * other workshop a first round in which people have met.
 */
export function realisticWorkshop(people: number, groups: number, hasMet: boolean): SplitProblem {
  const random = new IntegerRandom(people * 64 + groups);
  // The product of draws is skewed: a few large organisations, many of one person.
  const skewed = (kinds: number): number => (random.below(256) * random.below(256) * kinds) >>> 16;
  const persons = Array.from({ length: people }, (_, index) => ({
    id: `p${String(index).padStart(4, '0')}`,
    values: {
      org: `org ${skewed(Math.ceil(people / 2))}`,
      kind: `kind ${skewed(8)}`,
      region: `region ${skewed(13)}`,
      role: `role ${skewed(6)}`,
      first: random.below(3) === 0 ? 'yes' : 'no',
      sign: index % Math.max(1, Math.floor(people / (groups * 2))) === 0 ? 'yes' : '',
    },
  }));
  const apart = [...Map.groupBy(persons, ({ values }) => values.org).values()].map((set) =>
    set.slice(0, groups).map(({ id }) => id),
  );
  const orgOf = new Map(persons.map(({ id, values }) => [id, values.org]));
  const idAt = (index: number): string => persons[index]?.id ?? '';
  const pairs = Array.from({ length: Math.floor(people / 20) }, (_, pair) => [
    idAt(groups + 2 * pair),
    idAt(groups + 2 * pair + 1),
  ]);
  return {
    people: persons,
    groups: evenGroups(people, groups),
    mix: { org: 6, kind: 4, region: 2, role: 2, first: 1 },
    apart,
    together: pairs.filter(([a = '', b = '']) => orgOf.get(a) !== orgOf.get(b)),
    // Animators: one a group.
    pinned: Array.from({ length: groups }, (_, group) => ({ personId: idAt(group), group })),
    needs: [{ attribute: 'sign', value: 'yes', atLeast: 1 }],
    earlier: hasMet ? [persons.map(({ id }, index) => ({ personId: id, group: index % groups }))] : [],
    metWeight: 3,
  };
}
