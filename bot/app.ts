import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { createServer, type Server as HttpServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import express, { type ErrorRequestHandler, type Express, type Request } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import sirv from 'sirv';
import { type HttpProblem, rolePages } from '../shared/protocol/http.ts';
import { createApi } from './api.ts';
import type { Config } from './config.ts';
import { openHub } from './realtime/hub.ts';
import { createLimits } from './realtime/limits.ts';
import { createSecrets, hashToken, type Secrets } from './secrets.ts';
import type { EventStore } from './store/eventStore.ts';
import { WorkshopRegistry } from './workshop/registry.ts';

const builtPages = fileURLToPath(new URL('../tab/dist', import.meta.url));
/** Path → file among the built pages. */
const pages: ReadonlyMap<string, string> = new Map([
  ['/', '/home.html'],
  ...Object.entries(rolePages).map(([role, path]) => [path, `/${role}.html`] as const),
]);

export interface AppDeps {
  readonly config: Config;
  readonly store: EventStore;
  readonly secretKey: Buffer;
  readonly log: Logger;
  readonly now: () => number;
  /** What the build of the pages left. */
  readonly pagesFolder?: string;
}

/** The server, not listening yet. `close` ends the live connections; the store is its owner's to close. */
export interface App {
  readonly http: HttpServer;
  readonly secrets: Secrets;
  close(): Promise<void>;
}

function secureHeaders(isHttps: boolean) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // A meeting room's network often has no certificate: on plain http these would only fill the console with warnings.
    strictTransportSecurity: isHttps,
    crossOriginOpenerPolicy: isHttps,
    originAgentCluster: isHttps,
    referrerPolicy: { policy: 'no-referrer' },
  });
}

/** Wires everything together: HTTP side, live connections, store. */
export function createApp({ config, store, secretKey, log, now, pagesFolder = builtPages }: AppDeps): App {
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
  web.use(secureHeaders(config.publicUrl?.startsWith('https:') ?? false));
  web.get('/healthz', (_request, response) => {
    response.json({ ok: true });
  });
  const originOf = (request: Request): string =>
    config.publicUrl ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`;
  web.use('/api', createApi({ store, registry, secrets, limits, originOf, reportFault }));
  web.use((request, _response, next) => {
    const page = pages.get(request.path);
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

  const http = createServer(web);
  const hub = openHub(http, {
    store,
    registry,
    limits,
    hashToken,
    reportFault,
    addressOf: ({ address, forwardedFor }) => {
      // Counted from the right: each trusted proxy adds the address that it saw.
      const seen = forwardedFor?.split(',').map((part) => part.trim()) ?? [];
      return (config.trustedProxies > 0 ? seen.at(-config.trustedProxies) : undefined) ?? address;
    },
  });
  return { http, secrets, close: () => hub.close() };
}
