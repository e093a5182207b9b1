import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { type App, type AppDeps, createApp } from '../../bot/app.ts';
import { type Config, readConfig } from '../../bot/config.ts';
import { readOrMakeSecret } from '../../bot/secrets.ts';
import type { EventStore } from '../../bot/store/eventStore.ts';
import { openEmbeddedStore } from '../../bot/store/openEmbeddedStore.ts';
import type { CreateReply, HttpProblem, JoinReply, SharedLink } from '../../shared/protocol/http.ts';
import type { Role } from '../../shared/workshop/state.ts';
import { usualSlots } from './workshopScenario.ts';

/** The real server, real store and real HTTP on the loopback, in a folder of its own. */
export interface TestServer {
  readonly origin: string;
  readonly dataDir: string;
  readonly store: EventStore;
  readonly setUpKey: string;
  /** Everything that was logged, at level debug. */
  readonly logged: () => string;
  readonly call: (method: string, path: string, options?: CallOptions) => Promise<Reply>;
  readonly stop: () => Promise<void>;
  /** Stops, and starts again on the same folder. */
  readonly restarted: () => Promise<TestServer>;
}

export interface CallOptions {
  readonly body?: unknown;
  /** Sent as it is, whatever it holds. */
  readonly rawBody?: string | Uint8Array<ArrayBuffer>;
  readonly bearer?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Of JSON; undefined for anything else. */
  readonly body: unknown;
}

export interface ServerOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly dataDir?: string;
  readonly wrapStore?: (store: EventStore) => EventStore;
  readonly now?: () => number;
  /** The built pages; made-up ones when absent. */
  readonly pagesFolder?: string;
  readonly teams?: Pick<AppDeps, 'loginOrigin' | 'graphOrigin' | 'meetings' | 'botOpenIdMetadata'>;
}

export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const { environment = {}, wrapStore = (each) => each, now = Date.now } = options;
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'aparte-server-'));
  const config: Config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'debug', ...environment });
  let logged = '';
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk);
      done();
    },
  });
  const embedded = await openEmbeddedStore(join(dataDir, 'aparte.sqlite'));
  const store = wrapStore(embedded);
  const app: App = createApp({
    config,
    store,
    directory: embedded.directory,
    chats: embedded.chats,
    outbox: embedded.outbox,
    spending: embedded.spending,
    secretKey: readOrMakeSecret(dataDir),
    log: pino({ level: 'debug' }, sink),
    now,
    pagesFolder: options.pagesFolder ?? writePages(dataDir),
    ...(options.teams ?? {}),
  });
  await new Promise<void>((resolve) => app.http.listen(0, '127.0.0.1', resolve));
  const address = app.http.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const origin = `http://127.0.0.1:${address.port}`;
  const halt = async (): Promise<void> => {
    await app.close();
    await store.close();
  };
  return {
    origin,
    dataDir,
    store,
    setUpKey: app.secrets.setUpKey,
    logged: () => logged,
    call: (method, path, { body, rawBody, bearer, headers = {} } = {}) =>
      send(`${origin}${path}`, {
        method,
        headers: {
          ...(body === undefined && rawBody === undefined ? {} : { 'content-type': 'application/json' }),
          ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
          ...headers,
        },
        ...(rawBody === undefined ? (body === undefined ? {} : { body: JSON.stringify(body) }) : { body: rawBody }),
      }),
    async stop() {
      await halt();
      rmSync(dataDir, { recursive: true });
    },
    async restarted() {
      await halt();
      return startServer({ ...options, dataDir });
    },
  };
}

/** What a build would leave: the pages themselves are tested elsewhere. */
function writePages(dataDir: string): string {
  const folder = join(dataDir, 'pages');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  for (const page of ['home', 'host', 'animator', 'participant', 'display', 'teams']) {
    writeFileSync(join(folder, `${page}.html`), `<!doctype html><title>${page}</title>`);
  }
  writeFileSync(join(folder, 'assets', 'page-abc123.js'), 'export {};');
  return folder;
}

async function send(url: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(url, init);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
}

export const founding = {
  kind: 'CreateWorkshop',
  title: 'Atelier confidentiel',
  language: 'fr',
  timeZone: 'Europe/Paris',
  slots: usualSlots,
  groups: [1, 2, 3].map((number) => ({ name: `Groupe ${number}`, animatorName: '', roomUrl: '' })),
  keyIdeasPerGroup: 2,
};

/** Founds a workshop; its links by role, the first of each. */
export async function foundWorkshop(server: TestServer, commandId = 'atelier-0001'): Promise<FoundedWorkshop> {
  const reply = await server.call('POST', '/api/workshops', {
    bearer: server.setUpKey,
    body: { commandId, workshop: founding },
  });
  if (reply.status !== 201) throw new Error(`founding: ${reply.status} ${reply.text}`);
  const { workshopId, links } = reply.body as CreateReply;
  const linkFor = (role: Role, medium = 'link'): SharedLink => {
    const link = links.find((each) => each.role === role && each.medium === medium);
    if (link === undefined) throw new Error(`no ${medium} for ${role}`);
    return link;
  };
  return { workshopId, links, linkFor, tokenFor: (role) => tokenOf(linkFor(role)) };
}

export interface FoundedWorkshop {
  readonly workshopId: string;
  readonly links: readonly SharedLink[];
  readonly linkFor: (role: Role, medium?: 'link' | 'code') => SharedLink;
  readonly tokenFor: (role: Role) => string;
}

export const tokenOf = ({ medium, value }: SharedLink): string =>
  medium === 'code' ? value : (value.split('#')[1] ?? '');

/** 43 characters of base64url, as a page would draw them; different for every name. */
export const identityOf = (name: string): string =>
  Buffer.from(name.padEnd(32, '.')).subarray(0, 32).toString('base64url');

export interface Joining {
  readonly link: string;
  readonly joinId: string;
  readonly identity?: string;
  readonly name?: string;
}

export const joinRequest = ({ link, joinId, identity = identityOf(joinId), name = 'Zoé Ménard' }: Joining) => ({
  link,
  joinId,
  identity,
  name,
  organisation: 'Ville de Nantes',
});

/** Joins, and fails the test if that is refused. */
export async function joinAs(server: TestServer, joining: Joining): Promise<JoinReply> {
  const reply = await server.call('POST', '/api/join', { body: joinRequest(joining) });
  if (reply.status !== 200) throw new Error(`joining: ${reply.status} ${reply.text}`);
  return reply.body as JoinReply;
}

export const problemOf = ({ status, body }: Reply): { readonly status: number } & HttpProblem => ({
  status,
  ...(body as HttpProblem),
});
