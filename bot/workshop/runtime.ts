import { ok, type Result } from '../../shared/core/result.ts';
import type { EpochMs } from '../../shared/core/time.ts';
import type { Ack, Problem } from '../../shared/protocol/messages.ts';
import type { PersonName } from '../../shared/views/surroundings.ts';
import type { Command, CreateWorkshop, Join } from '../../shared/workshop/commands.ts';
import { createWorkshop } from '../../shared/workshop/createWorkshop.ts';
import { type DecisionContext, decide } from '../../shared/workshop/decide.ts';
import type { Fact, WorkshopEvent } from '../../shared/workshop/events.ts';
import { evolve } from '../../shared/workshop/evolve.ts';
import { join } from '../../shared/workshop/people/join.ts';
import type { Link, WorkshopState } from '../../shared/workshop/state.ts';
import type { EventStore, StoredLink, StoredPerson } from '../store/eventStore.ts';

/** Something to be decided, by someone whose identity was checked already. */
export type Intent =
  | { readonly commandId: string; readonly actorId: string; readonly command: Command }
  /** `actorId` is the person that the command makes: `commandId`. `tokenHash`: of the identity that they made. */
  | { readonly commandId: string; readonly actorId: string; readonly command: Join; readonly tokenHash: string }
  | { readonly commandId: string; readonly actorId: string; readonly command: CreateWorkshop };

/** What a runtime needs of the world. */
export interface RuntimeDeps {
  readonly store: EventStore;
  readonly now: () => EpochMs;
  /** An unsigned 32-bit integer, fresh at each call. */
  readonly drawSeed: () => number;
  /** 128 random bits, hex, fresh at each call. */
  readonly drawNonce: () => string;
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

/** What a batch would make of the workshop, before it is stored. `acks` in the order of the batch. */
interface Draft {
  readonly expectedVersion: number;
  readonly facts: Fact[];
  readonly people: StoredPerson[];
  readonly acks: Ack[];
}

const seenKey = (actorId: string, commandId: string): string => `${actorId} ${commandId}`;

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
  readonly #names = new Map<string, PersonName>();
  /** Actor and command → version of the last event that the command caused. */
  #seen = new Map<string, number>();
  #queue: Queued[] = [];
  #isDraining = false;
  /** After a failed append nobody knows what was written: the log is read again before anything is decided. */
  #isStale = true;
  #lastAt: EpochMs = 0;
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

  get names(): ReadonlyMap<string, PersonName> {
    return this.#names;
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
      for (const person of await this.#deps.store.people(this.id)) this.#know(person);
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
    this.#state = evolve(this.#state, fact);
    this.#lastAt = Math.max(this.#lastAt, fact.at);
    this.#seen.set(seenKey(fact.actorId, fact.commandId), fact.version);
  }

  #know(person: StoredPerson): void {
    const { personId, name, organisation } = person;
    this.#people.set(personId, person);
    this.#names.set(personId, { name, organisation });
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
        const reference = this.#deps.reportFault(fault, this.id);
        for (const { settle } of batch) settle({ ok: false, problem: { kind: 'fault', reference } });
      }
    }
    this.#isDraining = false;
  }

  async #process(batch: readonly Queued[]): Promise<void> {
    for (let attempt = 0; attempt < mostConflicts; attempt++) {
      if (this.#isStale) await this.catchUp();
      const draft = this.#decideAll(batch);
      if (draft.facts.length === 0 && (await this.#isOutrun())) continue;
      const stored = await this.#store(draft);
      if (!stored.ok) {
        this.#isStale = true;
        continue;
      }
      for (const fact of draft.facts) this.#apply(fact);
      for (const person of draft.people) this.#know(person);
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

  /** Decides a batch one after the other, each on the state that the ones before it leave; nothing is kept yet. */
  #decideAll(batch: readonly Queued[]): Draft {
    const draft: Draft = { expectedVersion: this.#state?.version ?? 0, facts: [], people: [], acks: [] };
    let state = this.#state;
    // The log's times never run backwards, even when the machine's clock is set back.
    const now = Math.max(this.#deps.now(), this.#lastAt);
    const seenNow = new Map<string, number>();
    for (const { intent } of batch) {
      const key = seenKey(intent.actorId, intent.commandId);
      const seenVersion = seenNow.get(key) ?? this.#seen.get(key);
      if (seenVersion !== undefined) {
        draft.acks.push({ ok: true, version: seenVersion });
        continue;
      }
      const decision = this.#decideOne(state, intent, now);
      if (!decision.ok) {
        draft.acks.push({ ok: false, problem: decision.problem });
        continue;
      }
      for (const event of decision.value) {
        const version = (state?.version ?? 0) + 1;
        const fact: Fact = { version, at: now, actorId: intent.actorId, commandId: intent.commandId, event };
        state = evolve(state, fact);
        draft.facts.push(fact);
      }
      const version = state?.version ?? 0;
      if (decision.value.length > 0) {
        seenNow.set(key, version);
        draft.people.push(...this.#peopleWritten(intent));
      }
      draft.acks.push({ ok: true, version });
    }
    return draft;
  }

  #decideOne(
    state: WorkshopState | undefined,
    { actorId, commandId, command }: Intent,
    now: EpochMs,
  ): Result<readonly WorkshopEvent[], Problem> {
    const { drawSeed, drawNonce } = this.#deps;
    const context: DecisionContext = { now, commandId, seed: drawSeed(), drawNonce };
    const rejected = (code: 'workshop_exists' | 'workshop_unknown') =>
      ({ ok: false, problem: { kind: 'rejected', code } }) as const;
    if (command.kind === 'CreateWorkshop') {
      return state === undefined ? ok(createWorkshop(command, this.id, context)) : rejected('workshop_exists');
    }
    if (state === undefined) return rejected('workshop_unknown');
    if (command.kind === 'Join') {
      const joined = join(state, command, context);
      return joined.ok ? joined : { ok: false, problem: { kind: 'rejected', code: joined.problem } };
    }
    const actor = state.people[actorId];
    return actor === undefined
      ? { ok: false, problem: { kind: 'denied' } }
      : decide(state, command, { ...context, actor });
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
      people: draft.people,
      links,
    });
  }

  /** Names that a command brings: they go to the table of people, never into the log. */
  #peopleWritten(intent: Intent): readonly StoredPerson[] {
    if ('tokenHash' in intent) {
      const { actorId, command, tokenHash } = intent;
      return [{ personId: actorId, name: command.name, organisation: command.organisation, tokenHash }];
    }
    if (intent.command.kind !== 'ReviseMyself') return [];
    const known = this.#people.get(intent.actorId);
    const { name, organisation } = intent.command;
    return known === undefined ? [] : [{ ...known, name, organisation }];
  }
}
