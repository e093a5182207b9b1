/**
 * The browser's own memory. It may be refused (private window, third-party frame) or full: every use is wrapped,
 * and the page goes on with what it holds in memory.
 */
export interface KeyValueStorage {
  get(key: string): string | undefined;
  /** False when the browser refused: what was given lives in memory only. */
  set(key: string, value: string): boolean;
  remove(key: string): void;
  keys(prefix: string): readonly string[];
}

/** @param open asked each time: where it is refused, naming it throws */
function createBrowserStorage(open: () => Storage): KeyValueStorage {
  const memory = new Map<string, string>();
  return {
    get(key) {
      try {
        return memory.get(key) ?? open().getItem(key) ?? undefined;
      } catch {
        return memory.get(key);
      }
    },
    set(key, value) {
      try {
        open().setItem(key, value);
        memory.delete(key);
        return true;
      } catch {
        memory.set(key, value);
        return false;
      }
    },
    remove(key) {
      memory.delete(key);
      try {
        open().removeItem(key);
      } catch {
        // Refused storage holds nothing to remove.
      }
    },
    keys(prefix) {
      const found = new Set([...memory.keys()].filter((key) => key.startsWith(prefix)));
      try {
        for (const key of Object.keys(open())) if (key.startsWith(prefix)) found.add(key);
      } catch {
        // Refused storage has no keys.
      }
      return [...found];
    },
  };
}

/** Kept on this device. */
export const browserStorage: KeyValueStorage = createBrowserStorage(() => localStorage);
/** Kept while this window of the browser is open, over reloads: for what must not stay on a machine that others use. */
export const windowStorage: KeyValueStorage = createBrowserStorage(() => sessionStorage);

export const readPreference = (name: string): string | undefined => browserStorage.get(`aparte:preference:${name}`);
export const writePreference = (name: string, value: string): void => {
  browserStorage.set(`aparte:preference:${name}`, value);
};
