import { type Field, leastLikeness } from './field.ts';
import type { ProposedIdea } from './groupSynthesis.ts';
import { ideaChars, isWeak, mostCitations, quotesOf } from './ideaLimits.ts';
import { isAssent } from './polarity.ts';
import type { Reading } from './reading.ts';
import { shorten, untied } from './sentences.ts';
import { areOpposed, opposes } from './twins.ts';
import { byCode, type Voiced } from './voices.ts';

/** A sentence of the group and the answers behind it. */
export interface Idea {
  readonly text: string;
  /** Ids of the answers that say it best, the one it comes from first, at most five: what can be quoted. */
  readonly citations: readonly string[];
  /** Ids of all the answers that it stands for, those first; none stands under two ideas. */
  readonly answers: readonly string[];
  /** Share of the group's answers that it stands for, 0 to 1. */
  readonly coverage: number;
  /** How many people say it or support it. */
  readonly people: number;
  /** Ids of citations that a word which turns the sense ("pas", "contre") sets apart from the idea: to be read before quoting. */
  readonly doubtful: readonly string[];
  /** Ids of answers that say the opposite with the same words: never under it. */
  readonly opposed: readonly string[];
  /** Too few answers, or too few people behind it, to call it the idea of the group. */
  readonly weak: boolean;
}

const citationShare = 0.35;
/** From here on an answer is said to be represented: three of five this near have the key point of the idea. Measured. */
const representedNearness = 0.3;
/** The answers nearest to the sentence speak with it about which others are near. */
const core = 3;
const coreShare = 0.5;

/** "+1 pour les achats" supports the nearest idea, however little it says. */
const representedFrom = (text: Voiced | undefined): number =>
  text !== undefined && isAssent(text) ? leastLikeness : representedNearness;

/** One says "Contre la mutualisation", the other is for it or says nothing of sides: it speaks of the same and against it. */
const takeSides = (main: Reading, { sentences }: Voiced): boolean =>
  (main.side === -1) !== sentences.some(({ reading }) => reading.side === -1);

/** @param chosen places of the candidates, the first idea first */
export function describeIdeas(field: Field, chosen: readonly number[]): Idea[] {
  const { texts, alike } = field;
  const speaking = texts.reduce((sum, { weight, ids }) => sum + (weight === 0 ? 0 : ids.length), 0);
  const total = texts.reduce((sum, { ids }) => sum + ids.length, 0);
  const ideas = chosen.flatMap((index) => field.candidates[index] ?? []);
  const mains = new Set(ideas.map(({ text }) => text));

  const isNearest = (nearness: readonly (readonly number[])[], idea: number, text: number): boolean => {
    const own = nearness[idea]?.[text] ?? 0;
    return nearness.every(
      (row, other) => other === idea || (row[text] ?? 0) < own || ((row[text] ?? 0) === own && idea < other),
    );
  };
  const others = texts.flatMap(({ weight }, text) => (mains.has(text) || weight === 0 ? [] : [text]));
  const first = ideas.map(({ likeness }) => likeness);
  const byNearness = (row: readonly number[] | undefined) => (one: number, other: number) =>
    (row?.[other] ?? 0) - (row?.[one] ?? 0) || one - other;
  const cores = first.map((row, idea) =>
    others
      .filter((text) => (row[text] ?? 0) > 0 && isNearest(first, idea, text))
      .sort(byNearness(row))
      .slice(0, core),
  );
  const nearness = first.map((row, idea) =>
    row.map((likeness, text) => {
      let [near, weights] = [0, 0];
      for (const member of cores[idea] ?? []) {
        if (member === text) continue;
        near += (alike[member]?.[text] ?? 0) * (row[member] ?? 0);
        weights += row[member] ?? 0;
      }
      return Math.round((likeness + (weights === 0 ? 0 : (coreShare * near) / weights)) * 1e6) / 1e6;
    }),
  );

  return ideas.map((main, idea) => {
    const row = nearness[idea] ?? [];
    const opposed = new Set(
      texts.flatMap((voiced, text) => {
        if (text === main.text) return [];
        const isNear = (row[text] ?? 0) >= leastLikeness && isNearest(nearness, idea, text);
        const isOpenly = isNear && takeSides(main.reading, voiced);
        return isOpenly || opposes(main.reading, voiced.sentences) ? [text] : [];
      }),
    );
    const own = others.filter((text) => isNearest(nearness, idea, text) && !opposed.has(text)).sort(byNearness(row));
    const best = row[own[0] ?? -1] ?? 0;
    const cited = [main.text];
    for (const text of own) {
      const near = row[text] ?? 0;
      if (cited.length >= mostCitations || near < leastLikeness || near < citationShare * best) break;
      const sentences = texts[text]?.sentences ?? [];
      if (!cited.some((other) => areOpposed(texts[other]?.sentences ?? [], sentences))) cited.push(text);
    }
    const represented = [
      ...cited,
      ...own.filter((text) => !cited.includes(text) && (row[text] ?? 0) >= representedFrom(texts[text])),
    ];
    const idsOf = (places: readonly number[]): string[] => places.flatMap((text) => texts[text]?.ids ?? []);
    const answers = idsOf(represented);
    const people = represented.reduce((sum, text) => sum + (texts[text]?.people ?? 0), 0);
    return {
      text: shorten(untied(main.sentence), ideaChars),
      citations: quotesOf(cited.flatMap((text) => texts[text] ?? [])),
      answers,
      coverage: total === 0 ? 0 : Math.round((answers.length / total) * 1e4) / 1e4,
      people,
      doubtful: idsOf(
        cited.filter((text) => !texts[text]?.sentences.some(({ reading }) => reading.sign === main.reading.sign)),
      ),
      opposed: idsOf([...opposed]),
      weak: isWeak(speaking, people),
    };
  });
}

/** As screens show it: in the words of its first citation. */
export const proposed = ({ text, citations, answers, doubtful, opposed, weak }: Idea): ProposedIdea => ({
  text,
  wording: 'theirs',
  citations,
  answerIds: answers,
  doubtful,
  opposed,
  weak,
});

/** Ids of the answers that stand under none of the ideas. */
export function findUncovered(answers: readonly { readonly id: string }[], ideas: readonly Idea[]): string[] {
  const covered = new Set(ideas.flatMap((idea) => idea.answers));
  return answers.flatMap(({ id }) => (covered.has(id) ? [] : [id])).sort(byCode);
}
