/**
 * A short mark of where these people stand, the same on a page and on the server: whoever publishes groups says so what was
 * seen, and is told when somebody was moved meanwhile. Whoever came meanwhile is not among the people, so a late arrival
 * changes nothing. @returns the empty text when none of them has a place, as before any group is formed
 */
export function seenPlaces(placements: Readonly<Record<string, string>>, personIds: readonly string[]): string {
  // FNV-1a, twice with different starts: 64 bits, against accidents only.
  let [low, high] = [0x811c9dc5, 0xcbf29ce4];
  let isPlaced = false;
  for (const id of [...personIds].sort()) {
    const place = placements[id];
    if (place === undefined) continue;
    isPlaced = true;
    for (const character of `${id} ${place}\n`) {
      const code = character.codePointAt(0) ?? 0;
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ (code + 1), 0x01000193);
    }
  }
  const digits = (half: number): string => (half >>> 0).toString(16).padStart(8, '0');
  return isPlaced ? digits(low) + digits(high) : '';
}
