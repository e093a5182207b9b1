import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** What one call to the connector was, and what came of it. */
export interface Call {
  readonly method: string;
  /** "/v3/conversations/19:meeting/activities" */
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  readonly status: number;
  readonly authorization: string;
}

export interface PostedActivity {
  readonly id: string;
  readonly conversationId: string;
  /** As it stands now: an update replaces it. */
  activity: Activity;
  /** How often it was replaced. */
  updates: number;
  readonly targeted: boolean;
}

interface Activity {
  readonly text?: string;
  readonly summary?: string;
  readonly entities?: readonly unknown[];
  readonly attachments?: readonly { readonly content: FakeCard }[];
  readonly recipient?: { readonly id: string };
}

export interface FakeCard {
  readonly speak?: string;
  readonly body?: readonly unknown[];
  readonly actions?: readonly { readonly type: string; readonly verb?: string; readonly data?: object }[];
  readonly refresh?: { readonly userIds: readonly string[] };
}

/** What the connector does to a call in place of taking it. */
export interface Trouble {
  readonly status: number;
  readonly retryAfter?: string;
  readonly code?: string;
  /** It takes the call all the same: the answer alone is lost. */
  readonly takesIt?: boolean;
  /** Cut without an answer. */
  readonly cut?: boolean;
}

interface Member {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId?: string;
  /** Of their own account, when it is another organisation's. */
  readonly tenantId?: string;
}

/**
 * Teams' connector on the loopback, as the bot framework speaks to it: conversations, activities and their replacement, 1:1
 * conversations, paged members, participants of meetings. What it does to calls is a test's to say.
 */
export class FakeTeams {
  readonly calls: Call[] = [];
  readonly posted: PostedActivity[] = [];
  readonly members = new Map<string, readonly Member[]>();
  /** Object id → role, in every meeting. */
  readonly roles = new Map<string, string>();
  /** Meeting id → title; of another there is nothing. */
  readonly titles = new Map<string, string>();
  /** Accounts that may not be written to. */
  readonly unreachable = new Set<string>();
  /** How many members a page holds, whatever is asked for. */
  pageSize = 100;
  /** Asked before each call is taken. */
  trouble: (call: Pick<Call, 'method' | 'path' | 'body'>) => Trouble | undefined = () => undefined;
  /** Awaited before each call is taken; a caller that is gone by then called nobody. */
  hold: (call: Pick<Call, 'method' | 'path' | 'body'>) => Promise<void> = async () => undefined;
  /** Awaited once a call was taken, before it is answered. */
  holdAnswer: (call: Pick<Call, 'method' | 'path' | 'body'>) => Promise<void> = async () => undefined;
  #server: Server | undefined;
  #ids = 0;

  async start(): Promise<string> {
    this.#server = createServer((request, response) => {
      void this.#answer(request, response).catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => this.#server?.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the connector has no port');
    return `http://127.0.0.1:${address.port}/`;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  in(conversationId: string): readonly PostedActivity[] {
    return this.posted.filter((each) => each.conversationId === conversationId);
  }

  /** What the messages of a conversation say, in order. */
  spoken(conversationId: string): readonly string[] {
    return this.in(conversationId).map(({ activity }) => activity.text ?? cardOf(activity)?.speak ?? '');
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const url = new URL(request.url ?? '/', 'http://connector');
    const call = {
      method: request.method ?? '',
      path: decodeURIComponent(url.pathname),
      query: url.search,
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
      authorization: request.headers.authorization ?? '',
    };
    await this.hold(call);
    // Whoever called died meanwhile: the call was never heard to its end.
    if (request.socket.destroyed) return;
    const trouble = this.trouble(call);
    const taken = trouble === undefined || trouble.takesIt === true ? this.#take(call) : undefined;
    await this.holdAnswer(call);
    const status = trouble?.status ?? taken?.status ?? 500;
    this.calls.push({ ...call, status });
    if (trouble?.cut === true) {
      response.destroy();
      return;
    }
    const headers = {
      'content-type': 'application/json',
      ...(trouble?.retryAfter === undefined ? {} : { 'retry-after': trouble.retryAfter }),
    };
    response.writeHead(status, headers);
    const body = trouble === undefined ? taken?.body : { error: { code: trouble.code ?? 'Trouble', message: '' } };
    response.end(JSON.stringify(body ?? {}));
  }

  #take(call: Omit<Call, 'status'>): { readonly status: number; readonly body: unknown } {
    const [version, kind, id = '', part, rest] = call.path.split('/').slice(1);
    if (version === 'v1' && part === 'participants') {
      const role = [...this.roles].find(([objectId]) => objectId.toLowerCase() === rest?.toLowerCase())?.[1];
      if (role === undefined) return { status: 404, body: { error: { code: 'NotFound' } } };
      return { status: 200, body: { user: {}, meeting: { role, inMeeting: true }, conversation: { id } } };
    }
    if (version === 'v1' && kind === 'meetings' && part === undefined) {
      const title = this.titles.get(id);
      if (title === undefined) return { status: 404, body: { error: { code: 'NotFound' } } };
      return { status: 200, body: { details: { id, title, type: 'Scheduled' }, conversation: {}, organizer: {} } };
    }
    if (kind !== 'conversations') return { status: 404, body: {} };
    if (call.method === 'POST' && id === '') return this.#open(call.body as { members: { id: string }[] });
    if (part === 'pagedmembers') return this.#page(id, new URLSearchParams(call.query));
    if (part === 'members') {
      const member = this.members.get(id)?.find((each) => each.id === rest);
      return member === undefined ? { status: 404, body: {} } : { status: 200, body: member };
    }
    if (part !== 'activities') return { status: 404, body: {} };
    const activity = call.body as Activity;
    if (call.method === 'POST') {
      this.#ids += 1;
      const targeted = call.query.includes('isTargetedActivity');
      this.posted.push({ id: `activity-${this.#ids}`, conversationId: id, activity, updates: 0, targeted });
      return { status: 201, body: { id: `activity-${this.#ids}` } };
    }
    const standing = this.posted.find((each) => each.id === rest && each.conversationId === id);
    if (standing === undefined) return { status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } };
    standing.activity = activity;
    standing.updates += 1;
    return { status: 200, body: { id: rest } };
  }

  #open({ members: [member] }: { readonly members: readonly { readonly id: string }[] }) {
    const id = member?.id ?? '';
    if (this.unreachable.has(id)) {
      return { status: 403, body: { error: { code: 'MessageWritesBlocked', message: '' } } };
    }
    return { status: 201, body: { id: personalChat(id) } };
  }

  #page(id: string, query: URLSearchParams) {
    const all = this.members.get(id) ?? [];
    const from = Number(query.get('continuationToken') ?? 0);
    const next = from + this.pageSize;
    return {
      status: 200,
      body: { members: all.slice(from, next), ...(next < all.length ? { continuationToken: String(next) } : {}) },
    };
  }
}

/** The 1:1 conversation with an account, the same one each time. */
export const personalChat = (userId: string): string => `a:1on1-${userId}`;

export const cardOf = (activity: Activity): FakeCard | undefined => activity.attachments?.[0]?.content;
