import type { Language } from '../workshop/state.ts';
import { describeIdeas, findUncovered, type Idea } from './describeIdeas.ts';
import { createReader } from './reading.ts';
import { type AnswerToGather, gatherVoices } from './voices.ts';
import { finish, weighTexts } from './weighTexts.ts';

export interface KeyIdeaSuggestions {
  readonly ideas: readonly Idea[];
  /** Ids of the answers that stand under none. */
  readonly uncovered: readonly string[];
}

export interface SuggestionRequest {
  readonly answers: readonly AnswerToGather[];
  readonly ideas: number;
  readonly language?: Language;
  /** What was asked: its words come back in every answer, and weigh less. */
  readonly question?: string;
}

/**
 * The few sentences that stand best for a group's answers, each with the answers behind it: a start for the people who
 * choose, never a choice. `ideas`: how many to propose; fewer come back when the answers hold fewer. The order of
 * `answers` does not matter. Without `language`, each answer's is told from its words.
 */
export function suggestKeyIdeas(input: SuggestionRequest): KeyIdeaSuggestions {
  return finish(suggestInSteps(input));
}

/** The same in steps of a few milliseconds, for answers of usual length. */
export function* suggestInSteps(input: SuggestionRequest): Generator<undefined, KeyIdeaSuggestions> {
  const { answers, question = '' } = input;
  const read = createReader();
  const { texts, language } = yield* gatherVoices(answers, read, input.language);
  const { field, choice } = yield* weighTexts(texts, read(question, language));
  const ideas = describeIdeas(field, choice.best(input.ideas));
  return { ideas, uncovered: findUncovered(answers, ideas) };
}
