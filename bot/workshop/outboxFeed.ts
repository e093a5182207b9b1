import type { DurationMs, EpochMs } from '../../shared/core/time.ts';
import type { Fact, WorkshopEvent } from '../../shared/workshop/events.ts';
import type { EventStore } from '../store/eventStore.ts';
import type { OutboxStore } from '../store/outboxStore.ts';
import { type Audiences, messagesOf } from './messagesOf.ts';
import type { WorkshopRegistry } from './registry.ts';
import type { WorkshopRuntime } from './runtime.ts';

export interface OutboxFeedDeps {
  readonly store: Pick<EventStore, 'load'>;
  readonly outbox: OutboxStore;
  readonly registry: WorkshopRegistry;
  readonly audiencesOf: (workshopId: string) => Promise<Audiences>;
  readonly now: () => EpochMs;
  readonly setTimeout: (action: () => void, delayMs: DurationMs) => unknown;
  /** There is something to send. */
  readonly wake: () => void;
  readonly reportFault: (fault: unknown, workshopId: string) => void;
}

/** Under a storm of answers the log is read so often at most. */
const restMs = 50;
const retryMs = 2_000;

/**
 * Makes messages of facts, each fact once: what was made of them and how far that went is written together, so that
 * neither a restart nor another node loses or repeats one.
 */
export class OutboxFeed {
  readonly #deps: OutboxFeedDeps;
  /** Workshop → whether something came while it was being read. */
  readonly #reading = new Map<string, { again: boolean }>();
  /** Workshop → version up to which nothing was to be told: not worth a write. */
  readonly #passed = new Map<string, number>();
  readonly #followed = new Map<string, () => void>();
  readonly #underWay = new Set<Promise<void>>();
  #isStopped = false;

  constructor(deps: OutboxFeedDeps) {
    this.#deps = deps;
  }

  /** From now on this workshop is told in Teams: its card first. One that is followed already tells nothing twice. */
  async follow(workshopId: string): Promise<void> {
    const runtime = await this.#deps.registry.open(workshopId);
    if (runtime.state === undefined) return;
    await this.#deps.outbox.begin(workshopId, runtime.state.version);
    this.#listen(runtime);
  }

  /** After a start: what happened while nobody listened. */
  async resume(): Promise<void> {
    for (const workshopId of await this.#deps.outbox.workshops()) {
      try {
        this.#listen(await this.#deps.registry.open(workshopId));
      } catch (fault) {
        this.#deps.reportFault(fault, workshopId);
      }
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const unfollow of this.#followed.values()) unfollow();
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  #listen(runtime: WorkshopRuntime): void {
    if (!this.#followed.has(runtime.id))
      this.#followed.set(
        runtime.id,
        runtime.onChange(() => this.#read(runtime)),
      );
    this.#read(runtime);
  }

  #read(runtime: WorkshopRuntime): void {
    const { id } = runtime;
    const running = this.#reading.get(id);
    if (running !== undefined) running.again = true;
    if (running !== undefined || this.#isStopped) return;
    const reading = { again: false };
    this.#reading.set(id, reading);
    const work = this.#feed(runtime)
      .then(() => restMs)
      .catch((fault) => {
        this.#deps.reportFault(fault, id);
        reading.again = true;
        return retryMs;
      })
      .then((delayMs) => {
        this.#underWay.delete(work);
        this.#deps.setTimeout(() => {
          this.#reading.delete(id);
          if (reading.again) this.#read(runtime);
        }, delayMs);
      });
    this.#underWay.add(work);
  }

  async #feed(runtime: WorkshopRuntime): Promise<void> {
    const { store, outbox, audiencesOf, now, wake } = this.#deps;
    const { id } = runtime;
    for (;;) {
      const cursor = await outbox.cursor(id);
      if (cursor === undefined) return;
      const from = Math.max(cursor, this.#passed.get(id) ?? 0);
      const stored = await store.load(id, from);
      const last = stored.at(-1)?.version;
      if (last === undefined) return;
      const facts = stored.map(({ data, ...place }): Fact => ({ ...place, event: data as WorkshopEvent }));
      // Another node may have stored them.
      if ((runtime.state?.version ?? 0) < last) await runtime.catchUp();
      if (runtime.state === undefined) return;
      const messages = messagesOf(facts, runtime.state, await audiencesOf(id), now());
      if (messages.length === 0) {
        this.#passed.set(id, last);
        return;
      }
      if (await outbox.feed(id, cursor, last, messages, now())) wake();
      // Another node was faster: whatever it left is read again.
    }
  }
}
