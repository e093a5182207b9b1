import { cleanText } from '../../core/typedText.ts';

/** The first `maxChars` of a text, never half of a character that takes two. */
function startOf(text: string, maxChars: number): string {
  const last = text.charCodeAt(maxChars - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? maxChars - 1 : maxChars);
}

/** A text of a document made to fit a field: `whole` is false when words had to go, and "…" stands for them. */
export function fitLine(text: string, maxChars: number): { readonly text: string; readonly whole: boolean } {
  const clean = cleanText(text);
  if (clean.length <= maxChars) return { text: clean, whole: true };
  return { text: `${startOf(clean, maxChars - 1).trimEnd()}…`, whole: false };
}

/**
 * Lines of a document as notes: none empty, none too long (a long one goes on in the next), and when they are too many,
 * several to a note. `leftOut`: lines for which even that left no room.
 */
export function fitNotes(
  lines: readonly string[],
  maxChars: number,
  maxNotes: number,
): { readonly notes: string[]; readonly leftOut: string[] } {
  const pieces = lines.flatMap((line) => {
    const parts: string[] = [];
    let rest = cleanText(line);
    while (rest.length > 0) {
      const part = startOf(rest, maxChars);
      parts.push(part.trimEnd());
      rest = rest.slice(part.length).trimStart();
    }
    return parts;
  });
  if (pieces.length <= maxNotes) return { notes: pieces, leftOut: [] };
  const packed: string[] = [];
  for (const piece of pieces) {
    const last = packed.at(-1);
    if (last !== undefined && last.length + 1 + piece.length <= maxChars)
      packed[packed.length - 1] = `${last}\n${piece}`;
    else packed.push(piece);
  }
  return { notes: packed.slice(0, maxNotes), leftOut: packed.slice(maxNotes) };
}
