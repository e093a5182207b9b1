import { err, ok } from '../../core/result.ts';
import type { Decisions } from '../decision.ts';
import type { WorkshopEvent } from '../events.ts';
import type { Link, WorkshopState } from '../state.ts';

type PeopleCommand = 'RenewLink' | 'RevokeLink' | 'ReviseMyself' | 'RemovePerson';

/**
 * A link that leaked must close the doors that it opened. Participants stay: their link is meant to be passed on, and
 * turning out a room of people is worse than one guest too many. Whoever revokes stays, too.
 */
function revoking(state: WorkshopState, link: Link, actorId: string): WorkshopEvent[] {
  const leaving: WorkshopEvent[] =
    link.role === 'participant'
      ? []
      : Object.values(state.people)
          .filter((member) => member.linkId === link.id && !member.removed && member.id !== actorId)
          .map((member) => ({ kind: 'PersonRemoved', personId: member.id }));
  return [{ kind: 'LinkRevoked', linkId: link.id }, ...leaving];
}

const hasStandingLike = (state: WorkshopState, { role, groupId, medium }: Link): boolean =>
  Object.values(state.links).some(
    (other) => !other.revoked && other.role === role && other.groupId === groupId && other.medium === medium,
  );

/** Links and people. */
export const peopleDecisions: Decisions<PeopleCommand> = {
  RenewLink: (state, { linkId }, { actor, commandId, drawNonce }) => {
    const link = state.links[linkId];
    if (link === undefined) return err('link_unknown');
    if (state.links[commandId] !== undefined) return err('id_taken');
    if (link.groupId !== undefined && !state.groups.some((group) => group.id === link.groupId)) {
      return err('group_unknown');
    }
    // Two hosts who renew together renew once: the second one would leave a link that nobody knows of.
    if (link.revoked && hasStandingLike(state, link)) return err('link_revoked');
    const renewed: Link = { ...link, id: commandId, nonce: drawNonce(), revoked: false };
    return ok([...(link.revoked ? [] : revoking(state, link, actor.id)), { kind: 'LinkIssued', link: renewed }]);
  },

  RevokeLink: (state, { linkId }, { actor }) => {
    const link = state.links[linkId];
    if (link === undefined) return err('link_unknown');
    if (link.revoked) return err('link_revoked');
    const isLastHost =
      link.role === 'host' &&
      !Object.values(state.links).some((other) => other.role === 'host' && !other.revoked && other.id !== linkId);
    if (isLastHost) return err('link_is_last_host');
    return ok(revoking(state, link, actor.id));
  },

  ReviseMyself: (_state, _command, { actor }) => ok([{ kind: 'PersonRevised', personId: actor.id }]),

  RemovePerson: (state, { personId }) => {
    const member = state.people[personId];
    if (member === undefined || member.removed) return err('person_unknown');
    return ok([{ kind: 'PersonRemoved', personId }]);
  },
};
