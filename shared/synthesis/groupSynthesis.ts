/** Answers that speak of the same thing, as screens show them. */
export interface GatheredTheme {
  /** Stays the same as long as the theme is on screens. */
  readonly id: string;
  readonly label: string;
  readonly answerIds: readonly string[];
}

/** A key idea that is proposed: a start for the people who choose, never a choice. */
export interface ProposedIdea {
  readonly text: string;
  /** Whose words: those of the first citation, or a model's. */
  readonly wording: 'theirs' | 'model';
  /** Ids of the answers to quote, the one that says it best first; one at least, all of them in `answerIds`. */
  readonly citations: readonly string[];
  /** Ids of all the answers that it stands for; none stands under two ideas. */
  readonly answerIds: readonly string[];
  /** Ids of citations where a word turns the sense: to be read before quoting. */
  readonly doubtful: readonly string[];
  /** Ids of answers that say the opposite: never under it. */
  readonly opposed: readonly string[];
  /** Too few answers, or too few people behind it, to call it the idea of the group. */
  readonly weak: boolean;
}

/** Why something that a model gave is not shown. */
export type DropReason =
  | 'malformed'
  | 'unknown_answer'
  | 'quote_not_found'
  | 'opposed'
  | 'few_citations'
  | 'too_long'
  | 'foreign_marks'
  | 'not_their_words';

/** Who wrote the proposals: the engine of this house, or a language model that the host has switched on. */
export type SynthesisSource = 'builtin' | 'model';

/** What was made of a group's answers, for those who run it. */
export interface GroupSynthesis {
  /** Every answer that was worked out stands in exactly one. */
  readonly themes: readonly GatheredTheme[];
  /** The first stands for most. */
  readonly ideas: readonly ProposedIdea[];
  readonly source: SynthesisSource;
  /** Of what a model gave: one for each idea that did not check and was left out. */
  readonly dropped: readonly DropReason[];
}
