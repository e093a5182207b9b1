import { afterEach, describe, expect, it } from 'vitest';
import type { SharedLink } from '../../shared/protocol/http.ts';
import {
  type FoundedWorkshop,
  founding,
  foundWorkshop,
  identityOf,
  joinAs,
  joinRequest,
  problemOf,
  type ServerOptions,
  startServer,
  type TestServer,
  tokenOf,
} from '../doubles/testServer.ts';

const servers: TestServer[] = [];
async function start(options: ServerOptions = {}): Promise<TestServer> {
  const server = await startServer(options);
  servers.push(server);
  return server;
}
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

async function withWorkshop(options: ServerOptions = {}): Promise<{ server: TestServer; workshop: FoundedWorkshop }> {
  const server = await start(options);
  return { server, workshop: await foundWorkshop(server) };
}

describe('founding', () => {
  it('W2 founding twice with the same command gives the same workshop and the same links', async () => {
    const { server, workshop } = await withWorkshop();
    expect(workshop.links.map(({ role, medium }) => `${role} ${medium}`)).toEqual([
      'animator link',
      'animator link',
      'animator link',
      'host link',
      'participant link',
      'participant code',
      'display link',
    ]);
    for (const link of workshop.links) {
      expect(link.value).toMatch(
        link.medium === 'code'
          ? /^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/
          : /^http:\/\/127\.0\.0\.1:\d+\/[hapd]#[\w-]{32}$/,
      );
    }
    expect((await foundWorkshop(server)).links).toEqual(workshop.links);
    expect(new Set(workshop.links.map(({ value }) => value)).size).toBe(workshop.links.length);
  });

  it('L10 only whoever holds the set-up key founds and lists workshops', async () => {
    const { server } = await withWorkshop();
    for (const bearer of [undefined, '', 'wrong', `${server.setUpKey}x`, server.setUpKey.slice(1)]) {
      const body = { commandId: 'atelier-0002', workshop: founding };
      const options = bearer === undefined ? {} : { bearer };
      expect(problemOf(await server.call('POST', '/api/workshops', { ...options, body }))).toEqual({
        status: 403,
        code: 'denied',
      });
      expect(problemOf(await server.call('GET', '/api/workshops', options))).toEqual({ status: 403, code: 'denied' });
    }
    const listing = await server.call('GET', '/api/workshops', { bearer: server.setUpKey });
    expect(listing.body).toMatchObject([{ workshopId: 'atelier-0001', title: founding.title }]);
  });

  it('L10 a large body is not even read for whoever has no key', async () => {
    const server = await start();
    const rawBody = `{"commandId":"${'x'.repeat(3_000_000)}"}`;
    expect((await server.call('POST', '/api/workshops', { rawBody })).status).toBe(403);
  });
});

describe('invitations', () => {
  it('L3 a link or a code says where it leads, however the code is typed', async () => {
    const { server, workshop } = await withWorkshop();
    const code = workshop.linkFor('participant', 'code').value;
    for (const link of [
      code,
      code.toLowerCase(),
      ` ${code.replace('-', '')} `,
      tokenOf(workshop.linkFor('participant')),
    ]) {
      const reply = await server.call('POST', '/api/invitation', { body: { link } });
      expect(reply.body).toMatchObject({
        workshopId: 'atelier-0001',
        title: founding.title,
        language: 'fr',
        role: 'participant',
      });
    }
    const animator = await server.call('POST', '/api/invitation', { body: { link: workshop.tokenFor('animator') } });
    expect(animator.body).toMatchObject({ role: 'animator', group: { number: 1, name: 'Groupe 1' } });
  });

  it('L11 whoever guesses codes is stopped, also before a right guess; a whole link still opens', async () => {
    const { server, workshop } = await withWorkshop();
    const invited = (link: string) => server.call('POST', '/api/invitation', { body: { link } });
    // A whole room that scans an old QR code has guessed nothing.
    for (let scan = 0; scan < 40; scan++) expect((await invited(`${scan}`.padStart(32, 'x'))).status).toBe(409);
    const statuses: number[] = [];
    for (let guess = 0; guess < 40; guess++)
      statuses.push((await invited(`ABCDEF${(guess % 8) + 2}${(guess % 7) + 2}`)).status);
    expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 409));
    expect(new Set(statuses.slice(30))).toEqual(new Set([429]));
    const refused = problemOf(await invited(workshop.linkFor('participant', 'code').value));
    expect(refused).toMatchObject({ status: 429, code: 'too_many_requests' });
    expect(refused.retryMs).toBeGreaterThan(0);
    const code = joinRequest({ link: workshop.linkFor('participant', 'code').value, joinId: 'person-0001' });
    expect((await server.call('POST', '/api/join', { body: code })).status).toBe(429);
    expect((await invited(workshop.tokenFor('participant'))).status).toBe(200);
    await joinAs(server, { link: workshop.tokenFor('participant'), joinId: 'person-0001' });
  });
});

