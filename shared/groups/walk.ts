import { thresholdBits } from './acceptance.ts';
import { movable } from './construct.ts';
import type { IntegerRandom } from './integerRandom.ts';
import type { SplitState } from './splitState.ts';

const thresholdMask = (1 << thresholdBits) - 1;
/** One proposal in so many moves a person instead of exchanging two, where sizes allow it. */
const moveEvery = 8;
const attempts = 4;

/** Proposes changes to a split, takes those that the thresholds allow, and keeps the best split seen. */
export class Walk {
  readonly state: SplitState;
  readonly best: Int32Array;
  bestCost: number;
  private readonly random: IntegerRandom;
  private readonly free: Int32Array;
  private readonly singles: number;
  private readonly mayMove: boolean;
  /** The shifts of a compound change, to take it back. */
  private readonly shifted: Int32Array;
  private readonly origin: Int32Array;
  private shifts = 0;

  constructor(state: SplitState, random: IntegerRandom) {
    this.state = state;
    this.random = random;
    this.best = state.groupOf.slice();
    this.bestCost = Number.POSITIVE_INFINITY;
    const { blocks, singles } = movable(state.instance);
    this.free = blocks;
    this.singles = singles;
    // With sizes that leave no choice only exchanges keep them, unless they are impossible anyway.
    this.mayMove = state.sizes.some((size, group) => {
      const [smallest, largest] = [state.instance.smallest[group] as number, state.instance.largest[group] as number];
      return smallest < largest || size < smallest || size > largest;
    });
    this.shifted = new Int32Array(state.instance.people * 2 + 2);
    this.origin = new Int32Array(state.instance.people * 2 + 2);
    this.keep();
  }

  /** Whether there is anything to change at all. */
  get isStuck(): boolean {
    return this.free.length === 0 || this.state.instance.groups < 2;
  }

  keep(): void {
    if (this.state.cost >= this.bestCost) return;
    this.bestCost = this.state.cost;
    this.best.set(this.state.groupOf);
  }

  /** Back to the best split seen. */
  return(): void {
    this.state.restore(this.best);
  }

  /** @param table thresholds of acceptance; undefined takes whatever does not cost more */
  propose(proposals: number, table: Float64Array | undefined): void {
    const { free, singles, random, state } = this;
    for (let left = proposals; left > 0; left--) {
      const draw = random.next();
      const limit = table === undefined ? 0 : (table[draw & thresholdMask] as number);
      const pick = random.below(free.length);
      const block = free[pick] as number;
      if (pick >= singles) this.proposeSet(block, limit);
      else if (this.mayMove && (draw >>> thresholdBits) % moveEvery === 0) this.proposeMove(block, limit);
      else {
        const other = this.drawElsewhere(state.groupOf[block] as number);
        if (other < 0 || state.swapDelta(block, other) > limit) continue;
        const to = state.groupOf[other] as number;
        state.shift(other, state.groupOf[block] as number);
        state.shift(block, to);
      }
      if (state.cost < this.bestCost) this.keep();
    }
  }

  /** Exchanges people at random, whatever it costs. */
  disturb(swaps: number): void {
    const { state } = this;
    for (let left = swaps; left > 0 && this.singles > 0; left--) {
      const block = this.free[this.random.below(this.singles)] as number;
      const other = this.drawElsewhere(state.groupOf[block] as number);
      if (other < 0) continue;
      const to = state.groupOf[other] as number;
      state.shift(other, state.groupOf[block] as number);
      state.shift(block, to);
    }
  }

  /**
   * One row of the systematic pass: the best exchange of a block with any later one, if it lowers the cost.
   * @returns how many exchanges were looked at, negative when one was made
   */
  polishRow(row: number): number {
    const { free, singles, state } = this;
    const block = free[row] as number;
    if (row >= singles) return 1;
    let bestDelta = 0;
    let best = -1;
    const group = state.groupOf[block] as number;
    for (let at = row + 1; at < singles; at++) {
      const other = free[at] as number;
      if (state.groupOf[other] === group) continue;
      const delta = state.swapDelta(block, other);
      if (delta < bestDelta) {
        bestDelta = delta;
        best = other;
      }
    }
    const looked = singles - row;
    if (best < 0) return looked;
    state.shift(block, state.groupOf[best] as number);
    state.shift(best, group);
    this.keep();
    return -looked;
  }

  get rows(): number {
    return this.singles;
  }

  private proposeMove(block: number, limit: number): void {
    const { state } = this;
    const from = state.groupOf[block] as number;
    let to = this.random.below(state.instance.groups - 1);
    if (to >= from) to++;
    const size = state.instance.blocks.members[block]?.length ?? 0;
    // Sizes within their limits stay there: looking first is cheaper than taking back.
    const { smallest, largest } = state.instance;
    const [left, grown] = [(state.sizes[from] as number) - size, (state.sizes[to] as number) + size];
    if (grown > (largest[to] as number) && left + size <= (largest[from] as number)) return;
    if (left < (smallest[from] as number) && grown - size >= (smallest[to] as number)) return;
    if (state.shift(block, to) > limit) state.shift(block, from);
  }

  /** A set goes to another group, and as many people as needed come back for it, one by one. */
  private proposeSet(block: number, limit: number): void {
    const { state } = this;
    const { largest, smallest } = state.instance;
    const from = state.groupOf[block] as number;
    let to = this.random.below(state.instance.groups - 1);
    if (to >= from) to++;
    this.shifts = 0;
    let delta = this.shiftNoted(block, to);
    while (
      (state.sizes[to] as number) > (largest[to] as number) ||
      (state.sizes[from] as number) < (smallest[from] as number)
    ) {
      const other = this.drawFrom(to, block);
      if (other < 0) break;
      delta += this.shiftNoted(other, from);
    }
    // Where sizes leave a choice, one more may come back.
    if (
      (this.random.next() & 1) === 1 &&
      (state.sizes[to] as number) > (smallest[to] as number) &&
      (state.sizes[from] as number) < (largest[from] as number)
    ) {
      const other = this.drawFrom(to, block);
      if (other >= 0) delta += this.shiftNoted(other, from);
    }
    if (delta > limit) this.takeBack();
  }

  private shiftNoted(block: number, to: number): number {
    this.shifted[this.shifts] = block;
    this.origin[this.shifts] = this.state.groupOf[block] as number;
    this.shifts++;
    return this.state.shift(block, to);
  }

  private takeBack(): void {
    while (this.shifts > 0) {
      this.shifts--;
      this.state.shift(this.shifted[this.shifts] as number, this.origin[this.shifts] as number);
    }
  }

  /** A person who is not in that group, or −1 when a few draws find none. */
  private drawElsewhere(group: number): number {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const other = this.free[this.random.below(this.singles)] as number;
      if (this.state.groupOf[other] !== group) return other;
    }
    return -1;
  }

  /** A block of that group other than `except`: the first from a random place on. Sets come too, as single people may be none. */
  private drawFrom(group: number, except: number): number {
    const { free, state } = this;
    const from = this.random.below(free.length);
    for (let step = 0; step < free.length; step++) {
      const other = free[(from + step) % free.length] as number;
      if (other !== except && state.groupOf[other] === group) return other;
    }
    return -1;
  }
}
