/** A text under the fingers, and the stored text from which it started. */
export interface KeyIdeaDraft {
  readonly seenText: string;
  readonly text: string;
}

/** `theirs`: someone else stored another text meanwhile; nothing is sent until a person has compared. */
export type DraftStatus =
  | { readonly kind: 'clean' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'conflict'; readonly theirs: string };

/** `text`: the idea as listed, with what is on its way laid over it. */
export function draftStatus(
  idea: { readonly text: string; readonly sending: boolean },
  draft: KeyIdeaDraft | undefined,
): DraftStatus {
  if (draft === undefined || draft.text.trim() === idea.text) return { kind: idea.sending ? 'saving' : 'clean' };
  if (draft.seenText === idea.text) return { kind: 'unsaved' };
  return { kind: 'conflict', theirs: idea.text };
}

/** Kept on the device as JSON; what is not one is as if it were not there. */
export function readKeyIdeaDraft(stored: string | undefined): KeyIdeaDraft | undefined {
  if (stored === undefined) return undefined;
  try {
    const draft = JSON.parse(stored) as Partial<KeyIdeaDraft> | null;
    if (typeof draft?.seenText === 'string' && typeof draft.text === 'string')
      return { seenText: draft.seenText, text: draft.text };
  } catch {
    // Written by hand or by another version.
  }
  return undefined;
}
