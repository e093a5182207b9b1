import { apartPairs } from './pairs.ts';
import { byId, type Need, type Split, type SplitProblem } from './problem.ts';

/** A rule that a split breaks, and whom it concerns. Groups are numbered from 0. */
export type BrokenRule =
  | { readonly kind: 'placed'; readonly personId: string; readonly times: number }
  | {
      readonly kind: 'size';
      readonly group: number;
      readonly size: number;
      readonly smallest: number;
      readonly largest: number;
    }
  | { readonly kind: 'together'; readonly people: readonly string[]; readonly groups: readonly number[] }
  | { readonly kind: 'apart'; readonly people: readonly [string, string]; readonly group: number }
  | {
      readonly kind: 'shares';
      readonly attribute: string;
      readonly value: string;
      readonly people: readonly string[];
      readonly group: number;
    }
  | { readonly kind: 'pinned'; readonly personId: string; readonly wanted: number; readonly group: number }
  | { readonly kind: 'need'; readonly need: Need; readonly group: number; readonly people: readonly string[] };

/** Every broken rule of a split, from the problem alone: nothing that the search counted is believed. */
export function brokenRules(problem: SplitProblem, split: Split): BrokenRule[] {
  const { people, groups, together = [], apart = [], apartBy = [], pinned = [], needs = [] } = problem;
  const broken: BrokenRule[] = [];
  const groupOf = new Map(split.flatMap((ids, group) => ids.map((id) => [id, group] as const)));
  const times = new Map<string, number>();
  for (const id of split.flat()) times.set(id, (times.get(id) ?? 0) + 1);
  const valuesOf = new Map(people.map(({ id, values }) => [id, values]));
  for (const id of new Set([...valuesOf.keys(), ...times.keys()])) {
    const count = times.get(id) ?? 0;
    if (count !== 1 || !valuesOf.has(id)) broken.push({ kind: 'placed', personId: id, times: count });
  }
  for (const [group, { smallest, largest }] of groups.entries()) {
    const size = split[group]?.length ?? 0;
    if (size < smallest || size > largest) broken.push({ kind: 'size', group, size, smallest, largest });
  }
  for (const set of together) {
    const known = set.filter((id) => groupOf.has(id));
    const places = [...new Set(known.map((id) => groupOf.get(id) as number))].sort((a, b) => a - b);
    if (places.length > 1) broken.push({ kind: 'together', people: known, groups: places });
  }
  for (const pair of apartPairs(apart)) {
    const group = groupOf.get(pair[0]);
    if (group !== undefined && group === groupOf.get(pair[1])) broken.push({ kind: 'apart', people: pair, group });
  }
  for (const attribute of apartBy)
    for (const [group, ids] of split.entries())
      for (const [value, sharing] of Map.groupBy(ids, (id) => valuesOf.get(id)?.[attribute] ?? ''))
        if (value !== '' && sharing.length > 1)
          broken.push({ kind: 'shares', attribute, value, people: sharing.toSorted(byId), group });
  for (const { personId, group: wanted } of pinned) {
    const group = groupOf.get(personId);
    if (group !== undefined && group !== wanted) broken.push({ kind: 'pinned', personId, wanted, group });
  }
  for (const need of needs)
    for (const [group, ids] of split.entries()) {
      if (need.group !== undefined && need.group !== group) continue;
      const skilled = ids.filter((id) => valuesOf.get(id)?.[need.attribute] === need.value);
      if (skilled.length < need.atLeast) broken.push({ kind: 'need', need, group, people: skilled });
    }
  return broken;
}
