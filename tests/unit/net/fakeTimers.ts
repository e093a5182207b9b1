import type { Timers } from '../../../tab/net/timers.ts';

/** Time that passes when a test says so, on a clock that never saw 1970. */
export class FakeTimers implements Timers {
  #now = 1_000;
  #lastId = 0;
  readonly #alarms = new Map<number, { readonly at: number; readonly run: () => void }>();

  /** How far the device's wall clock has leapt against this one: by sleep, or because somebody put it. */
  wallLeapMs = 0;

  now = (): number => this.#now;
  setTimeout = (run: () => void, ms: number): number => {
    this.#lastId += 1;
    this.#alarms.set(this.#lastId, { at: this.#now + Math.max(0, ms), run });
    return this.#lastId;
  };
  clearTimeout = (id: unknown): void => {
    this.#alarms.delete(id as number);
  };

  /** Lets `ms` pass; what falls due rings at its own instant, in order. */
  pass(ms: number): void {
    const until = this.#now + ms;
    for (;;) {
      const [next] = [...this.#alarms].filter(([, alarm]) => alarm.at <= until).sort(([, a], [, b]) => a.at - b.at);
      if (next === undefined) break;
      this.#alarms.delete(next[0]);
      this.#now = Math.max(this.#now, next[1].at);
      next[1].run();
    }
    this.#now = until;
  }

  /** The device sleeps: time passes and nothing rings before it wakes. */
  sleep(ms: number): void {
    this.#now += ms;
    this.pass(0);
  }

  get waiting(): number {
    return this.#alarms.size;
  }
}
