import { err, ok, type Result } from '../../shared/core/result.ts';
import type { HttpProblem, JoinReply, JoinRequest } from '../../shared/protocol/http.ts';
import type { OwnWorkshop, TeamsPlace } from '../../shared/protocol/teams.ts';
import type { Link, Member, Role, WorkshopState } from '../../shared/workshop/state.ts';
import { problemOf } from '../httpAnswers.ts';
import { hashToken, type Secrets } from '../secrets.ts';
import type { Directory } from '../store/directory.ts';
import { type ArrivalDeps, arrive } from '../workshop/arrive.ts';
import type { WorkshopRegistry } from '../workshop/registry.ts';
import type { WorkshopRuntime } from '../workshop/runtime.ts';
import type { Subject } from './identity.ts';
import type { MeetingRole, Meetings } from './meetings.ts';

export interface TeamsMembersDeps extends ArrivalDeps {
  readonly directory: Directory;
  readonly registry: WorkshopRegistry;
  readonly secrets: Secrets;
  readonly meetings: Meetings;
  readonly now: () => number;
}

/** What somebody says of themselves when they come, and who they are of the people who are expected. */
export type Newcomer = Pick<JoinRequest, 'name' | 'organisation' | 'attributes' | 'claim'>;

/** Where somebody comes from. `address`: of the network, for limits only. */
export interface Device {
  readonly identity: string;
  readonly address: string;
}

/** People of nearly this name are expected: nobody has joined yet. */
export type Choosing = Extract<JoinReply, { kind: 'choose' }>;

/** From the one who may do most. */
const byPower: readonly Role[] = ['host', 'animator', 'participant', 'display'];
const outranks = (one: Role, other: Role): boolean => byPower.indexOf(one) < byPower.indexOf(other);

/** Who the accounts of Teams are in the workshops of this server. For pages and for the bot alike. */
export class TeamsMembers {
  readonly #deps: TeamsMembersDeps;

  constructor(deps: TeamsMembersDeps) {
    this.#deps = deps;
  }

