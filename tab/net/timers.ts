/** Time as the connection knows it: injected, so that a test decides when it passes. */
export interface Timers {
  /** Milliseconds on a monotonic clock; it may stand still while the device sleeps. */
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
