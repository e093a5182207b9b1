import type { Evolution } from '../evolution.ts';
import { withoutPlaces } from './places.ts';

type PeopleEvent = 'LinkIssued' | 'LinkRevoked' | 'PersonJoined' | 'PersonRevised' | 'PersonRemoved';

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
      breakouts: withoutPlaces(state.breakouts, [personId]),
    };
  },
};
