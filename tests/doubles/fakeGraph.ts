import { createServer, type Server } from 'node:http';
import { readText } from './readText.ts';

export interface GraphCall {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Of Graph: whose account. */
  readonly token: string;
  /** `performance.now()` */
  readonly at: number;
}

export interface GraphMeeting {
  readonly id: string;
  readonly token: string;
  readonly externalId: string;
  readonly subject: string;
  readonly body: Readonly<Record<string, unknown>>;
  joinWebUrl: string;
  lobby: { readonly scope: string; readonly isDialInBypassEnabled: boolean };
}

/** What Graph does to a call in place of taking it. */
export interface GraphTrouble {
  readonly status: number;
  readonly retryAfter?: string;
  /** It takes the call all the same: the answer alone is lost. */
  readonly takesIt?: boolean;
  /** No answer at all. */
  readonly hangs?: boolean;
}

/** Microsoft Graph on the loopback, as far as meetings of Teams go: the same account and external id, the same meeting. */
export class FakeGraph {
  readonly calls: GraphCall[] = [];
  readonly meetings: GraphMeeting[] = [];
  /** Asked before each call is taken. */
  trouble: (call: GraphCall) => GraphTrouble | undefined = () => undefined;
  /** Awaited before each call is taken. */
  hold: (call: GraphCall) => Promise<void> = async () => undefined;
  /** What a new meeting's link is. */
  linkOf: (number: number) => string = (number) =>
    `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${number}%40thread.v2/0?context=%7b%22Tid%22%3a%22t%22%7d`;
  /** Whether a lobby may be changed; a policy of the organisation may forbid it. */
  maySetLobby = true;
  #server: Server | undefined;

  async start(): Promise<string> {
    this.#server = createServer(async (request, response) => {
      const text = await readText(request);
      const call: GraphCall = {
        method: request.method ?? '',
        path: decodeURIComponent(new URL(request.url ?? '/', 'http://graph').pathname),
        body: text === '' ? {} : JSON.parse(text),
        token: /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '',
        at: performance.now(),
      };
      this.calls.push(call);
      await this.hold(call);
      const trouble = this.trouble(call);
      const taken = trouble === undefined || trouble.takesIt === true ? this.#take(call) : undefined;
      if (trouble?.hangs === true) return;
      const { status, body } = trouble === undefined ? (taken ?? fault) : { ...fault, status: trouble.status };
      const wait = trouble?.retryAfter === undefined ? {} : { 'retry-after': trouble.retryAfter };
      response.writeHead(status, { 'content-type': 'application/json', ...wait }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => this.#server?.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('Graph has no port');
    return `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  /** Calls that make or find a meeting. */
  get asked(): readonly GraphCall[] {
    return this.calls.filter(({ method }) => method === 'POST');
  }

  #take({ method, path, body, token }: GraphCall): { readonly status: number; readonly body: unknown } {
    if (!token.startsWith('graph-token-'))
      return { status: 401, body: { error: { code: 'InvalidAuthenticationToken' } } };
    if (method === 'POST' && path === '/v1.0/me/onlineMeetings/createOrGet') {
      const externalId = String(body.externalId);
      const known = this.meetings.find((each) => each.token === token && each.externalId === externalId);
      if (known !== undefined) return { status: 200, body: shown(known) };
      const number = this.meetings.length + 1;
      const meeting: GraphMeeting = {
        id: `MSo1N2Y5ZGFj/${number}==`,
        token,
        externalId,
        subject: String(body.subject),
        body,
        joinWebUrl: this.linkOf(number),
        // What the body says of a lobby is ignored: the real one does not know it either.
        lobby: { scope: 'organization', isDialInBypassEnabled: false },
      };
      this.meetings.push(meeting);
      return { status: 201, body: shown(meeting) };
    }
    const meeting = this.meetings.find((each) => each.token === token && path === `/v1.0/me/onlineMeetings/${each.id}`);
    if (method !== 'PATCH' || meeting === undefined) return { status: 404, body: { error: { code: 'NotFound' } } };
    if (!this.maySetLobby) return { status: 403, body: { error: { code: 'Forbidden' } } };
    meeting.lobby = body.lobbyBypassSettings as GraphMeeting['lobby'];
    return { status: 200, body: shown(meeting) };
  }
}

const fault = { status: 500, body: { error: { code: 'UnknownError', message: '' } } };

const shown = ({ id, subject, externalId, joinWebUrl, lobby }: GraphMeeting) => ({
  id,
  subject,
  externalId,
  joinWebUrl,
  lobbyBypassSettings: lobby,
});
