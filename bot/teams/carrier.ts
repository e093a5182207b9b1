import { createHash } from 'node:crypto';
import type { EpochMs } from '../../shared/core/time.ts';
import type { WorkshopState } from '../../shared/workshop/state.ts';
import type { ChatStore, ReachablePerson } from '../store/chatStore.ts';
import type { OutboxStore, WaitingMessage } from '../store/outboxStore.ts';
import { cardKeyOf, type Message, usefulMs } from '../workshop/messages.ts';
import type { Carried } from '../workshop/outbox.ts';
import type { WorkshopRegistry } from '../workshop/registry.ts';
import type { WaysIn } from './cards/waysIn.ts';
import { drawBareReply, drawMessage, type Scene } from './drawMessage.ts';
import { userIdOf } from './lanes.ts';
import type { Chat, Content, Delivery, Place, TeamsPort } from './teamsPort.ts';

export interface CarrierDeps {
  readonly port: TeamsPort;
  readonly chats: ChatStore;
  readonly outbox: OutboxStore;
  readonly registry: WorkshopRegistry;
  /** @param meetingId the conversation of the meeting, where the bot is in one */
  readonly waysInto: (state: WorkshopState, meetingId: string | undefined) => WaysIn;
  /** Chats of everybody's, the latest linked first. */
  readonly meetingsOf: (workshopId: string) => Promise<readonly string[]>;
  readonly now: () => EpochMs;
}

/** Those of a group who cannot be written to are called together: one message for all who were refused by then. */
const gatheringMs = 4_000;
const diverted = 'diverted';
const called = 'called';

/** Draws a message from what is true now and hands it to Teams. */
export class Carrier {
  readonly #deps: CarrierDeps;
  /** Account → its 1:1 conversation: Teams gives the same one each time it is asked. */
  readonly #personal = new Map<string, Place>();

  constructor(deps: CarrierDeps) {
    this.#deps = deps;
  }

  /**
   * What is true of a workshop now.
   * @param seenIn the conversation in which it is shown: of several meetings, links lead into that one
   */
  async scene(workshopId: string, seenIn: string, calledPeople: readonly string[] = []): Promise<Scene | undefined> {
    const runtime = await this.#deps.registry.open(workshopId);
    // Another node may know more.
    await runtime.catchUp();
    const { state } = runtime;
    if (state === undefined) return undefined;
    return {
      state,
      names: runtime.names,
      now: runtime.now(),
      waysIn: this.#deps.waysInto(state, (await this.#meetingChat(workshopId, seenIn))?.place.conversationId),
      reachable: await this.#deps.chats.reachable(workshopId),
      called: calledPeople,
    };
  }

