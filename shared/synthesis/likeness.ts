import type { Language } from '../workshop/state.ts';
import { createPostings } from './postings.ts';
import { createReader } from './reading.ts';
import { learnVocabulary } from './vocabulary.ts';
import { finish } from './weighTexts.ts';

/**
 * Likeness of each of `texts` to each of `others`, 0 to 1, as it is when ideas are chosen (opposites are not held apart
 * here). The rarity of words is learned from all of them.
 */
export function likenessOf(input: {
  readonly texts: readonly string[];
  readonly others: readonly string[];
  readonly question: string;
  readonly language: Language;
}): Float64Array[] {
  const read = createReader();
  const [texts, others] = [input.texts, input.others].map((list) => list.map((text) => read(text, input.language)));
  const question = read(input.question, input.language);
  const { weigh } = finish(learnVocabulary([...(others ?? []), ...(texts ?? [])], question));
  const postings = createPostings();
  for (const other of others ?? []) postings.add(weigh(other));
  return (texts ?? []).map((text) => postings.against(weigh(text)));
}
