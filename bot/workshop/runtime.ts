import { ok, type Result } from '../../shared/core/result.ts';
import type { EpochMs } from '../../shared/core/time.ts';
import type { Ack } from '../../shared/protocol/messages.ts';
import type { PersonDetails } from '../../shared/views/surroundings.ts';
import type { Fact, WorkshopEvent } from '../../shared/workshop/events.ts';
import { evolve } from '../../shared/workshop/evolve.ts';
import type { Link, WorkshopState } from '../../shared/workshop/state.ts';
import type { EventStore, StoredLink, StoredPerson } from '../store/eventStore.ts';
import { type Chance, type Draft, decideBatch, type Intent, intentKey } from './decideBatch.ts';

/** What a runtime needs of the world. */
export interface RuntimeDeps extends Chance {
  readonly store: EventStore;
  readonly now: () => EpochMs;
  readonly linkRow: (workshopId: string, link: Link) => StoredLink;
  /** Tells whoever runs the server of a bug or a broken machine; returns the reference that the person is shown. */
  readonly reportFault: (fault: unknown, workshopId: string) => string;
}

interface Queued {
  readonly intent: Intent;
  readonly settle: (ack: Ack) => void;
}

/** Commands decided together and made durable together: one sync to disk for all of them. */
const largestBatch = 256;
/** Commands waiting beyond which newcomers are told to come back: an answer within seconds beats an endless queue. */
const longestQueue = 5_000;
/** Two nodes may append to the same workshop: whoever loses decides again, so many times. */
const mostConflicts = 8;
const retryWhenBusyMs = 1_000;

/**
 * One workshop, live: a serial queue of commands over its log. A command is acknowledged when its events are stored,
 * and one seen before gets its first acknowledgement, also after a restart.
 */
export class WorkshopRuntime {
  readonly id: string;
  #state: WorkshopState | undefined;
  /** Rows of the table of people: the only place where names stand. */
  readonly #people = new Map<string, StoredPerson>();
  /** What views may show of them: without the hash of anyone's identity. */
  readonly #names = new Map<string, PersonDetails>();
  /** Hash of an identity → whose it is. */
  readonly #owners = new Map<string, string>();
  /**
   * Actor and command → version of its ack: of the last event that it caused, which the log keeps; of a command that
   * changed nothing, for as long as this runtime lives.
   */
  readonly #seen = new Map<string, number>();
  #queue: Queued[] = [];
  #isDraining = false;
  /** After a failed append nobody knows what was written: the log is read again before anything is decided. */
  #isStale = true;
  /** The latest instant that was told or stored. */
  #latest: EpochMs = 0;
  /** How far the machine's clock was set back behind it. */
  #aheadMs = 0;
  readonly #deps: RuntimeDeps;
  readonly #listeners = new Set<(state: WorkshopState) => void>();

  constructor(id: string, deps: RuntimeDeps) {
    this.id = id;
    this.#deps = deps;
  }

  /** The stored state; undefined while the workshop does not exist. Call `catchUp` once before. */
  get state(): WorkshopState | undefined {
    return this.#state;
  }

  get names(): ReadonlyMap<string, PersonDetails> {
    return this.#names;
  }

