/** What may be counted to choose the moment of a kill. `lost`: an acknowledgement came, and nobody heard it; `start`: a server is up again. */
export type MomentKind = 'send' | 'ack' | 'lost' | 'view' | 'start';

/** Counts what happens, so that a fault strikes in the middle of it, and not at a time of day. */
export class Moments {
  readonly #counts = new Map<MomentKind, number>();
  readonly #waiting = new Set<{ readonly kind: MomentKind; readonly count: number; readonly reached: () => void }>();

  count(kind: MomentKind): number {
    return this.#counts.get(kind) ?? 0;
  }

  note(kind: MomentKind): void {
    const count = this.count(kind) + 1;
    this.#counts.set(kind, count);
    for (const waiter of this.#waiting) {
      if (waiter.kind !== kind || count < waiter.count) continue;
      this.#waiting.delete(waiter);
      waiter.reached();
    }
  }

  /** Calls `reached`, in the very turn in which the count is reached; settles then. */
  at(kind: MomentKind, count: number, reached: () => void = () => undefined): Promise<void> {
    return new Promise((resolve) => {
      const both = (): void => {
        reached();
        resolve();
      };
      if (this.count(kind) >= count) both();
      else this.#waiting.add({ kind, count, reached: both });
    });
  }
}
