import type { Split, SplitProblem } from './problem.ts';
import { stateOf } from './stateOf.ts';

/**
 * With whom somebody could change places at the least cost, the best first, ties in the order of ids. People who are pinned
 * or stay together with others are left out, and have nobody to change with.
 */
export function bestExchanges(problem: SplitProblem, split: Split, personId: string, most: number): string[] {
  const state = stateOf(problem, split);
  const { blocks } = state.instance;
  const isFree = (block: number): boolean => blocks.members[block]?.length === 1 && (blocks.fixed[block] as number) < 0;
  const person = blocks.numberOf.get(personId);
  const own = person === undefined ? -1 : (blocks.blockOf[person] as number);
  if (own < 0 || !isFree(own) || (state.groupOf[own] as number) < 0) return [];
  const offers: { readonly id: string; readonly delta: number }[] = [];
  for (const block of blocks.members.keys()) {
    const group = state.groupOf[block] as number;
    if (group < 0 || group === state.groupOf[own] || !isFree(block)) continue;
    offers.push({ id: blocks.ids[blocks.members[block]?.[0] as number] as string, delta: state.swapDelta(own, block) });
  }
  // Array.prototype.sort is stable, and blocks stand in the order of ids.
  return offers
    .sort((a, b) => a.delta - b.delta)
    .slice(0, most)
    .map(({ id }) => id);
}
