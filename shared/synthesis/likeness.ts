import type { Language } from '../workshop/state.ts';
import { createPostings, type Postings } from './postings.ts';
import { createReader, type Reading } from './reading.ts';
import { learnVocabulary, type Vector } from './vocabulary.ts';

const textsPerStep = 8;

export interface LikenessRequest {
  readonly texts: readonly string[];
  readonly others: readonly string[];
  readonly question: string;
  readonly language: Language;
}

/**
 * Likeness of each of `texts` to each of `others`, 0 to 1, as it is when ideas are chosen (opposites are not held apart
 * here). The rarity of words is learned from all of them. In steps of a few milliseconds, for texts of usual length.
 */
export function* likenessInSteps(input: LikenessRequest): Generator<undefined, Float64Array[]> {
  const { texts, among } = yield* weighAll(input);
  return texts.map((text) => among.against(text));
}

export interface WeighedTexts {
  readonly texts: readonly Vector[];
  readonly others: readonly Vector[];
  /** The others. */
  readonly among: Postings;
}

export function* weighAll(input: LikenessRequest): Generator<undefined, WeighedTexts> {
  const read = createReader();
  const readings: Reading[] = [];
  for (const [index, other] of input.others.entries()) {
    readings.push(read(other, input.language));
    if (index % textsPerStep === 0) yield;
  }
  const texts = input.texts.map((text) => read(text, input.language));
  const question = read(input.question, input.language);
  const { weigh } = yield* learnVocabulary([...readings, ...texts], question);
  const among = createPostings();
  const others: Vector[] = [];
  for (const [index, reading] of readings.entries()) {
    const vector = weigh(reading);
    others.push(vector);
    among.add(vector);
    if (index % textsPerStep === 0) yield;
  }
  return { texts: texts.map(weigh), others, among };
}
