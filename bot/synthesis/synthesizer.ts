import type { DropReason, ProposedIdea } from '../../shared/synthesis/groupSynthesis.ts';
import type { KeptTheme, Language } from '../../shared/workshop/state.ts';

/** What is asked of a synthesizer. Nothing in it says who wrote an answer: ids of answers, and what they say. */
export interface SynthesisTask {
  readonly answers: readonly { readonly id: string; readonly text: string; readonly supports: number }[];
  /** What the group was asked; empty when nothing was. */
  readonly question: string;
  /** Of the workshop: answers may be in another. */
  readonly language: Language;
  /** How many ideas to propose, at most. */
  readonly ideas: number;
  /** The themes that people made: what they put together says how they think. */
  readonly kept: readonly KeptTheme[];
}

/** Ideas that were checked: every id exists in the task, every idea cites at least one answer. */
export interface Proposals {
  readonly ideas: readonly ProposedIdea[];
  readonly dropped: readonly DropReason[];
}

/**
 * Whatever proposes key ideas instead of the engine of this house: a language model. It may take its time and may fail:
 * until it answers, and whenever it does not, the proposals are the engine's. Themes stay the engine's always: they must
 * grow with every answer, and nothing else may move them.
 */
export interface Synthesizer {
  /** @param signal aborted when nobody waits for the answer any more @throws when there is no answer, for any reason */
  readonly propose: (task: SynthesisTask, signal: AbortSignal) => Promise<Proposals>;
}

/** A synthesizer that sends answers elsewhere. */
export interface ModelOffer {
  /** Host name of where they go: what a host is told, and agrees to. */
  readonly host: string;
  readonly synthesizer: Synthesizer;
}
