import { byCode } from '../core/order.ts';
import type { Language } from '../workshop/state.ts';
import { chooseIdeas } from './chooseIdeas.ts';
import { sentencesOf, shorten } from './sentences.ts';
import { cosines, weighTerms } from './similarity.ts';
import { type Reading, read, tellLanguage } from './words.ts';

export interface AnswerToGather {
  readonly id: string;
  readonly text: string;
  /** How many people support it. */
  readonly supports: number;
}

export interface SuggestedKeyIdea {
  readonly text: string;
  /** Ids of answers, the one that says it best first; no answer stands under two ideas. */
  readonly citations: readonly string[];
  /** Too few answers, or too little in common, to call it the idea of the group. */
  readonly weak: boolean;
}

export interface KeyIdeaSuggestions {
  readonly ideas: readonly SuggestedKeyIdea[];
  /** Ids of the answers that stand under none. */
  readonly uncovered: readonly string[];
}

/** Longer, and nobody reads it from the back of the room. */
const ideaChars = 240;
/** Beside the main one; five quotes are enough to stand on. */
const otherCitations = 4;
const citationShare = 0.35;
/** Below, two texts have a few letters in common, no more. */
const leastLikeness = 0.08;
const enoughAnswers = 5;
const enoughSupport = 3;
/** What similarity of letters weighs beside similarity of words. What did best on the key points of Bar-Haim et al. (2020, shared task of 2021). */
const gramWeight = 0.6;

/** What likeness keeps when one of two texts denies and the other does not; near twins that do so are opposites. */
const denialShare = 0.7;
const twinLikeness = 0.6;

/** A sentence that may become an idea. */
interface Candidate {
  readonly answer: number;
  readonly sentence: string;
  readonly reading: Reading;
  /** One word, or a question, seldom says an idea. */
  readonly worth: number;
}

function candidatesOf(texts: readonly string[], language: Language): Candidate[] {
  return texts.flatMap((text, answer) =>
    sentencesOf(text).flatMap((sentence): Candidate[] => {
      const reading = read(sentence, language);
      const { meaning } = reading;
      if (meaning === 0) return [];
      const worth = (meaning === 1 ? 0.5 : meaning === 2 ? 0.85 : 1) * (sentence.endsWith('?') ? 0.7 : 1);
      return [{ answer, sentence, reading, worth }];
    }),
  );
}

/** Likeness of every candidate to every answer, 0 to 1, row by row. Opposites that use the same words are held apart. */
function likeness(candidates: readonly Candidate[], answers: readonly Reading[], question: Reading): Float64Array {
  const table = (terms: (reading: Reading) => readonly string[]): Float64Array => {
    const weigh = weighTerms(answers.map(terms), new Set(terms(question)));
    return cosines(
      candidates.map((candidate) => weigh(terms(candidate.reading))),
      answers.map((answer) => weigh(terms(answer))),
    );
  };
  const words = table((reading) => reading.stems);
  const grams = table((reading) => reading.grams);
  return words.map((word, cell) => {
    const mixed = (word + gramWeight * (grams[cell] ?? 0)) / (1 + gramWeight);
    const denies = candidates[Math.floor(cell / answers.length)]?.reading.denies;
    const opposed = denies !== answers[cell % answers.length]?.denies;
    const share = opposed ? (mixed > twinLikeness ? 0 : denialShare) : 1;
    return Math.round(mixed * share * 1e9) / 1e9;
  });
}

/**
 * The few sentences that stand best for a group's answers, each with the answers behind it: a start for the people who
 * choose, never a choice. `ideas`: how many to propose; fewer come back when the answers hold fewer. The order of
 * `answers` does not matter. Without `language`, it is told from the answers.
 */
export function suggestKeyIdeas(input: {
  readonly answers: readonly AnswerToGather[];
  readonly ideas: number;
  readonly language?: Language;
  /** What was asked: its words come back in every answer, and weigh less. */
  readonly question?: string;
}): KeyIdeaSuggestions {
  const answers = [...input.answers].sort((one, other) => byCode(one.id, other.id));
  const texts = answers.map((answer) => answer.text);
  const language = input.language ?? tellLanguage(texts);
  const readings = texts.map((text) => read(sentencesOf(text).join('\n'), language));
  const candidates = candidatesOf(texts, language);
  const alike = likeness(candidates, readings, read(input.question ?? '', language));
  const weights = answers.map((answer, index) =>
    (readings[index]?.meaning ?? 0) === 0 ? 0 : 1 + Math.max(0, answer.supports) / 2,
  );
  const chosen = chooseIdeas({ candidates, weights, alike, ideas: input.ideas });

  const mains = new Set(chosen.map((index) => candidates[index]?.answer));
  const speaking = weights.filter((weight) => weight > 0).length;
  const cited = new Set<number>();
  const row = (candidate: number, answer: number): number => alike[candidate * answers.length + answer] ?? 0;
  const ideas = chosen.flatMap((index): SuggestedKeyIdea[] => {
    const candidate = candidates[index];
    if (candidate === undefined) return [];
    // Each answer goes to the idea that it is nearest to, the first of them when it is as near to both.
    const near = answers
      .map((_, answer) => ({ answer, score: row(index, answer) }))
      .filter(
        ({ answer, score }) => !mains.has(answer) && chosen.find((other) => row(other, answer) > score) === undefined,
      )
      .filter(
        ({ answer, score }) => score >= leastLikeness && chosen.find((other) => row(other, answer) === score) === index,
      )
      .sort((one, other) => other.score - one.score || one.answer - other.answer);
    const best = near[0]?.score ?? 0;
    const kept = near.filter(({ score }) => score >= citationShare * best).slice(0, otherCitations);
    const behind = [candidate.answer, ...kept.map(({ answer }) => answer)];
    for (const answer of behind) cited.add(answer);
    const support = behind.reduce((sum, answer) => sum + 1 + Math.max(0, answers[answer]?.supports ?? 0), 0);
    return [
      {
        text: shorten(candidate.sentence, ideaChars),
        citations: behind.flatMap((answer) => answers[answer]?.id ?? []),
        weak: speaking < enoughAnswers || support < enoughSupport,
      },
    ];
  });
  return { ideas, uncovered: answers.flatMap((answer, index) => (cited.has(index) ? [] : [answer.id])) };
}
