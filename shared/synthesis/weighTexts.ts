import { type Choice, weighChoice } from './chooseIdeas.ts';
import { createField, type Field } from './field.ts';
import type { Reading } from './reading.ts';
import { learnVocabulary } from './vocabulary.ts';
import type { Voiced } from './voices.ts';

/** In a large group of long texts the first sentences of each may become ideas: 4,000 rows of likeness. */
const sentencesInAll = 4_000;
const sentencesAtLeast = 2;

export interface Weighed {
  readonly field: Field;
  readonly choice: Choice;
}

/** Compares the texts of a group, in steps of a few milliseconds for texts of usual length. */
export function* weighTexts(texts: readonly Voiced[], question: Reading): Generator<undefined, Weighed> {
  const vocabulary = yield* learnVocabulary(
    texts.map(({ whole }) => whole),
    question,
  );
  const field = createField(
    vocabulary,
    Math.max(sentencesAtLeast, Math.floor(sentencesInAll / Math.max(1, texts.length))),
  );
  for (const text of texts) {
    field.add(text);
    yield;
  }
  return { field, choice: yield* weighChoice(field) };
}

/** Does all the steps at once. */
export function finish<Value>(steps: Generator<undefined, Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
