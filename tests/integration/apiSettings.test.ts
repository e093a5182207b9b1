import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../bot/config.ts';
import { createLimits, networkOf } from '../../bot/realtime/limits.ts';
import { createSecrets, formatCode, hashToken, normaliseLink, readOrMakeSecret } from '../../bot/secrets.ts';
import type { Link } from '../../shared/workshop/state.ts';
import { clientId, otherTenantId, teamsEnvironment, tenantId } from '../doubles/fakeEntra.ts';

describe('settings', () => {
  it('N15 a server starts without any setting', () => {
    expect(readConfig({})).toEqual({
      host: '0.0.0.0',
      port: 3000,
      dataDir: 'data',
      trustedProxies: 0,
      logLevel: 'warn',
      rateLimitScale: 1,
    });
  });

  it('N15 a setting left empty is not set', () => {
    const empty = {
      PORT: '',
      HOST: '',
      DATA_DIR: '',
      PUBLIC_URL: '',
      TRUSTED_PROXIES: '',
      RATE_LIMIT_SCALE: '',
      LOG_LEVEL: '',
    };
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '3000.5'],
    ['PORT', ' '],
    ['PUBLIC_URL', 'ateliers.example.org'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['PUBLIC_URL', 'https://example.org/ateliers'],
    ['PUBLIC_URL', 'https://example.org/?a=b'],
    ['TRUSTED_PROXIES', 'yes'],
    ['TRUSTED_PROXIES', '-1'],
    ['RATE_LIMIT_SCALE', '0'],
    ['LOG_LEVEL', 'trace'],
  ])('N15 %s=%j stops the start, and is named', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(name);
  });

  it('MS14 Teams is configured whole, over https, with the tenants that are let in', () => {
    expect(readConfig({ TEAMS_CLIENT_ID: '' }).teams).toBeUndefined();
    expect(readConfig(teamsEnvironment).teams).toEqual({
      clientId,
      clientSecret: teamsEnvironment.TEAMS_CLIENT_SECRET,
      appId: teamsEnvironment.TEAMS_APP_ID,
      tenants: [tenantId],
    });
    const published = { ...teamsEnvironment, TEAMS_CATALOG_ID: 'CCCCCCCC-bbbb-cccc-dddd-eeeeeeeeeeee' };
    expect(readConfig(published).teams?.appId).toBe('cccccccc-bbbb-cccc-dddd-eeeeeeeeeeee');
    expect(readConfig({ ...teamsEnvironment, TEAMS_TENANTS: '' }).teams?.tenants).toEqual([]);
    const two = { ...teamsEnvironment, TEAMS_TENANTS: `${tenantId}, ${otherTenantId}` };
    expect(readConfig(two).teams?.tenants).toEqual([tenantId, otherTenantId]);
  });

  it.each([
    ['TEAMS_CLIENT_ID', ''],
    ['TEAMS_CLIENT_ID', 'aparte'],
    ['TEAMS_CLIENT_SECRET', ''],
    ['TEAMS_APP_ID', ''],
    ['TEAMS_TENANTS', 'exemple.test'],
    ['TEAMS_TENANTS', `${tenantId},`],
    ['PUBLIC_URL', ''],
    ['PUBLIC_URL', 'http://ateliers.example.org'],
  ])('MS14 half a configuration of Teams (%s=%j) stops the start, and is named', (name, value) => {
    expect(() => readConfig({ ...teamsEnvironment, [name]: value })).toThrow(name);
  });

  it('MS14 tenants alone are half a configuration, too', () => {
    expect(() => readConfig({ TEAMS_TENANTS: tenantId })).toThrow('TEAMS_CLIENT_ID');
  });

  const model = { MODEL_ENDPOINT: 'https://api.openai.com/v1/', MODEL_API_KEY: 'key-0123', MODEL_NAME: 'small' };

  it('M1 a language model is configured whole, with limits of its own', () => {
    expect(readConfig({ MODEL_ENDPOINT: '', MODEL_API_KEY: '' }).languageModel).toBeUndefined();
    expect(readConfig(model).languageModel).toEqual({
      endpoint: 'https://api.openai.com/v1',
      apiKey: 'key-0123',
      model: 'small',
      timeoutMs: 30_000,
      tokensPerWorkshop: 300_000,
      retries: 2,
    });
    const more = { MODEL_TIMEOUT_S: '5', MODEL_TOKENS_PER_WORKSHOP: '20000', MODEL_RETRIES: '0' };
    expect(readConfig({ ...model, ...more, MODEL_AZURE_API_VERSION: '2024-10-21' }).languageModel).toMatchObject({
      azureApiVersion: '2024-10-21',
      timeoutMs: 5_000,
      tokensPerWorkshop: 20_000,
      retries: 0,
    });
  });

  it.each([
    ['MODEL_NAME', { ...model, MODEL_NAME: '' }],
    ['MODEL_ENDPOINT', { ...model, MODEL_ENDPOINT: '' }],
    ['MODEL_API_KEY', { ...model, MODEL_API_KEY: '' }],
    ['MODEL_ENDPOINT', { MODEL_TIMEOUT_S: '5' }],
    ['MODEL_API_KEY', { MODEL_ENDPOINT: 'http://localhost/', MODEL_NAME: 'd', MODEL_AZURE_API_VERSION: '2024-10-21' }],
    ['MODEL_ENDPOINT', { ...model, MODEL_ENDPOINT: 'http://models.example.org/v1' }],
    ['MODEL_ENDPOINT', { ...model, MODEL_ENDPOINT: 'https://user:word@example.org/v1' }],
    ['MODEL_ENDPOINT', { ...model, MODEL_ENDPOINT: 'api.openai.com' }],
    ['MODEL_AZURE_API_VERSION', { ...model, MODEL_AZURE_API_VERSION: 'latest' }],
    ['MODEL_TIMEOUT_S', { ...model, MODEL_TIMEOUT_S: '0' }],
    ['MODEL_RETRIES', { ...model, MODEL_RETRIES: '99' }],
  ])('M1 half a configuration stops the start, and names %s, never the key', (name, environment) => {
    const start = () => readConfig(environment);
    expect(start).toThrow(name);
    expect(start).not.toThrow('key-0123');
  });

  it.each(['http://localhost:11434/v1', 'http://127.0.0.1:8080/v1', 'http://ollama:11434/v1', 'http://10.0.0.7/v1'])(
    'M1 a model of one’s own needs neither https nor a key: %s',
    (endpoint) => {
      expect(readConfig({ MODEL_ENDPOINT: endpoint, MODEL_NAME: 'small' }).languageModel).toMatchObject({ endpoint });
    },
  );

  it('N15 the public address is an origin', () => {
    expect(readConfig({ PUBLIC_URL: 'https://ateliers.example.org/' }).publicUrl).toBe('https://ateliers.example.org');
    expect(readConfig({ PUBLIC_URL: 'http://salle.local:8080' }).publicUrl).toBe('http://salle.local:8080');
  });
});

