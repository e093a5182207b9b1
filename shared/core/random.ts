/** A seeded stream of numbers in [0, 1): the only randomness that `shared/` knows. */
export type Random = () => number;

/**
 * Mulberry32: 32 bits of state, integer arithmetic only, so the same seed gives the same stream on every engine.
 * Source: Tommy Ettinger, 2017 (public domain).
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A new array in uniformly random order (Fisher–Yates). */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = result[last] as Item;
    result[last] = result[other] as Item;
    result[other] = kept;
  }
  return result;
}
