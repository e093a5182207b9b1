import type { Evolution } from '../evolution.ts';
import type { WorkshopState } from '../state.ts';

type PeopleEvent = 'LinkIssued' | 'LinkRevoked' | 'PersonJoined' | 'PersonRevised' | 'PersonRemoved';

/** A person who left for good stands in no group any more; what they wrote stays. */
function withoutPlace(breakouts: WorkshopState['breakouts'], personId: string): WorkshopState['breakouts'] {
  const changed = Object.entries(breakouts).map(([slotId, breakout]) => {
    if (breakout.placements[personId] === undefined) return [slotId, breakout] as const;
    const { [personId]: _place, ...placements } = breakout.placements;
    const { [personId]: _arrival, ...arrivals } = breakout.arrivals;
    return [slotId, { ...breakout, placements, arrivals }] as const;
  });
  return Object.fromEntries(changed);
}

/** Who may come in, and who did. */
export const peopleEvolution: Evolution<PeopleEvent> = {
  LinkIssued: (state, { link }) => ({ ...state, links: { ...state.links, [link.id]: link } }),
  LinkRevoked: (state, { linkId }) => {
    const link = state.links[linkId];
    return link === undefined ? state : { ...state, links: { ...state.links, [linkId]: { ...link, revoked: true } } };
  },
  PersonJoined: (state, { personId, role, linkId, groupId }, { at }) => ({
    ...state,
    people: {
      ...state.people,
      [personId]: {
        id: personId,
        role,
        ...(groupId === undefined ? {} : { groupId }),
        linkId,
        joinedAt: at,
        removed: false,
      },
    },
  }),
  PersonRevised: (state) => state,
  PersonRemoved: (state, { personId }) => {
    const member = state.people[personId];
    if (member === undefined) return state;
    return {
      ...state,
      people: { ...state.people, [personId]: { ...member, removed: true } },
      breakouts: withoutPlace(state.breakouts, personId),
    };
  },
};
