import type { Breakout, Group, WorkshopState } from '../state.ts';

/** The groups of a breakout, without those that were given up in it. */
export const standingGroups = (
  state: Pick<WorkshopState, 'groups'>,
  breakout: Pick<Breakout, 'merged'> | undefined,
): readonly Group[] => state.groups.filter(({ id }) => breakout?.merged[id] === undefined);