describe('limits', () => {
  it('N14 an address of IPv4 is counted by itself, one of IPv6 with its whole network', () => {
    expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
    expect(networkOf('::ffff:192.0.2.7')).toBe('::ffff:192.0.2.7');
    const network = '2001:db8:0:7';
    const same = [
      '2001:db8:0:7::1',
      '2001:0DB8::7:0:0:0:1',
      '2001:db8:0:7:1:2:3:4',
      '2001:db8:0:7::',
      '2001:db8:0:7:a::%eth0',
    ];
    expect(same.map(networkOf)).toEqual(same.map(() => network));
    expect(networkOf('2001:db8:0:8::1')).not.toBe(network);
    expect([networkOf('::1'), networkOf('::'), networkOf('fe80::1'), networkOf('')]).toEqual([
      '0:0:0:0',
      '0:0:0:0',
      'fe80:0:0:0',
      '',
    ]);
  });

  it('N14 a share is given back with time, and looking at it takes nothing', async () => {
    const { wrongSecretsPerAddress } = createLimits(0.1);
    for (let wrong = 0; wrong < 3; wrong++) {
      expect(await wrongSecretsPerAddress.waitMs('192.0.2.7')).toBeUndefined();
      expect(await wrongSecretsPerAddress.take('192.0.2.7')).toBeUndefined();
    }
    expect(await wrongSecretsPerAddress.waitMs('192.0.2.7')).toBeLessThanOrEqual(60_000);
    expect(await wrongSecretsPerAddress.take('192.0.2.7')).toBeGreaterThan(0);
    expect(await wrongSecretsPerAddress.take('192.0.2.8')).toBeUndefined();
  });
});

