import type { Instance } from './compile.ts';
import type { IntegerRandom } from './integerRandom.ts';
import type { SplitState } from './splitState.ts';

/**
 * A first split: pinned blocks, then the biggest blocks, then people with many rules, in random order among equals, each into the group that it costs
 * least, while leaving enough people for the groups that are not yet at their smallest size.
 */
export function construct(state: SplitState, random: IntegerRandom): void {
  const { blocks, groups, smallest, largest, people, pairs, skills } = state.instance;
  state.clear();
  const order = Int32Array.from(blocks.members.keys());
  random.shuffle(order);
  const sizeOf = (block: number): number => blocks.members[block]?.length ?? 0;
  // Those with more rules come first while there is room for them everywhere.
  const rulesOf = (block: number): number =>
    (pairs.start[block + 1] as number) -
    (pairs.start[block] as number) +
    ((skills.start[block + 1] as number) > (skills.start[block] as number) ? 1 : 0);
  const rank = (block: number): number =>
    (blocks.fixed[block] as number) >= 0 ? Number.POSITIVE_INFINITY : sizeOf(block) * people + rulesOf(block);
  const ranks = Float64Array.from(blocks.members.keys(), rank);
  // Array.prototype.sort is stable, so the drawn order stays among equals.
  const sorted = [...order].sort((a, b) => compare(ranks[b] as number, ranks[a] as number));
  let left = people;
  let wanted = smallest.reduce((sum, size) => sum + size, 0);
  const first = random.below(Math.max(1, groups));
  for (const block of sorted) {
    const size = sizeOf(block);
    let best = blocks.fixed[block] as number;
    if (best < 0) {
      let least = Number.POSITIVE_INFINITY;
      for (let turn = 0; turn < groups; turn++) {
        const group = (first + turn) % groups;
        const before = state.sizes[group] as number;
        const fills = Math.min(size, Math.max(0, (smallest[group] as number) - before));
        const isFull = before + size > (largest[group] as number);
        const isShort = left - size < wanted - fills;
        const cost = insertionCost(state, block, group) + (isShort ? state.instance.sizeRule : 0);
        const total = isFull ? cost + state.instance.sizeRule * groups : cost;
        if (total < least) {
          least = total;
          best = group;
        }
      }
    }
    const before = state.sizes[best] as number;
    wanted -= Math.min(size, Math.max(0, (smallest[best] as number) - before));
    left -= size;
    state.shift(block, best);
  }
}

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** What putting a block that is nowhere into a group would add to the cost, apart from sizes that are not yet reached. */
export function insertionCost(state: SplitState, block: number, group: number): number {
  const added = state.shift(block, group);
  state.shift(block, -1);
  const { smallest, sizeRule } = state.instance;
  const after = (state.sizes[group] as number) + (state.instance.blocks.members[block]?.length ?? 0);
  const filled = Math.max(0, Math.min(after, smallest[group] as number) - (state.sizes[group] as number));
  return added + filled * sizeRule;
}

/** Which blocks the search may move: those not pinned. Those of one person come first. */
export function movable({ blocks }: Instance): { readonly blocks: Int32Array; readonly singles: number } {
  const free = [...blocks.members.keys()].filter((block) => (blocks.fixed[block] as number) < 0);
  const singles = free.filter((block) => blocks.members[block]?.length === 1);
  const sets = free.filter((block) => (blocks.members[block]?.length ?? 0) > 1);
  return { blocks: Int32Array.from([...singles, ...sets]), singles: singles.length };
}
