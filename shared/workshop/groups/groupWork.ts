import type { Breakout, GroupWork, WorkshopState } from '../state.ts';

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
  place: { readonly slotId: string; readonly groupId: string },
  change: (work: GroupWork) => GroupWork,
): WorkshopState =>
  changingBreakout(state, place.slotId, (breakout) => {
    const work = breakout.works[place.groupId];
    if (work === undefined) return breakout;
    return { ...breakout, works: { ...breakout.works, [place.groupId]: change(work) } };
  });