describe('the secret of a server', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aparte-secret-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('L9 is made once, of 256 random bits, for the owner’s eyes only', () => {
    const dataDir = join(folder, 'data');
    const secret = readOrMakeSecret(dataDir);
    expect(secret).toHaveLength(32);
    expect(readOrMakeSecret(dataDir)).toEqual(secret);
    expect(readOrMakeSecret(join(folder, 'other'))).not.toEqual(secret);
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  });

  it('L9 is there whole or not at all', () => {
    readOrMakeSecret(folder);
    const files = readFileSync(join(folder, 'secret'), 'utf8');
    expect(files).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(['', 'not ours', 'ab'.repeat(31), `${'ab'.repeat(31)}zz`])(
    'L9 a file that holds %j is refused, and left as it is',
    (content) => {
      const path = join(folder, 'secret');
      writeFileSync(path, content);
      expect(() => readOrMakeSecret(folder)).toThrow('restore it from a backup');
      expect(readFileSync(path, 'utf8')).toBe(content);
    },
  );
});

describe('tokens', () => {
  const secrets = createSecrets(Buffer.alloc(32, 1));
  const link: Link = { id: 'link-0001', role: 'participant', medium: 'link', nonce: 'ab'.repeat(16), revoked: false };

  it('L8 a link’s token has 192 bits, and is its own: another workshop, link, nonce or server has another', () => {
    const tokens = [
      secrets.linkToken('atelier-0001', link),
      secrets.linkToken('atelier-0002', link),
      secrets.linkToken('atelier-0001', { ...link, id: 'link-0002' }),
      secrets.linkToken('atelier-0001', { ...link, nonce: 'cd'.repeat(16) }),
      createSecrets(Buffer.alloc(32, 2)).linkToken('atelier-0001', link),
      secrets.setUpKey,
    ];
    for (const token of tokens) expect(token).toMatch(/^[\w-]{32}$/);
    expect(new Set(tokens).size).toBe(tokens.length);
    expect(secrets.linkToken('atelier-0001', link)).toBe(tokens[0]);
  });

  it('L8 a code has eight letters that cannot be taken for one another, and is read however it is typed', () => {
    const code = secrets.linkToken('atelier-0001', { ...link, medium: 'code' });
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
    for (const typed of [code, formatCode(code), code.toLowerCase(), ` ${formatCode(code)}\n`, [...code].join(' ')]) {
      expect(normaliseLink(typed)).toBe(code);
    }
    const token = secrets.linkToken('atelier-0001', link);
    expect(normaliseLink(token)).toBe(token);
  });

  it('L8 what is stored of a token does not give it back', () => {
    expect(hashToken('token')).toMatch(/^[0-9a-f]{64}$/);
    expect(secrets.isSetUpKey(secrets.setUpKey)).toBe(true);
    for (const wrong of ['', secrets.setUpKey.toLowerCase(), hashToken(secrets.setUpKey)])
      expect(secrets.isSetUpKey(wrong)).toBe(false);
  });
});
