import { sameJson } from '../../../shared/views/mergePatch.ts';
import { quotable } from '../../../shared/views/projectSynthesis.ts';
import type { GroupWorkView, ProposedIdeaView, SynthesisView } from '../../../shared/views/views.ts';
import { isMadeBy } from '../../parts/answerList.ts';
import type { ListedKeyIdea } from './keyIdeaList.ts';

/** Proposals as somebody reads them. */
export interface Proposals {
  readonly ideas: readonly ProposedIdeaView[];
  /** Of a language model: why some of its ideas are not here. */
  readonly dropped: SynthesisView['dropped'];
  /** Answers that were worked out then. */
  readonly answerIds: readonly string[];
}

export const proposalsOf = (synthesis: SynthesisView): Proposals => ({
  ideas: synthesis.ideas,
  dropped: synthesis.dropped,
  answerIds: Object.keys(synthesis.themeOf),
});

/** Whether the server would propose something else by now: other words, or other answers behind them. */
export const isOutdated = (held: Proposals, { ideas }: SynthesisView): boolean => !sameJson(held.ideas, ideas);

/** What was held, without what was withdrawn since; an idea goes with the answers that it rests on. */
export function standingProposals(held: Proposals, { answers }: Pick<GroupWorkView, 'answers'>): Proposals {
  const stands = (id: string): boolean => answers[id] !== undefined;
  const kept = (ids: readonly string[]): readonly string[] => (ids.every(stands) ? ids : ids.filter(stands));
  return {
    ...held,
    ideas: held.ideas.flatMap((idea) => {
      const citations = quotable(idea, stands);
      if (citations.length === 0) return [];
      return [{ ...idea, citations, answerIds: kept(idea.answerIds), opposed: kept(idea.opposed) }];
    }),
    answerIds: kept(held.answerIds),
  };
}

/** Answers that stand under none of the ideas. */
export function leftOut({ ideas, answerIds }: Proposals): readonly string[] {
  const covered = new Set(ideas.flatMap((idea) => idea.answerIds));
  return answerIds.filter((id) => !covered.has(id));
}

/** Whether it stands among the group's ideas: with its words, or made of it here and reworded since. */
export const isTaken = (
  proposal: Pick<ProposedIdeaView, 'text'>,
  standing: readonly ListedKeyIdea[],
  madeBy: string | undefined,
): boolean => standing.some(({ id, text }) => text === proposal.text || (madeBy !== undefined && isMadeBy(id, madeBy)));

/**
 * What is to be read again before it is quoted: citations that a word turns ("pas", "sans"), or the idea itself when
 * that word sets it apart from all that it cites.
 */
export function toReadAgain({
  citations,
  doubtful,
}: Pick<ProposedIdeaView, 'citations' | 'doubtful'>): 'nothing' | 'citations' | 'idea' {
  const others = citations.slice(1);
  if (!others.some((id) => doubtful.includes(id))) return 'nothing';
  return others.length > 1 && others.every((id) => doubtful.includes(id)) ? 'idea' : 'citations';
}
