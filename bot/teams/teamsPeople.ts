import { cleanText } from '../../shared/core/typedText.ts';
import { limits } from '../../shared/workshop/limits.ts';
import type { Link } from '../../shared/workshop/state.ts';
import type { Secrets } from '../secrets.ts';
import type { ChatStore } from '../store/chatStore.ts';
import type { WorkshopRuntime } from '../workshop/runtime.ts';
import { cutText } from './cards/card.ts';
import type { Subject } from './identity.ts';
import type { TeamsMembers } from './members.ts';
import type { Chat, TeamsPort, TeamsUser } from './teamsPort.ts';

export interface TeamsPeopleDeps {
  readonly members: TeamsMembers;
  readonly chats: ChatStore;
  readonly secrets: Pick<Secrets, 'teamsHash'>;
  readonly port: Pick<TeamsPort, 'member'>;
}

/** Who somebody whom the bot meets is in a workshop: the same person as in the tab. */
export class TeamsPeople {
  readonly #deps: TeamsPeopleDeps;

  constructor(deps: TeamsPeopleDeps) {
    this.#deps = deps;
  }

  /** The person of an account that has a part in this workshop already, also after having been removed from it. */
  async find(runtime: WorkshopRuntime, user: TeamsUser): Promise<string | undefined> {
    const { state } = runtime;
    if (state === undefined) return undefined;
    const member = await this.#deps.members.memberOf(state, subjectOf(user));
    const personId = member?.id ?? (await this.#met(runtime.id, user));
    if (personId === undefined || state.people[personId] === undefined) return undefined;
    await this.#deps.chats.meet(runtime.id, { personId, userId: user.id, name: user.name });
    return personId;
  }

  /**
   * The same, and whoever has no part yet joins: as the tab would let them, by the link of the participants, the organizer
   * of the meeting by that of the hosts. Undefined when that link is closed.
   */
  async admit(runtime: WorkshopRuntime, chat: Chat, user: TeamsUser): Promise<string | undefined> {
    const found = await this.find(runtime, user);
    if (found !== undefined) return found;
    // People of another organisation have their account there: only the roster says where.
    const atHome = (await this.#deps.port.member(chat.place, user.id)) ?? user;
    const known = await this.find(runtime, { ...user, tenantId: atHome.tenantId });
    if (known !== undefined) return known;
    return this.#join(runtime, chat, { ...user, tenantId: atHome.tenantId });
  }

  async #join(runtime: WorkshopRuntime, { place, meetingId }: Chat, user: TeamsUser): Promise<string | undefined> {
    const { members } = this.#deps;
    const { state } = runtime;
    if (state === undefined) return undefined;
    const subject = subjectOf(user);
    const where = meetingId === undefined ? {} : { conversationId: place.conversationId, meetingId };
    // Teams knows no role of somebody anonymous.
    const door = await members.doorFor(state, user.objectId === undefined ? {} : where, subject);
    return door === undefined ? undefined : this.joinBy(runtime, door, user);
  }

  /** An account comes through a link, with the name that Teams gives. */
  async joinBy(runtime: WorkshopRuntime, door: Link, user: TeamsUser): Promise<string | undefined> {
    const { members, secrets, chats } = this.#deps;
    const subject = subjectOf(user);
    const name = cutText(cleanText(user.name), limits.nameChars) || 'Teams';
    const identity = secrets.teamsHash('identity', runtime.id, subject.tenantId, subject.objectId);
    // Limits on asking are per address: those who come by the bot have none, and each counts for themselves.
    const device = { identity, address: `teams ${subject.tenantId} ${subject.objectId}` };
    const newcomer = { name, organisation: '' };
    let joined = await members.join(runtime, door, subject, newcomer, device);
    if (joined.ok && 'candidates' in joined.value) {
      // In a chat nobody can be asked: one namesake who is expected is them, of several none is.
      const [candidate, another] = joined.value.candidates;
      const claim =
        candidate !== undefined && another === undefined
          ? ({ kind: 'expected', expectedId: candidate.expectedId } as const)
          : ({ kind: 'someoneElse' } as const);
      joined = await members.join(runtime, door, subject, { ...newcomer, claim }, device);
    }
    if (!joined.ok || 'candidates' in joined.value) return undefined;
    const { id: personId } = joined.value;
    await chats.meet(runtime.id, { personId, userId: user.id, name: user.name });
    return personId;
  }

  async #met(workshopId: string, { id }: TeamsUser): Promise<string | undefined> {
    const met = await this.#deps.chats.whoIs(id);
    return met.find((place) => place.workshopId === workshopId)?.personId;
  }
}

/** Anonymous people have no object id: they are known to this bot alone. Tokens have ids in small letters. */
export const subjectOf = ({ tenantId, objectId, id, name }: TeamsUser): Subject => ({
  tenantId: tenantId.toLowerCase(),
  objectId: objectId?.toLowerCase() ?? id,
  name,
});