describe('joining', () => {
  it('L6 joining is once for the same id and identity; nobody joins in the place of another', async () => {
    const { server, workshop } = await withWorkshop();
    const link = workshop.tokenFor('participant');
    const reply = await joinAs(server, { link, joinId: 'person-0001' });
    expect(reply).toEqual({
      kind: 'joined',
      workshopId: 'atelier-0001',
      personId: 'person-0001',
      role: 'participant',
    });
    expect(await joinAs(server, { link, joinId: 'person-0001' })).toEqual(reply);
    const before = (await server.store.load('atelier-0001', 0)).length;
    const other = joinRequest({ link, joinId: 'person-0001', identity: identityOf('somebody else') });
    expect(problemOf(await server.call('POST', '/api/join', { body: other }))).toEqual({ status: 403, code: 'denied' });
    const twin = joinRequest({ link, joinId: 'person-0002', identity: identityOf('person-0001') });
    expect(problemOf(await server.call('POST', '/api/join', { body: twin }))).toEqual({ status: 403, code: 'denied' });
    expect(await server.store.load('atelier-0001', 0)).toHaveLength(before);
    expect(server.logged()).toBe('');
  });

  it('L6 an identity leads to one person on this server, whatever the workshop', async () => {
    const { server, workshop } = await withWorkshop();
    const second = await foundWorkshop(server, 'atelier-0002');
    await joinAs(server, { link: workshop.tokenFor('participant'), joinId: 'person-0001' });
    const body = joinRequest({ link: second.tokenFor('host'), joinId: 'person-0001' });
    expect(problemOf(await server.call('POST', '/api/join', { body }))).toEqual({ status: 403, code: 'denied' });
    expect(server.logged()).toBe('');
  });

  it('L6 a repeat through a better link does not make a host of a participant', async () => {
    const { server, workshop } = await withWorkshop();
    await joinAs(server, { link: workshop.tokenFor('participant'), joinId: 'person-0001' });
    expect(await joinAs(server, { link: workshop.tokenFor('host'), joinId: 'person-0001' })).toMatchObject({
      role: 'participant',
    });
  });

  it('L6 a person has a name, a display needs none', async () => {
    const { server, workshop } = await withWorkshop();
    const nameless = (role: 'participant' | 'display') =>
      server.call('POST', '/api/join', {
        body: joinRequest({ link: workshop.tokenFor(role), joinId: `${role}-0001`, name: ' \u0000 ' }),
      });
    expect(problemOf(await nameless('participant'))).toEqual({ status: 400, code: 'invalid', path: 'name' });
    expect((await nameless('display')).status).toBe(200);
  });

  it('L3 a link that leads nowhere opens nothing', async () => {
    const server = await start();
    const body = joinRequest({ link: 'x'.repeat(32), joinId: 'person-0001' });
    expect(problemOf(await server.call('POST', '/api/join', { body }))).toMatchObject({ code: 'link_unknown' });
  });
});

describe('what a person may fetch', () => {
  async function joinedAs(role: 'host' | 'animator' | 'participant' | 'display') {
    const { server, workshop } = await withWorkshop();
    await joinAs(server, { link: workshop.tokenFor(role), joinId: `${role}-0001` });
    return { server, workshop, bearer: identityOf(`${role}-0001`) };
  }

  it.each(['host', 'animator', 'participant', 'display'] as const)(
    'L14 a %s is told the links of their role',
    async (role) => {
      const { server, workshop, bearer } = await joinedAs(role);
      const links = (await server.call('GET', '/api/links', { bearer })).body as readonly SharedLink[];
      const seen = workshop.links.filter(
        (link) => role === 'host' || (role === 'display' && link.role === 'participant'),
      );
      expect(links).toEqual(seen);
    },
  );

  it.each(['host', 'animator', 'participant', 'display'] as const)('L14 a %s and the report', async (role) => {
    const { server, bearer } = await joinedAs(role);
    for (const format of ['md', 'json']) {
      const reply = await server.call('GET', `/api/report.${format}`, { bearer });
      expect(reply.status).toBe(role === 'host' ? 200 : 403);
      expect(reply.text.includes(founding.title)).toBe(role === 'host');
    }
  });

  it.each([
    ['host', 'group-0001', 404],
    ['animator', 'group-0001', 404],
    ['animator', 'group-0002', 403],
    ['participant', 'group-0001', 403],
    ['display', 'group-0001', 403],
  ] as const)('K9 a %s asks for the history of %s', async (role, groupId, status) => {
    const { server, bearer } = await joinedAs(role);
    const path = `/api/groups/history?slotId=slot-0002&groupId=${groupId}`;
    // Nobody is in groups yet: there is no history to tell to those who may ask.
    expect((await server.call('GET', path, { bearer })).status).toBe(status);
    expect((await server.call('GET', '/api/groups/history', { bearer })).status).toBe(403);
  });

  it('L10 whoever holds the set-up key fetches the JSON report of any workshop; no identity opens it', async () => {
    const { server, workshop, bearer } = await joinedAs('host');
    const path = `/api/workshops/${workshop.workshopId}/report.json`;
    const report = await server.call('GET', path, { bearer: server.setUpKey });
    expect(report).toMatchObject({
      status: 200,
      body: { format: 'aparte.report', workshop: { title: founding.title } },
    });
    for (const wrong of ['', bearer, 'x'.repeat(43)]) {
      expect(problemOf(await server.call('GET', path, { bearer: wrong }))).toMatchObject({
        status: 403,
        code: 'denied',
      });
    }
    for (const unknown of ['atelier-0009', '__proto__']) {
      const reply = await server.call('GET', `/api/workshops/${unknown}/report.json`, { bearer: server.setUpKey });
      expect(problemOf(reply)).toMatchObject({ status: 404, code: 'not_found' });
    }
  });

  it('L14 without an identity that is known there is nothing', async () => {
    const { server, bearer } = await joinedAs('host');
    for (const path of ['/api/links', '/api/report.md', '/api/report.json']) {
      for (const wrong of ['', 'x'.repeat(43), `${bearer} `, '__proto__']) {
        const isRight = wrong.trim() === bearer;
        expect((await server.call('GET', path, { bearer: wrong })).status).toBe(isRight ? 200 : 403);
      }
    }
    expect(problemOf(await server.call('GET', '/api/report.exe', { bearer }))).toEqual({
      status: 404,
      code: 'not_found',
    });
  });
});

