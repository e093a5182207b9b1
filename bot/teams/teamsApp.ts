import { createRequire } from 'node:module';
import type { TurnState } from '@microsoft/teams-ai';
import type { Activity, ChannelAccount, ConversationReference, InvokeResponse, TurnContext } from 'botbuilder';
import type { Request, Response } from 'express';
import { fetchOnce, TeamsRefusal, targetedHeader } from './connectorFetch.ts';
import { deliveryOf } from './deliveryOf.ts';
import { isLoopback } from './developmentBot.ts';
import type { MeetingRole } from './meetings.ts';
import { isActivity, readActivity, tenantOf } from './readActivity.ts';
import type { Answer, Content, Delivery, Incoming, Place, TeamsPort, TeamsUser } from './teamsPort.ts';

export interface TeamsAppOptions {
  /** Absent: whoever knocks is believed. For development, on the loopback only. */
  readonly credentials?: { readonly clientId: string; readonly clientSecret: string; readonly homeTenant: string };
  /** Whose conversations are listened to: nobody else's. */
  readonly tenants: readonly string[] | 'any';
  /** Called once for each thing that Teams tells. What it rejects with is a bug. */
  readonly receive: (incoming: Incoming) => Promise<Answer>;
  readonly reportFault: (fault: unknown) => void;
  /** Where the keys of Teams' tokens are found: tests have their own. */
  readonly openIdMetadata?: string;
}

/** Teams, as the rest of the server knows it. */
export interface TeamsApp extends TeamsPort {
  /** POST /api/messages, its body read as JSON. */
  readonly knock: (request: Request, response: Response) => Promise<void>;
}

/** How long Teams may take to answer one call. */
const callTimeoutMs = 15_000;
/** The most that Teams gives at once; it takes less than 50 for 50. */
const membersPerPage = 500;
/** A meeting has a thousand people: this many pages is a loop. */
const mostPages = 20;

/** Where any authority is named all must be: Microsoft's own, but for the keys. */
const authorities = (openIdMetadata: string) => ({
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  OAuthUrl: 'https://api.botframework.com',
  ToBotFromChannelOpenIdMetadataUrl: openIdMetadata,
  ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadata,
  ValidateAuthority: true,
});

type Botbuilder = typeof import('botbuilder');
const load = createRequire(import.meta.url);

/** A second of work and a hundred megabytes: loaded where a bot is opened, never by a server without Teams. */
function loadFramework() {
  const { Application, TeamsAdapter } = load('@microsoft/teams-ai') as typeof import('@microsoft/teams-ai');
  const { ConfigurationServiceClientCredentialFactory, TeamsInfo } = load('botbuilder') as Botbuilder;
  /** Opens what the adapter keeps to itself: its own `process` writes every refusal on the console. */
  class Adapter extends TeamsAdapter {
    receive(token: string, activity: Activity, logic: (context: TurnContext) => Promise<void>) {
      return this.processActivity(token, activity, logic) as Promise<InvokeResponse | undefined>;
    }
  }
  /** Microsoft's client waits for the bot's own sign-in without end: a call would never come back, nor the server stop. */
  class Credentials extends ConfigurationServiceClientCredentialFactory {
    override async createCredentials(
      ...wanted: Parameters<InstanceType<typeof ConfigurationServiceClientCredentialFactory>['createCredentials']>
    ) {
      const credentials = await super.createCredentials(...wanted);
      const sign = credentials.signRequest.bind(credentials);
      credentials.signRequest = (request) => answered(sign(request), callTimeoutMs);
      return credentials;
    }
  }
  return { Adapter, Application, Credentials, TeamsInfo };
}

/** @throws TeamsRefusal when no answer comes in time */
async function answered<Value>(answer: Promise<Value>, timeoutMs: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TeamsRefusal(0, 'no_sign_in')), timeoutMs);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** The connector's client, as much as is used of it. */
interface Connector {
  readonly conversations: {
    sendToConversation(id: string, activity: Partial<Activity>, options?: object): Promise<{ readonly id: string }>;
    updateActivity(id: string, activityId: string, activity: Partial<Activity>): Promise<unknown>;
    createConversation(parameters: object): Promise<{ readonly id: string }>;
  };
}

