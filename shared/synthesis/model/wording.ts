import type { DropReason } from '../groupSynthesis.ts';
import { ideaChars } from '../ideaLimits.ts';
import { languageOf } from '../voices.ts';
import type { ModelRequest, Shown } from './modelRequest.ts';

/** Why an idea of a model is left out for its words. */
export type WordingProblem = Extract<DropReason, 'too_long' | 'foreign_marks' | 'not_their_words'>;

/** One line without what turns, hides or breaks it. */
export const tidy = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Co}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}]/gu, (character) => (/[\u200c\u200d]/u.test(character) ? character : ''))
    .replace(/(\p{M}{6})\p{M}+/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();

/** Links, addresses, and what markup is made of. */
const foreign = /(?:https?:|www\.)\S+|[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+(?:\/\S*)?|[<>`*#|\\{}[\]@~^$_=]|\/\//giu;
const figures = /\p{N}+/gu;
/** The share of an idea's own words that must come from the answers under it: the rest may be the model's. */
const theirShare = 0.5;

/**
 * Whether an idea is made of the words of the answers that it cites: half of its words at least, of two answers at
 * least; and no name, figure, link or mark that none of them has.
 * @param text as the model gave it, tidied, with the marks that stand for names @param cited one at least
 */
export function checkWording(
  text: string,
  cited: readonly Shown[],
  { mask, read, language: common }: Pick<ModelRequest, 'mask' | 'read' | 'language'>,
): WordingProblem | undefined {
  if (mask.restore(text).length > ideaChars) return 'too_long';
  const sources = cited.map(({ sent }) => sent.text);
  const isThere = (part: string): boolean => sources.some((source) => source.includes(part));
  const places = mask.placeholdersIn(text);
  const plain = places.reduce((rest, place) => rest.replace(place, ' '), text);
  if ((plain.match(foreign) ?? []).some((part) => !isThere(part))) return 'foreign_marks';
  if ([...places, ...(plain.match(figures) ?? [])].some((part) => !isThere(part))) return 'not_their_words';

  const language = languageOf(plain, common);
  const words = read(plain, language).words;
  const own = words.filter(({ isGeneral }) => !isGeneral);
  const stems = new Set((own.length > 0 ? own : words).map(({ stem }) => stem));
  const said = cited.map(({ sent }) => new Set(read(sent.text, language).words.map(({ stem }) => stem)));
  const theirs = [...stems].filter((stem) => said.some((each) => each.has(stem)));
  const speakers = said.filter((each) => theirs.some((stem) => each.has(stem)));
  const isTheirs = theirs.length >= Math.max(1, stems.size * theirShare) && speakers.length >= Math.min(2, said.length);
  return isTheirs ? undefined : 'not_their_words';
}
