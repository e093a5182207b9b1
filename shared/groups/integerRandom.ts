/**
 * PCG RXS-M-XS 32: a linear congruential generator of full period (2³²) whose output is a permutation of its state, so each
 * 32-bit number comes exactly once a period. Integer arithmetic only: the same seed gives the same stream on every engine.
 * Source: M. O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms", 2014.
 */
export class IntegerRandom {
  private state: number;

  /** @param seed any integer; its lower 32 bits count */
  constructor(seed: number) {
    this.state = 0;
    this.next();
    this.state = (this.state + (seed | 0)) | 0;
    this.next();
  }

  /** An unsigned 32-bit integer. */
  next(): number {
    const state = this.state;
    this.state = (Math.imul(state, 747796405) + 2891336453) | 0;
    const word = Math.imul(((state >>> ((state >>> 28) + 4)) ^ state) | 0, 277803737);
    return ((word >>> 22) ^ word) >>> 0;
  }

  /** An integer in [0, limit), limit at most 2¹⁶; no number is more than limit / 2¹⁶ likelier than another. */
  below(limit: number): number {
    // The product of the upper 16 bits fits a 32-bit integer, which is faster than a division by far.
    return (Math.imul(this.next() >>> 16, limit) >>> 16) | 0;
  }

  shuffle(items: Int32Array): void {
    for (let last = items.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      const kept = items[last] as number;
      items[last] = items[other] as number;
      items[other] = kept;
    }
  }
}
