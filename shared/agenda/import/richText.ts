/** Plain text that remembers which parts were bold: writers put the title of a slot in bold, its comment after it. */
export interface RichText {
  readonly text: string;
  /** Spans [from, to) of `text`, in order, never empty, never touching. */
  readonly bolds: readonly (readonly [from: number, to: number])[];
}

/** Beyond this a line is prose; its decoration is of no use. */
const LONGEST_DECORATED = 4_000;

/** "**Sondage** (5 min)" → text "Sondage (5 min)", bold [0, 7). Single `*` or `_` around words (italics) disappear too. */
export const readRich = (raw: string): RichText => {
  if (raw.length > LONGEST_DECORATED) return { text: raw.trim(), bolds: [] };
  const pieces = raw
    .trim()
    .replace(/\*{3}/g, '**')
    .replace(/(^|[^*])\*(?![*\s])([^*]{1,300})\*(?!\*)/g, '$1$2')
    .replace(/(^|\s)_(?=\S)([^_]{1,300})_(?=\W|$)/g, '$1$2')
    .replace(/`/g, '')
    .split('**');
  let text = '';
  const bolds: [number, number][] = [];
  pieces.forEach((piece, index) => {
    // Two spaces tell nothing; collapsing them here keeps every later span valid.
    let clean = piece.replace(/[ \t]{2,}/g, ' ');
    if (text.endsWith(' ') && clean.startsWith(' ')) clean = clean.slice(1);
    const from = text.length + (clean.length - clean.trimStart().length);
    text += clean;
    const to = from + clean.trim().length;
    const last = bolds.at(-1);
    if (index % 2 === 0 || to <= from || index === pieces.length - 1) return;
    if (last && last[1] >= from - 1) last[1] = to;
    else bolds.push([from, to]);
  });
  return { text, bolds };
};

/** The part [from, to) without surrounding blanks, bold spans moved along. */
export const sliceRich = (rich: RichText, from: number, to: number = rich.text.length): RichText => {
  let start = from;
  let end = to;
  while (start < end && rich.text[start] === ' ') start++;
  while (end > start && rich.text[end - 1] === ' ') end--;
  const bolds: [number, number][] = [];
  for (const [boldFrom, boldTo] of rich.bolds) {
    const cutFrom = Math.max(boldFrom, start);
    const cutTo = Math.min(boldTo, end);
    if (cutTo > cutFrom) bolds.push([cutFrom - start, cutTo - start]);
  }
  return { text: rich.text.slice(start, end), bolds };
};

/** `first`, a blank, `second`. */
export const joinRich = (first: RichText, second: RichText): RichText => {
  if (!first.text) return second;
  if (!second.text) return first;
  const shift = first.text.length + 1;
  return {
    text: `${first.text} ${second.text}`,
    bolds: [...first.bolds, ...second.bolds.map(([from, to]): [number, number] => [from + shift, to + shift])],
  };
};

/** Words of a text: letters and digits, in order. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Lower case without accents, so that "Échanges", "Echanges" and "ÉCHANGES" are one word. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘´′`]/g, "'")
    .toLowerCase();
