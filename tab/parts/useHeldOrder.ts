import { useState } from 'react';

/**
 * Things in an order in which nothing jumps: as it was when the page first showed them, the first in `sorted` first; what
 * comes later stands behind.
 */
export function useHeldOrder<Item extends { readonly id: string }>(sorted: readonly Item[]): readonly Item[] {
  const [held, setHeld] = useState<readonly string[]>(() => sorted.map(({ id }) => id));
  const places = new Map(held.map((id, place) => [id, place]));
  const unknown = sorted.filter(({ id }) => !places.has(id)).map(({ id }) => id);
  if (unknown.length > 0) setHeld([...held, ...unknown]);
  const placeOf = (id: string): number => places.get(id) ?? held.length + unknown.indexOf(id);
  return sorted.toSorted((one, other) => placeOf(one.id) - placeOf(other.id));
}
