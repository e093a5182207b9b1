import { type Choice, weighChoice } from './chooseIdeas.ts';
import { createField, type Field } from './field.ts';
import type { Reading } from './reading.ts';
import { learnVocabulary } from './vocabulary.ts';
import type { Voiced } from './voices.ts';

const textsPerStep = 4;

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
  const field = createField(vocabulary);
  for (const [index, text] of texts.entries()) {
    field.add(text);
    if (index % textsPerStep === 0) yield;
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
