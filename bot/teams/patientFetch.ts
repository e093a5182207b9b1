import { setTimeout as sleep } from 'node:timers/promises';
import { retryAfterMs } from './retryAfter.ts';

export interface Asking {
  /** Who is asked, for whom: an answer to wait holds for all calls of the lane, also those of later requests. */
  readonly lane: string;
  /** `performance.now()` after which nothing more is begun or waited for. */
  readonly deadline: number;
}

/** `none`: no answer in time, or one to come back later; `retryMs`: not before. */
export type PatientAnswer =
  | { readonly status: number; readonly body: unknown }
  | { readonly status: 'none'; readonly retryMs?: number };

export interface Patience {
  /** Longest that one try may take. */
  readonly callMs: number;
  /** Before the first repeat; doubled before each further one. */
  readonly firstWaitMs: number;
}

/** The same call so many times in all. */
const mostTries = 4;

/**
 * A call to Microsoft that may be made again with the same effect: repeated, later and later, after 429, 5xx and silence,
 * never before the answer allows it, and never beyond the deadline. The body of an answer is read as JSON; undefined when
 * it is none. Never rejects.
 */
export function createPatientFetch({ callMs, firstWaitMs }: Patience) {
  /** Lane → `performance.now()` before which nothing is asked there. */
  const closedUntil = new Map<string, number>();

  async function once(url: string, init: RequestInit, timeoutMs: number) {
    try {
      // A redirect would carry the token somewhere else.
      const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
      const text = await response.text();
      return { status: response.status, text, waitMs: retryAfterMs(response) };
    } catch {
      return undefined;
    }
  }

  /** Waits until an instant, or until the lane is open again if that is later; false when that is behind the deadline. */
  async function reached(instant: number, lane: string, deadline: number): Promise<boolean> {
    for (;;) {
      const from = Math.max(instant, closedUntil.get(lane) ?? 0);
      if (from >= deadline) return false;
      const leftMs = from - performance.now();
      if (leftMs <= 0) return performance.now() < deadline;
      await sleep(leftMs);
    }
  }

  return async function ask(url: string, init: RequestInit, { lane, deadline }: Asking): Promise<PatientAnswer> {
    let waitMs = 0;
    for (let attempt = 0; attempt < mostTries; attempt++) {
      if (!(await reached(performance.now() + waitMs, lane, deadline))) break;
      const answer = await once(url, init, Math.ceil(Math.min(callMs, deadline - performance.now())));
      const isFinal = answer !== undefined && answer.status < 500 && answer.status !== 429;
      if (isFinal) return { status: answer.status, body: read(answer.text) };
      waitMs = firstWaitMs * 2 ** attempt;
      if (answer?.waitMs !== undefined) closedUntil.set(lane, performance.now() + answer.waitMs);
    }
    const retryMs = (closedUntil.get(lane) ?? 0) - performance.now();
    return { status: 'none', ...(retryMs > 0 ? { retryMs } : {}) };
  };
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
