import type { DurationMs, EpochMs } from '../../shared/core/time.ts';

interface Window {
  readonly calls: number;
  readonly perMs: DurationMs;
}

/** What Teams takes from one bot in one conversation. learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const perConversation: readonly Window[] = [
  { calls: 7, perMs: 1_000 },
  { calls: 8, perMs: 2_000 },
  { calls: 60, perMs: 30_000 },
  { calls: 1_800, perMs: 3_600_000 },
];
/** What it takes from one app in one tenant. */
const perApp: readonly Window[] = [{ calls: 50, perMs: 1_000 }];
const everything = '';

/**
 * Keeps this node within Teams' limits. Other nodes have their own count, and Teams the last word: what it refuses all
 * the same is sent later.
 */
export class Pace {
  /** Conversation → when it was called, in order. */
  readonly #calls = new Map<string, EpochMs[]>();

  /** How long so many calls together must wait: 0 when they may go. */
  waitMs(conversation: string, now: EpochMs, wanted = 1): DurationMs {
    return Math.max(
      this.#wait(conversation, perConversation, now, wanted),
      this.#wait(everything, perApp, now, wanted),
    );
  }

  note(conversation: string, now: EpochMs, made = 1): void {
    for (const key of [conversation, everything]) {
      const calls = this.#calls.get(key) ?? [];
      for (let call = 0; call < made; call++) calls.push(now);
      this.#calls.set(key, calls);
    }
  }

  #wait(key: string, windows: readonly Window[], now: EpochMs, wanted: number): DurationMs {
    const calls = this.#calls.get(key);
    if (calls === undefined) return 0;
    const longest = windows.at(-1)?.perMs ?? 0;
    const old = calls.findIndex((at) => at > now - longest);
    calls.splice(0, old < 0 ? calls.length : old);
    if (calls.length === 0) this.#calls.delete(key);
    // The call that must have left a window before the others fit into it.
    return Math.max(
      0,
      ...windows.map(({ calls: most, perMs }) => (calls.at(wanted - 1 - most) ?? now - perMs) + perMs - now),
    );
  }
}
