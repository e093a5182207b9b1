import type { Connection } from './connection.ts';
import type { Timers } from './timers.ts';

/** The browser's side of what the connection is given: the only file here that names `window` and `document`. */
export const browserTimers: Timers = {
  now: () => performance.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (id) => clearTimeout(id as number),
};

/** Tells the connection when the page wakes up. Returns how to stop. */
export function watchBrowser(connection: Connection): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const wake = () => connection.wake();
  window.addEventListener('online', wake, { signal });
  // A page that comes back from the browser's back-and-forward memory has lost its socket without a word.
  window.addEventListener('pageshow', (event) => event.persisted && wake(), { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wake(), { signal });
  return () => stop.abort();
}

/** Loads the page again for a newer version; false when that was just done, so that it can never loop. */
export function reloadForNewVersion(
  storage: { get(key: string): string | undefined; set(key: string, value: string): boolean },
  now: number = Date.now(),
): boolean {
  const key = 'aparte:reloadedAt';
  if (now - Number(storage.get(key) ?? 0) < 5 * 60_000) return false;
  // Unless it is remembered, it must not be done: that would be a loop.
  if (!storage.set(key, String(now))) return false;
  location.reload();
  return true;
}
