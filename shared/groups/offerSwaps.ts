import type { Instance } from './compile.ts';
import type { Split, SplitProblem } from './problem.ts';
import { stateOf } from './stateOf.ts';

/** Two people who would change groups, and how much that lowers the cost. */
export interface SwapOffer {
  readonly people: readonly [string, string];
  readonly groups: readonly [number, number];
  readonly gain: number;
}

/**
 * At most `most` exchanges that lower the cost, each the best after those before it. People who are pinned, or in a set that
 * stays together, are left where they are; the offers are not made.
 */
export function offerSwaps(problem: SplitProblem, split: Split, most = 2): SwapOffer[] {
  const state = stateOf(problem, split);
  const free = freeSingles(state.instance).filter((block) => (state.groupOf[block] as number) >= 0);
  const offers: SwapOffer[] = [];
  while (offers.length < most) {
    let best: readonly [number, number] | undefined;
    let least = 0;
    for (const [index, a] of free.entries())
      for (let at = index + 1; at < free.length; at++) {
        const b = free[at] as number;
        if (state.groupOf[a] === state.groupOf[b]) continue;
        const delta = state.swapDelta(a, b);
        if (delta >= least) continue;
        least = delta;
        best = [a, b];
      }
    if (best === undefined) break;
    const [a, b] = best;
    const [g, h] = [state.groupOf[a] as number, state.groupOf[b] as number];
    offers.push({ people: [idOf(state.instance, a), idOf(state.instance, b)], groups: [g, h], gain: -least });
    state.shift(a, h);
    state.shift(b, g);
  }
  return offers;
}

const idOf = ({ blocks }: Instance, block: number): string =>
  blocks.ids[blocks.members[block]?.[0] as number] as string;

function freeSingles({ blocks }: Instance): number[] {
  return [...blocks.members.keys()].filter(
    (block) => blocks.members[block]?.length === 1 && (blocks.fixed[block] as number) < 0,
  );
}
