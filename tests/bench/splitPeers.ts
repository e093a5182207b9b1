import { IntegerRandom } from '../../shared/groups/integerRandom.ts';
import { byId, type Split, type SplitProblem } from '../../shared/groups/problem.ts';

/** Everybody in random order, dealt out like cards. */
export function dealAtRandom({ people, groups }: SplitProblem, seed: number): Split {
  const order = Int32Array.from(people.keys());
  new IntegerRandom(seed).shuffle(order);
  return deal(
    [...order].map((index) => people[index]?.id ?? ''),
    groups.length,
  );
}

/** What a careful person does in a spreadsheet: sort by the weightiest attribute, then the next, and deal out. */
export function dealSorted({ people, groups, mix = {} }: SplitProblem): Split {
  const attributes = Object.keys(mix).sort((a, b) => (mix[b] ?? 0) - (mix[a] ?? 0) || byId(a, b));
  const key = (values: Readonly<Record<string, string>>): string =>
    attributes.map((name) => values[name] ?? '').join('\t');
  const sorted = people.toSorted((a, b) => byId(key(a.values), key(b.values)) || byId(a.id, b.id));
  return deal(
    sorted.map(({ id }) => id),
    groups.length,
  );
}

function deal(ids: readonly string[], groups: number): Split {
  const split: string[][] = Array.from({ length: groups }, () => []);
  for (const [index, id] of ids.entries()) split[index % groups]?.push(id);
  return split;
}

/** The cost of sharing values and of meeting again; rules, which dealing does not know, are left out. */
export function softCost({ people, mix = {}, earlier = [], metWeight = 0 }: SplitProblem, split: Split): number {
  const columns = [
    ...Object.entries(mix).map(([name, weight]) => ({
      weight,
      values: new Map(people.map(({ id, values }) => [id, values[name] ?? ''])),
    })),
    ...earlier.map((places) => ({
      weight: metWeight,
      values: new Map(places.map(({ personId, group }) => [personId, String(group)])),
    })),
  ];
  let cost = 0;
  for (const { weight, values } of columns)
    for (const ids of split) {
      const counts = new Map<string, number>();
      for (const id of ids) {
        const value = values.get(id) ?? '';
        if (value === '') continue;
        const before = counts.get(value) ?? 0;
        cost += weight * before;
        counts.set(value, before + 1);
      }
    }
  return cost;
}
