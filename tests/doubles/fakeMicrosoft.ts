import { createServer as createProxy, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { connect, type Socket } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { clientId, type FakeEntra } from './fakeEntra.ts';
import { tlsCredentials } from './tlsCredentials.ts';

const connectorIssuer = 'https://api.botframework.com';
const botMetadata = 'https://login.botframework.com/v1/.well-known';
const entra = 'https://login.microsoftonline.com';
/** What the connector is to be called with. */
const botToken = 'a token of the bot';

/** What a server process asks of Microsoft over the internet, answered on this machine; everything else is nowhere. */
export interface FakeMicrosoft {
  /** Leads a process's https here (Node 22.21 or 24.5 at least): the process itself runs as it would anywhere. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the connector is called with by a bot that proved itself. */
  readonly botAuthorization: string;
  /** What Teams sends along with what it tells the bot. */
  proofFor(serviceUrl: string): Promise<string>;
  /** From here on, until it is released, a bot that wants to prove itself gets no answer, ever; settles at the first. */
  holdSignIn(): { readonly asked: Promise<void>; release(): void };
  /** Whom a process wanted to reach and could not, host by host. */
  readonly strangers: ReadonlySet<string>;
  close(): Promise<void>;
}

/** Sign-in of people and of the bot, the keys of both, behind a proxy that leads nowhere else. */
export async function startMicrosoft(people: Pick<FakeEntra, 'origin'>): Promise<FakeMicrosoft> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = {
    ...(await exportJWK(publicKey)),
    kid: 'connector-1',
    use: 'sig',
    alg: 'RS256',
    endorsements: ['msteams'],
  };

  const answer = async ({ headers, url = '/' }: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(url, `https://${headers.host}`);
    const [tenant = ''] = pathname.split('/').slice(1);
    const asked = `https://${headers.host}${pathname}`;
    const give = (body: object): void => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    switch (asked) {
      case `${entra}/${tenant}/discovery/v2.0/keys`:
        return give((await (await fetch(`${people.origin}${pathname}`)).json()) as object);
      case `${entra}/${tenant}/v2.0/.well-known/openid-configuration`:
        return give({
          issuer: `${entra}/${tenant}/v2.0`,
          authorization_endpoint: `${entra}/${tenant}/oauth2/v2.0/authorize`,
          token_endpoint: `${entra}/${tenant}/oauth2/v2.0/token`,
          jwks_uri: `${entra}/${tenant}/discovery/v2.0/keys`,
        });
      case `${entra}/${tenant}/oauth2/v2.0/token`:
        if (held !== undefined) return held.resolve();
        return give({ token_type: 'Bearer', expires_in: 3_600, access_token: botToken });
      case `${botMetadata}/openidconfiguration`:
        return give({
          issuer: connectorIssuer,
          jwks_uri: `${botMetadata}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
        });
      case `${botMetadata}/keys`:
        return give({ keys: [key] });
      default:
        strangers.add(asked);
        response.writeHead(404).end();
    }
  };

  let held: PromiseWithResolvers<void> | undefined;
  const strangers = new Set<string>();
  const web = createHttps(tlsCredentials(), (request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  const proxy: Server = createProxy();
  const tunnels = new Set<Socket>();
  const webPort = await listen(web);
  proxy.on('connect', (request, client: Socket) => {
    const host = request.url ?? '';
    if (![entra, botMetadata].some((known) => `${new URL(known).host}:443` === host)) {
      strangers.add(host);
      client.end('HTTP/1.1 502 Nowhere\r\n\r\n');
      return;
    }
    const behind = connect(webPort, '127.0.0.1', () => client.write('HTTP/1.1 200 OK\r\n\r\n'));
    client.pipe(behind).pipe(client);
    // A process that is killed while it asks.
    client.on('error', () => behind.destroy());
    behind.on('error', () => client.destroy());
    tunnels.add(client).add(behind);
  });
  const proxyPort = await listen(proxy);

  return {
    environment: {
      NODE_USE_ENV_PROXY: '1',
      HTTPS_PROXY: `http://127.0.0.1:${proxyPort}`,
      NO_PROXY: '127.0.0.1',
      // The certificate of the tests is nobody's.
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
      NODE_NO_WARNINGS: '1',
    },
    botAuthorization: `Bearer ${botToken}`,
    proofFor: async (serviceUrl) =>
      `Bearer ${await new SignJWT({ serviceurl: serviceUrl })
        .setProtectedHeader({ alg: 'RS256', kid: key.kid })
        .setIssuer(connectorIssuer)
        .setAudience(clientId)
        .setNotBefore('-1 minute')
        .setExpirationTime('1 hour')
        .sign(privateKey)}`,
    holdSignIn() {
      held = Promise.withResolvers<void>();
      return {
        asked: held.promise,
        release() {
          held = undefined;
        },
      };
    },
    strangers,
    async close() {
      for (const tunnel of tunnels) tunnel.destroy();
      await Promise.all([web, proxy].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
