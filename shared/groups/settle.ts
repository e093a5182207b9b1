import { compile } from './compile.ts';
import { keepingEverybody, onlyPresent, placements } from './lateArrivals.ts';
import type { GroupLimits, Split, SplitProblem } from './problem.ts';
import { createSearch, type Search } from './search.ts';

/**
 * A search for a split near an earlier one: everybody stays and newcomers are placed where they fit best. Where the rules
 * cannot hold that way (people are absent, a rule is new), as few people as possible move.
 * @param proposals how far to look before deciding that somebody must move
 */
export function searchNear(problem: SplitProblem, previous: Split, seed: number, proposals: number): Search {
  const staying = createSearch(keepingEverybody(problem, previous), seed);
  staying.advance(proposals);
  return staying.brokenRules() === 0 ? staying : searchFewestMoves(problem, previous, seed);
}

/** Rules first, then as few moves as possible, then how mixed the groups are. */
export function searchFewestMoves(problem: SplitProblem, previous: Split, seed: number): Search {
  return createSearch(fewestMoves(problem, previous), seed);
}

/** The problem in which a move costs more than everything that moving could win. */
export function fewestMoves(problem: SplitProblem, previous: Split): SplitProblem {
  const { moveWeight: _, current: __, ...rest } = problem;
  // The cost of a rule is more than all other costs together, so that of the problem without moves is what a move must cost.
  return { ...rest, current: placements(onlyPresent(problem, previous)), moveWeight: compile(rest).rule };
}

/**
 * A group less: its people go where they fit best, and the others stay if the limits allow it. Groups after it are one
 * number lower; rules that named it are gone.
 * @param limits of the groups that remain
 */
export function mergeGroup(
  problem: SplitProblem,
  split: Split,
  group: number,
  limits: readonly GroupLimits[],
): { readonly problem: SplitProblem; readonly split: Split } {
  const renumber = <Rule extends { readonly group?: number }>(rules: readonly Rule[]): Rule[] =>
    rules.flatMap((rule) => {
      if (rule.group === undefined || rule.group < group) return [rule];
      return rule.group === group ? [] : [{ ...rule, group: rule.group - 1 }];
    });
  return {
    problem: {
      ...problem,
      groups: limits,
      pinned: renumber(problem.pinned ?? []),
      needs: renumber(problem.needs ?? []),
      wishes: renumber(problem.wishes ?? []),
      current: renumber(problem.current ?? []),
    },
    split: split.filter((_, at) => at !== group),
  };
}
