import { isAssent } from './polarity.ts';
import { createPostings } from './postings.ts';
import type { Reading } from './reading.ts';
import { areOpposed, opposes } from './twins.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Voiced } from './voices.ts';

/** A sentence that may become an idea. */
export interface Candidate {
  /** Place of its text in the field. */
  readonly text: number;
  readonly sentence: string;
  readonly reading: Reading;
  /** What its likeness counts for: one word, or a question, seldom says an idea. */
  readonly worth: number;
  /** Likeness to every text, 0 to 1, in the order of the field. */
  readonly likeness: readonly number[];
}

/** The texts of a group and how alike they are. It only grows: what goes away asks for another one. */
export interface Field {
  readonly texts: readonly Voiced[];
  readonly candidates: readonly Candidate[];
  /** Likeness of whole texts, by place; 1 with itself. */
  readonly alike: readonly (readonly number[])[];
  /** Compares one more text with those that are there. */
  readonly add: (text: Voiced) => void;
  /** The same text in more voices, or fewer. */
  readonly replace: (place: number, text: Voiced) => void;
}

/** Below, two texts have a few letters in common, no more. */
export const leastLikeness = 0.1;
/** From here on, two opposed texts are opposed in all they say: the other is an idea of its own. Measured. */
const opposedLikeness = 0.5;
/** A sentence that says more represents more: its number of words to this power. Measured. */
const matterPower = 0.2;
/** So does one from an answer that argues, in more sentences than four: their number above that, to this power. Measured. */
const plainSentences = 4;
const arguedPower = 0.2;

function worthOf(sentence: string, { meaning }: Reading, sentences: number): number {
  const short = meaning === 1 ? 0.5 : meaning === 2 ? 0.85 : 1;
  const argued = Math.max(1, sentences - plainSentences + 1) ** arguedPower;
  return short * (/\?\s*$/u.test(sentence) ? 0.7 : 1) * meaning ** matterPower * argued;
}

/** The last digits of a cosine depend on the order in which it was summed. */
const rounded = (likeness: number): number => Math.min(1, Math.round(likeness * 1e9) / 1e9);

/** @param sentencesEach how many sentences of a text may become ideas */
export function createField(vocabulary: Vocabulary, sentencesEach: number): Field {
  const texts: Voiced[] = [];
  const candidates: (Candidate & { readonly likeness: number[] })[] = [];
  const alike: number[][] = [];
  const wholes = createPostings();
  const sentences = createPostings();

  /** A sentence and a text that says the opposite with the same words are not alike at all. */
  const heldApart = (likeness: number, sentence: Reading, text: Voiced | undefined): number =>
    likeness >= opposedLikeness && text !== undefined && opposes(sentence, text.sentences) ? 0 : rounded(likeness);

  const compareWholes = (likeness: number, one: Voiced, other: Voiced | undefined): number =>
    likeness >= opposedLikeness && other !== undefined && areOpposed(one.sentences, other.sentences)
      ? 0
      : rounded(likeness);

  /** Cosines as likeness to each text; a plain array, which grows. */
  function likenessTo(cosines: Float64Array, compare: (cosine: number, other: number) => number): number[] {
    const likeness: number[] = [];
    for (let other = 0; other < cosines.length; other++) likeness.push(compare(cosines[other] as number, other));
    return likeness;
  }

  return {
    texts,
    candidates,
    alike,
    add(text) {
      const place = texts.length;
      const vector = vocabulary.weigh(text.whole);
      const cosines = wholes.against(vector);
      const row = likenessTo(cosines, (cosine, other) => compareWholes(cosine, text, texts[other]));
      for (const [other, likeness] of row.entries()) alike[other]?.push(likeness);
      row.push(1);
      alike.push(row);
      const column = sentences.against(vector);
      for (const [index, candidate] of candidates.entries()) {
        candidate.likeness.push(heldApart(column[index] ?? 0, candidate.reading, text));
      }
      texts.push(text);
      wholes.add(vector);
      if (isAssent(text)) return;
      for (const { text: sentence, reading } of text.sentences.slice(0, sentencesEach)) {
        if (reading.meaning === 0) continue;
        // Most answers are one sentence, and were compared above.
        const isWhole = text.sentences.length === 1;
        const direction = isWhole ? vector : vocabulary.weigh(reading);
        const likeness = likenessTo(isWhole ? cosines : wholes.against(direction), (cosine, other) =>
          other === place ? rounded(cosine) : heldApart(cosine, reading, texts[other]),
        );
        if (isWhole) likeness.push(1);
        const worth = worthOf(sentence, reading, text.sentences.length);
        candidates.push({ text: place, sentence, reading, worth, likeness });
        sentences.add(direction);
      }
    },
    replace(place, text) {
      texts[place] = text;
    },
  };
}
