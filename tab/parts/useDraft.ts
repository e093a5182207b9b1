import { useState } from 'react';
import { clearDraft, readDraft, writeDraft } from '../net/drafts.ts';

/**
 * A text being typed, kept on this device at each keystroke: it survives a reload and a locked phone.
 * Give the component that uses it a React `key` of the same draft key: a draft never moves under another question.
 */
export function useDraft(draftKey: string, startText = ''): readonly [string, (text: string) => void, () => void] {
  const [text, setText] = useState(() => readDraft(draftKey) ?? startText);
  const write = (next: string) => {
    setText(next);
    if (next === '') clearDraft(draftKey);
    else writeDraft(draftKey, next);
  };
  const clear = () => {
    setText('');
    clearDraft(draftKey);
  };
  return [text, write, clear];
}
