import type { Language } from '../workshop/state.ts';

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

/**
 * The few sentences that stand best for a group's answers, each with the answers behind it: a start for the people who
 * choose, never a choice. `ideas`: how many to propose; fewer come back when the answers hold fewer. The order of
 * `answers` does not matter. Without `language`, it is told from the answers.
 */
export function suggestKeyIdeas(input: {
  readonly answers: readonly AnswerToGather[];
  readonly ideas: number;
  readonly language?: Language;
}): KeyIdeaSuggestions {
  return { ideas: [], uncovered: input.answers.map((answer) => answer.id) };
}
