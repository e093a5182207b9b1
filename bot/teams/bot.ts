import { randomUUID } from 'node:crypto';
import type { EpochMs } from '../../shared/core/time.ts';
import type { Limits } from '../realtime/limits.ts';
import type { Secrets } from '../secrets.ts';
import type { ChatStore } from '../store/chatStore.ts';
import type { Directory, StoredConversation } from '../store/directory.ts';
import type { EventStore } from '../store/eventStore.ts';
import type { OutboxStore } from '../store/outboxStore.ts';
import type { Audiences } from '../workshop/messagesOf.ts';
import { Outbox } from '../workshop/outbox.ts';
import { OutboxFeed } from '../workshop/outboxFeed.ts';
import type { WorkshopRegistry } from '../workshop/registry.ts';
import { CardActions } from './cardActions.ts';
import { Carrier, type CarrierDeps } from './carrier.ts';
import { personalLaneOf, userIdOf } from './lanes.ts';
import type { MeetingAsked, Meetings } from './meetings.ts';
import { TeamsMembers } from './members.ts';
import { type ReceiveDeps, Receiver } from './receive.ts';
import { Roster } from './roster.ts';
import { createTeamsApp, type TeamsApp, type TeamsAppOptions } from './teamsApp.ts';
import { TeamsPeople } from './teamsPeople.ts';
import type { Chat } from './teamsPort.ts';
import { Undelivered } from './undelivered.ts';

export interface BotDeps extends Pick<TeamsAppOptions, 'credentials' | 'tenants' | 'openIdMetadata'> {
  readonly store: EventStore;
  readonly directory: Directory;
  readonly chats: ChatStore;
  readonly outbox: OutboxStore;
  readonly registry: WorkshopRegistry;
  readonly secrets: Secrets;
  readonly limits: Limits;
  readonly openHostLink?: ReceiveDeps['openHostLink'];
  readonly waysInto: CarrierDeps['waysInto'];
  readonly now: () => EpochMs;
  readonly setTimeout: (action: () => void, delayMs: number) => unknown;
  readonly reportFault: (fault: unknown, workshopId: string) => string;
}

export interface Bot extends Pick<TeamsApp, 'knock'> {
  /** Of meetings that the bot is in. */
  readonly meetings: Meetings;
  /** What people in Teams miss. */
  readonly undelivered: Undelivered;
  /** A conversation was linked to a workshop: it is told there from now on. */
  linked(workshopId: string): Promise<void>;
  /** Somebody is in the workshop by an account of Teams, whom the bot may have to write to. */
  arrived(workshopId: string, personId: string): Promise<void>;
  /** Takes up what was left behind, and begins to send. */
  start(): Promise<void>;
  /** Finishes what is under way. */
  stop(): Promise<void>;
}

/** How long the outcome of a message is kept. */
const keptMs = 7 * 24 * 3_600_000;

