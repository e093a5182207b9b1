import { useState } from 'react';
import { copyText } from './copyText.ts';

/** Copies on demand; `copied` is undefined until asked, then whether the browser let us. */
export function useCopy(): { readonly copied: boolean | undefined; readonly copy: (text: string) => Promise<void> } {
  const [copied, setCopied] = useState<boolean>();
  return { copied, copy: async (text) => setCopied(await copyText(text)) };
}
