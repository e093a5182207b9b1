import type { DurationMs, EpochMs } from '../../shared/core/time.ts';
import type { OutboxStore, Outcome, WaitingMessage } from '../store/outboxStore.ts';
import { Pace } from './pace.ts';

/** What became of one try. `later`: nothing is certain, or Teams asked for patience. */
export type Carried = Outcome | { readonly state: 'later'; readonly afterMs?: DurationMs };

export interface OutboxDeps {
  readonly store: OutboxStore;
  /** Draws a message and hands it over. What it rejects with is a bug: told, and tried again. */
  readonly carry: (message: WaitingMessage) => Promise<Carried>;
  /** How many calls to Teams a message takes at most. */
  readonly callsOf: (message: WaitingMessage) => number;
  readonly now: () => EpochMs;
  readonly setTimeout: (action: () => void, delayMs: DurationMs) => unknown;
  /** [0, 1): nodes that were refused together do not come back together. */
  readonly random: () => number;
  /** Unique each time: names a claim. */
  readonly drawClaim: () => string;
  readonly reportFault: (fault: unknown, workshopId: string) => void;
  /** Called after a message failed for good, or went through after all. */
  readonly onEnded: (workshopId: string) => void;
}

/** Of nodes on one store, one that dies with a message in its hand gives it up after this; longer than any call to Teams. */
export const claimMs = 45_000;
/** Lanes served at once. */
const mostAtOnce = 16;
const firstDelayMs = 1_000;
const longestDelayMs = 60_000;
/** Two tries in a row that failed without a word count as an outage: some twenty minutes of it, and the hosts are told. */
const mostAttempts = 25;
/** With nothing to wait for, another node may still have died with a message in its hand. */
const idleMs = 60_000;

/** How long to wait after so many tries: 1, 2, 4 … up to 60 seconds, of which half is drawn by lot. */
export function retryDelay(attempts: number, random: number, afterMs?: DurationMs): DurationMs {
  const backoff = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.max(0, attempts - 1));
  const jittered = backoff / 2 + (backoff / 2) * random;
  // Never sooner than Teams asks, nor all at the same instant.
  return Math.ceil(afterMs === undefined ? jittered : afterMs + Math.min(jittered, firstDelayMs * random));
}

/**
 * Sends what waits: lane by lane in order, within Teams' limits, each message by one node at a time. A message is handed
 * over, then recorded: only a node that dies in between can repeat one, and a card that stood before is then put in its own
 * place again.
 */
export class Outbox {
  readonly #deps: OutboxDeps;
  readonly #pace = new Pace();
  readonly #busyLanes = new Set<string>();
  readonly #underWay = new Set<Promise<void>>();
  #isLooking = false;
  #lookAgain = false;
  #isStopped = false;
  /** The next look that is planned. */
  #plannedAt = Number.POSITIVE_INFINITY;

  constructor(deps: OutboxDeps) {
    this.#deps = deps;
  }

  /** Something may be due. */
  wake(): void {
    if (this.#isStopped) return;
    this.#lookAgain = true;
    if (this.#isLooking) return;
    this.#isLooking = true;
    const looking = this.#look().catch((fault) => {
      // A database that does not answer is asked again in a while.
      this.#deps.reportFault(fault, 'outbox');
      this.#plan(this.#deps.now() + firstDelayMs);
    });
    this.#track(looking.finally(() => (this.#isLooking = false)));
  }

  /** Finishes what is under way, and takes nothing more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  #track(work: Promise<unknown>): void {
    const tracked = work.then(() => void this.#underWay.delete(tracked));
    this.#underWay.add(tracked);
  }

  async #look(): Promise<void> {
    const { store, now } = this.#deps;
    while (this.#lookAgain && !this.#isStopped) {
      this.#lookAgain = false;
      // More than can be served: lanes that must be patient do not hide those that need not.
      const heads = await store.due(now(), mostAtOnce * 4);
      let isHeldBack = false;
      for (const message of heads) {
        if (this.#busyLanes.has(message.lane)) continue;
        if (this.#busyLanes.size >= mostAtOnce) isHeldBack = true;
        else {
          const waitMs = this.#pace.waitMs(message.lane, now(), this.#deps.callsOf(message));
          if (waitMs > 0) this.#plan(now() + waitMs);
          else this.#serve(message);
        }
      }
      // Whoever ends looks again.
      if (isHeldBack) return;
      this.#plan((await store.nextDueAt(now())) ?? now() + idleMs);
    }
  }

  #plan(at: EpochMs): void {
    const { now, setTimeout } = this.#deps;
    if (this.#isStopped || at >= this.#plannedAt) return;
    this.#plannedAt = at;
    setTimeout(
      () => {
        if (this.#plannedAt === at) this.#plannedAt = Number.POSITIVE_INFINITY;
        this.wake();
      },
      Math.max(0, Math.min(at - now(), idleMs)),
    );
  }

  #serve(message: WaitingMessage): void {
    const { reportFault, callsOf, now } = this.#deps;
    // Counted before the call: a try that fails counts for Teams all the same.
    this.#pace.note(message.lane, now(), callsOf(message));
    this.#busyLanes.add(message.lane);
    const serving = this.#try(message)
      .catch((fault) => {
        // The claim runs out by itself.
        reportFault(fault, message.workshopId);
      })
      .finally(() => {
        this.#busyLanes.delete(message.lane);
        this.wake();
      });
    this.#track(serving);
  }

  async #try(message: WaitingMessage): Promise<void> {
    const { store, now, random, carry, reportFault, onEnded } = this.#deps;
    const { id, workshopId, expiresAt } = message;
    const claim = this.#deps.drawClaim();
    if (!(await store.claim(id, claim, now(), now() + claimMs))) return;
    const attempts = message.attempts + 1;
    const carried =
      now() > expiresAt
        ? tooLate(message)
        : await carry(message).catch((fault): Carried => {
            reportFault(fault, workshopId);
            return { state: 'later' };
          });
    if (carried.state !== 'later') {
      await store.settle(id, claim, carried, now());
      if (carried.state === 'failed') onEnded(workshopId);
      return;
    }
    const at = now() + retryDelay(attempts, random(), carried.afterMs);
    if (attempts < mostAttempts && at <= expiresAt) return store.postpone(id, claim, at);
    await store.settle(id, claim, { state: 'failed', reason: 'unreachable' }, now());
    onEnded(workshopId);
  }
}

/** What nobody tried to send in time was not needed; what Teams would not take is a loss. */
const tooLate = ({ attempts }: WaitingMessage): Outcome =>
  attempts === 0 ? { state: 'dropped', reason: 'too_late' } : { state: 'failed', reason: 'unreachable' };
