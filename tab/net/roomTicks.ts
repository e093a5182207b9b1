import type { KeyValueStorage } from './storage.ts';

export const roomTicksPrefix = 'aparte:rooms:';

const keyOf = (workshopId: string, slotId: string): string => `${roomTicksPrefix}${workshopId}:${slotId}`;
/** A person who is moved to another room has still to be assigned there. */
export const roomTick = (groupId: string, personId: string): string => `${groupId} ${personId}`;

/** Who has been assigned to their room by hand, on this device: ids only. */
export function readRoomTicks(storage: KeyValueStorage, workshopId: string, slotId: string): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(storage.get(keyOf(workshopId, slotId)) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((tick) => typeof tick === 'string') : []);
  } catch {
    return new Set();
  }
}

export const writeRoomTicks = (
  storage: KeyValueStorage,
  workshopId: string,
  slotId: string,
  ticks: ReadonlySet<string>,
): boolean => storage.set(keyOf(workshopId, slotId), JSON.stringify([...ticks]));
