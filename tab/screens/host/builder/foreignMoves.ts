import type { Placements } from './builderPeople.ts';

/** Somebody whom another host has moved since this one last looked. `from` is absent where no groups were formed then. */
export interface ForeignMove {
  readonly personId: string;
  readonly from?: string;
  readonly to: string;
}

/**
 * What others did to the groups meanwhile. A late arrival is nobody's move: whoever had no place then and has one now does
 * not count, unless nobody had one, which means that somebody else has formed the groups.
 */
export function foreignMoves(base: Placements, now: Placements): readonly ForeignMove[] {
  const wasFormed = Object.keys(base).length > 0;
  return Object.entries(now).flatMap(([personId, to]): ForeignMove[] => {
    const from = base[personId];
    if (from === to) return [];
    if (from !== undefined) return [{ personId, from, to }];
    return wasFormed ? [] : [{ personId, to }];
  });
}
