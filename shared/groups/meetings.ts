import type { Split, SplitProblem } from './problem.ts';

export interface Meeting {
  readonly people: readonly [string, string];
  readonly group: number;
  readonly times: number;
}

/** Person → the people whom they have met before, and how often. Each pair stands at its smaller id. */
export function meetings({ earlier = [], met = [] }: SplitProblem): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const table = new Map<string, Map<string, number>>();
  const add = (first: string, second: string, times: number): void => {
    if (first === second) return;
    const [a, b] = first < second ? [first, second] : [second, first];
    const row = table.get(a) ?? new Map<string, number>();
    table.set(a, row.set(b, (row.get(b) ?? 0) + times));
  };
  for (const split of earlier)
    for (const people of Map.groupBy(split, ({ group }) => group).values())
      for (const [index, { personId }] of people.entries())
        for (const other of people.slice(index + 1)) add(personId, other.personId, 1);
  for (const { pair, times } of met) add(pair[0], pair[1], times);
  return table;
}

/** Who meets whom again in a split, in the order of groups and ids. */
export function pairsThatMeetAgain(table: ReturnType<typeof meetings>, split: Split): Meeting[] {
  return split.flatMap((ids, group) => {
    const sorted = [...ids].sort();
    return sorted.flatMap((first, index) => {
      const row = table.get(first);
      if (row === undefined) return [];
      return sorted.slice(index + 1).flatMap((second) => {
        const times = row.get(second) ?? 0;
        return times > 0 ? [{ people: [first, second] as const, group, times }] : [];
      });
    });
  });
}
