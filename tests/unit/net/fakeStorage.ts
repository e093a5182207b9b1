import type { KeyValueStorage } from '../../../tab/net/storage.ts';

/** A browser's storage shared by the pages of one device. */
export class FakeStorage implements KeyValueStorage {
  readonly content = new Map<string, string>();
  /** Full, or forbidden: nothing is written any more. */
  refuses = false;

  get = (key: string): string | undefined => this.content.get(key);
  set = (key: string, value: string): boolean => {
    if (this.refuses) return false;
    this.content.set(key, value);
    return true;
  };
  remove = (key: string): void => {
    this.content.delete(key);
  };
  keys = (prefix: string): readonly string[] => [...this.content.keys()].filter((key) => key.startsWith(prefix));
}
