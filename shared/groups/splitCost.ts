import { compile, type Instance } from './compile.ts';
import type { Split, SplitProblem } from './problem.ts';

/**
 * The cost of a split, counted pair by pair and rule by rule from the compiled problem: what the search's running sums must
 * equal. People who are in no group, or in two, make it infinite.
 */
export const splitCost = (problem: SplitProblem, split: Split): number => instanceCost(compile(problem), split);

/** The same where the problem is compiled already. */
export function instanceCost(instance: Instance, split: Split): number {
  const { blocks, columns, valueAt, values, weightOf, allowance, pairs, skills, unary, rule, sizeRule, ...rest } =
    instance;
  const groupOf = new Int32Array(blocks.ids.length).fill(-1);
  for (const [group, ids] of split.entries())
    for (const id of ids) {
      const person = blocks.numberOf.get(id);
      if (person === undefined || groupOf[person] !== -1) return Number.POSITIVE_INFINITY;
      groupOf[person] = group;
    }
  if (groupOf.includes(-1)) return Number.POSITIVE_INFINITY;
  let cost = pairs.within;
  const counts = new Map<number, number>();
  for (const [at, value] of valueAt.entries()) {
    const cell = (groupOf[Math.floor(at / columns)] as number) * values + value;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  for (const [cell, count] of counts)
    cost += (weightOf[cell % values] as number) * ((count * (count - 1)) / 2 - count * (allowance[cell] as number));
  for (const [block, members] of blocks.members.entries()) {
    const group = groupOf[members[0] as number] as number;
    // A set that is not together breaks a rule for each person who is elsewhere.
    for (const person of members) if (groupOf[person] !== group) cost += rule;
    if (unary.length > 0) cost += unary[block * rest.groups + group] as number;
    for (let at = pairs.start[block] as number; at < (pairs.start[block + 1] as number); at++) {
      const other = pairs.other[at] as number;
      if (other > block && groupOf[blocks.members[other]?.[0] as number] === group) cost += pairs.cost[at] as number;
    }
  }
  for (let group = 0; group < rest.groups; group++) {
    const size = split[group]?.length ?? 0;
    const [smallest, largest] = [rest.smallest[group] as number, rest.largest[group] as number];
    cost += sizeRule * Math.max(0, size - largest, smallest - size);
    for (const [skill] of skills.names.entries()) {
      let spare = -(skills.needed[group * skills.names.length + skill] as number);
      for (const [block, members] of blocks.members.entries()) {
        if (groupOf[members[0] as number] !== group) continue;
        for (let at = skills.start[block] as number; at < (skills.start[block + 1] as number); at++)
          if (skills.skill[at] === skill) spare += skills.count[at] as number;
      }
      cost += rule * Math.max(0, -spare);
    }
  }
  return cost;
}
