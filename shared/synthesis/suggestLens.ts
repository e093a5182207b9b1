import type { Language } from '../workshop/state.ts';
import { type LensPreset, lensGrids } from './lensPresets.ts';
import { createReader } from './reading.ts';
import { languageOf } from './voices.ts';

/** What the words of a citation count beside those of the idea itself. */
const citedWeight = 0.4;
/** A lens that has less than one word of its own in the idea is a guess. */
const leastScore = 1;
/** And so is one that is hardly ahead of another. */
const leastLead = 1.25;

/** Every lens of the house's own grids, in both languages. */
const presets: readonly LensPreset[] = lensGrids.flatMap(({ lenses }) => Object.values(lenses).flat());

/**
 * The lens whose words come back in a key idea and its citations more than those of any other; undefined when none does,
 * or when two are close. A suggestion to be shown as one: it is never put by itself.
 */
export function suggestLens(input: {
  readonly lenses: readonly string[];
  readonly text: string;
  readonly citations: readonly string[];
  readonly language: Language;
}): string | undefined {
  const read = createReader();
  const stemsOf = (text: string): ReadonlySet<string> =>
    new Set(read(text, languageOf(text, input.language)).words.map(({ stem }) => stem));
  /** What people say of it: known of the house's lenses, and of one that is named by a word of theirs ("financements"). */
  const wordsAbout = (lens: string): string => {
    const own = stemsOf(lens);
    const isNamed = ({ name, words }: LensPreset): boolean => {
      const known = stemsOf(`${name}\n${words}`);
      return own.size > 0 && [...own].every((stem) => known.has(stem));
    };
    return (presets.find(({ name }) => name === lens) ?? presets.find(isNamed))?.words ?? '';
  };
  const grid = input.lenses.map((lens) => ({ lens, stems: stemsOf(`${lens}\n${wordsAbout(lens)}`) }));
  /** A word that several lenses have tells them apart the less. */
  const holders = new Map<string, number>();
  for (const { stems } of grid) for (const stem of stems) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  const weights = new Map<string, number>();
  for (const stem of input.citations.flatMap((text) => [...stemsOf(text)])) weights.set(stem, citedWeight);
  for (const stem of stemsOf(input.text)) weights.set(stem, 1);
  const scores = grid
    .map(({ lens, stems }) => {
      let score = 0;
      for (const [stem, weight] of weights) if (stems.has(stem)) score += weight / (holders.get(stem) ?? 1);
      return { lens, score: Math.round(score * 1e6) / 1e6 };
    })
    .sort((one, other) => other.score - one.score);
  const [best, second] = scores;
  if (best === undefined || best.score < leastScore) return undefined;
  return best.score >= leastLead * (second?.score ?? 0) ? best.lens : undefined;
}