describe('what is kept of secrets', () => {
  it('L13 no token, code, identity or key stands in the store or in the log; names stand in the store alone', async () => {
    const { server, workshop } = await withWorkshop({ environment: { LOG_LEVEL: 'debug' } });
    await joinAs(server, { link: workshop.tokenFor('host'), joinId: 'host-0001', name: 'Nom Très Secret' });
    await server.call('POST', '/api/join', { rawBody: '{"name":"Nom Très Secret"' });
    await server.call('GET', '/api/links', { bearer: identityOf('host-0001') });
    const secrets = [
      ...workshop.links.map(tokenOf),
      workshop.linkFor('participant', 'code').value.replace('-', ''),
      identityOf('host-0001'),
      server.setUpKey,
    ];
    const bytes = await bytesOfStore(server.dataDir);
    for (const secret of secrets) {
      expect(bytes.includes(secret)).toBe(false);
      expect(server.logged()).not.toContain(secret);
    }
    expect(bytes.includes('Nom Très Secret')).toBe(true);
    expect(server.logged()).not.toContain('Secret');
  });

  it('L12 a fault is logged with a reference, without a name or a token', async () => {
    let isBroken = false;
    const wrapStore: ServerOptions['wrapStore'] = (store) =>
      new Proxy(store, {
        get: (target, key) => {
          const value: unknown = Reflect.get(target, key, target);
          if (typeof value !== 'function') return value;
          if (isBroken && key !== 'close') return () => Promise.reject(new Error('disk I/O error'));
          return value.bind(target);
        },
      });
    const server = await start({ wrapStore });
    const workshop = await foundWorkshop(server);
    isBroken = true;
    const body = joinRequest({ link: workshop.tokenFor('host'), joinId: 'host-0001', name: 'Nom Très Secret' });
    const problem = problemOf(await server.call('POST', '/api/join', { body }));
    expect(problem).toMatchObject({ status: 500, code: 'fault' });
    expect(server.logged()).toContain(problem.reference);
    for (const word of ['Secret', body.identity, body.link]) expect(server.logged()).not.toContain(word);
  });
});

async function bytesOfStore(dataDir: string): Promise<Buffer> {
  const { readdirSync, readFileSync } = await import('node:fs');
  const files = readdirSync(dataDir).filter((name) => name.startsWith('aparte.sqlite'));
  return Buffer.concat(files.map((name) => readFileSync(`${dataDir}/${name}`)));
}

