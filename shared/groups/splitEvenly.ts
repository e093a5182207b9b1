import { seededRandom, shuffled } from '../core/random.ts';

/**
 * A balanced random split: everyone in exactly one group, sizes differ by one at most, the same seed and the same people
 * (in whatever order) give the same groups.
 * @param seed unsigned 32-bit integer
 * @returns person → group; empty when there is no group
 */
export function splitEvenly(
  personIds: readonly string[],
  groupIds: readonly string[],
  seed: number,
): Readonly<Record<string, string>> {
  if (groupIds.length === 0) return {};
  const random = seededRandom(seed);
  const order = shuffled([...personIds].sort(), random);
  // Which groups get one more is drawn too, or the first group would always be the biggest.
  const turns = shuffled(groupIds, random);
  return Object.fromEntries(order.map((personId, index) => [personId, turns[index % turns.length] as string]));
}
