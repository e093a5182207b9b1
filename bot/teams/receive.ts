import { parseEnvelope } from '../../shared/protocol/parse.ts';
import type { Language, Link } from '../../shared/workshop/state.ts';
import type { Secrets } from '../secrets.ts';
import type { ChatStore } from '../store/chatStore.ts';
import type { Directory } from '../store/directory.ts';
import type { OutboxStore } from '../store/outboxStore.ts';
import { type Message, type Reply, usefulMs } from '../workshop/messages.ts';
import type { WorkshopRegistry } from '../workshop/registry.ts';
import type { WorkshopRuntime } from '../workshop/runtime.ts';
import { codeOf } from './ackCode.ts';
import type { CardActions } from './cardActions.ts';
import { openSlots, workshopCommandOf } from './chatCommands.ts';
import { ledBy } from './ledBy.ts';
import { queueReply } from './queueReply.ts';
import { type ChatCommand, readCommand } from './readCommand.ts';
import type { TeamsPeople } from './teamsPeople.ts';
import type { Answer, Chat, Incoming, IncomingMessage, TeamsUser } from './teamsPort.ts';
import { languageOf } from './words.ts';

export interface ReceiveDeps {
  readonly chats: ChatStore;
  readonly directory: Pick<Directory, 'conversations' | 'linkConversation' | 'placesOf'>;
  readonly outbox: OutboxStore;
  readonly registry: WorkshopRegistry;
  readonly people: TeamsPeople;
  readonly actions: CardActions;
  readonly secrets: Pick<Secrets, 'teamsHash' | 'subjectHash'>;
  readonly now: () => number;
  /**
   * The workshop of a host's link that is written into a chat. For development alone, where there is no tab to link a
   * meeting from; elsewhere absent: such a link is not for a chat.
   */
  readonly openHostLink?:
    | ((token: string) => Promise<{ readonly runtime: WorkshopRuntime; readonly link: Link } | undefined>)
    | undefined;
  /** From now on a workshop is told in Teams. */
  readonly follow: (workshopId: string) => Promise<void>;
  /** There is something to send. */
  readonly wake: () => void;
}

const nothing: Answer = { kind: 'none' };

/** What Teams tells, and what comes of it: words become commands, hints become what is known of chats. */
export class Receiver {
  readonly #deps: ReceiveDeps;

  constructor(deps: ReceiveDeps) {
    this.#deps = deps;
  }

  async receive(incoming: Incoming): Promise<Answer> {
    const { chats, actions } = this.#deps;
    const { chat, user } = incoming;
    const hasCome = await chats.keep(chat, incoming.kind !== 'uninstalled');
    // Whoever is alone with the bot may be written to, whatever Teams said before.
    if (chat.kind === 'personal' && incoming.kind !== 'uninstalled') await chats.noteReach(user.id, 'open');
    switch (incoming.kind) {
      case 'message':
        await this.#message(incoming);
        return nothing;
      case 'action':
        return actions.act(incoming, await this.workshopOf(chat, user));
      case 'installed':
        await this.#installed(incoming, hasCome);
        return nothing;
      case 'joined':
        await this.#joined(chat, incoming.users);
        return nothing;
      case 'entered':
        await this.#entered(incoming, incoming.users);
        return nothing;
      case 'uninstalled':
      case 'left':
      case 'renamed':
      case 'meetingStarted':
      case 'meetingEnded':
        // Who is in a chat is not who is in the workshop: nobody is moved or removed by it.
        return nothing;
    }
  }

  /** The workshop that takes place in a chat; in a 1:1, the one that the person was last seen in. */
  async workshopOf({ kind, place }: Chat, user: TeamsUser): Promise<WorkshopRuntime | undefined> {
    const { directory, chats, registry } = this.#deps;
    const linked =
      kind === 'personal'
        ? await chats.whoIs(user.id)
        : await directory.conversations({ conversationId: place.conversationId });
    const workshopId = linked[0]?.workshopId;
    const runtime = workshopId === undefined ? undefined : await registry.open(workshopId);
    return runtime?.state === undefined ? undefined : runtime;
  }

