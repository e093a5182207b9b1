import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemFrench } from '@orama/stemmers/french';
import type { Language } from '../workshop/state.ts';
import { functionWords, generalWords } from './functionWords.ts';
import { isSide, type Sign, sideOf, signOf } from './polarity.ts';
import { withoutAccents, wordsOf } from './words.ts';

/** A word that carries meaning. */
export interface Word {
  /** Without ending and accents: what families of words share. */
  readonly stem: string;
  /** As typed, in lower case. */
  readonly typed: string;
  /** 3 to 5 characters in a row, without accents: what misspellings and compounds share. */
  readonly grams: readonly string[];
  /** Said about anything ("mettre en place"): it weighs half. */
  readonly isGeneral: boolean;
}

/** What a text says in a form that can be compared. */
export interface Reading {
  readonly words: readonly Word[];
  /** How many different words carry meaning; a figure alone ("+1") or a side ("non", "contre") carries none. */
  readonly meaning: number;
  readonly sign: Sign;
  /** The side that it opens with, if any. */
  readonly side: Sign | 0;
}

const stems: Readonly<Record<Language, (word: string) => string>> = { fr: stemFrench, en: stemEnglish };
const general: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set([...generalWords.fr].map((word) => stemOf(word, 'fr'))),
  en: new Set([...generalWords.en].map((word) => stemOf(word, 'en'))),
};

function stemOf(word: string, language: Language): string {
  return withoutAccents(stems[language](word));
}

function gramsOf(word: string): string[] {
  const padded = `_${withoutAccents(word)}_`;
  const grams: string[] = [];
  for (let size = 3; size <= 5; size++) {
    for (let from = 0; from + size <= padded.length; from++) grams.push(padded.slice(from, from + size));
  }
  return grams;
}

function readWord(typed: string, language: Language): Word | undefined {
  if (functionWords[language].has(typed) || (typed.length < 2 && !/\p{N}/u.test(typed))) return undefined;
  const stem = stemOf(typed, language);
  return { stem, typed, grams: gramsOf(typed), isGeneral: general[language].has(stem) };
}

/** Words that an engine has met: answers of one group use few. Forgotten all at once, lest it grow for ever. */
const wordsRemembered = 20_000;

/** A reader that remembers the words it has met. */
export function createReader(): (text: string, language: Language) => Reading {
  const met: Record<Language, Map<string, Word | undefined>> = { fr: new Map(), en: new Map() };
  return (text, language) => {
    const known = met[language];
    if (known.size > wordsRemembered) known.clear();
    const words = wordsOf(text).flatMap((typed): Word[] => {
      if (!known.has(typed)) known.set(typed, readWord(typed, language));
      const word = known.get(typed);
      return word === undefined ? [] : [word];
    });
    const meaning = new Set(words.flatMap(({ stem, typed }) => (/\p{L}/u.test(stem) && !isSide(typed) ? [stem] : [])))
      .size;
    return { words, meaning, sign: signOf(text, language), side: sideOf(text) };
  };
}
