import type { Language } from '../../shared/workshop/state.ts';

/** The words of one part of the pages, in every language: a key that one language lacks does not compile. */
export type Catalogue<Words> = Readonly<Record<Language, Words>>;

type Word = string | ((...values: never[]) => string);

/** Declares a catalogue: French first, and English with exactly the same keys and the same parameters. */
export const catalogue = <Words extends Record<string, Word>>(
  fr: Words,
  en: { [Key in keyof Words]: Words[Key] extends string ? string : Words[Key] },
): Catalogue<Words> => ({ fr, en: en as Words });
