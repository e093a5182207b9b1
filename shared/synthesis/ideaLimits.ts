import type { Voiced } from './voices.ts';

/** An idea that is longer is read by nobody from the back of the room. */
export const ideaChars = 240;
/** As many quotes as one can stand on. */
export const mostCitations = 5;
const enoughAnswers = 5;
const enoughPeople = 3;

/** Whether too little was said, by too few, to call it the idea of a group. @param answers that say something */
export const isWeak = (answers: number, people: number): boolean => answers < enoughAnswers || people < enoughPeople;

/** Ids to quote of some texts: one for each, then the same text again while there is room. */
export const quotesOf = (texts: readonly Voiced[]): string[] =>
  [...texts.flatMap(({ ids }) => ids.slice(0, 1)), ...texts.flatMap(({ ids }) => ids.slice(1))].slice(0, mostCitations);
