import { byId, type Placement, type Split, type SplitProblem } from './problem.ts';
import { stateOf } from './stateOf.ts';

export const placements = (split: Split): Placement[] =>
  split.flatMap((ids, group) => ids.map((personId) => ({ personId, group })));

/** A split without the people whom the problem does not name. */
export function onlyPresent(problem: SplitProblem, split: Split): Split {
  const present = new Set(problem.people.map(({ id }) => id));
  return problem.groups.map((_, group) => (split[group] ?? []).filter((id) => present.has(id)).sort(byId));
}

/**
 * The problem in which everybody of a split stays and the others are placed. Pins of the split come last, so where a rule
 * pins someone elsewhere the rule counts.
 */
export function keepingEverybody(problem: SplitProblem, split: Split): SplitProblem {
  const pins = new Map(placements(onlyPresent(problem, split)).map((pin) => [pin.personId, pin]));
  for (const pin of problem.pinned ?? []) pins.set(pin.personId, pin);
  return { ...problem, pinned: [...pins.values()] };
}

/** Where a late arrival goes: nobody else moves. */
export interface LatePlacement {
  readonly group: number;
  /** What the arrival adds to the cost there. */
  readonly cost: number;
  /** The same for every group. */
  readonly costs: readonly number[];
}

/**
 * The best group for someone who is not in the split yet: rules first, then the smallest cost, then the smallest group, then
 * the first. The problem's people include the late one. O(people × attributes) to count, then O(groups × attributes).
 * @returns undefined when the problem does not know the person, or has no group
 */
export function placeLate(problem: SplitProblem, split: Split, personId: string): LatePlacement | undefined {
  const others = split.map((ids) => ids.filter((id) => id !== personId));
  const state = stateOf(problem, others);
  const { blocks, groups } = state.instance;
  const person = blocks.numberOf.get(personId);
  if (person === undefined || groups === 0) return undefined;
  const block = blocks.blockOf[person] as number;
  const companions = state.groupOf[block] as number;
  // Whoever must be together with somebody who has a place has that place, too.
  const fixed = companions >= 0 ? companions : (blocks.fixed[block] as number);
  const costs = Array.from({ length: groups }, (_, group) => {
    if (companions >= 0) return 0;
    const added = state.shift(block, group);
    state.shift(block, -1);
    return added;
  });
  let best = fixed >= 0 ? fixed : 0;
  for (let group = 0; fixed < 0 && group < groups; group++) {
    const [cost, least] = [costs[group] as number, costs[best] as number];
    if (cost < least || (cost === least && (state.sizes[group] as number) < (state.sizes[best] as number)))
      best = group;
  }
  return { group: best, cost: costs[best] as number, costs };
}

/** The split with one more person in a group. */
export function withPerson(split: Split, personId: string, group: number): Split {
  return split.map((ids, at) => (at === group ? [...ids, personId].sort(byId) : ids));
}
