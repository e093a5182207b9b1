import { plainWords } from './plainWords.ts';

/** How two names are the same: letter by letter, or but for one typing error. */
export type NameLikeness = 'same' | 'typo';

/** Finds the names that are near one, by their place in the list; the same ones first. */
export type NameIndex = (typed: string) => readonly { readonly index: number; readonly likeness: NameLikeness }[];

/** Said before a name, no part of it. */
const titles = new Set(['m', 'mr', 'mme', 'mlle', 'mrs', 'ms', 'dr', 'pr', 'monsieur', 'madame', 'mademoiselle']);
/** Below this many letters one error makes another name: Léa and Léo, Marie Li and Marie Lu. */
const lettersForTypo = 8;
/** First and last name stand in either order; a name has hardly more words than this. */
const mostTurns = 6;
const mostAlike = 100;

/**
 * The writings of a name from each of its words on, as one word: "Le Goff Marie" and "Marie Legoff" share "legoffmarie".
 * A company in brackets, as meeting software adds it, is no part of the name.
 */
function turnsOf(name: string): readonly string[] {
  const bare = name.replace(/\([^()]*\)/g, ' ');
  const all = plainWords(/[\p{L}\p{N}]/u.test(bare) ? bare : name);
  const kept = all.filter((word) => !titles.has(word));
  const words = kept.length > 0 ? kept : all;
  // Signs and pictures alone are no less a name.
  if (words.length === 0) return [name.normalize('NFC').trim()];
  return Array.from(
    { length: Math.min(words.length, mostTurns) },
    (_, turn) => words.slice(turn).join('') + words.slice(0, turn).join(''),
  );
}

const isDigit = (char: string): boolean => /\p{N}/u.test(char);

/** The text without each of its letters in turn: two texts one error apart share one of these, or are one of the other's. */
function withoutOne(text: string): string[] {
  if (text.length < lettersForTypo) return [];
  const shorter: string[] = [];
  let at = 0;
  let before = '';
  for (const letter of text) {
    if (letter !== before && !isDigit(letter)) shorter.push(text.slice(0, at) + text.slice(at + letter.length));
    before = letter;
    at += letter.length;
  }
  return shorter;
}

/** One letter more, less, other, or two neighbours exchanged. Figures tell people apart: "Invité 12" is not "Invité 13". */
function isOneTypo(one: string, other: string): boolean {
  const [long, short] = one.length >= other.length ? [one, other] : [other, one];
  if (short.length < lettersForTypo || long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && long[from] === short[from]) from++;
  let tail = 0;
  while (tail < short.length - from && long.at(-1 - tail) === short.at(-1 - tail)) tail++;
  const [more, less] = [long.slice(from, long.length - tail), short.slice(from, short.length - tail)];
  const isExchanged = more.length === 2 && less.length === 2 && more[0] === less[1] && more[1] === less[0];
  return (more.length <= 1 || isExchanged) && !/\p{N}/u.test(more + less);
}

/**
 * Names by their writings, and by their writings without one letter: a look-up meets the few names that share one of these,
 * never all of them. It is made with the name as typed: that of the other has a turn for either order.
 */
export function createNameIndex(names: readonly string[]): NameIndex {
  const written = new Map<string, number[]>();
  const nearly = new Map<string, Writing[]>();
  names.forEach((name, index) => {
    for (const text of new Set(turnsOf(name))) {
      add(written, text, index);
      for (const shorter of withoutOne(text)) add(nearly, shorter, { text, index });
    }
  });
  return (typed) => {
    const [mine = ''] = turnsOf(typed);
    const same = new Set(written.get(mine));
    const typos = new Set<number>();
    const consider = (writings: readonly Writing[]): void => {
      // Letters that so many share tell nobody apart.
      if (writings.length > mostAlike) return;
      for (const { text, index } of writings) if (!same.has(index) && isOneTypo(mine, text)) typos.add(index);
    };
    consider(nearly.get(mine) ?? []);
    for (const shorter of withoutOne(mine)) {
      consider((written.get(shorter) ?? []).map((index) => ({ text: shorter, index })));
      consider(nearly.get(shorter) ?? []);
    }
    return [
      ...[...same].sort(byNumber).map((index) => ({ index, likeness: 'same' as const })),
      ...[...typos].sort(byNumber).map((index) => ({ index, likeness: 'typo' as const })),
    ];
  };
}

interface Writing {
  readonly text: string;
  readonly index: number;
}

/** Places of the names that may be the one typed: "DUPONT Marie", "marie dupond" and "Dupont, Marie" for "Marie Dupont". */
export const nearIdenticalNames = (typed: string, names: readonly string[]): number[] =>
  createNameIndex(names)(typed).map(({ index }) => index);

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

const byNumber = (one: number, other: number): number => one - other;
