import type { Field } from './field.ts';
import { isAssent, isSide } from './polarity.ts';
import { shorten } from './sentences.ts';
import { byCode } from './voices.ts';
import { wordPattern, wordsOf } from './words.ts';

const labelChars = 48;
const labelWords = 6;
/** Shares of what the best word of some texts is worth. Each word of a phrase costs: short ones are read at a glance. */
const wordCost = 0.12;
/** Small words cost nothing, on the contrary: "acteurs du territoire" reads better than "territoire tenue". */
const smallWordGain = 0.02;
/** What a theme is about is not what one of its texts denies: "appels à projets" before "aucun appel à projets". */
const denialCost = 0.5;
/** "Habitants" says less than "associer les habitants": a word that only one text has still helps another to be read. */
const helpfulShare = 0.25;
const wordsEnough = 2;
/** What begins where somebody began reads as a phrase. */
const beginningShare = 0.1;
/** They begin something else to say. */
const turns: ReadonlySet<string> = new Set(
  'mais que qui dont car donc puis parce lorsque but that which who because so'.split(' '),
);
/** Words of the question, or said about anything, tell no theme from another. */
const faintShare = 0.3;

interface Token {
  /** As `wordsOf` gives it. */
  readonly typed: string;
  readonly start: number;
  readonly end: number;
}

/** How many texts of a field have each stem. */
export function holdersOf({ texts }: Field): ReadonlyMap<string, number> {
  const holders = new Map<string, number>();
  for (const { whole } of texts) {
    for (const stem of new Set(whole.words.map((word) => word.stem))) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  }
  return holders;
}

/** The beginning of what a text says. */
export function beginningOf(field: Field, place: number): string {
  const text = field.texts[place];
  return shorten(text?.sentences[0]?.text ?? text?.text ?? '', labelChars);
}

const flat = (text: string): string => text.toLowerCase().replace(/\s+/gu, ' ');

/** Whether a label is, word for word, in one of some texts. */
export function isSaidIn(label: string, texts: readonly string[]): boolean {
  const phrase = flat(label.replace(/…$/u, ''));
  return texts.some((text) => flat(text).includes(phrase));
}

/**
 * A phrase of somebody among several: the one whose words most of these texts have, and few others.
 * @param places of the texts @param asked stems of the question
 */
export function labelOf(
  field: Field,
  places: readonly number[],
  holders: ReadonlyMap<string, number>,
  asked: ReadonlySet<string>,
): string {
  const worth = worthOfWords(field, places, holders, asked);
  let best = { phrase: '', worth: 0 };
  for (const voiced of places.flatMap((place) => field.texts[place] ?? [])) {
    if (isAssent(voiced)) continue;
    for (const { text } of voiced.sentences) {
      for (const tokens of unbroken(text)) {
        for (const found of phrasesOf(text, tokens, worth)) {
          if (found.worth > best.worth || (found.worth === best.worth && isBefore(found.phrase, best.phrase)))
            best = found;
        }
      }
    }
  }
  return best.phrase === '' ? beginningOf(field, places[0] ?? -1) : capitalised(best.phrase);
}

const isBefore = (one: string, other: string): boolean =>
  one.length < other.length || (one.length === other.length && byCode(one, other) < 0);

/** "ß" stays, and "ϐ": as capitals they would be other letters. */
const capitalised = (phrase: string): string =>
  phrase.replace(/^\p{L}/u, (letter) =>
    letter.toUpperCase().toLowerCase() === letter ? letter.toUpperCase() : letter,
  );

interface Worth {
  readonly stem: string;
  readonly worth: number;
  /** Only one of several texts has it. */
  readonly isLone: boolean;
}

/** What each word, as typed, tells of these texts; the most that one of them tells is 1. */
function worthOfWords(
  field: Field,
  places: readonly number[],
  holders: ReadonlyMap<string, number>,
  asked: ReadonlySet<string>,
): ReadonlyMap<string, Worth> {
  const readings = places.flatMap((place) => field.texts[place]?.whole ?? []);
  const inside = new Map<string, number>();
  for (const { words } of readings) {
    for (const stem of new Set(words.map((word) => word.stem))) inside.set(stem, (inside.get(stem) ?? 0) + 1);
  }
  const isShared = Math.max(0, ...inside.values()) > 1;
  const words = readings.flatMap((reading) => reading.words);
  const rough = words.map(({ stem, isGeneral }) => {
    const texts = inside.get(stem) ?? 0;
    const isLone = isShared && texts < 2;
    const isFaint = isGeneral || asked.has(stem);
    const share = texts / (holders.get(stem) ?? texts);
    return { isLone, isFaint, worth: isLone ? 0 : texts * (0.5 + share) * (isFaint ? faintShare : 1) };
  });
  const most = rough.reduce((best, { worth }) => Math.max(best, worth), 0);
  return new Map(
    words.map(({ stem, typed }, index) => {
      const { isLone = false, isFaint = false, worth = 0 } = rough[index] ?? {};
      return [typed, { stem, isLone, worth: isLone ? (isFaint ? 0 : helpfulShare) : worth / most }];
    }),
  );
}

/** Runs of words that no punctuation breaks, and no turn. */
function unbroken(text: string): Token[][] {
  const runs: Token[][] = [];
  let last = 0;
  for (const { 0: raw, index } of text.matchAll(wordPattern)) {
    const [typed = ''] = wordsOf(raw);
    const end = index + raw.length;
    if (runs.length === 0 || turns.has(typed) || !/^[\s-]*$/u.test(text.slice(last, index))) runs.push([]);
    const start = raw.toLowerCase().endsWith(typed) ? end - typed.length : index;
    if (!turns.has(typed)) runs.at(-1)?.push({ typed, start, end });
    last = end;
  }
  return runs;
}

/** Phrases that begin and end with a word that tells something; what denies it ("pas", "sans") is never cut off. */
function* phrasesOf(
  text: string,
  tokens: readonly Token[],
  worth: ReadonlyMap<string, Worth>,
): Generator<{ readonly phrase: string; readonly worth: number }> {
  const tells = ({ typed }: Token): boolean => /\p{L}/u.test(typed) && (worth.get(typed)?.worth ?? 0) > 0;
  for (const [from, first] of tokens.entries()) {
    const before = tokens[from - 1];
    if ((before !== undefined && isSide(before.typed)) || (!tells(first) && !isSide(first.typed))) continue;
    const stems = new Set<string>();
    let [sum, shared, lone] = [from === 0 ? beginningShare : 0, 0, 0];
    for (const token of tokens.slice(from, from + labelWords)) {
      if (token.end - first.start > labelChars) break;
      const word = worth.get(token.typed);
      sum += word === undefined ? smallWordGain : -wordCost;
      if (isSide(token.typed) || token.typed === 'ne') sum -= denialCost;
      if (word === undefined) continue;
      if (!stems.has(word.stem)) {
        if (word.isLone) lone += word.worth;
        else {
          shared += 1;
          sum += word.worth;
        }
      }
      stems.add(word.stem);
      const helped = Math.min(lone, Math.max(0, wordsEnough - shared) * helpfulShare);
      const phrase = text.slice(first.start, token.end).replace(/\s+/gu, ' ');
      if (tells(token)) yield { phrase, worth: Math.round((sum + helped) * 1e6) / 1e6 };
    }
  }
}