/**
 * Microsoft's bot framework behind our own words: the only file that names botbuilder, and one of two that name teams-ai.
 * Both are out of support: their successor is to take the place of this file, and of nothing else.
 */
export function createTeamsApp(options: TeamsAppOptions): TeamsApp {
  const { credentials, tenants, receive, reportFault, openIdMetadata } = options;
  const { Adapter, Application, Credentials, TeamsInfo } = loadFramework();
  const appId = credentials?.clientId ?? '';
  const identity =
    credentials === undefined
      ? {}
      : {
          MicrosoftAppId: credentials.clientId,
          MicrosoftAppPassword: credentials.clientSecret,
          MicrosoftAppTenantId: credentials.homeTenant,
          MicrosoftAppType: 'SingleTenant',
        };
  const adapter = new Adapter(
    { ...identity, ...(openIdMetadata === undefined ? {} : authorities(openIdMetadata)) },
    new Credentials(identity),
    undefined,
    { httpClient: fetchOnce(callTimeoutMs) as never },
  );
  const bot = new Application<TurnState>({ adapter, botAppId: appId, startTypingTimer: false });
  bot.addRoute(
    async ({ activity }) => activity.type === 'invoke',
    async (context) => {
      await context.sendActivity({ type: 'invokeResponse', value: await invokeAnswer(context) });
    },
    true,
  );
  bot.addRoute(
    async () => true,
    async (context) => {
      const incoming = readActivity(context.activity);
      if (incoming !== undefined) await receive(incoming);
    },
  );

  async function invokeAnswer({ activity }: TurnContext): Promise<InvokeResponse> {
    const incoming = readActivity(activity);
    if (incoming === undefined) return { status: 501 };
    const answer = await receive(incoming);
    const body =
      answer.kind === 'card'
        ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: answer.card }
        : {
            statusCode: 200,
            type: 'application/vnd.microsoft.activity.message',
            value: answer.kind === 'text' ? answer.text : '',
          };
    return { status: 200, body };
  }

  async function knock(request: Request, response: Response): Promise<void> {
    const activity = request.body as Activity;
    if (readActivity(activity) === undefined && !isActivity(activity)) return end(response, 400);
    // Without credentials anyone could have the server call any address.
    if (credentials === undefined && !isLoopback(activity.serviceUrl)) return end(response, 403);
    let isTurn = false;
    let isStranger = false;
    try {
      const invoked = await adapter.receive(request.get('authorization') ?? '', activity, async (context) => {
        isTurn = true;
        isStranger = tenants !== 'any' && !tenants.includes(tenantOf(context.activity));
        if (!isStranger) await bot.run(context);
      });
      if (isStranger) return end(response, 403);
      response.status(invoked?.status ?? 200);
      if (invoked?.body === undefined) response.end();
      else response.json(invoked.body);
    } catch (fault) {
      // Before the turn it is the token that is not believed.
      if (!isTurn) return end(response, 401);
      reportFault(fault);
      return end(response, 500);
    }
  }

  /** Calls Teams about one conversation. */
  function within<Value>(
    place: Place,
    act: (connector: Connector, context: TurnContext) => Promise<Value>,
  ): Promise<Value> {
    const reference = {
      channelId: 'msteams',
      serviceUrl: place.serviceUrl,
      bot: { id: `28:${appId}`, name: 'Aparté' },
      conversation: { id: place.conversationId, tenantId: place.tenantId, isGroup: true },
    } as Partial<ConversationReference>;
    return new Promise((resolve, reject) => {
      const logic = async (context: TurnContext): Promise<void> => {
        context.activity.channelData = { tenant: { id: place.tenantId } };
        resolve(await act(context.turnState.get<Connector>(adapter.ConnectorClientKey), context));
      };
      adapter.continueConversationAsync(appId, reference, logic).catch(reject);
    });
  }

  /** What a call came to; a fault of ours is told, and tried again like one of theirs. */
  async function delivery(call: () => Promise<Delivery>): Promise<Delivery> {
    try {
      return await call();
    } catch (fault) {
      if (!(fault instanceof TeamsRefusal)) reportFault(fault);
      return deliveryOf(fault);
    }
  }

  const sending = (place: Place, activity: Partial<Activity>, sendOptions?: object): Promise<Delivery> =>
    delivery(() =>
      within(place, async ({ conversations }) => {
        const { id } = await conversations.sendToConversation(place.conversationId, activity, sendOptions);
        return { kind: 'delivered', activityId: id };
      }),
    );

  return {
    knock,
    send: (place, content) => sending(place, activityOf(content)),
    update: (place, activityId, content) =>
      delivery(() =>
        within(place, async ({ conversations }) => {
          await conversations.updateActivity(place.conversationId, activityId, {
            ...activityOf(content),
            id: activityId,
          });
          return { kind: 'delivered', activityId };
        }),
      ),
    sendTargeted: (place, { id, name }, content) =>
      sending(
        place,
        { ...activityOf(content), recipient: { id, name } },
        { customHeaders: { [targetedHeader]: 'true' } },
      ),
    async openPersonal(from, userId) {
      let opened = '';
      const outcome = await delivery(() =>
        within(from, async ({ conversations }) => {
          const { id } = await conversations.createConversation({
            isGroup: false,
            bot: { id: `28:${appId}`, name: 'Aparté' },
            members: [{ id: userId, name: '' }],
            tenantId: from.tenantId,
            channelData: { tenant: { id: from.tenantId } },
          });
          opened = id;
          return { kind: 'delivered', activityId: '' };
        }),
      );
      if (outcome.kind !== 'delivered') return outcome;
      return { kind: 'opened', place: { ...from, conversationId: opened } };
    },
    member: (place, userId) =>
      within(place, async (_connector, context) =>
        userOf(await TeamsInfo.getMember(context, userId), place.tenantId),
      ).catch(() => undefined),
    members: (place) =>
      within(place, (_connector, context) => everyone({ TeamsInfo }, context, place)).catch(() => undefined),
    meetingRole: (place, meetingId, { objectId, tenantId }) =>
      within(place, async (_connector, context) => {
        const { meeting } = await TeamsInfo.getMeetingParticipant(context, meetingId, objectId, tenantId);
        return roleOf(meeting?.role);
      }).catch(() => undefined),
    meetingTitle: (place, meetingId) =>
      within(place, async (_connector, context) => {
        const { details } = await TeamsInfo.getMeetingInfo(context, meetingId);
        return details?.title;
      }).catch(() => undefined),
  };
}

