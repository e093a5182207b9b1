import { useEffect, useRef, useState } from 'react';

interface Delayed {
  /** Ids whose action waits: shown as done, and still to be undone. */
  readonly waiting: readonly string[];
  readonly start: (id: string) => void;
  readonly undo: (id: string) => void;
}

/**
 * Gives some seconds to undo an action before it is really made. Leaving the page makes what waits at once: the person
 * has seen it done.
 */
export function useDelayed(act: (id: string) => void, delayMs = 6_000): Delayed {
  const [waiting, setWaiting] = useState<readonly string[]>([]);
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const latestAct = useRef(act);
  useEffect(() => {
    latestAct.current = act;
  });
  const forget = (id: string) => {
    clearTimeout(timers.current.get(id));
    timers.current.delete(id);
    setWaiting((ids) => ids.filter((each) => each !== id));
  };
  useEffect(() => {
    const held = timers.current;
    const flush = () => {
      for (const [id, timer] of held) {
        clearTimeout(timer);
        latestAct.current(id);
      }
      held.clear();
    };
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, []);
  return {
    waiting,
    start: (id) => {
      if (timers.current.has(id)) return;
      setWaiting((ids) => [...ids, id]);
      timers.current.set(
        id,
        setTimeout(() => {
          latestAct.current(id);
          forget(id);
        }, delayMs),
      );
    },
    undo: forget,
  };
}
