import { decodeEvent, decodePerson, type EncodedAppend, encodeAppend } from '../../bot/store/encodeAppend.ts';
import type { AppendRequest, EventStore } from '../../bot/store/eventStore.ts';
import type { EventRow, IdentityRow, LinkRow, PersonRow } from '../../bot/store/schema.ts';
import { err, ok } from '../../shared/core/result.ts';

/**
 * What a hook does to one append. `fail`: rejects, nothing written. `fail_after_writing`: written, and yet it rejects, as
 * when the connection to a database breaks between its commit and its answer. Slowness: let the promise wait.
 */
export type AppendFate = 'proceed' | 'conflict' | 'fail' | 'fail_after_writing';

export interface MemoryStoreOptions {
  /** Shared between stores: outlives `close`, as a file does. */
  readonly disk?: MemoryDisk;
  readonly beforeAppend?: (request: AppendRequest) => Promise<AppendFate>;
}

/** What a memory store "has on disk". */
export class MemoryDisk {
  readonly events = new Map<string, EventRow[]>();
  readonly people = new Map<string, PersonRow>();
  readonly identities = new Map<string, IdentityRow>();
  readonly links = new Map<string, LinkRow>();
}

const personKey = (workshopId: string, personId: string): string => JSON.stringify([workshopId, personId]);

/** An event store that holds to the contract without a file; it never sleeps and knows no clock. */
export function createMemoryStore({ disk = new MemoryDisk(), beforeAppend }: MemoryStoreOptions = {}): EventStore {
  const underWay = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;
  const checkOpen = (): void => {
    if (closing !== undefined) throw new Error('the event store is closed');
  };

  const append = async (request: AppendRequest): ReturnType<EventStore['append']> => {
    const encoded = encodeAppend(request);
    const fate = (await beforeAppend?.(request)) ?? 'proceed';
    if (fate === 'fail') throw new Error('injected: nothing was written');
    if (fate === 'conflict' || headOf(disk, encoded.workshopId) !== encoded.expectedVersion)
      return err('version_conflict');
    write(disk, encoded);
    if (fate === 'fail_after_writing') throw new Error('injected: written, but the answer is lost');
    return ok(undefined);
  };

  return {
    async append(request) {
      checkOpen();
      const running = append(request);
      underWay.add(running);
      try {
        return await running;
      } finally {
        underWay.delete(running);
      }
    },
    async load(workshopId, afterVersion) {
      checkOpen();
      return (disk.events.get(workshopId) ?? []).filter(({ version }) => version > afterVersion).map(decodeEvent);
    },
    async people(workshopId) {
      checkOpen();
      return [...disk.people.values()].filter((row) => row.workshop_id === workshopId).map(decodePerson);
    },
    async identities(workshopId) {
      checkOpen();
      return [...disk.identities.values()]
        .filter((row) => row.workshop_id === workshopId)
        .map((row) => ({ tokenHash: row.token_hash, personId: row.person_id }));
    },
    async findPerson(tokenHash) {
      checkOpen();
      const row = disk.identities.get(tokenHash);
      return row && { workshopId: row.workshop_id, personId: row.person_id };
    },
    async findLink(tokenHash) {
      checkOpen();
      const row = disk.links.get(tokenHash);
      return row && { workshopId: row.workshop_id, linkId: row.link_id };
    },
    async erasePerson(workshopId, personId) {
      checkOpen();
      disk.people.delete(personKey(workshopId, personId));
      for (const [hash, row] of disk.identities) {
        if (row.workshop_id === workshopId && row.person_id === personId) disk.identities.delete(hash);
      }
    },
    async workshops() {
      checkOpen();
      return [...disk.events]
        .map(([workshopId, rows]) => ({ workshopId, version: rows.length, lastEventAt: rows.at(-1)?.at ?? 0 }))
        .toSorted((one, other) => other.lastEventAt - one.lastEventAt);
    },
    async close() {
      closing ??= Promise.allSettled(underWay).then(() => undefined);
      await closing;
    },
  };
}

const headOf = (disk: MemoryDisk, workshopId: string): number => disk.events.get(workshopId)?.length ?? 0;

/** All checks stand before the first change: an append is whole or absent. */
function write(disk: MemoryDisk, { workshopId, events, people, identities, forgotten, links }: EncodedAppend): void {
  checkFree('identities', disk.identities, identities);
  checkFree('links', disk.links, links);
  const log = disk.events.get(workshopId);
  if (log === undefined) disk.events.set(workshopId, [...events]);
  else for (const row of events) log.push(row);
  for (const personId of forgotten) disk.people.delete(personKey(workshopId, personId));
  for (const row of people) disk.people.set(personKey(workshopId, row.person_id), row);
  for (const row of identities) disk.identities.set(row.token_hash, row);
  for (const row of links) disk.links.set(row.token_hash, row);
}

/** A token leads to one person, or one link. */
function checkFree(
  table: string,
  taken: ReadonlyMap<string, unknown>,
  rows: readonly { readonly token_hash: string }[],
): void {
  const hashes = new Set<string>();
  for (const { token_hash } of rows) {
    if (taken.has(token_hash) || hashes.has(token_hash)) throw new Error(`${table}.token_hash: taken`);
    hashes.add(token_hash);
  }
}
