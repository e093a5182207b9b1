/** How many may act at once, over the whole server; whoever comes later waits, in order. */
export interface Turns {
  /** Acts when it is its turn. @throws what `act` throws, or when `signal` is aborted before its turn has come */
  readonly take: <Value>(signal: AbortSignal, act: () => Promise<Value>) => Promise<Value>;
}

export function createTurns(atOnce: number): Turns {
  let free = atOnce;
  const waiting: (() => void)[] = [];

  async function enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (free > 0) {
      free -= 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const leave = (): void => {
        waiting.splice(waiting.indexOf(enterNow), 1);
        reject(signal.reason);
      };
      const enterNow = (): void => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      waiting.push(enterNow);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  return {
    async take(signal, act) {
      await enter(signal);
      try {
        return await act();
      } finally {
        // The turn goes on to the next, or is free again.
        const next = waiting.shift();
        if (next === undefined) free += 1;
        else next();
      }
    },
  };
}
