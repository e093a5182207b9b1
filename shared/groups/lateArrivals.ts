import { byId, type Placement, type Split, type SplitProblem } from './problem.ts';

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

/** The split with one more person in a group. */
export function withPerson(split: Split, personId: string, group: number): Split {
  return split.map((ids, at) => (at === group ? [...ids, personId].sort(byId) : ids));
}
