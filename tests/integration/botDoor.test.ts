import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../bot/config.ts';
import { BotWorld, meetingChat, tenant } from '../doubles/botWorld.ts';

const clientId = 'aaaaaaaa-0000-4000-8000-000000000001';
const issuer = 'https://api.botframework.com';

/** Teams' own key set on the loopback. */
let keys: Server;
let metadata = '';
const ours = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const theirs = generateKeyPairSync('rsa', { modulusLength: 2_048 });

beforeAll(async () => {
  keys = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/keys') {
      const jwk = { ...ours.publicKey.export({ format: 'jwk' }), kid: 'key-1', use: 'sig', endorsements: ['msteams'] };
      response.end(JSON.stringify({ keys: [jwk] }));
    } else response.end(JSON.stringify({ issuer, jwks_uri: `${metadata}keys` }));
  });
  await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
  const address = keys.address();
  metadata = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}/` : '';
});
afterAll(() => new Promise((resolve) => keys.close(resolve)));

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
function tokenOf(
  claims: object,
  { key = ours.privateKey, alg = 'RS256' }: { key?: KeyObject; alg?: string } = {},
): string {
  const seconds = Math.floor(Date.now() / 1_000);
  const whole = {
    iss: issuer,
    aud: clientId,
    serviceurl: world.serviceUrl,
    nbf: seconds - 60,
    exp: seconds + 600,
    ...claims,
  };
  const signed = `${encode({ alg, typ: 'JWT', kid: 'key-1' })}.${encode(whole)}`;
  const signature = alg === 'none' ? '' : createSign('RSA-SHA256').update(signed).sign(key, 'base64url');
  return `Bearer ${signed}.${signature}`;
}

let world: BotWorld;
beforeEach(async () => {
  world = await new BotWorld().open();
});
afterEach(async () => {
  await world.close();
});

const known = async (): Promise<boolean> => (await world.store.chats.chat(meetingChat)) !== undefined;
const arriving = (): object => world.activity({ type: 'installationUpdate', action: 'add' });

describe('a bot with credentials', () => {
  beforeEach(async () => {
    const { node } = world;
    const credentials = { clientId, clientSecret: 'secret', homeTenant: tenant };
    await world.startNode({ credentials, openIdMetadata: metadata });
    await node.stop();
  });

  it('MB12 believes who proves to be Teams', async () => {
    expect((await world.node.tell(arriving(), { authorization: tokenOf({}) })).status).toBe(200);
    expect(await known()).toBe(true);
  });

  it.each([
    ['no token', undefined],
    ['nonsense', () => 'Bearer nonsense'],
    ['another bot', () => tokenOf({ aud: 'bbbbbbbb-0000-4000-8000-000000000002' })],
    ['another issuer', () => tokenOf({ iss: 'https://exemple.org' })],
    ['an expired token', () => tokenOf({ exp: Math.floor(Date.now() / 1_000) - 3_600 })],
    ['another key', () => tokenOf({}, { key: theirs.privateKey })],
    ['no signature', () => tokenOf({}, { alg: 'none' })],
    ['a token for another address', () => tokenOf({ serviceurl: 'https://exemple.org/' })],
  ])('MB12 %s is refused, and nothing comes of it', async (_what, authorization) => {
    // biome-ignore lint/suspicious/noConsole: the library itself complains of signatures there
    const complaints = vi.mocked(console.error).mockImplementation(() => {});
    const headers = authorization === undefined ? {} : { authorization: authorization() };
    expect((await world.node.tell(arriving(), headers)).status).toBe(401);
    expect(await known()).toBe(false);
    expect(world.node.faults).toEqual([]);
    complaints.mockClear();
  });

  it('MB12 conversations of tenants that are not on the list are refused', async () => {
    const other = { tenant: { id: '99999999-0000-4000-8000-000000000009' } };
    const activity = world.activity({ type: 'installationUpdate', action: 'add', channelData: other });
    expect((await world.node.tell(activity, { authorization: tokenOf({}) })).status).toBe(403);
    expect(await known()).toBe(false);
  });
});

describe('whatever is posted to the bot', () => {
  it.each([
    ['nothing', {}],
    ['a list', []],
    ['a number as type', { type: 7, serviceUrl: 'http://127.0.0.1/' }],
    ['no address', { type: 'message', channelId: 'msteams' }],
    ['nesting', { type: { type: 'message' }, from: null }],
  ])('MB12 %s is no activity: 400', async (_what, body) => {
    expect((await world.node.tell(body)).status).toBe(400);
    expect(world.node.faults).toEqual([]);
  });

  it('MB12 without credentials only this machine is called back', async () => {
    const activity = { ...world.activity({ text: 'aide' }), serviceUrl: 'https://smba.trafficmanager.net/emea/' };
    expect((await world.node.tell(activity)).status).toBe(403);
    const disguised = { ...world.activity({ text: 'aide' }), serviceUrl: 'http://127.0.0.1.exemple.org/' };
    expect((await world.node.tell(disguised)).status).toBe(403);
  });
});

describe('the settings', () => {
  const development = { TEAMS_DEVELOPMENT: '1', HOST: '127.0.0.1' };
  it('MB12 a bot that believes anyone is for the loopback alone', () => {
    expect(readConfig(development).developmentBot).toBe(true);
    expect(readConfig({}).developmentBot).toBeUndefined();
    expect(() => readConfig({ ...development, HOST: '0.0.0.0' })).toThrow(/HOST=127\.0\.0\.1/);
    expect(() => readConfig({ TEAMS_DEVELOPMENT: '1' })).toThrow(/HOST=127\.0\.0\.1/);
    expect(() => readConfig({ ...development, PUBLIC_URL: 'https://ateliers.example.org' })).toThrow(/never/);
    expect(() => readConfig({ ...development, TEAMS_DEVELOPMENT: 'yes' })).toThrow(/must be 1/);
  });

  it('MB12 the Playground knocks where such a server listens, as Teams', () => {
    const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const { host, port } = readConfig(development);
    expect(scripts.playground).toContain(`--app-endpoint=http://${host}:${port}/api/messages `);
    expect(scripts.playground).toContain('--channel-id=msteams ');
  });
});
