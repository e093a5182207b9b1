import { allowanceOf, expectedSizes } from './columns.ts';
import type { Split, SplitProblem } from './problem.ts';

/** Where a late arrival goes: nobody else moves. */
export interface LatePlacement {
  readonly group: number;
  /** For every group: rules that would be broken more (fewer: negative) with the person there, and what else it would cost. */
  readonly options: readonly { readonly rules: number; readonly cost: number }[];
}

/** A person too many or too few counts as so many other rules, as in the search. */
const sizeOverRule = 8;

/**
 * The best group for someone who is not in the split yet: rules first, then the smallest cost, then the smallest group, then
 * the first. The problem's people include the late one, and its limits are those with them. Whoever must be together with
 * somebody who has a place, or is pinned, has that place. Counted for this person alone: O(people × attributes).
 * @returns undefined when the problem does not know the person, or has no group
 */
export function placeLate(problem: SplitProblem, split: Split, personId: string): LatePlacement | undefined {
  const { people, groups, pinned = [] } = problem;
  const values = people.find(({ id }) => id === personId)?.values;
  if (values === undefined || groups.length === 0) return undefined;
  const groupOf = new Map<string, number>();
  for (const [group, ids] of split.entries()) for (const id of ids) if (id !== personId) groupOf.set(id, group);
  const sizes = new Int32Array(groups.length);
  for (const group of groupOf.values()) sizes[group] = (sizes[group] as number) + 1;
  const rules = new Float64Array(groups.length);
  const costs = new Float64Array(groups.length);
  const add = (sums: Float64Array, group: number | undefined, amount: number): void => {
    if (group !== undefined && group >= 0 && group < groups.length) sums[group] = (sums[group] as number) + amount;
  };
  for (const [group, { smallest, largest }] of groups.entries()) {
    const size = sizes[group] as number;
    add(rules, group, sizeOverRule * ((size >= largest ? 1 : 0) - (size < smallest ? 1 : 0)));
  }
  addShared(problem, values, groupOf, personId, add, rules, costs);
  addMet(problem, groupOf, personId, add, costs);
  const enemies = new Set((problem.apart ?? []).filter((set) => set.includes(personId)).flat());
  enemies.delete(personId);
  for (const id of enemies) add(rules, groupOf.get(id), 1);
  addNeeds(problem, values, groupOf, add, rules);
  for (const { personId: id, group, cost } of problem.wishes ?? []) if (id === personId) add(costs, group, cost);
  const companions = companionsOf(problem, personId);
  const place =
    companions.map((id) => groupOf.get(id)).find((group) => group !== undefined) ??
    pinned.find((pin) => companions.includes(pin.personId) && pin.group < groups.length)?.group;
  const options = groups.map((_, group) => ({ rules: rules[group] as number, cost: costs[group] as number }));
  const order = [...groups.keys()].sort(
    (a, b) =>
      (rules[a] as number) - (rules[b] as number) ||
      (costs[a] as number) - (costs[b] as number) ||
      (sizes[a] as number) - (sizes[b] as number) ||
      a - b,
  );
  return { group: place ?? (order[0] as number), options };
}

type Add = (sums: Float64Array, group: number | undefined, amount: number) => void;
type Values = Readonly<Record<string, string>>;

function addShared(
  { people, groups, mix = {}, apartBy = [] }: SplitProblem,
  values: Values,
  groupOf: ReadonlyMap<string, number>,
  personId: string,
  add: Add,
  rules: Float64Array,
  costs: Float64Array,
): void {
  const sizes = expectedSizes(groups, people.length);
  for (const attribute of new Set([...Object.keys(mix), ...apartBy])) {
    const value = values[attribute] ?? '';
    if (value === '') continue;
    const [weight, isRule] = [mix[attribute] ?? 0, apartBy.includes(attribute)];
    let total = 1;
    for (const { id, values: theirs } of people) {
      if (id === personId || theirs[attribute] !== value) continue;
      total++;
      add(costs, groupOf.get(id), weight);
      if (isRule) add(rules, groupOf.get(id), 1);
    }
    if (total < 2) continue;
    for (const [group, size] of sizes.entries()) add(costs, group, -weight * allowanceOf(total, size, sizes));
  }
}

function addMet(
  { earlier = [], met = [], metWeight = 0 }: SplitProblem,
  groupOf: ReadonlyMap<string, number>,
  personId: string,
  add: Add,
  costs: Float64Array,
): void {
  if (metWeight === 0) return;
  for (const places of earlier) {
    const own = places.find((place) => place.personId === personId)?.group;
    for (const place of own === undefined ? [] : places)
      if (place.group === own && place.personId !== personId) add(costs, groupOf.get(place.personId), metWeight);
  }
  for (const { pair, times } of met) {
    const other = pair[0] === personId ? pair[1] : pair[1] === personId ? pair[0] : undefined;
    if (other !== undefined) add(costs, groupOf.get(other), times * metWeight);
  }
}

function addNeeds(
  { people, groups, needs = [] }: SplitProblem,
  values: Values,
  groupOf: ReadonlyMap<string, number>,
  add: Add,
  rules: Float64Array,
): void {
  for (const { attribute, value, atLeast, group: only } of needs) {
    if (values[attribute] !== value) continue;
    const skilled = new Int32Array(groups.length);
    for (const { id, values: theirs } of people) {
      const group = theirs[attribute] === value ? groupOf.get(id) : undefined;
      if (group !== undefined) skilled[group] = (skilled[group] as number) + 1;
    }
    for (const [group, count] of skilled.entries())
      if ((only === undefined || only === group) && count < atLeast) add(rules, group, -1);
  }
}

/** The person and everybody who must be together with them, through others too. */
function companionsOf({ together = [] }: SplitProblem, personId: string): string[] {
  const reached = new Set([personId]);
  // A Set goes on to what is added while it is walked.
  for (const id of reached)
    for (const set of together) if (set.includes(id)) for (const other of set) reached.add(other);
  return [...reached];
}
