import { functionWords } from '../functionWords.ts';
import { withoutAccents } from '../words.ts';
import { type Piece, type Traced, traceLetters, traceOf } from './traced.ts';

/** Puts placeholders in the place of names, and names back in the place of placeholders. */
export interface NameMask {
  /** `[P1]` for a name, wherever it stands; the same name always has the same one. */
  readonly mask: (text: string) => Traced;
  readonly restore: (masked: string) => string;
  /** The placeholders of a text. */
  readonly placeholdersIn: (masked: string) => readonly string[];
}

/** Scripts that put no space between words: a name may stand inside a run of letters. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const letters = /[\p{L}\p{M}]+/gu;
/** Shorter parts of a name are words of their own too often ("Al", "Li"): they count only with their capital. */
const certainLetters = 3;

const email = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu;
/** Nine digits and more, grouped in any way. */
const phone = /(?<![\p{N}\p{L}])\+?\(?\d(?:[\s.()/-]{0,2}\d){8,14}(?!\p{N})/gu;

const fold = (text: string): string => withoutAccents(text.toLowerCase());
const isFunctionWord = (word: string): boolean => functionWords.fr.has(word) || functionWords.en.has(word);

/** What finds a name in a folded text: the whole of it, and each part that names by itself. */
function patternOf(names: readonly string[]): RegExp | undefined {
  const spaced = new Set<string>();
  const joined = new Set<string>();
  for (const name of names) {
    const parts = fold(name).match(letters) ?? [];
    if (parts.length > 1) spaced.add(parts.join('[^\\p{L}\\p{N}]{1,3}'));
    for (const part of [...parts, parts.join('')]) {
      if (unspaced.test(part)) {
        if (part.length > 1) joined.add(part);
      } else if (part.length > 1 && !isFunctionWord(part)) spaced.add(part);
    }
  }
  // The longest first, so that "Marie Dupont" is one name and not two.
  const longest = (found: ReadonlySet<string>): string =>
    [...found].sort((one, other) => other.length - one.length || (one < other ? -1 : 1)).join('|');
  const patterns = [
    ...(spaced.size === 0 ? [] : [`(?<![\\p{L}\\p{N}])(?:${longest(spaced)})(?![\\p{L}\\p{N}])`]),
    ...(joined.size === 0 ? [] : [`(?:${longest(joined)})`]),
  ];
  return patterns.length === 0 ? undefined : new RegExp(patterns.join('|'), 'gu');
}

/** @param names of everyone who is known @param texts all that will be masked: no placeholder may look like a word of them */
export function createNameMask(names: readonly string[], texts: readonly string[]): NameMask {
  const pattern = patternOf(names);
  let opening = '[P';
  while (texts.some((text) => text.includes(opening))) opening += 'P';
  const placeholder = new RegExp(`${opening.replace('[', '\\[')}(\\d+)\\]`, 'gu');
  /** Folded name → its number; number → as it was first written. */
  const numbers = new Map<string, number>();
  const written: string[] = [];

  function numberOf(found: string): number {
    const key = fold(found);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    written.push(found);
    numbers.set(key, written.length);
    return written.length;
  }

  function* namesIn(text: string): Generator<{ readonly start: number; readonly end: number }> {
    for (const personal of [email, phone]) {
      for (const match of text.matchAll(personal)) yield { start: match.index, end: match.index + match[0].length };
    }
    if (pattern === undefined) return;
    const folded = traceLetters(text, fold);
    for (const match of folded.text.matchAll(pattern)) {
      const start = folded.starts[match.index] ?? 0;
      const end = folded.ends[match.index + match[0].length - 1] ?? start;
      const isCertain =
        match[0].length >= certainLetters || /^\p{Lu}/u.test(text.slice(start)) || unspaced.test(match[0]);
      if (isCertain) yield { start, end };
    }
  }

  return {
    mask(text) {
      const found = [...namesIn(text)].sort((one, other) => one.start - other.start || other.end - one.end);
      const pieces: Piece[] = [];
      let done = 0;
      const keep = (until: number): void => {
        for (let place = done; place < until; place++) {
          pieces.push({ text: text[place] ?? '', start: place, end: place + 1 });
        }
      };
      for (const { start, end } of found) {
        if (start < done) continue;
        keep(start);
        pieces.push({ text: `${opening}${numberOf(text.slice(start, end))}]`, start, end });
        done = end;
      }
      keep(text.length);
      return traceOf(pieces);
    },
    restore: (masked) => masked.replace(placeholder, (whole, number) => written[Number(number) - 1] ?? whole),
    placeholdersIn: (masked) => masked.match(placeholder) ?? [],
  };
}
