import type { Blocks } from './blocks.ts';
import type { SplitProblem } from './problem.ts';

/** What two blocks in one group cost, kept by block: those of block b are other[start[b] … start[b + 1]]. */
export interface Pairs {
  readonly start: Int32Array;
  readonly other: Int32Array;
  readonly cost: Float64Array;
  /** The cost of pairs inside blocks, which no split changes. */
  readonly within: number;
  /** The sum of all costs that are not negative, and of those that are. */
  readonly most: number;
  readonly least: number;
}

/** @param rule what a pair that must be apart costs */
export function compilePairs(problem: SplitProblem, blocks: Blocks, rule: number): Pairs {
  const { apart = [], met = [], earlier = [], metWeight = 0 } = problem;
  const count = blocks.members.length;
  const costs = new Map<number, number>();
  let within = 0;
  const add = (first: string, second: string, cost: number): void => {
    const [one, two] = [blocks.numberOf.get(first), blocks.numberOf.get(second)];
    if (one === undefined || two === undefined || one === two || cost === 0) return;
    const [a, b] = [blocks.blockOf[one] as number, blocks.blockOf[two] as number];
    if (a === b) within += cost;
    else {
      const key = Math.min(a, b) * count + Math.max(a, b);
      costs.set(key, (costs.get(key) ?? 0) + cost);
    }
  };
  for (const [first, second] of apartPairs(apart)) add(first, second, rule);
  for (const { pair, times } of met) add(pair[0], pair[1], times * metWeight);
  // Wanting people to meet again has no columns: a negative weight is no cost that spreading lowers.
  if (metWeight < 0) for (const split of earlier) addMeetings(split, (first, second) => add(first, second, metWeight));
  const sorted = [...costs].sort(([a], [b]) => a - b);
  const degrees = new Int32Array(count + 1);
  for (const [key] of sorted) {
    for (const block of [Math.floor(key / count), key % count]) degrees[block + 1] = (degrees[block + 1] as number) + 1;
  }
  for (let block = 0; block < count; block++)
    degrees[block + 1] = (degrees[block + 1] as number) + (degrees[block] as number);
  const fill = degrees.slice();
  const other = new Int32Array(sorted.length * 2);
  const cost = new Float64Array(sorted.length * 2);
  for (const [key, value] of sorted) {
    const [a, b] = [Math.floor(key / count), key % count];
    for (const [from, to] of [[a, b] as const, [b, a] as const]) {
      const at = fill[from] as number;
      fill[from] = at + 1;
      other[at] = to;
      cost[at] = value;
    }
  }
  const sum = (keep: (cost: number) => boolean): number =>
    sorted.reduce((total, [, value]) => total + (keep(value) ? value : 0), 0);
  return {
    start: degrees,
    other,
    cost,
    within,
    most: sum((value) => value > 0) + Math.abs(within) + Math.abs(sum((value) => value < 0)),
    least: sum((value) => value < 0),
  };
}

/** Each pair once, in whatever order and however often it was said. */
export function apartPairs(sets: readonly (readonly string[])[]): (readonly [string, string])[] {
  const pairs = new Map<string, readonly [string, string]>();
  for (const set of sets)
    for (const [index, first] of set.entries())
      for (const second of set.slice(index + 1)) {
        if (first === second) continue;
        const pair = first < second ? ([first, second] as const) : ([second, first] as const);
        // The length tells where the first id ends.
        pairs.set(`${pair[0].length} ${pair[0]}${pair[1]}`, pair);
      }
  return [...pairs.values()];
}

function addMeetings(
  split: readonly { readonly personId: string; readonly group: number }[],
  add: (first: string, second: string) => void,
): void {
  const groups = Map.groupBy(split, ({ group }) => group);
  for (const people of groups.values())
    for (const [index, { personId }] of people.entries())
      for (const other of people.slice(index + 1)) add(personId, other.personId);
}
