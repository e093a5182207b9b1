import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Result } from '../../shared/core/result.ts';
import type { EncodedAppend } from './encodeAppend.ts';
import type { AppendProblem } from './eventStore.ts';

/** What became of one request of a batch: answered, or failed on its own. */
export type AppendOutcome =
  | { readonly kind: 'answered'; readonly result: Result<void, AppendProblem> }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Writes a batch durably. One outcome per request, in order; rejects when nothing of the whole batch was written. */
export type WriteBatch = (batch: readonly EncodedAppend[]) => Promise<readonly AppendOutcome[]>;

/** 256 requests: a wave of answers shares one sync, and yet the event loop is held for a few milliseconds only. */
const MAX_BATCH_REQUESTS = 256;
/** In UTF-16 units of JSON: four large imports do not become one huge transaction. A larger request goes alone. */
const MAX_BATCH_SIZE = 4_000_000;

interface Waiting {
  readonly append: EncodedAppend;
  readonly resolve: (result: Result<void, AppendProblem>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit: requests that wait at the same time are written together, in order of arrival, one batch after the
 * other. A batch is taken only once the event loop has turned, so that all messages read from sockets in one turn are
 * in it: with an engine that writes synchronously, nothing ever arrives "while" it writes.
 */
export class AppendQueue {
  readonly #write: WriteBatch;
  #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;

  constructor(write: WriteBatch) {
    this.#write = write;
  }

  /** Settles with the outcome of this request, when its batch is durable. */
  push(append: EncodedAppend): Promise<Result<void, AppendProblem>> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ append, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nothing waits any more. */
  async drain(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      await nextTurn();
      const batch = this.#take();
      try {
        const outcomes = await this.#write(batch.map(({ append }) => append));
        batch.forEach(({ resolve, reject }, index) => {
          const outcome = outcomes[index];
          if (outcome?.kind === 'answered') resolve(outcome.result);
          else reject(outcome?.error ?? new Error('the store gave no outcome for an append'));
        });
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    // In the same step as the last look at the list: a push from now on starts a new run.
    this.#running = undefined;
  }

  #take(): readonly Waiting[] {
    let count = 0;
    let size = 0;
    for (const { append } of this.#waiting) {
      size += append.size;
      if (count > 0 && (count === MAX_BATCH_REQUESTS || size > MAX_BATCH_SIZE)) break;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }
}
