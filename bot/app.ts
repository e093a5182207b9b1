import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { createServer, type Server as HttpServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import express, { type ErrorRequestHandler, type Express, type Request, json as readJson } from 'express';
import type { Logger } from 'pino';
import sirv from 'sirv';
import {
  consentedPage,
  consentPage,
  type HttpProblem,
  rolePages,
  teamsPage,
  wallPage,
} from '../shared/protocol/http.ts';
import { createApi } from './api.ts';
import type { Config } from './config.ts';
import { createDoors } from './doors.ts';
import { createPasses } from './passes.ts';
import { openHub } from './realtime/hub.ts';
import { createLimits } from './realtime/limits.ts';
import { createSecrets, hashToken, type Secrets } from './secrets.ts';
import { secureHeaders } from './secureHeaders.ts';
import type { ChatStore } from './store/chatStore.ts';
import type { Directory } from './store/directory.ts';
import type { EventStore } from './store/eventStore.ts';
import type { OutboxStore } from './store/outboxStore.ts';
import type { Spending } from './store/spending.ts';
import { openLanguageModel } from './synthesis/languageModel.ts';
import { createModelOffers } from './synthesis/modelOffers.ts';
import type { Meetings } from './teams/meetings.ts';
import { openBot } from './teams/openBot.ts';
import { type MicrosoftOrigins, openTeams } from './teams/openTeams.ts';
import { WorkshopRegistry } from './workshop/registry.ts';

/** A message of Teams with all the texts of a card. */
const largestActivity = '256kb';
const builtPages = fileURLToPath(new URL('../tab/dist', import.meta.url));
/** Path → file among the built pages. */
const pages: ReadonlyMap<string, string> = new Map([
  ['/', '/home.html'],
  ...Object.entries(rolePages).map(([role, path]) => [path, `/${role}.html`] as const),
  [wallPage, '/wall.html'],
  [teamsPage, '/teams.html'],
]);
/** The same page says how the window ended in which a permission was asked for. */
const pagesInTeams: ReadonlyMap<string, string> = new Map([...pages, [consentedPage, '/teams.html']]);
const headersInTeams = (isHttps: boolean) =>
  new Map([
    [teamsPage, secureHeaders(isHttps, 'teams')],
    [consentPage, secureHeaders(isHttps, 'window')],
    [consentedPage, secureHeaders(isHttps, 'window')],
  ]);

export interface AppDeps extends MicrosoftOrigins {
  readonly config: Config;
  readonly store: EventStore;
  readonly directory: Directory;
  readonly chats: ChatStore;
  readonly outbox: OutboxStore;
  readonly spending: Spending;
  readonly secretKey: Buffer;
  readonly log: Logger;
  readonly now: () => number;
  /** What the build of the pages left. */
  readonly pagesFolder?: string;
  /** Who asks Teams for the roles of a meeting. */
  readonly meetings?: Meetings;
  /** Where the keys of Teams' own tokens are found. */
  readonly botOpenIdMetadata?: string;
}

/** The server, not listening yet. `close` ends the live connections; the store is its owner's to close. */
export interface App {
  readonly http: HttpServer;
  readonly secrets: Secrets;
  /** Begins what the server does by itself: telling in Teams what is to be told. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Wires everything together: HTTP side, live connections, store. */
export function createApp(deps: AppDeps): App {
  const { config, store, directory, secretKey, log, now, pagesFolder = builtPages } = deps;
  const secrets = createSecrets(secretKey);
  const limits = createLimits(config.rateLimitScale);

  /** Logs carry a reference and the fault, never a name, a token or a text. */
  const reportFault = (fault: unknown, workshopId: string): string => {
    const reference = randomUUID().slice(0, 8);
    log.error({ reference, workshopId, err: fault }, 'fault');
    return reference;
  };

  const registry = new WorkshopRegistry({
    store,
    now,
    drawSeed: () => randomInt(2 ** 32),
    drawNonce: () => randomBytes(16).toString('hex'),
    linkRow: (workshopId, link) => ({
      linkId: link.id,
      tokenHash: secrets.linkHash(secrets.linkToken(workshopId, link)),
    }),
    reportFault,
  });

  const web: Express = express();
  web.disable('x-powered-by');
  web.set('trust proxy', config.trustedProxies);
  const isHttps = config.publicUrl?.startsWith('https:') ?? false;
  const plain = secureHeaders(isHttps);
  const inTeams = config.teams === undefined ? undefined : headersInTeams(isHttps);
  web.use((request, response, next) => (inTeams?.get(request.path) ?? plain)(request, response, next));
  web.get('/healthz', (_request, response) => {
    response.json({ ok: true });
  });
  const originOf = (request: Request): string =>
    config.publicUrl ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`;
  const doors = createDoors({ store, registry, secrets, limits, originOf, isInTeams: config.teams !== undefined });
  const passes = createPasses({ directory, registry, secrets, limits, doors, originOf, now });
  const bot = openBot({ ...deps, registry, secrets, limits, reportFault });
  if (bot !== undefined) {
    web.post('/api/messages', readJson({ limit: largestActivity }), (request, response) =>
      bot.knock(request, response),
    );
  }
  const more = [passes.router];
  if (config.teams !== undefined) {
    const { teams: settings, publicUrl = '' } = config;
    const { meetings } = deps;
    const shared = { store, directory, registry, secrets, limits, doors, passes, now, reportFault };
    const teams = openTeams({ settings, publicUrl, origins: deps, bot, meetings, ...shared });
    more.push(...teams.api);
    web.use(teams.consent);
  }
  web.use('/api', createApi({ store, registry, secrets, limits, doors, more, reportFault }));
  const shownPages = config.teams === undefined ? pages : pagesInTeams;
  web.use((request, _response, next) => {
    const page = shownPages.get(request.path);
    if (page !== undefined) request.url = page;
    next();
  });
  web.use(
    sirv(pagesFolder, {
      gzip: true,
      brotli: true,
      etag: true,
      setHeaders: (response, path) => {
        // File names under /assets change with their content; pages must be asked for again.
        response.setHeader(
          'Cache-Control',
          path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    }),
  );
  web.use((request, response) => {
    // A person who mistyped an address is led to the first page, where a code opens the right door.
    if (request.method === 'GET' && request.accepts(['json', 'html']) === 'html') return response.redirect('/');
    return response.status(404).json({ code: 'not_found' } satisfies HttpProblem);
  });
  const onFault: ErrorRequestHandler = (fault, _request, response, next) => {
    // Too late for words: Express cuts the connection, so that half an answer is not taken for a whole one.
    if (response.headersSent) return next(fault);
    // The body reader says by itself what a page did wrong.
    const status = typeof fault?.status === 'number' ? fault.status : 500;
    const problem: HttpProblem =
      status === 413
        ? { code: 'too_large' }
        : status < 500
          ? { code: 'invalid', path: '' }
          : { code: 'fault', reference: reportFault(fault, 'http') };
    response.status(status).json(problem);
  };
  web.use(onFault);

  const { languageModel: model } = config;
  const offerModel =
    model === undefined
      ? undefined
      : createModelOffers({
          model: openLanguageModel(model),
          spending: deps.spending,
          tokensPerWorkshop: model.tokensPerWorkshop,
          log,
        });

  const http = createServer(web);
  const hub = openHub(http, {
    store,
    registry,
    limits,
    hashToken,
    reportFault,
    offerModel,
    undeliveredOf: bot === undefined ? undefined : (workshopId) => bot.undelivered.of(workshopId),
    addressOf: ({ address, forwardedFor }) => {
      // Counted from the right: each trusted proxy adds the address that it saw.
      const seen = forwardedFor?.split(',').map((part) => part.trim()) ?? [];
      return (config.trustedProxies > 0 ? seen.at(-config.trustedProxies) : undefined) ?? address;
    },
  });
  return {
    http,
    secrets,
    async start() {
      await bot?.start();
    },
    async close() {
      await bot?.stop();
      await hub.close();
    },
  };
}
