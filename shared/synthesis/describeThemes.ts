import type { Field } from './field.ts';
import { shorten } from './sentences.ts';
import { byCode } from './voices.ts';

/** Answers that speak of the same thing. */
export interface Theme {
  /** Words of the people in it; of a single answer, its beginning. */
  readonly label: string;
  /** Ids, sorted. An answer that is close to none is alone in its theme. */
  readonly answers: readonly string[];
}

const labelChars = 48;
const labelWords = 3;
/** A label of the question's words, or of words said about anything, tells no theme from another. */
const faintShare = 0.3;

/** How many texts have each stem. */
function holdersOf({ texts }: Field): ReadonlyMap<string, number> {
  const holders = new Map<string, number>();
  for (const { whole } of texts) {
    for (const stem of new Set(whole.words.map((word) => word.stem))) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  }
  return holders;
}

/** @param places of its texts @param asked stems of the question */
export function describeTheme(
  field: Field,
  places: readonly number[],
  asked: ReadonlySet<string>,
  holders = holdersOf(field),
): Theme {
  const answers = places.flatMap((place) => field.texts[place]?.ids ?? []).sort(byCode);
  return { label: labelOf(field, places, holders, asked), answers };
}

/** The largest first, then in the order of their first answers. */
export function describeThemes(
  field: Field,
  themes: readonly (readonly number[])[],
  asked: ReadonlySet<string>,
): Theme[] {
  const holders = holdersOf(field);
  return themes
    .map((places) => describeTheme(field, places, asked, holders))
    .sort(
      (one, other) => other.answers.length - one.answers.length || byCode(one.answers[0] ?? '', other.answers[0] ?? ''),
    );
}

/** The words that most texts of the theme have and few others, as most people typed them. */
function labelOf(
  field: Field,
  places: readonly number[],
  holders: ReadonlyMap<string, number>,
  asked: ReadonlySet<string>,
): string {
  const [first] = places.flatMap((place) => field.texts[place] ?? []);
  if (places.length === 1 && first !== undefined) return shorten(first.sentences[0]?.text ?? first.text, labelChars);
  const inside = new Map<string, { texts: number; readonly typed: Map<string, number>; readonly isGeneral: boolean }>();
  for (const place of places) {
    const seen = new Set<string>();
    for (const { stem, typed, isGeneral } of field.texts[place]?.whole.words ?? []) {
      const entry = inside.get(stem) ?? {
        texts: 0,
        typed: new Map<string, number>(),
        isGeneral: isGeneral || asked.has(stem),
      };
      inside.set(stem, entry);
      entry.typed.set(typed, (entry.typed.get(typed) ?? 0) + 1);
      if (!seen.has(stem)) entry.texts += 1;
      seen.add(stem);
    }
  }
  const scored = [...inside].map(([stem, { texts, typed, isGeneral }]) => {
    const share = texts / (holders.get(stem) ?? texts);
    const [word = stem] =
      [...typed].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length || byCode(a[0], b[0]))[0] ?? [];
    return { word, texts, score: Math.round(texts * (0.5 + share) * (isGeneral ? faintShare : 1) * 1e6) / 1e6 };
  });
  const shared = scored.filter(({ texts }) => texts > 1);
  return (shared.length > 0 ? shared : scored)
    .sort((one, other) => other.score - one.score || byCode(one.word, other.word))
    .slice(0, labelWords)
    .map(({ word }) => word)
    .join(', ');
}