  async carry(waiting: WaitingMessage): Promise<Carried> {
    const message = waiting.payload as Message;
    const refused = message.kind === 'mentions' ? await this.#refused(waiting.workshopId, message) : [];
    const scene = await this.scene(
      waiting.workshopId,
      waiting.lane,
      refused.map(({ personId }) => personId),
    );
    const content = scene === undefined ? bareContent(message) : drawMessage(message, scene);
    if (content === undefined) return { state: 'dropped', reason: 'superseded' };
    const userId = userIdOf(waiting.lane);
    if (userId !== undefined) return this.#carryToPerson(waiting, message, content, userId, scene?.reachable ?? []);
    const chat = await this.#deps.chats.chat(waiting.lane);
    if (chat === undefined) return this.#lost(message, 'not_installed');
    const carried = await this.#carryToChat(waiting, message, content, chat);
    if (carried.state === 'delivered' && refused.length > 0) {
      await this.#deps.outbox.relabel(
        refused.map(({ id }) => id),
        called,
      );
    }
    return carried;
  }

  async #carryToChat(waiting: WaitingMessage, message: Message, content: Content, chat: Chat): Promise<Carried> {
    const { port, outbox } = this.#deps;
    const key = cardKeyOf(message);
    if (key === undefined) {
      const onlyFor = message.kind === 'reply' ? message.onlyFor : undefined;
      const delivery =
        onlyFor === undefined
          ? await port.send(chat.place, content)
          : await port.sendTargeted(chat.place, { id: onlyFor, name: '' }, content);
      return this.#outcome(delivery, message);
    }
    const digest = createHash('sha256').update(JSON.stringify(content)).digest('base64url');
    const standing = await outbox.card(waiting.lane, key);
    if (standing?.digest === digest) return { state: 'delivered' };
    if (standing === undefined) return this.#outcome(await port.send(chat.place, content), message, digest);
    const updated = await port.update(chat.place, standing.activityId, content);
    if (updated.kind === 'refused' && updated.reason === 'gone') {
      // Somebody deleted it: a new one takes its place.
      await outbox.forgetCard(waiting.lane, key);
      return this.#outcome(await port.send(chat.place, content), message, digest);
    }
    return this.#outcome(updated, message, digest);
  }

  async #carryToPerson(
    waiting: WaitingMessage,
    message: Message,
    content: Content,
    userId: string,
    reachable: readonly ReachablePerson[],
  ): Promise<Carried> {
    const { port, chats } = this.#deps;
    if (reachable.some((person) => person.userId === userId && person.reach === 'refused')) {
      return this.#divert(waiting, message);
    }
    const place = await this.#personalPlace(waiting.workshopId, userId);
    if (place === undefined) return this.#lost(message, 'not_installed');
    if (place.kind === 'later')
      return { state: 'later', ...(place.afterMs === undefined ? {} : { afterMs: place.afterMs }) };
    const delivery = place.kind === 'refused' ? place : await port.send(place.place, content);
    if (delivery.kind === 'refused' && delivery.reason !== 'too_large') {
      this.#personal.delete(userId);
      await chats.noteReach(userId, 'refused');
      return this.#divert(waiting, message);
    }
    if (delivery.kind === 'delivered') await chats.noteReach(userId, 'open');
    return this.#outcome(delivery, message);
  }

  async #personalPlace(
    workshopId: string,
    userId: string,
  ): Promise<Awaited<ReturnType<TeamsPort['openPersonal']>> | undefined> {
    const known = this.#personal.get(userId);
    if (known !== undefined) return { kind: 'opened', place: known };
    const from = await this.#meetingChat(workshopId);
    if (from === undefined) return undefined;
    const opened = await this.#deps.port.openPersonal(from.place, userId);
    if (opened.kind === 'opened') this.#personal.set(userId, opened.place);
    return opened;
  }

  /** Tells in the meeting's chat what Teams does not let the bot tell somebody alone. */
  async #divert(waiting: WaitingMessage, message: Message): Promise<Carried> {
    const lane = (await this.#meetingChat(waiting.workshopId))?.place.conversationId;
    if (message.kind !== 'place' || lane === undefined) return this.#lost(message, 'blocked');
    const { slotId, groupId } = message;
    const payload: Message = { kind: 'mentions', slotId, groupId };
    const now = this.#deps.now();
    // All who are refused until then have the same call.
    const notBefore = (Math.floor(now / gatheringMs) + 1) * gatheringMs;
    await this.#deps.outbox.add(
      [
        {
          id: `mentions ${waiting.workshopId} ${slotId} ${groupId} ${notBefore}`,
          workshopId: waiting.workshopId,
          lane,
          payload,
          notBefore,
          expiresAt: notBefore + usefulMs.mentions,
        },
      ],
      now,
    );
    return { state: 'dropped', reason: diverted };
  }

  /** Messages to people of a group that could not be written to, and who were not called yet. */
  async #refused(
    workshopId: string,
    { slotId, groupId }: Extract<Message, { kind: 'mentions' }>,
  ): Promise<readonly { readonly id: string; readonly personId: string }[]> {
    const dropped = await this.#deps.outbox.dropped(workshopId, diverted);
    return dropped.flatMap(({ id, payload }) => {
      const message = payload as Message;
      const isTheirs = message.kind === 'place' && message.slotId === slotId && message.groupId === groupId;
      return isTheirs ? [{ id, personId: message.personId }] : [];
    });
  }

  /** @param preferred taken when it is a meeting's; else the latest linked */
  async #meetingChat(workshopId: string, preferred = ''): Promise<Chat | undefined> {
    const meetings = await this.#deps.meetingsOf(workshopId);
    for (const conversationId of meetings.includes(preferred) ? [preferred] : meetings) {
      const chat = await this.#deps.chats.chat(conversationId);
      if (chat !== undefined) return chat;
    }
    return undefined;
  }

  #outcome(delivery: Delivery, message: Message, digest?: string): Carried {
    if (delivery.kind === 'later') {
      return { state: 'later', ...(delivery.afterMs === undefined ? {} : { afterMs: delivery.afterMs }) };
    }
    if (delivery.kind === 'refused') return this.#lost(message, delivery.reason);
    const { activityId } = delivery;
    return { state: 'delivered', ...(digest === undefined ? {} : { card: { activityId, digest } }) };
  }

  /** Hosts are told what people miss; whoever asked for something sees that no answer comes. */
  #lost({ kind }: Message, reason: string): Carried {
    return kind === 'reply' ? { state: 'dropped', reason } : { state: 'failed', reason };
  }
}

/** In a chat where no workshop takes place. */
const bareContent = (message: Message): Content | undefined =>
  message.kind === 'reply' ? drawBareReply(message.reply, message.language) : undefined;
