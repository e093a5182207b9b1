import type { Evolution } from '../evolution.ts';
import { withoutPlaces } from '../people/places.ts';
import { changingBreakout, changingWork } from './groupWork.ts';

type BreakoutEvent =
  | 'BreakoutOpened'
  | 'BreakoutClosed'
  | 'ArrivalNoted'
  | 'ArrivalCleared'
  | 'HelpCalled'
  | 'HelpAnswered'
  | 'AnnouncementMade';

/** Groups sent off, at work, brought back. */
export const breakoutEvolution: Evolution<BreakoutEvent> = {
  BreakoutOpened: (state, { slotId }, { at }) =>
    changingBreakout(state, slotId, (breakout) => {
      // Groups that go off again: whoever was named meanwhile to run one has left their place.
      const leading = Object.keys(breakout.placements).filter((id) => state.people[id]?.role === 'animator');
      const { [slotId]: staying = breakout } = withoutPlaces({ [slotId]: breakout }, leading);
      return { ...staying, phase: { kind: 'open', openedAt: at } };
    }),
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
