import type { Language } from '../workshop/state.ts';
import type { Reading } from './reading.ts';
import { sentencesOf } from './sentences.ts';
import { frenchness, wordsOf } from './words.ts';

export interface AnswerToGather {
  readonly id: string;
  readonly text: string;
  /** How many people support it. */
  readonly supports?: number;
  /** Who wrote it, when it is known: the same text twice counts twice only from two people. */
  readonly person?: string;
}

export interface Sentence {
  readonly text: string;
  readonly reading: Reading;
}

/** One text, whoever sent it. */
export interface Voiced {
  /** What makes two texts the same one: their words, in order. */
  readonly key: string;
  /** As the first of the answers that say it has it. */
  readonly text: string;
  /** Sorted. */
  readonly ids: readonly string[];
  /** How many people say it or support it. */
  readonly people: number;
  /** What it weighs when ideas are chosen: a support is half a voice. 0 for a text that says nothing. */
  readonly weight: number;
  readonly sentences: readonly Sentence[];
  readonly whole: Reading;
}

export const byCode = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** What shows nothing by itself: "❤" is one heart, whichever glyph it asks for. */
const unseen = /[\p{Cf}\p{Variation_Selector}]/gu;

/**
 * The key of a text: two that differ by capitals, spaces, punctuation or emoji are one. Where there is no word ("👍", a
 * link), the text itself: "👎" does not say the same.
 */
export const keyOf = (text: string): string =>
  wordsOf(text).join(' ') || text.replace(unseen, '').replace(/\s+/gu, ' ').trim();

const textsPerStep = 8;

/**
 * The answers that say the same in the same words stand together, in the order of their ids; in steps.
 * @param language of all of them; without it each answer's is told from its words, and by the others where it has none
 */
export function* gatherVoices(
  answers: readonly AnswerToGather[],
  read: (text: string, language: Language) => Reading,
  language: Language | undefined,
): Generator<undefined, { readonly texts: readonly Voiced[]; readonly language: Language }> {
  const byKey = new Map<string, AnswerToGather[]>();
  let balance = 0;
  for (const [index, answer] of [...answers].sort((one, other) => byCode(one.id, other.id)).entries()) {
    const key = keyOf(answer.text);
    const same = byKey.get(key);
    if (same !== undefined) same.push(answer);
    else {
      byKey.set(key, [answer]);
      if (language === undefined) balance += frenchness(answer.text);
    }
    if (index % textsPerStep === 0) yield;
  }
  const common = language ?? (balance < 0 ? 'en' : 'fr');
  const texts: Voiced[] = [];
  for (const [key, same] of byKey) {
    texts.push(voice(key, same, read, language ?? languageOf(same[0]?.text ?? '', common)));
    if (texts.length % textsPerStep === 0) yield;
  }
  return { texts, language: common };
}

/** French and English may be mixed in one group: each text is read in its own. */
export function languageOf(text: string, common: Language): Language {
  const balance = frenchness(text);
  return balance === 0 ? common : balance < 0 ? 'en' : 'fr';
}

export function voice(
  key: string,
  same: readonly AnswerToGather[],
  read: (text: string, language: Language) => Reading,
  language: Language,
): Voiced {
  const text = same[0]?.text ?? '';
  const sentences = sentencesOf(text).map((sentence) => ({ text: sentence, reading: read(sentence, language) }));
  const whole = read(sentences.map((sentence) => sentence.text).join('\n'), language);
  const people = new Set(same.map(({ id, person }) => (person === undefined ? `i${id}` : `p${person}`))).size;
  const supports = same.reduce((sum, answer) => sum + Math.max(0, answer.supports ?? 0), 0);
  return {
    key,
    text,
    ids: same.map(({ id }) => id),
    people: people + supports,
    weight: whole.meaning === 0 ? 0 : people + supports / 2,
    sentences,
    whole,
  };
}
