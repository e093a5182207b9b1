import type { Instance } from './compile.ts';

/**
 * A cost that no split can go below, by counting: each value spread over the groups as cheaply as its sets allow, each
 * block where it likes best, no rule broken that need not be.
 */
export function lowerBound(instance: Instance): number {
  let bound = instance.pairs.within + instance.pairs.least;
  for (let value = 1; value < instance.values; value++) bound += valueBound(instance, value);
  const { unary, groups, blocks, rule, skills } = instance;
  for (let block = 0; unary.length > 0 && block < blocks.members.length; block++) {
    const fixed = blocks.fixed[block] as number;
    bound += fixed >= 0 ? (unary[block * groups + fixed] as number) : least(unary, block * groups, groups);
  }
  for (let skill = 0; skill < skills.names.length; skill++) {
    let missing = 0;
    for (let group = 0; group < groups; group++)
      missing += skills.needed[group * skills.names.length + skill] as number;
    for (let at = 0; at < skills.skill.length; at++)
      if (skills.skill[at] === skill) missing -= skills.count[at] as number;
    bound += Math.max(0, missing) * rule;
  }
  return bound;
}

function least(costs: Float64Array, from: number, count: number): number {
  let result = Number.POSITIVE_INFINITY;
  for (let at = from; at < from + count; at++) result = Math.min(result, costs[at] as number);
  return result;
}

/**
 * The least that one value can cost. Its cost in a group is convex in how many are there, so adding one at a time where the
 * next costs least is optimal (Gross 1956). People who must be together with the same value stand in one group from the
 * start: in even groups, each such set in a group of its own is the best case.
 */
export function valueBound(instance: Instance, value: number): number {
  const spread = spreadOf(instance, value);
  const { weightOf, allowance, values } = instance;
  let cost = 0;
  for (const [group, count] of spread.entries()) {
    const free = allowance[group * values + value] as number;
    cost += (count * (count - 1)) / 2 - free * count;
  }
  return cost * (weightOf[value] as number);
}

/** How many people of a value each group has in the cheapest spread; which group has how many is only meant in uneven groups. */
export function spreadOf(instance: Instance, value: number): Int32Array {
  const { groups, values, allowance, totalOf, largest } = instance;
  const spread = new Int32Array(groups);
  let left = totalOf[value] as number;
  const free = Int32Array.from({ length: groups }, (_, group) => allowance[group * values + value] as number);
  const isEven = free.every((count) => count === 0);
  const sets = setsOf(instance, value);
  if (isEven) {
    for (const [group, size] of sets.slice(0, groups).entries()) {
      spread[group] = size;
      left -= size;
    }
  }
  const room = Math.max(0, ...largest);
  while (left > 0) {
    let best = -1;
    for (let group = 0; group < groups; group++) {
      if ((spread[group] as number) >= (isEven ? room : (largest[group] as number))) continue;
      const next = (spread[group] as number) - (free[group] as number);
      if (best < 0 || next < (spread[best] as number) - (free[best] as number)) best = group;
    }
    // More people than places: sizes will be broken, and the bound stays one.
    if (best < 0) break;
    spread[best] = (spread[best] as number) + 1;
    left--;
  }
  return spread;
}

/** How many people of the value must share a group, set by set, the biggest first. Blocks pinned to one group are one set. */
function setsOf({ blocks, columns, valueAt }: Instance, value: number): number[] {
  const sizes = new Map<number, number>();
  for (const [block, members] of blocks.members.entries()) {
    const fixed = blocks.fixed[block] as number;
    if (members.length < 2 && fixed < 0) continue;
    let count = 0;
    for (const person of members)
      for (let column = 0; column < columns; column++) if (valueAt[person * columns + column] === value) count++;
    const key = fixed >= 0 ? -1 - fixed : block;
    if (count > 0) sizes.set(key, (sizes.get(key) ?? 0) + count);
  }
  return [...sizes.values()].sort((a, b) => b - a);
}
