import { join } from 'node:path';
import type { StoredEvent, StoredPerson } from '../../bot/store/eventStore.ts';
import { openEmbeddedStore } from '../../bot/store/openEmbeddedStore.ts';
import type { FailedMessage, WaitingMessage } from '../../bot/store/outboxStore.ts';
import type { WorkshopEvent } from '../../shared/workshop/events.ts';
import { evolve } from '../../shared/workshop/evolve.ts';
import type { WorkshopState } from '../../shared/workshop/state.ts';

/** What a server left in its folder about one workshop. */
export interface LeftBehind {
  readonly events: readonly StoredEvent[];
  readonly people: readonly StoredPerson[];
  /** What the log says, replayed. */
  readonly state: WorkshopState;
  /** Messages for Teams that could not be delivered. */
  readonly failed: readonly FailedMessage[];
  /** Messages for Teams whose time has come. */
  readonly due: readonly WaitingMessage[];
}

/** Reads the folder of a server, which may run meanwhile: what it acknowledged is there. */
export async function readLog(dataDir: string, workshopId: string, now = Date.now()): Promise<LeftBehind> {
  const store = await openEmbeddedStore(join(dataDir, 'aparte.sqlite'));
  const events = await store.load(workshopId, 0);
  const people = await store.people(workshopId);
  const failed = await store.outbox.failed(workshopId, 0);
  const due = await store.outbox.due(now, 1_000);
  await store.close();
  let state: WorkshopState | undefined;
  for (const { data, ...place } of events) state = evolve(state, { ...place, event: data as WorkshopEvent });
  if (state === undefined) throw new Error('the log is empty');
  return { events, people, state, failed, due };
}