const end = (response: Response, status: number): void => {
  response.status(status).end();
};

async function everyone(
  { TeamsInfo }: Pick<Botbuilder, 'TeamsInfo'>,
  context: TurnContext,
  { tenantId }: Place,
): Promise<readonly TeamsUser[]> {
  const users: TeamsUser[] = [];
  let token: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const { members, continuationToken } = await TeamsInfo.getPagedMembers(context, membersPerPage, token);
    for (const member of members) users.push(userOf(member, tenantId));
    token = continuationToken;
    if (token === undefined || token === '') break;
  }
  return users;
}

function userOf(
  { id, name, aadObjectId, ...more }: ChannelAccount & { tenantId?: string; objectId?: string },
  tenantId: string,
): TeamsUser {
  const objectId = aadObjectId ?? more.objectId;
  return { id, name: name ?? '', tenantId: more.tenantId ?? tenantId, ...(objectId === undefined ? {} : { objectId }) };
}

const roleOf = (role: string | undefined): MeetingRole | undefined => {
  const known = role?.toLowerCase();
  return known === 'organizer' || known === 'presenter' || known === 'attendee' ? known : undefined;
};

function activityOf(content: Content): Partial<Activity> {
  if (content.kind === 'card') {
    const { card, summary } = content;
    return {
      type: 'message',
      summary,
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    };
  }
  const { text, mentions } = content;
  return {
    type: 'message',
    text,
    textFormat: 'plain',
    entities: mentions.map(({ userId, name }) => ({
      type: 'mention',
      mentioned: { id: userId, name },
      text: `<at>${name}</at>`,
    })),
  };
}
