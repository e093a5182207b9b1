import { sql } from 'kysely';
import { err, type Result } from '../../shared/core/result.ts';
import { type AppendOutcome, AppendQueue } from './appendQueue.ts';
import { decodeEvent, decodePerson, type EncodedAppend, encodeAppend } from './encodeAppend.ts';
import type {
  AppendProblem,
  AppendRequest,
  EventStore,
  StoredEvent,
  StoredIdentity,
  StoredPerson,
  WorkshopSummary,
} from './eventStore.ts';
import type { Database, Engine } from './schema.ts';
import { OvertakenError, writeBatch } from './writeBatch.ts';

export interface KyselyEventStoreOptions {
  readonly db: Database;
  readonly engine: Engine;
  /** Called after each committed transaction with the number of appends that it made durable; must not throw. */
  readonly onCommit?: (appends: number) => void;
}

/** The event store on any engine that Kysely speaks to. Tables must be there (`migrate`). */
export class KyselyEventStore implements EventStore {
  readonly #db: Database;
  readonly #engine: Engine;
  readonly #onCommit: (appends: number) => void;
  readonly #queue = new AppendQueue((batch) => this.#write(batch));
  #closing: Promise<void> | undefined;

  constructor({ db, engine, onCommit = () => {} }: KyselyEventStoreOptions) {
    this.#db = db;
    this.#engine = engine;
    this.#onCommit = onCommit;
  }

  async append(request: AppendRequest): Promise<Result<void, AppendProblem>> {
    this.#checkOpen();
    return this.#queue.push(encodeAppend(request));
  }

  async load(workshopId: string, afterVersion: number): Promise<readonly StoredEvent[]> {
    this.#checkOpen();
    const rows = await this.#db
      .selectFrom('events')
      .select(['version', 'at', 'actor_id', 'command_id', 'data'])
      .where('workshop_id', '=', workshopId)
      .where('version', '>', afterVersion)
      .orderBy('version')
      .execute();
    return rows.map(decodeEvent);
  }

  async people(workshopId: string): Promise<readonly StoredPerson[]> {
    this.#checkOpen();
    const rows = await this.#db.selectFrom('people').selectAll().where('workshop_id', '=', workshopId).execute();
    return rows.map(decodePerson);
  }

  async identities(workshopId: string): Promise<readonly StoredIdentity[]> {
    this.#checkOpen();
    return this.#db
      .selectFrom('identities')
      .select(['token_hash as tokenHash', 'person_id as personId'])
      .where('workshop_id', '=', workshopId)
      .execute();
  }

  async findPerson(tokenHash: string): Promise<{ readonly workshopId: string; readonly personId: string } | undefined> {
    this.#checkOpen();
    return this.#db
      .selectFrom('identities')
      .select(['workshop_id as workshopId', 'person_id as personId'])
      .where('token_hash', '=', tokenHash)
      .executeTakeFirst();
  }

  async findLink(tokenHash: string): Promise<{ readonly workshopId: string; readonly linkId: string } | undefined> {
    this.#checkOpen();
    return this.#db
      .selectFrom('links')
      .select(['workshop_id as workshopId', 'link_id as linkId'])
      .where('token_hash', '=', tokenHash)
      .executeTakeFirst();
  }

  async erasePerson(workshopId: string, personId: string): Promise<void> {
    this.#checkOpen();
    await this.#db.transaction().execute(async (transaction) => {
      for (const table of ['people', 'identities', 'subjects', 'passes', 'teams_users'] as const) {
        await transaction
          .deleteFrom(table)
          .where('workshop_id', '=', workshopId)
          .where('person_id', '=', personId)
          .execute();
      }
    });
  }

  async workshops(): Promise<readonly WorkshopSummary[]> {
    this.#checkOpen();
    // Leaps from one workshop to the next along the primary key: a plain `group by` would read every event of the log.
    const { rows } = await sql<WorkshopSummary>`
      with recursive ids(workshop_id) as (
        select min(workshop_id) from events
        union all
        select (select min(workshop_id) from events where events.workshop_id > ids.workshop_id)
        from ids where ids.workshop_id is not null
      )
      select e.workshop_id as "workshopId", e.version as "version", e.at as "lastEventAt"
      from ids join events e on e.workshop_id = ids.workshop_id
        and e.version = (select max(version) from events where events.workshop_id = ids.workshop_id)
    `.execute(this.#db);
    return rows.toSorted((one, other) => other.lastEventAt - one.lastEventAt);
  }

  /** What waits is written first; every later call rejects. */
  close(): Promise<void> {
    this.#closing ??= this.#queue.drain().then(() => this.#db.destroy());
    return this.#closing;
  }

  #checkOpen(): void {
    if (this.#closing !== undefined) throw new Error('the event store is closed');
  }

  /** One transaction for all. When a row of one of them is refused, each goes alone, so that only the guilty one fails. */
  async #write(batch: readonly EncodedAppend[]): Promise<readonly AppendOutcome[]> {
    try {
      return await this.#commit(batch);
    } catch (error) {
      const oneIsGuilty = error instanceof OvertakenError || this.#engine.isConstraintViolation(error);
      // Anything else is the machine. A commit whose answer was lost may have happened: it is never tried again here.
      if (!oneIsGuilty) throw error;
      if (batch.length === 1) {
        if (error instanceof OvertakenError) return [{ kind: 'answered', result: err('version_conflict') }];
        return [{ kind: 'failed', error }];
      }
    }
    const outcomes: AppendOutcome[] = [];
    for (const append of batch) {
      const alone = this.#write([append]).catch((error: unknown) => [{ kind: 'failed', error } as const]);
      outcomes.push(...(await alone));
    }
    return outcomes;
  }

  async #commit(batch: readonly EncodedAppend[]): Promise<readonly AppendOutcome[]> {
    const results = await this.#db.transaction().execute((transaction) => writeBatch(transaction, batch));
    const accepted = results.filter(({ ok }) => ok).length;
    if (accepted > 0) this.#onCommit(accepted);
    return results.map((result) => ({ kind: 'answered', result }));
  }
}
