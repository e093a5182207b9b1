/** Time as background work needs it. */
export interface BackgroundTimers {
  now(): number;
  setTimeout(action: () => void, delayMs: number): unknown;
}

/** Work that may wait: done one short slice after another, whatever else the server has to do in between. */
export interface Background {
  /** @param slice does a few milliseconds of work @returns whether all is done */
  add(slice: () => boolean): void;
}

/** A slice is at most so long, where the work can be cut so finely; commands wait no longer for it. */
const sliceMs = 8;
/** Where time stands still, in the simulation: a slice all the same. */
const stepsPerSlice = 64;

/** One for the whole server: many groups that have work share half of its time at most, in turn. */
export function createBackground(timers: BackgroundTimers): Background {
  const waiting: (() => boolean)[] = [];
  let isUnderWay = false;

  function turn(): void {
    const startedAt = timers.now();
    const [slice] = waiting.splice(0, 1);
    let isDone = true;
    try {
      isDone = slice === undefined || workOn(slice, startedAt);
    } finally {
      // What breaks is left out, and costs the others nothing.
      if (slice !== undefined && !isDone) waiting.push(slice);
      isUnderWay = waiting.length > 0;
      if (isUnderWay) timers.setTimeout(turn, timers.now() - startedAt);
    }
  }

  function workOn(slice: () => boolean, startedAt: number): boolean {
    for (let step = 0; step < stepsPerSlice; step++) {
      if (slice()) return true;
      if (timers.now() - startedAt >= sliceMs) return false;
    }
    return false;
  }

  return {
    add(slice) {
      waiting.push(slice);
      if (isUnderWay) return;
      isUnderWay = true;
      timers.setTimeout(turn, 0);
    },
  };
}
