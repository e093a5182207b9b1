import { browserStorage, type KeyValueStorage } from './storage.ts';

/**
 * Texts that a person has typed and not sent, kept on this device: they outlive a reload and a locked phone.
 * A key names the workshop, the person and what the text is for: "<workshopId>:<personId>:answer:<slotId>:<promptIndex>".
 */
export const draftsPrefix = 'aparte:draft:';
const stored = (key: string) => `${draftsPrefix}${key}`;

export const readDraft = (key: string, storage: KeyValueStorage = browserStorage): string | undefined =>
  storage.get(stored(key));

/** To be called at each change of the text. */
export const writeDraft = (key: string, text: string, storage: KeyValueStorage = browserStorage): void => {
  storage.set(stored(key), text);
};

export const clearDraft = (key: string, storage: KeyValueStorage = browserStorage): void => storage.remove(stored(key));
