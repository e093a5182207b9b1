import { stretchOf, type Traced, throughBoth, traceLetters, traceOf } from './traced.ts';

/** Takes no place and shows nothing: joiners, marks of direction, selectors of a glyph, what hides words in a text. */
const unseen = /[\p{Cf}\p{Cc}\p{Variation_Selector}\u{e0000}-\u{e007f}]/gu;

/** As it is compared: white space is one space, quotation marks are straight, what shows nothing is gone. */
function plain(letter: string): string {
  return letter
    .replace(/\s/gu, ' ')
    .replace(unseen, '')
    .replace(/[’‘‛ʼ′`´]/gu, "'")
    .replace(/[«»“”„‟″]/gu, '"')
    .replace(/…/gu, '...')
    .normalize('NFC');
}

/**
 * What two texts have in common when they say the same word for word: one space between words, none beside quotation
 * marks and before the punctuation that French sets apart.
 */
export function comparable(text: string): Traced {
  const letters = traceLetters(text, plain);
  const pieces: { text: string; start: number; end: number }[] = [];
  for (let place = 0; place < letters.text.length; place++) {
    const letter = letters.text[place] ?? '';
    const last = pieces.at(-1)?.text;
    if (letter === ' ' && (last === undefined || last === ' ' || last === '"')) continue;
    if (last === ' ' && /[!?;:"]/u.test(letter)) pieces.pop();
    pieces.push({ text: letter, start: letters.starts[place] ?? 0, end: letters.ends[place] ?? 0 });
  }
  if (pieces.at(-1)?.text === ' ') pieces.pop();
  return traceOf(pieces);
}

/** Punctuation around a quotation is the quoter's. */
const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu;
const inWord = /[\p{L}\p{N}\p{M}]/u;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
/** "de la" is in every answer: less than this stands for nothing, unless it is the whole of the answer. */
const fewestWords = 3;
const fewestChars = 12;

const cutsWord = (one: string, other: string): boolean =>
  inWord.test(one) && inWord.test(other) && !unspaced.test(one) && !unspaced.test(other);

const saysEnough = (quote: string, whole: string): boolean =>
  quote.length >= fewestChars ||
  (quote.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= fewestWords ||
  quote === whole.replace(edges, '');

/**
 * Where a quotation stands in an answer, word for word but for white space, quotation marks and what cannot be seen;
 * between whole words, and long enough to stand for something.
 * @param sent the answer as the quoter saw it @returns the stretch of the original answer, undefined when it is not there
 */
export function findQuotation(sent: Traced, quotation: string): { start: number; end: number } | undefined {
  const said = throughBoth(comparable(sent.text), sent);
  const asked = comparable(quotation).text;
  const quote = asked.replace(edges, '') || asked;
  if (quote === '' || !saysEnough(quote, said.text)) return undefined;
  for (let from = said.text.indexOf(quote); from >= 0; from = said.text.indexOf(quote, from + 1)) {
    const to = from + quote.length;
    const before = said.text[from - 1] ?? '';
    const after = said.text[to] ?? '';
    if (cutsWord(before, quote[0] ?? '') || cutsWord(quote.at(-1) ?? '', after)) continue;
    return stretchOf(said, from, to);
  }
  return undefined;
}
