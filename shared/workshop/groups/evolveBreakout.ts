import type { Evolution } from '../evolution.ts';
import { changingBreakout, changingWork, emptyWork } from './groupWork.ts';

type BreakoutEvent =
  | 'GroupsFormed'
  | 'PersonPlaced'
  | 'BreakoutOpened'
  | 'BreakoutClosed'
  | 'ArrivalNoted'
  | 'ArrivalCleared'
  | 'HelpCalled'
  | 'HelpAnswered'
  | 'AnnouncementMade';

/** Groups formed, opened, brought back. */
export const breakoutEvolution: Evolution<BreakoutEvent> = {
  GroupsFormed: (state, { slotId, placements }) => ({
    ...state,
    breakouts: {
      ...state.breakouts,
      [slotId]: {
        phase: { kind: 'formed' },
        placements,
        arrivals: {},
        // Formed again: what an animator drafted in advance is still hers.
        works: Object.fromEntries(
          state.groups.map((group) => [group.id, state.breakouts[slotId]?.works[group.id] ?? emptyWork]),
        ),
      },
    },
  }),
  PersonPlaced: (state, { slotId, personId, groupId }) =>
    changingBreakout(state, slotId, (breakout) => {
      // Whoever is sent elsewhere has still to arrive there.
      const { [personId]: _arrival, ...arrivals } = breakout.arrivals;
      return { ...breakout, placements: { ...breakout.placements, [personId]: groupId }, arrivals };
    }),
  BreakoutOpened: (state, { slotId }, { at }) =>
    changingBreakout(state, slotId, (breakout) => ({ ...breakout, phase: { kind: 'open', openedAt: at } })),
  BreakoutClosed: (state, { slotId, answersUntil }, { at }) =>
    changingBreakout(state, slotId, (breakout) =>
      breakout.phase.kind === 'open'
        ? { ...breakout, phase: { kind: 'closed', openedAt: breakout.phase.openedAt, closedAt: at, answersUntil } }
        : breakout,
    ),
  ArrivalNoted: (state, { slotId, personId }, { at }) =>
    changingBreakout(state, slotId, (breakout) => ({
      ...breakout,
      arrivals: { ...breakout.arrivals, [personId]: at },
    })),
  ArrivalCleared: (state, { slotId, personId }) =>
    changingBreakout(state, slotId, (breakout) => {
      const { [personId]: _arrival, ...arrivals } = breakout.arrivals;
      return { ...breakout, arrivals };
    }),
  HelpCalled: (state, event, { at }) =>
    changingWork(state, event, (work) => ({
      ...work,
      helpCall: { id: event.callId, by: event.by, text: event.text, at },
    })),
  HelpAnswered: (state, event) =>
    changingWork(state, event, (work) => {
      const { helpCall: _answered, ...rest } = work;
      return rest;
    }),
  AnnouncementMade: (state, { announcementId, text, groupIds }, { at }) => ({
    ...state,
    announcements: [
      ...state.announcements,
      { id: announcementId, text, at, ...(groupIds === undefined ? {} : { groupIds }) },
    ],
  }),
};
