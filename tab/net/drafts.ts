import type { KeyValueStorage } from './storage.ts';

/** Texts that a person has typed and not sent, kept on this device: they outlive a reload and a locked phone. */
export interface Drafts {
  /** Empty when there is none. `name` says what the text is for: "answer:<slotId>:<promptIndex>". */
  read(name: string): string;
  /** To be called at each change: an empty text takes the draft out. */
  write(name: string, text: string): void;
  clear(name: string): void;
}

/** The drafts of one person in one workshop. */
export function createDrafts(storage: KeyValueStorage, workshopId: string, personId: string): Drafts {
  const keyOf = (name: string) => `aparte:draft:${workshopId}:${personId}:${name}`;
  const clear = (name: string) => storage.remove(keyOf(name));
  return {
    read: (name) => storage.get(keyOf(name)) ?? '',
    write(name, text) {
      if (text === '') clear(name);
      else storage.set(keyOf(name), text);
    },
    clear,
  };
}