  /**
   * The workshop's clock, epoch ms: the machine's, and when that is set back, or stands behind the log, time that goes on
   * from the latest instant until the machine has caught up. A clock that stood still for an hour would end no slot.
   */
  now(): EpochMs {
    const machineNow = this.#deps.now();
    if (machineNow >= this.#latest) this.#aheadMs = 0;
    else this.#aheadMs = Math.max(this.#aheadMs, this.#latest - machineNow);
    this.#latest = machineNow + this.#aheadMs;
    return this.#latest;
  }

  /** Called after each change is stored and its commands are acknowledged. Returns how to stop listening. */
  onChange(listener: (state: WorkshopState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads what the log holds beyond what this runtime has seen. */
  async catchUp(): Promise<void> {
    const known = this.#state?.version ?? 0;
    const stored = await this.#deps.store.load(this.id, known);
    for (const { version, at, actorId, commandId, data } of stored) {
      this.#apply({ version, at, actorId, commandId, event: data as WorkshopEvent });
    }
    if (stored.length > 0) {
      const people = await this.#deps.store.people(this.id);
      const standing = new Set(people.map(({ personId }) => personId));
      for (const personId of this.#people.keys()) if (!standing.has(personId)) this.#forget(personId);
      for (const person of people) this.#know(person);
      for (const { tokenHash, personId } of await this.#deps.store.identities(this.id)) {
        this.#owners.set(tokenHash, personId);
      }
      this.#tell();
    }
    this.#isStale = false;
  }

  /** Settles when the command's effect is durable, or when it is certain that it has none. Never rejects. */
  submit(intent: Intent): Promise<Ack> {
    if (this.#queue.length >= longestQueue) {
      return Promise.resolve({ ok: false, problem: { kind: 'busy', retryMs: retryWhenBusyMs } });
    }
    return new Promise((settle) => {
      this.#queue.push({ intent, settle });
      void this.#drain();
    });
  }

  #tell(): void {
    const state = this.#state;
    if (state !== undefined) for (const listener of this.#listeners) listener(state);
  }

  #apply(fact: Fact): void {
    // Read on and stored by two at once: the same fact may come twice.
    if (fact.version <= (this.#state?.version ?? 0)) return;
    this.#state = evolve(this.#state, fact);
    this.#latest = Math.max(this.#latest, fact.at);
    this.#seen.set(intentKey(fact), fact.version);
  }

  #know(person: StoredPerson): void {
    const { personId, name, organisation, email, attributes } = person;
    this.#people.set(personId, person);
    this.#names.set(personId, { name, organisation, email, attributes });
  }

  #forget(personId: string): void {
    this.#people.delete(personId);
    this.#names.delete(personId);
  }

  async #drain(): Promise<void> {
    if (this.#isDraining) return;
    this.#isDraining = true;
    // Whatever arrives in the same turn of the event loop joins the first batch.
    await Promise.resolve();
    while (this.#queue.length > 0) {
      const batch = this.#queue.splice(0, largestBatch);
      try {
        await this.#process(batch);
      } catch (fault) {
        this.#isStale = true;
        this.#deps.reportFault(fault, this.id);
        await this.#processAlone(batch);
      }
    }
    this.#isDraining = false;
  }

  /**
   * After a batch that failed: each command by itself, so that one that cannot be stored costs the others nothing. What
   * was written although the answer was lost is found in the log, and acknowledged.
   */
  async #processAlone(batch: readonly Queued[]): Promise<void> {
    let unreadable: unknown;
    for (const queued of batch) {
      try {
        if (unreadable !== undefined) throw unreadable;
        if (this.#isStale) {
          // A database that does not answer is not asked once for each of two hundred commands.
          await this.catchUp().catch((fault) => {
            unreadable = fault;
            throw fault;
          });
        }
        await this.#process([queued]);
      } catch (fault) {
        this.#isStale = true;
        queued.settle({ ok: false, problem: { kind: 'fault', reference: this.#deps.reportFault(fault, this.id) } });
      }
    }
  }

  async #process(batch: readonly Queued[]): Promise<void> {
    for (let attempt = 0; attempt < mostConflicts; attempt++) {
      if (this.#isStale) await this.catchUp();
      const draft = this.#decide(batch);
      if (draft.facts.length === 0 && (await this.#isOutrun())) continue;
      const stored = await this.#store(draft);
      if (!stored.ok) {
        this.#isStale = true;
        continue;
      }
      for (const fact of draft.facts) this.#apply(fact);
      for (const personId of draft.forgotten) this.#forget(personId);
      for (const person of draft.people.values()) this.#know(person);
      for (const { tokenHash, personId } of draft.identities) this.#owners.set(tokenHash, personId);
      for (const [key, version] of draft.seen) this.#seen.set(key, version);
      batch.forEach(({ settle }, index) => {
        settle(draft.acks[index] as Ack);
      });
      if (draft.facts.length > 0) this.#tell();
      return;
    }
    for (const { settle } of batch) settle({ ok: false, problem: { kind: 'busy', retryMs: retryWhenBusyMs } });
  }

  /**
   * An append proves that this runtime had seen everything. Where nothing is to be stored the log is asked: another node
   * may have stored the very command that would be refused here.
   */
  async #isOutrun(): Promise<boolean> {
    const known = this.#state?.version;
    await this.catchUp();
    return this.#state?.version !== known;
  }

  #decide(batch: readonly Queued[]): Draft {
    const known = {
      workshopId: this.id,
      state: this.#state,
      now: this.now(),
      seen: this.#seen,
      people: this.#people,
      owners: this.#owners,
    };
    const intents = batch.map(({ intent }) => intent);
    return decideBatch(known, intents, this.#deps, (fault) => this.#deps.reportFault(fault, this.id));
  }

  #store(draft: Draft): Promise<Result<void, 'version_conflict'>> {
    if (draft.facts.length === 0) return Promise.resolve(ok(undefined));
    const links = draft.facts.flatMap(({ event }) =>
      event.kind === 'LinkIssued' ? [this.#deps.linkRow(this.id, event.link)] : [],
    );
    return this.#deps.store.append({
      workshopId: this.id,
      expectedVersion: draft.expectedVersion,
      events: draft.facts.map(({ event, ...place }) => ({ ...place, data: event })),
      people: [...draft.people.values()],
      identities: draft.identities,
      forgotten: [...draft.forgotten],
      links,
    });
  }
}
