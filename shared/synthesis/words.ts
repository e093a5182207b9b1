import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemFrench } from '@orama/stemmers/french';
import type { Language } from '../workshop/state.ts';
import { denials, functionWords } from './functionWords.ts';

/** A word longer than this is no word: a pasted key, a text without spaces. */
const wordChars = 40;

const elision = /^(?:l|d|j|m|t|s|c|n|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=.)/u;

const stems: Readonly<Record<Language, (word: string) => string>> = { fr: stemFrench, en: stemEnglish };

/** Words as typed, in lower case, without links, emoji and elided articles ("l'entreprise" gives "entreprise"). */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’ʼ`´]/gu, "'")
    .replace(/(?:https?:\/\/|www\.)\S+/gu, ' ');
  return (plain.match(/[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{N}\p{M}]+)*/gu) ?? []).map((word) =>
    word.replace(elision, '').slice(0, wordChars),
  );
}

/** Told by the function words: the language that has more of them, French when neither does. */
export function tellLanguage(texts: readonly string[]): Language {
  let balance = 0;
  for (const text of texts) {
    for (const word of wordsOf(text)) {
      balance += Number(functionWords.fr.has(word)) - Number(functionWords.en.has(word));
    }
  }
  return balance < 0 ? 'en' : 'fr';
}

/** What a text says in a form that can be compared. */
export interface Reading {
  /** Stems of the words that carry meaning, in order. */
  readonly stems: readonly string[];
  /** 3 to 5 characters in a row of those words, without accents: what misspellings and families of words share. */
  readonly grams: readonly string[];
  /** How many different words carry meaning; a figure alone ("+1") carries none. */
  readonly meaning: number;
  readonly denies: boolean;
}

/** Reads a text; what is in another language than `language` is read as words of no family. */
export function read(text: string, language: Language): Reading {
  const found: string[] = [];
  const grams: string[] = [];
  let denied = 0;
  for (const word of wordsOf(text)) {
    if (denials[language].has(word)) denied++;
    if (functionWords[language].has(word) || (word.length < 2 && !/\p{N}/u.test(word))) continue;
    found.push(stems[language](word));
    const padded = `_${word.normalize('NFD').replace(/\p{M}/gu, '')}_`;
    for (let size = 3; size <= 5; size++) {
      for (let from = 0; from + size <= padded.length; from++) grams.push(padded.slice(from, from + size));
    }
  }
  const meaning = new Set(found.filter((stem) => /\p{L}/u.test(stem))).size;
  return { stems: found, grams, meaning, denies: denied > 0 };
}
