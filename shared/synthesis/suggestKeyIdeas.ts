import type { Language } from '../workshop/state.ts';
import { describeIdeas, findUncovered, type Idea } from './describeIdeas.ts';
import { createReader } from './reading.ts';
import { type AnswerToGather, gatherVoices } from './voices.ts';
import { finish, weighTexts } from './weighTexts.ts';

export type SuggestedKeyIdea = Idea;

export interface KeyIdeaSuggestions {
  readonly ideas: readonly SuggestedKeyIdea[];
  /** Ids of the answers that stand under none. */
  readonly uncovered: readonly string[];
}

/**
 * The few sentences that stand best for a group's answers, each with the answers behind it: a start for the people who
 * choose, never a choice. `ideas`: how many to propose; fewer come back when the answers hold fewer. The order of
 * `answers` does not matter. Without `language`, each answer's is told from its words.
 */
export function suggestKeyIdeas(input: {
  readonly answers: readonly AnswerToGather[];
  readonly ideas: number;
  readonly language?: Language;
  /** What was asked: its words come back in every answer, and weigh less. */
  readonly question?: string;
}): KeyIdeaSuggestions {
  const { answers, question = '' } = input;
  const read = createReader();
  const { texts, language } = finish(gatherVoices(answers, read, input.language));
  const { field, choice } = finish(weighTexts(texts, read(question, language)));
  const ideas = describeIdeas(field, choice.best(input.ideas));
  return { ideas, uncovered: findUncovered(answers, ideas) };
}
