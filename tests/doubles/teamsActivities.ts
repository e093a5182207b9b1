/** Somebody with a Teams account, as activities name them. */
export interface TeamsAccount {
  /** "29:…" */
  readonly id: string;
  readonly name: string;
  readonly aadObjectId?: string;
}

/** Where something is done in Teams. */
export interface TeamsScene {
  readonly serviceUrl: string;
  readonly tenantId: string;
  /** A conversation; "a:…" is a 1:1. */
  readonly chat: string;
  /** Of the meeting whose chat it is. */
  readonly meetingId?: string | undefined;
}

/** What Teams posts to a bot when somebody does something in a chat; `more` says what. */
export function activityIn(scene: TeamsScene, from: TeamsAccount, id: string, more: object): object {
  const { serviceUrl, tenantId, chat, meetingId } = scene;
  const isPersonal = chat.startsWith('a:');
  return {
    type: 'message',
    id,
    channelId: 'msteams',
    serviceUrl,
    from,
    recipient: { id: '28:', name: 'Aparté' },
    conversation: {
      id: chat,
      tenantId,
      conversationType: isPersonal ? 'personal' : 'groupChat',
      isGroup: !isPersonal,
    },
    channelData: { tenant: { id: tenantId }, ...(meetingId === undefined ? {} : { meeting: { id: meetingId } }) },
    ...more,
  };
}

export interface CardPress {
  readonly verb: string;
  readonly data?: object;
  /** The card's own fields, by name. */
  readonly typed?: object;
  /** The message that the card stands in. */
  readonly card?: string;
  readonly trigger?: string;
}

/** Somebody mentions the bot. */
export const saying = (text: string): object => ({ text: `<at>Aparté</at> ${text}` });

/** Somebody presses a button of a card, with what they typed into it. */
export const pressing = ({
  verb,
  data = {},
  typed = {},
  card = 'activity-1',
  trigger = 'manual',
}: CardPress): object => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId: card,
  value: { action: { type: 'Action.Execute', verb, data: { ...data, ...typed } }, trigger },
});

/** The same on a client that knows no Action.Execute: it sends the fields like a message. */
export const submitting = ({ verb, data = {}, typed = {}, card = 'activity-1' }: CardPress): object => ({
  text: '',
  value: { verb, ...data, ...typed },
  replyToId: card,
});

/** Posts an activity to a bot as Teams does. `body`: of the answer to an invoke. */
export async function tellBot(
  origin: string,
  activity: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${origin}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(activity),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}