  #hash({ tenantId, objectId }: Subject): string {
    return this.#deps.secrets.subjectHash(tenantId, objectId);
  }

  /** The workshop that takes place in a conversation: of several, the one that was linked last. */
  async workshopIn(place: TeamsPlace): Promise<WorkshopRuntime | undefined> {
    const { conversationId } = place;
    if (conversationId === undefined) return undefined;
    for (const { workshopId } of await this.#deps.directory.conversations({ conversationId })) {
      const runtime = await this.#deps.registry.open(workshopId);
      if (runtime.state !== undefined) return runtime;
    }
    return undefined;
  }

  /** Who an account is in a workshop, also after having been removed from it. */
  async memberOf(state: WorkshopState, subject: Subject): Promise<Member | undefined> {
    const personId = await this.#deps.directory.findSubject(this.#hash(subject), state.id);
    return personId === undefined ? undefined : state.people[personId];
  }

  /** Workshops that an account takes part in, the latest day first. */
  async workshopsOf(subject: Subject): Promise<readonly OwnWorkshop[]> {
    const own: OwnWorkshop[] = [];
    for (const { workshopId, personId } of await this.#deps.directory.placesOf(this.#hash(subject))) {
      const { state } = await this.#deps.registry.open(workshopId);
      const member = state?.people[personId];
      if (state === undefined || member === undefined || member.removed) continue;
      const { title, date } = state;
      own.push({ workshopId, title, ...(date === undefined ? {} : { date }), role: member.role });
    }
    return own.toSorted((one, other) => (other.date ?? '').localeCompare(one.date ?? ''));
  }

  /** What Teams says of somebody in the meeting where their page says it is; undefined outside of meetings. */
  async roleAt(
    { conversationId, meetingId }: TeamsPlace,
    { tenantId, objectId }: Subject,
  ): Promise<MeetingRole | undefined> {
    if (conversationId === undefined || meetingId === undefined) return undefined;
    return this.#deps.meetings.roleOf({ conversationId, meetingId, tenantId, objectId });
  }

  /** What the meeting is called where a page says it is; undefined outside of meetings. */
  async titleAt({ conversationId, meetingId }: TeamsPlace): Promise<string | undefined> {
    if (conversationId === undefined || meetingId === undefined) return undefined;
    return this.#deps.meetings.titleOf({ conversationId, meetingId });
  }

  /** Linking a meeting, or founding a workshop in it, is for those who lead it. */
  async mayLink(place: TeamsPlace, subject: Subject): Promise<boolean> {
    const role = await this.roleAt(place, subject);
    return role === 'organizer' || role === 'presenter';
  }

  /**
   * The link that a newcomer comes through who has none: the organizer of the meeting is a host, anyone else takes part.
   * The role is asked of Teams, and only where the workshop takes place in that very meeting.
   */
  async doorFor(state: WorkshopState, place: TeamsPlace, subject: Subject): Promise<Link | undefined> {
    const isHere = (await this.workshopIn(place))?.id === state.id;
    const isHost = isHere && (await this.roleAt(place, subject)) === 'organizer';
    return standing(state, isHost ? 'host' : 'participant');
  }

  /** Whether a link lets an account in as more than it is by now. */
  isRise(member: Member, link: Link): boolean {
    return outranks(link.role, member.role);
  }

  /**
   * An account comes through a link, as always the same person. `before`: who it was until now, when the link makes it
   * more than that. Of two pages that come at once, both get the same person.
   */
  async join(
    runtime: WorkshopRuntime,
    link: Link,
    subject: Subject,
    newcomer: Newcomer,
    { identity, address }: Device,
    before?: Member,
  ): Promise<Result<Member | Choosing, HttpProblem>> {
    const subjectHash = this.#hash(subject);
    const joinedId = this.#deps.secrets.subjectPersonId(subjectHash, runtime.id, link.id);
    const joined = await this.#arrive(runtime, joinedId, link, newcomer, { identity, address });
    if (!joined.ok) return joined;
    if (joined.value.kind === 'choose') return ok(joined.value);
    const personId = await this.#deps.directory.bindSubject(
      { subjectHash, workshopId: runtime.id, personId: joinedId },
      before?.id,
    );
    return this.open(runtime, personId, identity);
  }

  /** What everyone in the meeting looks at: a display of the account's own, which is nobody's person. */
  async joinStage(
    runtime: WorkshopRuntime,
    state: WorkshopState,
    subject: Subject,
    device: Device,
  ): Promise<Result<Member, HttpProblem>> {
    const link = standing(state, 'display');
    if (link === undefined) return err({ code: 'link_revoked' });
    const personId = this.#deps.secrets.subjectPersonId(this.#hash(subject), runtime.id, link.id);
    const joined = await this.#arrive(runtime, personId, link, { name: '', organisation: '' }, device);
    return joined.ok ? this.open(runtime, personId, device.identity) : joined;
  }

  /** An account is somebody who is here already, unless it is somebody else. */
  async attach(
    runtime: WorkshopRuntime,
    member: Member,
    subject: Subject,
    identity: string,
  ): Promise<Result<Member, HttpProblem>> {
    const { state } = runtime;
    const before = state === undefined ? undefined : await this.memberOf(state, subject);
    const isReplaced = before !== undefined && (before.removed || outranks(member.role, before.role));
    const boundTo = await this.#deps.directory.bindSubject(
      { subjectHash: this.#hash(subject), workshopId: runtime.id, personId: member.id },
      isReplaced ? before.id : undefined,
    );
    return boundTo === member.id ? this.open(runtime, member.id, identity) : err({ code: 'account_taken' });
  }

  /** The page's identity is the person's from now on. */
  async open(runtime: WorkshopRuntime, personId: string, identity: string): Promise<Result<Member, HttpProblem>> {
    const member = runtime.state?.people[personId];
    if (member === undefined || member.removed) return err({ code: 'person_removed' });
    const isTheirs = await this.#deps.directory.addIdentity(
      { tokenHash: hashToken(identity), workshopId: runtime.id, personId, way: 'teams' },
      this.#deps.now(),
    );
    return isTheirs ? ok(member) : err({ code: 'denied' });
  }

  async #arrive(
    runtime: WorkshopRuntime,
    personId: string,
    link: Link,
    newcomer: Newcomer,
    { identity, address }: Device,
  ): Promise<Result<JoinReply, HttpProblem>> {
    const isThere = (): boolean => runtime.state?.people[personId] !== undefined;
    const joined = { kind: 'joined', workshopId: runtime.id, personId, role: link.role } as const;
    if (isThere()) return ok(joined);
    const request = { joinId: personId, identity, ...newcomer };
    const arrived = await arrive(this.#deps, { runtime, link, request, tokenHash: hashToken(identity), address });
    if (arrived.ok) return arrived;
    // Another page of the same account was quicker: it is the same person.
    return isThere() ? ok(joined) : err(problemOf(arrived.problem));
  }
}

const standing = (state: WorkshopState, role: Role): Link | undefined =>
  Object.values(state.links).find((link) => link.role === role && link.medium === 'link' && !link.revoked);
