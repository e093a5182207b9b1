import { Violation } from './violation.ts';

/** Lets every promise that can settle without outside help settle: what is left waits for a later event of the queue. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

interface Event {
  readonly at: number;
  readonly order: number;
  readonly action: () => void;
}

const isBefore = (one: Event, other: Event): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);

/** Far more than any instant or run holds: beyond, something goes round in a circle, and time would never pass. */
const mostEvents = { inOneInstant: 20_000, inAll: 400_000 };

/** The only clock of a simulated world: one queue of events, run in order; nothing ever waits for real time. */
export class VirtualTime {
  /** Whole epoch ms. */
  now: number;
  /** Called after each event, once everything that it set off has settled. */
  afterEach: () => void = () => {};
  readonly #heap: Event[] = [];
  #order = 0;
  #hasUnsettled = false;
  #ranInInstant = 0;
  #ran = 0;

  constructor(startAt: number) {
    this.now = startAt;
  }

  /** Runs `action` at `at`, or now when that is past; events of the same instant run in the order of their planning. */
  at(at: number, action: () => void): void {
    const event: Event = { at: Math.max(this.now, Math.ceil(at)), order: this.#order++, action };
    this.#heap.push(event);
    this.#rise(this.#heap.length - 1);
  }

  /** A wait takes time, however short it is: added to an epoch, a trillionth of a millisecond would be lost. */
  after(delayMs: number, action: () => void): void {
    this.at(this.now + Math.max(0, Math.ceil(delayMs)), action);
  }

  /** The event that runs now has woken asynchronous work: the next one waits for it. */
  wakes(): void {
    this.#hasUnsettled = true;
  }

  /** Runs everything up to and including `until`. */
  async runUntil(until: number): Promise<void> {
    await this.#settled();
    for (let next = this.#heap[0]; next !== undefined && next.at <= until; next = this.#heap[0]) {
      this.#takeFirst();
      this.#ranInInstant = next.at === this.now ? this.#ranInInstant + 1 : 0;
      this.#ran += 1;
      if (this.#ranInInstant > mostEvents.inOneInstant || this.#ran > mostEvents.inAll) {
        throw new Violation('X17', `time does not get on: ${next.action}`);
      }
      this.now = next.at;
      next.action();
      await this.#settled();
    }
    this.now = Math.max(this.now, until);
  }

  async #settled(): Promise<void> {
    if (!this.#hasUnsettled) return;
    this.#hasUnsettled = false;
    await settle();
    this.afterEach();
  }

  #takeFirst(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#sink(0);
  }

  #rise(start: number): void {
    for (let index = start; index > 0; ) {
      const parent = (index - 1) >> 1;
      if (!this.#swapIfBefore(index, parent)) return;
      index = parent;
    }
  }

  #sink(start: number): void {
    for (let index = start; ; ) {
      const left = 2 * index + 1;
      const right = left + 1;
      const one = this.#heap[left];
      const other = this.#heap[right];
      if (one === undefined) return;
      const child = other !== undefined && isBefore(other, one) ? right : left;
      if (!this.#swapIfBefore(child, index)) return;
      index = child;
    }
  }

  #swapIfBefore(lower: number, upper: number): boolean {
    const one = this.#heap[lower] as Event;
    const other = this.#heap[upper] as Event;
    if (!isBefore(one, other)) return false;
    this.#heap[lower] = other;
    this.#heap[upper] = one;
    return true;
  }
}
