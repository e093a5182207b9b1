import { err, ok } from '../../core/result.ts';
import type { Decisions } from '../decision.ts';
import type { WorkshopEvent } from '../events.ts';
import { limits } from '../limits.ts';
import type { Link, WorkshopState } from '../state.ts';

/** Both ids of a renewed door come from one command. */
const codeSuffix = '.c';

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

/** The ways through one door: what a role, or a group's animator, has of each medium (the participants: a link and a code). */
const sameDoor = (state: WorkshopState, { role, groupId }: Link): readonly Link[] =>
  Object.values(state.links).filter((other) => other.role === role && other.groupId === groupId);

/** Of the link and of its siblings of another medium, those that open: a code left behind would keep the door ajar. */
const standingWith = (state: WorkshopState, link: Link): readonly Link[] =>
  sameDoor(state, link).filter((other) => !other.revoked && (other.id === link.id || other.medium !== link.medium));

/** The id of a code stays as short as an id may be; should the cut make it another's, the command is refused. */
const renewedId = (commandId: string, medium: Link['medium']): string =>
  medium === 'link' ? commandId : `${commandId.slice(0, limits.idChars - codeSuffix.length)}${codeSuffix}`;

/** Links and people. */
export const peopleDecisions: Decisions<PeopleCommand> = {
  RenewLink: (state, { linkId }, { actor, commandId, drawNonce }) => {
    const link = state.links[linkId];
    if (link === undefined) return err('link_unknown');
    const media = [...new Set(sameDoor(state, link).map(({ medium }) => medium))];
    if (media.some((medium) => state.links[renewedId(commandId, medium)] !== undefined)) return err('id_taken');
    if (link.groupId !== undefined && !state.groups.some((group) => group.id === link.groupId)) {
      return err('group_unknown');
    }
    // Two hosts who renew together renew once: the second one would leave a link that nobody knows of.
    const isReplaced = sameDoor(state, link).some((other) => !other.revoked && other.medium === link.medium);
    if (link.revoked && isReplaced) return err('link_revoked');
    return ok([
      ...standingWith(state, link).flatMap((old) => revoking(state, old, actor.id)),
      ...media.map((medium): WorkshopEvent => {
        const renewed = { ...link, id: renewedId(commandId, medium), medium, nonce: drawNonce(), revoked: false };
        return { kind: 'LinkIssued', link: renewed };
      }),
    ]);
  },

  RevokeLink: (state, { linkId }, { actor }) => {
    const link = state.links[linkId];
    if (link === undefined) return err('link_unknown');
    if (link.revoked) return err('link_revoked');
    const isLastHost =
      link.role === 'host' &&
      !Object.values(state.links).some((other) => other.role === 'host' && !other.revoked && other.id !== linkId);
    if (isLastHost) return err('link_is_last_host');
    return ok(standingWith(state, link).flatMap((old) => revoking(state, old, actor.id)));
  },

  ReviseMyself: (_state, _command, { actor }) => ok([{ kind: 'PersonRevised', personId: actor.id }]),

  RemovePerson: (state, { personId }) => {
    const member = state.people[personId];
    if (member === undefined || member.removed) return err('person_unknown');
    return ok([{ kind: 'PersonRemoved', personId }]);
  },
};
