import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { type ConsentDesk, createConsentDesk } from './consentDesk.ts';

export const tenantId = '11111111-2222-3333-4444-555555555555';
export const otherTenantId = '99999999-2222-3333-4444-555555555555';
export const clientId = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
export const teamsHostName = 'tab.exemple.test';

/** What a server that Teams may show is configured with. */
export const teamsEnvironment = {
  PUBLIC_URL: `https://${teamsHostName}`,
  TEAMS_CLIENT_ID: clientId,
  TEAMS_CLIENT_SECRET: 'a secret of the tests',
  TEAMS_APP_ID: 'bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee',
  TEAMS_TENANTS: tenantId.toUpperCase(),
};

/** Somebody's object id, from a number. */
export const objectIdOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

type Claims = Readonly<Record<string, unknown>>;

/** Microsoft's sign-in on the loopback: signs tokens, publishes its keys, counts who asks for them. */
export interface FakeEntra {
  readonly origin: string;
  /** A token that is good, but for what is said. */
  token(claims?: Claims): Promise<string>;
  /** The same, signed with a key that was never published. */
  foreignToken(): Promise<string>;
  /** Unsigned: `alg: none`. */
  unsignedToken(): string;
  /** HS256, signed with the text of the public key: what fools a checker that takes any algorithm. */
  confusedToken(): Promise<string>;
  /** From now on other keys sign, and are published. */
  rotate(): Promise<void>;
  /** How often the keys were asked for. */
  readonly asked: () => number;
  /** What the address of the keys answers from now on. */
  answerWith(status: number): void;
  /** Who has given the application its permission for Graph, and how their tokens are exchanged. */
  readonly consent: ConsentDesk;
  close(): Promise<void>;
}

export async function startEntra(now: () => number = Date.now): Promise<FakeEntra> {
  let generation = 0;
  const makeKeys = async () => {
    generation += 1;
    const pair = await generateKeyPair('RS256', { extractable: true });
    const kid = `key-${generation}`;
    return { pair, kid, published: { ...(await exportJWK(pair.publicKey)), kid, use: 'sig', alg: 'RS256' } };
  };
  let keys = await makeKeys();
  const strangers = await generateKeyPair('RS256');
  let asked = 0;
  let status = 200;
  const consent = createConsentDesk();
  const server: Server = createServer((request, response) => {
    void consent.answer(request, response).then((isAnswered) => {
      if (!isAnswered) answerKeys(request, response);
    });
  });
  const answerKeys = (request: IncomingMessage, response: ServerResponse) => {
    if (!/^\/[^/]+\/discovery\/v2\.0\/keys$/.test(request.url ?? '')) return response.writeHead(404).end();
    asked += 1;
    return response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(status === 200 ? JSON.stringify({ keys: [keys.published] }) : '');
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');

  const seconds = (): number => Math.floor(now() / 1_000);
  const claimsOf = (claims: Claims): Claims => ({
    aud: clientId,
    iss: `https://login.microsoftonline.com/${claims.tid ?? tenantId}/v2.0`,
    iat: seconds() - 10,
    nbf: seconds() - 10,
    exp: seconds() + 3_600,
    tid: tenantId,
    oid: objectIdOf(1),
    scp: 'access_as_user',
    name: 'Zoé Ménard',
    preferred_username: 'zoe@exemple.test',
    ver: '2.0',
    ...claims,
  });
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    token: (claims = {}) =>
      new SignJWT(claimsOf(claims))
        .setProtectedHeader({ alg: 'RS256', kid: keys.kid, typ: 'JWT' })
        .sign(keys.pair.privateKey),
    foreignToken: () =>
      new SignJWT(claimsOf({})).setProtectedHeader({ alg: 'RS256', kid: keys.kid }).sign(strangers.privateKey),
    unsignedToken: () => `${part({ alg: 'none', typ: 'JWT' })}.${part(claimsOf({}))}.`,
    confusedToken: async () =>
      new SignJWT(claimsOf({}))
        .setProtectedHeader({ alg: 'HS256', kid: keys.kid })
        .sign(new TextEncoder().encode(await exportSPKI(keys.pair.publicKey))),
    async rotate() {
      keys = await makeKeys();
    },
    asked: () => asked,
    consent,
    answerWith(next) {
      status = next;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
