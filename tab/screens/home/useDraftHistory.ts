import { useCallback, useState } from 'react';
import { browserStorage } from '../../net/storage.ts';
import type { SetupDraft } from './setupDraft.ts';

const storageKey = 'aparte:setup:draft';
/** Steps back are kept as long as a person remembers what they did. */
const longestPast = 200;

interface History {
  readonly past: readonly SetupDraft[];
  readonly present: SetupDraft | undefined;
  readonly future: readonly SetupDraft[];
  /** What the last edit touched: typing a word is one step, not one per letter. */
  readonly tag: string | undefined;
}

const empty: History = { past: [], present: undefined, future: [], tag: undefined };

function readStored(): History {
  try {
    const stored: unknown = JSON.parse(browserStorage.get(storageKey) ?? 'null');
    const looksRight =
      typeof stored === 'object' && stored !== null && 'commandId' in stored && 'slots' in stored && 'groups' in stored;
    return looksRight ? { ...empty, present: stored as SetupDraft } : empty;
  } catch {
    // Written by another version: as if there were none.
    return empty;
  }
}

export interface DraftHistory {
  readonly draft: SetupDraft | undefined;
  /** Edits with the same tag in a row are one step back. */
  readonly edit: (change: (draft: SetupDraft) => SetupDraft, tag?: string) => void;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  readonly start: (draft: SetupDraft) => void;
  readonly discard: () => void;
}

/** The draft with its undo and redo; every change is kept on this device. */
export function useDraftHistory(): DraftHistory {
  const [history, setHistory] = useState(readStored);
  const change = useCallback((next: (history: History) => History) => {
    setHistory((before) => {
      const after = next(before);
      if (after.present === undefined) browserStorage.remove(storageKey);
      else if (after.present !== before.present) browserStorage.set(storageKey, JSON.stringify(after.present));
      return after;
    });
  }, []);
  const edit = useCallback<DraftHistory['edit']>(
    (revise, tag) =>
      change((before) => {
        if (before.present === undefined) return before;
        const present = revise(before.present);
        if (present === before.present) return before;
        const past = tag !== undefined && tag === before.tag ? before.past : [...before.past, before.present];
        return { past: past.slice(-longestPast), present, future: [], tag };
      }),
    [change],
  );
  const step = (from: 'past' | 'future') => () =>
    change((before) => {
      const present = before[from].at(from === 'past' ? -1 : 0);
      if (present === undefined || before.present === undefined) return before;
      return from === 'past'
        ? { past: before.past.slice(0, -1), present, future: [before.present, ...before.future], tag: undefined }
        : { past: [...before.past, before.present], present, future: before.future.slice(1), tag: undefined };
    });
  return {
    draft: history.present,
    edit,
    undo: history.past.length > 0 ? step('past') : undefined,
    redo: history.future.length > 0 ? step('future') : undefined,
    start: useCallback((draft) => change(() => ({ ...empty, present: draft })), [change]),
    discard: useCallback(() => change(() => empty), [change]),
  };
}
