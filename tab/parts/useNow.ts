import { useEffect, useState } from 'react';
import { type EpochMs, SECOND_MS } from '../../shared/core/time.ts';

/** Only what a clock needs of a client: the server's time, estimated. */
export interface ServerClock {
  serverNow(): EpochMs;
  /** Until then nothing may happen by itself: what `serverNow` says is the device's own guess. */
  knowsServerTime(): boolean;
}

/**
 * The server's time, read again at each of its seconds, so that all screens change digit together.
 * A tab that wakes up reads it at once: browsers slow the timers of hidden pages.
 */
export function useNow(clock: ServerClock): EpochMs {
  const [now, setNow] = useState(() => clock.serverNow());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const read = () => {
      clearTimeout(timer);
      const current = clock.serverNow();
      setNow(current);
      timer = setTimeout(read, SECOND_MS - (current % SECOND_MS));
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', read);
    };
  }, [clock]);
  return now;
}