describe('bodies and addresses that are not ours', () => {
  it('N12 each gets the problem that says what is wrong', async () => {
    const server = await start();
    const post = (path: string, rawBody: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
      server.call('POST', path, { rawBody, headers, bearer: server.setUpKey }).then(problemOf);
    const invalid = { status: 400, code: 'invalid', path: '' };
    for (const broken of ['{', 'null', '"text"', '{"a":1}}', new Uint8Array([0xff, 0xfe, 0x00])]) {
      expect(await post('/api/join', broken)).toEqual(invalid);
    }
    expect(await post('/api/join', '{}', { 'content-type': 'text/plain' })).toEqual(invalid);
    expect(await post('/api/join', '[]')).toEqual(invalid);
    expect(await post('/api/join', '{"link":"x"}')).toEqual({ status: 400, code: 'invalid', path: 'joinId' });
    expect(await post('/api/invitation', '{"link":{"toString":"x"}}')).toEqual({
      status: 400,
      code: 'invalid',
      path: 'link',
    });
    expect(
      await post(
        '/api/workshops',
        JSON.stringify({ commandId: 'atelier-0001', workshop: { ...founding, slots: [{}] } }),
      ),
    ).toEqual({
      status: 400,
      code: 'invalid',
      path: 'workshop.slots.0.kind',
    });
    // A body that is no JSON by its own word is not read at all.
    const large = JSON.stringify({ link: 'x'.repeat(3_000_000) });
    for (const path of ['/api/join', '/api/invitation', '/api/workshops']) {
      expect(await post(path, large)).toEqual({ status: 413, code: 'too_large' });
    }
    expect(await post('/api/join', JSON.stringify({ link: 'x'.repeat(50_000) }))).toEqual({
      status: 413,
      code: 'too_large',
    });
  });

  it('N12 the longest workshop that a document gives is founded', async () => {
    const server = await start();
    const notes = Array.from({ length: 20 }, () => 'é'.repeat(2_000));
    const slots = founding.slots.map((slot) => ({ ...slot, notes }));
    const body = { commandId: 'atelier-0001', workshop: { ...founding, slots: [...slots, ...slots, ...slots] } };
    expect((await server.call('POST', '/api/workshops', { bearer: server.setUpKey, body })).status).toBe(201);
  });

  it('N12 what is not there is not found, and no address breaks the server', async () => {
    const server = await start();
    for (const path of ['/api', '/api/', '/api/secret', '/nothing', '/constructor', '/.env', '/..%2f..%2fetc/passwd']) {
      expect(problemOf(await server.call('GET', path))).toEqual({ status: 404, code: 'not_found' });
    }
    // A person's browser asks for a page: it is led to the first one.
    const mistyped = await fetch(`${server.origin}/atelier`, { headers: { accept: 'text/html' }, redirect: 'manual' });
    expect([mistyped.status, mistyped.headers.get('location')]).toEqual([302, '/']);
    for (const path of ['/%E0%A4%A', '/api/%E0%A4%A', '/api/report.%E0%A4%A']) {
      expect([400, 404]).toContain((await server.call('GET', path)).status);
    }
    expect((await server.call('GET', '/healthz')).body).toEqual({ ok: true });
    expect(server.logged()).toBe('');
  });
});

describe('headers', () => {
  it('N13 pages, answers and refusals alike come with a strict policy, and say nothing of the server', async () => {
    const { server } = await withWorkshop();
    for (const path of ['/', '/h', '/a', '/p', '/d', '/api/links', '/nothing', '/assets/page-abc123.js']) {
      const { headers } = await server.call('GET', path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('N13 secrets are never kept by a cache; built files are, pages are asked for again', async () => {
    const { server } = await withWorkshop();
    const cacheOf = async (method: string, path: string, rawBody?: string) =>
      (await server.call(method, path, rawBody === undefined ? {} : { rawBody })).headers.get('cache-control');
    expect(await cacheOf('GET', '/api/links')).toBe('no-store');
    expect(await cacheOf('POST', '/api/join', '{')).toBe('no-store');
    expect(await cacheOf('GET', '/p')).toBe('no-cache');
    expect(await cacheOf('GET', '/assets/page-abc123.js')).toContain('immutable');
  });

  it('N13 behind https, browsers are told to stay there, and links are those of the public address', async () => {
    const { server, workshop } = await withWorkshop({ environment: { PUBLIC_URL: 'https://ateliers.example.org/' } });
    expect((await server.call('GET', '/')).headers.get('strict-transport-security')).toContain('max-age');
    expect(workshop.linkFor('host').value).toMatch(/^https:\/\/ateliers\.example\.org\/h#/);
  });

  it('N14 one address has its share of requests; forwarded addresses are believed from trusted proxies alone', async () => {
    const flooded = async (environment: Record<string, string>): Promise<readonly number[]> => {
      const server = await start({ environment: { RATE_LIMIT_SCALE: '0.01', ...environment } });
      const statuses: number[] = [];
      for (let request = 0; request < 70; request++) {
        const headers = { 'x-forwarded-for': `10.0.0.${request}` };
        statuses.push((await server.call('GET', '/api/links', { headers })).status);
      }
      return statuses;
    };
    expect(await flooded({})).toEqual([
      ...Array.from({ length: 60 }, () => 403),
      ...Array.from({ length: 10 }, () => 429),
    ]);
    expect(new Set(await flooded({ TRUSTED_PROXIES: '1' }))).toEqual(new Set([403]));
  });
});
