import type { Blocks } from './blocks.ts';
import { byId, type GroupLimits, type SplitProblem } from './problem.ts';

/** What people may share, as numbers. Each attribute that is mixed or kept apart is a column, and so is each earlier split. */
export interface Columns {
  readonly columns: number;
  readonly valueAt: Int32Array;
  readonly values: number;
  readonly weightOf: Float64Array;
  readonly totalOf: Int32Array;
  readonly allowance: Int32Array;
  /** Value → its column's name and its text. */
  readonly valueNames: readonly ValueName[];
}

export interface ValueName {
  readonly attribute: string;
  readonly value: string;
}

/** The name of the column of an earlier split, which no attribute can have. */
const earlierColumn = (index: number): string => `\u0000earlier ${index}`;
export const isEarlierColumn = (attribute: string): boolean => attribute.startsWith('\u0000');

/**
 * @param rule what sharing a value of an attribute of `apartBy` costs on top of its weight
 * Missing values, and values that one person alone has, are nobody's to share: they are all value 0, of weight 0.
 */
export function compileColumns(problem: SplitProblem, blocks: Blocks, rule: number): Columns {
  const { people, groups, mix = {}, apartBy = [], earlier = [], metWeight = 0 } = problem;
  const table = new Map(people.map(({ id, values }) => [id, values]));
  const sizes = expectedSizes(groups, blocks.ids.length);
  const isEven = spread(sizes) <= 1;
  const sources = [...new Set([...Object.keys(mix), ...apartBy])].sort(byId).flatMap((attribute) => {
    const read = (id: string): string => table.get(id)?.[attribute] ?? '';
    const [weight, ruled] = [mix[attribute] ?? 0, apartBy.includes(attribute) ? rule : 0];
    // One column does for both, unless mixing in proportion to sizes must not soften the rule.
    return isEven
      ? [{ attribute, weight: weight + ruled, read, isProportional: false }]
      : [
          { attribute, weight, read, isProportional: true },
          { attribute, weight: ruled, read, isProportional: false },
        ];
  });
  for (const [index, split] of metWeight > 0 ? earlier.entries() : []) {
    const groupOf = new Map(split.map(({ personId, group }) => [personId, String(group)]));
    sources.push({
      attribute: earlierColumn(index),
      weight: metWeight,
      read: (id) => groupOf.get(id) ?? '',
      isProportional: false,
    });
  }
  const kept = sources.filter(({ weight }) => weight > 0);
  const valueAt = new Int32Array(blocks.ids.length * kept.length);
  const names: ValueName[] = [{ attribute: '', value: '' }];
  const weights = [0];
  const totals = [0];
  const proportional = [false];
  for (const [column, { attribute, weight, read, isProportional }] of kept.entries()) {
    const holders = new Map<string, number[]>();
    for (const [person, id] of blocks.ids.entries()) {
      const value = read(id);
      if (value === '') continue;
      const others = holders.get(value);
      if (others === undefined) holders.set(value, [person]);
      else others.push(person);
    }
    for (const [value, persons] of holders) {
      if (persons.length < 2) continue;
      for (const person of persons) valueAt[person * kept.length + column] = names.length;
      names.push({ attribute, value });
      weights.push(weight);
      totals.push(persons.length);
      proportional.push(isProportional);
    }
  }
  return {
    columns: kept.length,
    valueAt,
    values: names.length,
    weightOf: Float64Array.from(weights),
    totalOf: Int32Array.from(totals),
    allowance: allowances(sizes, totals, proportional),
    valueNames: names,
  };
}

/** Uneven groups: a group's share of a value follows its size, so a small group is mixed as well as a large one. */
function allowances(sizes: readonly number[], totals: readonly number[], proportional: readonly boolean[]): Int32Array {
  const allowance = new Int32Array(sizes.length * totals.length);
  for (const [group, size] of sizes.entries())
    for (const [value, total] of totals.entries())
      if (proportional[value] === true) allowance[group * totals.length + value] = allowanceOf(total, size, sizes);
  return allowance;
}

/** @param total how many people have the value @param size of the group @param sizes of all groups */
export function allowanceOf(total: number, size: number, sizes: readonly number[]): number {
  const people = sizes.reduce((sum, one) => sum + one, 0);
  return people === 0 || spread(sizes) <= 1 ? 0 : Math.round(total * (size / people - 1 / sizes.length));
}

const spread = (sizes: readonly number[]): number => Math.max(...sizes) - Math.min(...sizes);

/** The sizes if groups are filled evenly within their limits. */
export function expectedSizes(groups: readonly GroupLimits[], people: number): number[] {
  const sizes = groups.map(({ smallest }) => smallest);
  for (let left = people - sizes.reduce((sum, size) => sum + size, 0); left > 0; left--) {
    let least = -1;
    for (const [group, limits] of groups.entries())
      if (
        (sizes[group] as number) < limits.largest &&
        (least < 0 || (sizes[group] as number) < (sizes[least] as number))
      )
        least = group;
    if (least < 0) break;
    sizes[least] = (sizes[least] as number) + 1;
  }
  return sizes;
}
