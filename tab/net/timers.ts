/** Time as the connection knows it: injected, so that a test decides when it passes. */
export interface Timers {
  /** Milliseconds on a monotonic clock that also counts sleep as far as the device tells. */
  now(): number;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(id: unknown): void;
}

/** One alarm that can be set again and cancelled: setting it replaces the one before. */
export interface Alarm {
  set(ms: number): void;
  cancel(): void;
}
export function createAlarm(timers: Timers, ring: () => void): Alarm {
  let running: { readonly id: unknown } | undefined;
  const cancel = () => {
    if (running !== undefined) timers.clearTimeout(running.id);
    running = undefined;
  };
  return {
    set(ms) {
      cancel();
      const id = timers.setTimeout(() => {
        running = undefined;
        ring();
      }, ms);
      running = { id };
    },
    cancel,
  };
}

/**
 * A monotonic clock that goes on during sleep. `performance.now()` stops while a phone or a laptop sleeps (on most
 * systems); the wall clock does not. A leap of the wall clock against it is taken for sleep. If the wall clock was
 * merely put forward, the next measure of the server's clock puts it right.
 */
export function createSleepProofClock(monotonic: () => number, wall: () => number): () => number {
  /** Small differences are the wall clock being trimmed by the network: followed, never counted. */
  const leapMs = 2_000;
  let sleptMs = 0;
  let apartMs = wall() - monotonic();
  return () => {
    const now = monotonic();
    const leap = wall() - now - apartMs;
    if (leap > leapMs) sleptMs += leap;
    apartMs += leap;
    return now + sleptMs;
  };
}
