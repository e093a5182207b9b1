import { compile } from './compile.ts';
import { keepingEverybody, onlyPresent, placements } from './lateArrivals.ts';
import type { Split, SplitProblem } from './problem.ts';
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
