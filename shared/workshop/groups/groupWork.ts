import type { Breakout, GroupWork, KeyIdea, WorkshopState } from '../state.ts';

/** One group during one breakout. */
export interface GroupPlace {
  readonly slotId: string;
  readonly groupId: string;
}

/** Of a group that has done nothing yet. */
export const emptyWork: GroupWork = {
  answers: {},
  writtenBy: {},
  supportedBy: {},
  keyIdeas: {},
  outcome: { kind: 'drafting' },
};

/** The state with one breakout changed; the same state when it does not exist. */
export function changingBreakout(
  state: WorkshopState,
  slotId: string,
  change: (breakout: Breakout) => Breakout,
): WorkshopState {
  const breakout = state.breakouts[slotId];
  if (breakout === undefined) return state;
  return { ...state, breakouts: { ...state.breakouts, [slotId]: change(breakout) } };
}

/** The state with one group's work changed; the same state when it does not exist. */
export const changingWork = (
  state: WorkshopState,
  place: GroupPlace,
  change: (work: GroupWork) => GroupWork,
): WorkshopState =>
  changingBreakout(state, place.slotId, (breakout) => {
    const work = breakout.works[place.groupId];
    if (work === undefined) return breakout;
    return { ...breakout, works: { ...breakout.works, [place.groupId]: change(work) } };
  });

/** Whether an answer was given and nobody has withdrawn it since. */
export const stands = (work: GroupWork, answerId: string): boolean => work.answers[answerId]?.withdrawn === false;

/** The answers behind an idea that still stand, each once. */
export const standingCitations = (work: GroupWork, keyIdea: KeyIdea): readonly string[] =>
  keyIdea.citations.filter((answerId) => stands(work, answerId));

/** The key ideas that a group has submitted, in its order; none while it drafts. */
export const submittedKeyIdeas = (work: GroupWork | undefined): readonly KeyIdea[] =>
  work?.outcome.kind === 'submitted' ? work.outcome.keyIdeaIds.flatMap((id) => work.keyIdeas[id] ?? []) : [];
