import { z } from 'zod';
import type { Chat, Incoming, TeamsUser } from './teamsPort.ts';

const text = (maxChars: number) => z.string().max(maxChars);
const account = z.object({ id: text(300), name: text(300).nullish(), aadObjectId: text(100).nullish() });
const tenant = z.object({ id: text(100) }).nullish();

/** What Teams sends, as much as is read of it. docs: Bot Framework, Activity schema */
const activitySchema = z.object({
  type: text(60),
  id: text(300).nullish(),
  name: text(200).nullish(),
  action: text(60).nullish(),
  channelId: z.enum(['msteams', 'emulator']),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(300),
  locale: text(30).nullish(),
  from: account,
  recipient: account.nullish(),
  replyToId: text(300).nullish(),
  text: text(30_000).nullish(),
  value: z.unknown().optional(),
  conversation: z.object({
    id: text(500).min(1),
    conversationType: text(60).nullish(),
    tenantId: text(100).nullish(),
    name: text(300).nullish(),
    isGroup: z.boolean().nullish(),
  }),
  channelData: z
    .object({
      tenant,
      meeting: z.object({ id: text(500) }).nullish(),
    })
    .nullish(),
  membersAdded: z.array(account).max(1_000).nullish(),
  membersRemoved: z.array(account).max(1_000).nullish(),
  topicName: text(300).nullish(),
});
type ReadableActivity = z.infer<typeof activitySchema>;

const record = z.record(z.string().max(100), z.unknown());
const executeSchema = z.object({
  action: z.object({ type: z.literal('Action.Execute'), verb: text(100).nullish(), data: record.nullish() }),
  trigger: text(30).nullish(),
});

/** docs: "Receive meeting participant events" */
const participantsSchema = z.object({
  members: z.array(z.object({ user: account.extend({ tenantId: text(100).nullish() }) })).max(1_000),
});

/** Whether it is an activity at all, also one that is of no concern. */
export const isActivity = (body: unknown): boolean =>
  z.object({ type: z.string(), serviceUrl: z.string() }).safeParse(body).success;

/** The tenant whose conversation it is; empty when the activity does not say. */
export const tenantOf = (activity: unknown): string => {
  const parsed = activitySchema.safeParse(activity);
  return parsed.success ? tenantIn(parsed.data) : '';
};

const tenantIn = ({ channelData, conversation }: ReadableActivity): string =>
  (channelData?.tenant?.id ?? conversation.tenantId ?? '').toLowerCase();

/** What Teams tells, in our words; undefined for what is of no concern, or is no activity at all. */
export function readActivity(raw: unknown): Incoming | undefined {
  const parsed = activitySchema.safeParse(raw);
  if (!parsed.success) return undefined;
  const activity = parsed.data;
  const origin = {
    activityId: activity.id ?? '',
    chat: chatOf(activity),
    user: userOf(activity.from, tenantIn(activity)),
    locale: activity.locale ?? '',
  };
  switch (activity.type) {
    case 'message':
      return readMessage(activity, origin);
    case 'invoke':
      return readInvoke(activity, origin);
    case 'installationUpdate':
      return { ...origin, kind: activity.action?.startsWith('remove') === true ? 'uninstalled' : 'installed' };
    case 'conversationUpdate':
      return readUpdate(activity, origin);
    case 'event':
      return readEvent(activity, origin);
    default:
      return undefined;
  }
}

type Origin = Pick<Incoming, 'activityId' | 'chat' | 'user' | 'locale'>;

function readMessage({ text: said, value, replyToId }: ReadableActivity, origin: Origin): Incoming | undefined {
  // Action.Submit: the fields of a card, sent like a message.
  const submitted = record.safeParse(value);
  if (submitted.success && typeof submitted.data.verb === 'string') {
    const { verb, ...data } = submitted.data;
    return {
      ...origin,
      kind: 'action',
      verb: String(verb),
      data,
      cardActivityId: replyToId ?? '',
      isRefresh: false,
      medium: 'submit',
    };
  }
  return { ...origin, kind: 'message', text: said ?? '' };
}

function readInvoke({ name, value, replyToId }: ReadableActivity, origin: Origin): Incoming | undefined {
  if (name !== 'adaptiveCard/action') return undefined;
  const execute = executeSchema.safeParse(value);
  if (!execute.success) return undefined;
  const { action, trigger } = execute.data;
  return {
    ...origin,
    kind: 'action',
    verb: action.verb ?? '',
    data: action.data ?? {},
    cardActivityId: replyToId ?? '',
    isRefresh: trigger === 'automatic',
    medium: 'execute',
  };
}

function readUpdate(activity: ReadableActivity, origin: Origin): Incoming | undefined {
  const { membersAdded, membersRemoved, recipient, topicName } = activity;
  if (topicName !== undefined && topicName !== null) return { ...origin, kind: 'renamed' };
  const isBot = ({ id }: { readonly id: string }): boolean => id === recipient?.id;
  if (membersAdded?.some(isBot) === true) return { ...origin, kind: 'installed' };
  if (membersRemoved?.some(isBot) === true) return { ...origin, kind: 'uninstalled' };
  const users = (members: NonNullable<typeof membersAdded>) =>
    members.map((member) => userOf(member, tenantIn(activity)));
  if (membersAdded !== undefined && membersAdded !== null)
    return { ...origin, kind: 'joined', users: users(membersAdded) };
  if (membersRemoved !== undefined && membersRemoved !== null)
    return { ...origin, kind: 'left', users: users(membersRemoved) };
  return undefined;
}

function readEvent(activity: ReadableActivity, origin: Origin): Incoming | undefined {
  switch (activity.name) {
    case 'application/vnd.microsoft.meetingStart':
      return { ...origin, kind: 'meetingStarted' };
    case 'application/vnd.microsoft.meetingEnd':
      return { ...origin, kind: 'meetingEnded' };
    case 'application/vnd.microsoft.meetingParticipantJoin': {
      const entered = participantsSchema.safeParse(activity.value);
      if (!entered.success) return undefined;
      const users = entered.data.members.map(({ user }) => userOf(user, user.tenantId ?? tenantIn(activity)));
      return { ...origin, kind: 'entered', users };
    }
    default:
      return undefined;
  }
}

function chatOf(activity: ReadableActivity): Chat {
  const { conversation, channelData, serviceUrl, topicName } = activity;
  const meetingId = channelData?.meeting?.id;
  const title = topicName ?? conversation.name ?? '';
  const personal =
    conversation.conversationType === 'personal' ||
    (conversation.conversationType == null && conversation.isGroup !== true);
  return {
    // A reply in a channel's thread names the message that it answers.
    place: {
      conversationId: conversation.id.split(';')[0] ?? conversation.id,
      serviceUrl,
      tenantId: tenantIn(activity),
    },
    kind:
      meetingId !== undefined
        ? 'meeting'
        : conversation.conversationType === 'channel'
          ? 'channel'
          : personal
            ? 'personal'
            : 'group',
    ...(meetingId === undefined ? {} : { meetingId }),
    ...(title === '' ? {} : { title }),
  };
}

const userOf = ({ id, name, aadObjectId }: z.infer<typeof account>, tenantId: string): TeamsUser => ({
  id,
  name: name ?? '',
  tenantId,
  ...(aadObjectId == null || aadObjectId === '' ? {} : { objectId: aadObjectId }),
});
