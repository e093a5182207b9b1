import type { Request, Response } from 'express';
import { type HttpProblem, type Invitation, rolePages, type SharedLink } from '../shared/protocol/http.ts';
import { askedAttributes } from '../shared/workshop/people/asked.ts';
import type { Link, Member, WorkshopState } from '../shared/workshop/state.ts';
import { refuse } from './httpAnswers.ts';
import type { Limits } from './realtime/limits.ts';
import { formatCode, hashToken, isCode, normaliseLink, type Secrets } from './secrets.ts';
import type { EventStore } from './store/eventStore.ts';
import type { WorkshopRegistry } from './workshop/registry.ts';
import type { WorkshopRuntime } from './workshop/runtime.ts';

export interface DoorsDeps {
  readonly store: EventStore;
  readonly registry: WorkshopRegistry;
  readonly secrets: Secrets;
  readonly limits: Limits;
  /** Origin of the links that are handed out: "https://ateliers.example.org". */
  readonly originOf: (request: Request) => string;
  /** Whether Teams is configured. */
  readonly isInTeams: boolean;
}

export interface FoundLink {
  readonly runtime: WorkshopRuntime;
  readonly state: WorkshopState;
  readonly link: Link;
}

export interface FoundMember {
  readonly runtime: WorkshopRuntime;
  readonly state: WorkshopState;
  readonly member: Member;
}

/** What links, codes and identities lead to, for every way in. */
export interface Doors {
  /** Refuses a secret that leads nowhere, and counts it: many of them are guesses. */
  refuseSecret(request: Request, response: Response, problem: HttpProblem): Promise<void>;
  /** What a link or a code leads to; undefined when it was refused, and the answer sent. */
  findLink(typed: string, request: Request, response: Response): Promise<FoundLink | undefined>;
  /** Whose an identity is; undefined for nobody, and for whoever was removed. */
  findMember(identity: string): Promise<FoundMember | undefined>;
  /** What a page is told of where it leads before anyone joins, or of where somebody already stands. */
  invitation(state: WorkshopState, linkId: string, of: Pick<Link, 'role' | 'groupId'>): Invitation;
  /** A link as people are given it. */
  shared(state: WorkshopState, link: Link, request: Request): SharedLink;
}

export function createDoors({ store, registry, secrets, limits, originOf, isInTeams }: DoorsDeps): Doors {
  async function standingLink(token: string): Promise<FoundLink | undefined> {
    const found = await store.findLink(secrets.linkHash(token));
    if (found === undefined) return undefined;
    const runtime = await registry.open(found.workshopId);
    const { state } = runtime;
    const link = state?.links[found.linkId];
    return state === undefined || link === undefined || link.revoked ? undefined : { runtime, state, link };
  }

  const doors: Doors = {
    async refuseSecret(request, response, problem) {
      const retryMs = await limits.wrongSecretsPerAddress.take(request.ip ?? '');
      refuse(response, retryMs === undefined ? problem : { code: 'too_many_requests', retryMs });
    },

    async findLink(typed, request, response) {
      const token = normaliseLink(typed);
      // After too many wrong codes none is looked up, or the right guess would pass among the wrong ones. The token of a
      // link cannot be guessed: a room behind one address that scans an old QR code is not locked out.
      const mayBeGuessed = isCode(token);
      const retryMs = mayBeGuessed ? await limits.wrongSecretsPerAddress.waitMs(request.ip ?? '') : undefined;
      if (retryMs !== undefined) {
        refuse(response, { code: 'too_many_requests', retryMs });
        return undefined;
      }
      const found = await standingLink(token);
      if (found !== undefined) return found;
      if (mayBeGuessed) await doors.refuseSecret(request, response, { code: 'link_unknown' });
      else refuse(response, { code: 'link_unknown' });
      return undefined;
    },

    async findMember(identity) {
      const found = identity === '' ? undefined : await store.findPerson(hashToken(identity));
      if (found === undefined) return undefined;
      const runtime = await registry.open(found.workshopId);
      const { state } = runtime;
      const member = state?.people[found.personId];
      return state === undefined || member === undefined || member.removed ? undefined : { runtime, state, member };
    },

    invitation(state, linkId, { role, groupId }) {
      const group = state.groups.find((other) => other.id === groupId);
      const attributes = role === 'participant' ? askedAttributes(state) : [];
      return {
        workshopId: state.id,
        linkId,
        title: state.title,
        language: state.language,
        role,
        ...(group === undefined ? {} : { group: { number: group.number, name: group.name } }),
        ...(attributes.length === 0 ? {} : { attributes }),
        ...(isInTeams ? { teams: true } : {}),
      };
    },

    shared(state, link, request) {
      const token = secrets.linkToken(state.id, link);
      const { id: linkId, role, groupId, medium } = link;
      const value = medium === 'code' ? formatCode(token) : `${originOf(request)}${rolePages[role]}#${token}`;
      return { linkId, role, ...(groupId === undefined ? {} : { groupId }), medium, value };
    },
  };
  return doors;
}
