import { type EpochMs, HOUR_MS } from '../../shared/core/time.ts';
import { draftsPrefix } from './drafts.ts';
import { outboxPrefixes } from './outbox.ts';
import { roomTicksPrefix } from './roomTicks.ts';
import type { KeyValueStorage } from './storage.ts';

/** Long enough for a cycle of workshops a season apart. */
const keptMs = 90 * 24 * HOUR_MS;
/** The draft of the set-up page is of no workshop yet. */
const setupPlace = 'setup';

const prefix = 'aparte:opened:';
/** Everything that people wrote or ticked; each key goes on with the id of the workshop. */
const written = [...outboxPrefixes, draftsPrefix, roomTicksPrefix];

/**
 * Notes that a workshop was opened, and lets go of what was written on this device for workshops that nobody has opened
 * here for 90 days: commands never sent, commands refused, drafts. Who this device is there stays, so that it can come back.
 * @param now of a server: by the clock of a device that is a year ahead, everything would be old
 */
export function noteOpenedAndPurge(storage: KeyValueStorage, workshopId: string, now: EpochMs): void {
  storage.set(`${prefix}${workshopId}`, String(now));
  const placeOf = (key: string, before: string): string => key.slice(before.length).split(':', 1)[0] ?? '';
  const keys = written.flatMap((before) => storage.keys(before).map((key) => ({ key, place: placeOf(key, before) })));
  const places = new Set([
    ...keys.map(({ place }) => place),
    ...storage.keys(prefix).map((key) => placeOf(key, prefix)),
  ]);
  places.delete(setupPlace);
  for (const place of places) {
    const openedAt = Number(storage.get(`${prefix}${place}`) ?? Number.NaN);
    if (Number.isNaN(openedAt)) {
      // From before there was such a note, or opened without a server: its days count from here.
      storage.set(`${prefix}${place}`, String(now));
    } else if (now - openedAt > keptMs) {
      for (const { key } of keys.filter((one) => one.place === place)) storage.remove(key);
      storage.remove(`${prefix}${place}`);
    }
  }
}