/** The bot: what Teams tells goes in, what is to be told goes out, over one outbox. */
export function createBot(deps: BotDeps): Bot {
  const { store, directory, chats, outbox: outboxStore, registry, secrets, limits, now } = deps;
  const reportFault = (fault: unknown, workshopId: string): void => void deps.reportFault(fault, workshopId);

  const port: TeamsApp = createTeamsApp({
    ...(deps.credentials === undefined ? {} : { credentials: deps.credentials }),
    ...(deps.openIdMetadata === undefined ? {} : { openIdMetadata: deps.openIdMetadata }),
    tenants: deps.tenants,
    receive: (incoming) => receiver.receive(incoming),
    reportFault: (fault) => reportFault(fault, 'teams'),
  });

  /** Chats of a workshop that the bot is in: where it was never invited, nobody misses it. */
  const linksOf = async (workshopId: string): Promise<readonly StoredConversation[]> => {
    const links = await directory.conversations({ workshopId });
    const isTold = await Promise.all(
      links.map(async ({ conversationId }) => {
        // A meeting that was linked to another workshop since is the other one's.
        const [latest] = await directory.conversations({ conversationId });
        return latest?.workshopId === workshopId && (await chats.chat(conversationId)) !== undefined;
      }),
    );
    return links.filter((_link, index) => isTold[index]);
  };
  const meetingsOf = async (workshopId: string): Promise<readonly string[]> =>
    (await linksOf(workshopId)).filter(({ kind }) => kind === 'meeting').map((link) => link.conversationId);

  async function audiencesOf(workshopId: string): Promise<Audiences> {
    const groups = new Map<string, string[]>();
    for (const { kind, groupId, conversationId } of await linksOf(workshopId)) {
      if (kind !== 'group' || groupId === undefined) continue;
      groups.set(groupId, [...(groups.get(groupId) ?? []), conversationId]);
    }
    const reachable = await chats.reachable(workshopId);
    return {
      meetings: await meetingsOf(workshopId),
      groups,
      people: new Map(reachable.map(({ personId, userId }) => [personId, personalLaneOf(userId)])),
    };
  }

  const carrier = new Carrier({
    port,
    chats,
    outbox: outboxStore,
    registry,
    waysInto: deps.waysInto,
    meetingsOf,
    now,
  });
  const outbox = new Outbox({
    store: outboxStore,
    carry: (message) => carrier.carry(message),
    // To write to somebody alone their conversation is opened first, which is known only once it was.
    callsOf: ({ lane }) => (userIdOf(lane) === undefined ? 1 : 2),
    now,
    setTimeout: deps.setTimeout,
    random: Math.random,
    drawClaim: randomUUID,
    reportFault,
    onEnded: (workshopId) => undelivered.refresh(workshopId),
  });
  const wake = (): void => outbox.wake();
  const feed = new OutboxFeed({
    store,
    outbox: outboxStore,
    registry,
    audiencesOf: async (workshopId) => {
      await roster.begin(workshopId);
      return audiencesOf(workshopId);
    },
    now,
    setTimeout: deps.setTimeout,
    wake,
    reportFault,
  });
  const meetingChat = async ({ conversationId, meetingId }: MeetingAsked): Promise<Chat | undefined> => {
    const chat = await chats.chat(conversationId);
    return chat?.meetingId === meetingId ? chat : undefined;
  };
  const meetings: Meetings = {
    async roleOf({ tenantId, objectId, ...asked }) {
      const chat = await meetingChat(asked);
      return chat && port.meetingRole(chat.place, asked.meetingId, { objectId, tenantId });
    },
    async titleOf(asked) {
      const chat = await meetingChat(asked);
      // What Teams last said of the chat stands for what it does not say of the meeting.
      return chat && ((await port.meetingTitle(chat.place, asked.meetingId)) ?? chat.title);
    },
  };
  const undelivered = new Undelivered({ outbox: outboxStore, directory, now, reportFault });
  const members = new TeamsMembers({ directory, registry, secrets, meetings, store, limits, now });
  const people = new TeamsPeople({ members, chats, secrets, port });
  const roster = new Roster({
    port,
    chats,
    registry,
    people,
    meetingsOf,
    setTimeout: deps.setTimeout,
    reportFault,
  });
  const follow = async (workshopId: string): Promise<void> => {
    await feed.follow(workshopId);
    await roster.begin(workshopId);
  };
  const actions = new CardActions({
    people,
    carrier,
    outbox: outboxStore,
    secrets,
    commandsPerPerson: limits.commandsPerPerson,
    now,
    wake,
  });
  const receiver = new Receiver({
    chats,
    directory,
    outbox: outboxStore,
    registry,
    people,
    actions,
    secrets,
    now,
    openHostLink: deps.openHostLink,
    follow,
    wake,
  });

  return {
    knock: port.knock,
    meetings,
    undelivered,
    arrived: (workshopId, personId) => roster.arrived(workshopId, personId),
    linked: async (workshopId) => {
      await follow(workshopId);
      for (const conversationId of await meetingsOf(workshopId)) {
        await receiver.showCards(workshopId, conversationId);
      }
    },
    async start() {
      await outboxStore.sweep(now() - keptMs);
      await feed.resume();
      wake();
    },
    async stop() {
      await roster.stop();
      await feed.stop();
      await outbox.stop();
    },
  };
}
