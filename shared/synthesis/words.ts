import type { Language } from '../workshop/state.ts';
import { functionWords } from './functionWords.ts';

/** A word longer than this is no word: a pasted key, a text without spaces. */
const wordChars = 40;

const elision = /^(?:l|d|j|m|t|s|c|n|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=.)/u;

/** A word with what is elided before it, as people type it. A mark alone is none: "❤️" ends with one. */
export const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼ`´][\p{L}\p{N}\p{M}]+)*/gu;

export const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** Words as typed, in lower case, without links, emoji and elided articles ("l'entreprise" gives "entreprise"). */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’ʼ`´]/gu, "'")
    .replace(/(?:https?:\/\/|www\.)\S+/gu, ' ');
  return (plain.match(wordPattern) ?? []).map((word) => word.replace(elision, '').slice(0, wordChars));
}

/** How many more French function words than English ones: below zero, it is English. */
export function frenchness(text: string): number {
  let balance = 0;
  for (const word of wordsOf(text)) {
    balance += Number(functionWords.fr.has(word)) - Number(functionWords.en.has(word));
  }
  return balance;
}

/** Told by the function words: the language that has more of them, French when neither does. */
export function tellLanguage(texts: readonly string[]): Language {
  return texts.reduce((sum, text) => sum + frenchness(text), 0) < 0 ? 'en' : 'fr';
}
