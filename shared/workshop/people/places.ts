import type { WorkshopState } from '../state.ts';

type Breakouts = WorkshopState['breakouts'];

/**
 * Breakouts in which these people stand no more; what they wrote stays. Breakouts where nobody of them stands keep their identity.
 * @param which `open ones`: those that are over tell who was where, and stay as they are
 */
export function withoutPlaces(
  breakouts: Breakouts,
  personIds: readonly string[],
  which: 'all' | 'open ones' = 'all',
): Breakouts {
  const gone = new Set(personIds);
  const staying = <Value>(record: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
    Object.fromEntries(Object.entries(record).filter(([id]) => !gone.has(id)));
  const changed = Object.entries(breakouts).map(([slotId, breakout]) => {
    const isOver = which === 'open ones' && breakout.phase.kind === 'closed';
    if (isOver || !personIds.some((id) => breakout.placements[id] !== undefined)) return [slotId, breakout] as const;
    const { placements, arrivals } = breakout;
    return [slotId, { ...breakout, placements: staying(placements), arrivals: staying(arrivals) }] as const;
  });
  return Object.fromEntries(changed);
}
