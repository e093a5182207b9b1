import type { Field } from './field.ts';
import { beginningOf, holdersOf, labelOf } from './labels.ts';
import { byCode } from './voices.ts';

/** Answers that speak of the same thing. */
export interface Theme {
  /** A phrase of somebody in it, which says what they share; of a single answer, its beginning. */
  readonly label: string;
  /** Ids, sorted. An answer that is close to none is alone in its theme. */
  readonly answers: readonly string[];
}

const answersAt = (field: Field, places: readonly number[]): string[] =>
  places.flatMap((place) => field.texts[place]?.ids ?? []).sort(byCode);

/** The theme of a text that is close to no other. */
export const describeAlone = (field: Field, place: number): Theme => ({
  label: beginningOf(field, place),
  answers: answersAt(field, [place]),
});

/**
 * The largest first, then in the order of their first answers; in steps.
 * @param themes places of their texts @param asked stems of the question
 */
export function* describeThemes(
  field: Field,
  themes: readonly (readonly number[])[],
  asked: ReadonlySet<string>,
): Generator<undefined, Theme[]> {
  const holders = holdersOf(field);
  yield;
  const described: Theme[] = [];
  for (const places of themes) {
    const [place = -1] = places;
    described.push(
      places.length === 1
        ? describeAlone(field, place)
        : { label: labelOf(field, places, holders, asked), answers: answersAt(field, places) },
    );
    if (places.length > 1) yield;
  }
  return described.sort(
    (one, other) => other.answers.length - one.answers.length || byCode(one.answers[0] ?? '', other.answers[0] ?? ''),
  );
}
