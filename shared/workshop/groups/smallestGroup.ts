import type { Group } from '../state.ts';

/** The group with the fewest people, the lowest number among equals; undefined when there is no group. */
export function smallestGroup(
  groups: readonly Group[],
  placements: Readonly<Record<string, string>>,
): string | undefined {
  const sizes = new Map(groups.map((group) => [group.id, 0]));
  for (const groupId of Object.values(placements)) {
    const size = sizes.get(groupId);
    if (size !== undefined) sizes.set(groupId, size + 1);
  }
  let best: string | undefined;
  for (const [groupId, size] of sizes) if (best === undefined || size < (sizes.get(best) ?? 0)) best = groupId;
  return best;
}