  /** @param hasCome false when the bot was known to be here: Teams tells of an installation in two ways */
  async #installed(incoming: Incoming, hasCome: boolean): Promise<void> {
    const runtime = await this.workshopOf(incoming.chat, incoming.user);
    const isAlone = incoming.chat.kind === 'personal';
    if (runtime === undefined || isAlone) {
      const language = runtime?.state?.language ?? languageOf(incoming.locale);
      if (hasCome) await this.#reply(incoming, '', { kind: isAlone ? 'welcomeAlone' : 'welcome' }, language);
      return;
    }
    await this.#deps.follow(runtime.id);
    await this.showCards(runtime.id, incoming.chat.place.conversationId);
  }

  /** Of whoever came into a chat: how they are reached, if they have a part in the workshop. Nobody joins by that. */
  async #joined(chat: Chat, users: readonly TeamsUser[]): Promise<void> {
    for (const user of users) {
      const runtime = await this.workshopOf(chat, user);
      if (runtime !== undefined) await this.#deps.people.find(runtime, user);
    }
  }

  /**
   * Of whoever came into the meeting of a chat. In the room of their own group they have arrived, as if they had said so;
   * Teams may tell it late or never, so nothing else hangs on it, and nobody has left a group who left its meeting.
   */
  async #entered({ chat, activityId }: Incoming, users: readonly TeamsUser[]): Promise<void> {
    const { directory, people, secrets } = this.#deps;
    const { conversationId } = chat.place;
    const [link] = await directory.conversations({ conversationId });
    for (const user of users) {
      const runtime = await this.workshopOf(chat, user);
      const personId = runtime === undefined ? undefined : await people.find(runtime, user);
      if (runtime?.state === undefined || personId === undefined || link?.groupId === undefined) continue;
      for (const slotId of openSlots(runtime.state)) {
        if (runtime.state.breakouts[slotId]?.placements[personId] !== link.groupId) continue;
        const command = { kind: 'NoteArrival', slotId, personId } as const;
        const commandId = `teams-${secrets.teamsHash('entered', conversationId, activityId, personId).slice(0, 48)}`;
        await runtime.submit({ commandId, actorId: personId, command });
      }
    }
  }

  async #message(incoming: IncomingMessage): Promise<void> {
    const { chat, user } = incoming;
    if (await this.#linkedByHand(incoming)) return;
    const read = readCommand(incoming.text);
    const runtime = await this.workshopOf(chat, user);
    if (read.command?.kind === 'claimChat') {
      return this.#claimChat(incoming, read.command.groupNumber, read.language);
    }
    const language = read.language ?? runtime?.state?.language ?? languageOf(incoming.locale);
    if (runtime?.state === undefined) {
      const isHelp = read.command === undefined || read.command.kind === 'help';
      const kinds =
        chat.kind === 'personal' ? (['welcomeAlone', 'notInWorkshop'] as const) : (['welcome', 'notLinked'] as const);
      return this.#reply(incoming, '', { kind: kinds[isHelp ? 0 : 1] }, language);
    }
    const { reply, personId } = await this.#answer(incoming, runtime, read.command);
    await this.#reply(incoming, runtime.id, reply, language, personId);
  }

  async #linkedByHand(incoming: IncomingMessage): Promise<boolean> {
    const { openHostLink, directory, people, follow, now } = this.#deps;
    const token = /\/h#([A-Za-z0-9_-]{22,100})\s*$/.exec(incoming.text)?.[1];
    const found = token === undefined ? undefined : await openHostLink?.(token);
    if (found === undefined) return false;
    const { runtime, link } = found;
    const { conversationId } = incoming.chat.place;
    await people.joinBy(runtime, link, incoming.user);
    const chat = { conversationId, workshopId: runtime.id, kind: 'meeting', reference: {}, linkedAt: now() } as const;
    await directory.linkConversation(chat);
    await follow(runtime.id);
    await this.showCards(runtime.id, conversationId);
    return true;
  }

  async #answer(
    incoming: IncomingMessage,
    runtime: WorkshopRuntime,
    command: ChatCommand | undefined,
  ): Promise<{ readonly reply: Reply; readonly personId?: string }> {
    const { people, secrets } = this.#deps;
    if (command === undefined) return { reply: { kind: 'unknown' } };
    if (command.kind === 'help' || command.kind === 'groups' || command.kind === 'timeLeft') {
      return { reply: { kind: command.kind } };
    }
    const personId = await people.admit(runtime, incoming.chat, incoming.user);
    if (personId === undefined) return { reply: { kind: 'outcome', code: 'stranger' } };
    if (command.kind === 'whereAmI') return { reply: { kind: 'whereAmI' }, personId };
    // The admission itself may have moved the state.
    const raw = runtime.state === undefined ? undefined : workshopCommandOf(command, runtime.state);
    if (raw === undefined) return { reply: { kind: 'outcome', code: 'agenda_not_running' }, personId };
    const { chat, activityId } = incoming;
    // The same message told twice by Teams is one command.
    const commandId = `teams-${secrets.teamsHash('message', chat.place.conversationId, activityId).slice(0, 48)}`;
    const envelope = parseEnvelope({ commandId, command: raw });
    if (!envelope.ok) return { reply: { kind: 'outcome', code: 'invalid' }, personId };
    const ack = await runtime.submit({ commandId, actorId: personId, command: envelope.value.command });
    return { reply: { kind: 'outcome', code: codeOf(ack) }, personId };
  }

  /** "Groupe 2", in the chat where that group works: said by a host, or by the animator of the group. */
  async #claimChat(
    incoming: IncomingMessage,
    groupNumber: number,
    language: Language = languageOf(incoming.locale),
  ): Promise<void> {
    const { directory, now, follow } = this.#deps;
    const { chat, user } = incoming;
    const conversationId = chat.place.conversationId;
    const linked = await directory.conversations({ conversationId });
    const refuse = (code: string): Promise<void> =>
      this.#reply(incoming, linked[0]?.workshopId ?? '', { kind: 'outcome', code }, language);
    if (chat.kind === 'personal' || linked.some(({ kind }) => kind === 'meeting')) return refuse('chat_not_groups');
    const runtime = await ledBy(this.#deps, user, groupNumber);
    if (runtime === undefined) return refuse('denied');
    const group = runtime.state?.groups.find(({ number }) => number === groupNumber);
    if (group === undefined) return refuse('group_unknown');
    await directory.linkConversation({
      conversationId,
      workshopId: runtime.id,
      kind: 'group',
      groupId: group.id,
      reference: {},
      linkedAt: now(),
    });
    await follow(runtime.id);
    await this.#reply(incoming, runtime.id, { kind: 'linked', groupId: group.id }, language);
    await this.showCards(runtime.id, conversationId);
  }

  /** The cards that stand in a chat, for one that has just come. */
  async showCards(id: string, conversationId: string): Promise<void> {
    const { directory, outbox, registry, now, wake } = this.#deps;
    const { state } = await registry.open(id);
    const link = (await directory.conversations({ conversationId })).find(({ workshopId }) => workshopId === id);
    if (state === undefined || link === undefined) return;
    const cards: readonly (readonly [string, Message])[] =
      link.kind === 'meeting'
        ? [['workshop', { kind: 'workshop' }]]
        : openSlots(state).map((slotId) => {
            const { groupId = '' } = link;
            return [`prompts ${slotId} ${groupId}`, { kind: 'prompts', slotId, groupId }];
          });
    await outbox.add(
      cards.map(([cardKey, payload]) => ({
        id: `shown ${id} ${cardKey} ${conversationId} ${state.version} ${now()}`,
        workshopId: id,
        lane: conversationId,
        payload,
        cardKey,
        notBefore: now(),
        expiresAt: now() + usefulMs[payload.kind],
      })),
      now(),
    );
    wake();
  }

  #reply(incoming: Incoming, workshopId: string, reply: Reply, language: Language, personId?: string): Promise<void> {
    return queueReply(this.#deps, incoming, workshopId, {
      kind: 'reply',
      reply,
      language,
      isNamed: incoming.chat.kind !== 'personal',
      ...(personId === undefined ? {} : { personId }),
    });
  }
}
