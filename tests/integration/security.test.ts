import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { openConnection, openRawPage, type RawPage } from '../doubles/rawPage.ts';
import { openPage, type TestPage } from '../doubles/testPage.ts';
import {
  type FoundedWorkshop,
  foundWorkshop,
  joinAs,
  type ServerOptions,
  startServer,
  type TestServer,
} from '../doubles/testServer.ts';
import { slotContent } from '../doubles/workshopScenario.ts';

const servers: TestServer[] = [];
const pages: (TestPage | RawPage)[] = [];
afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  for (const server of servers.splice(0)) await server.stop();
});

async function withWorkshop(options: ServerOptions = {}): Promise<{ server: TestServer; workshop: FoundedWorkshop }> {
  const server = await startServer(options);
  servers.push(server);
  return { server, workshop: await foundWorkshop(server) };
}

async function pageOf({ origin }: TestServer, joinId: string): Promise<TestPage> {
  const page = openPage(origin, joinId);
  pages.push(page);
  return page.until(({ view }) => view !== undefined);
}

async function rawPageOf({ origin }: TestServer, joinId: string): Promise<RawPage> {
  const page = await openRawPage(origin, joinId);
  pages.push(page);
  return page;
}

const countOf = (text: string, part: string): number => text.split(part).length - 1;

describe('a page that asks too much', () => {
  it('N14 is told to wait, also when what it sends is nonsense', async () => {
    const { server, workshop } = await withWorkshop();
    await joinAs(server, { link: workshop.tokenFor('participant'), joinId: 'person-0001' });
    const page = await rawPageOf(server, 'person-0001');
    const nonsense = (id: number) =>
      `42["command",{"commandId":"command-${1_000 + id}","command":{"kind":"Nonsense"}}]`;
    page.say(...Array.from({ length: 100 }, (_, id) => nonsense(id)));
    const heard = await page.until((all) => countOf(all, '["ack"') === 100);
    expect([countOf(heard, '"invalid"'), countOf(heard, '"busy"')]).toEqual([60, 40]);
  });

  it('N14 has its questions about the time answered a hundred times in ten seconds, and no more', async () => {
    const { server, workshop } = await withWorkshop();
    await joinAs(server, { link: workshop.tokenFor('participant'), joinId: 'person-0001' });
    const page = await rawPageOf(server, 'person-0001');
    page.say(...Array.from({ length: 500 }, () => '42["clock",1]'));
    page.say('42["command",{"commandId":"command-0001","command":{"kind":"Nonsense"}}]');
    const heard = await page.until((all) => all.includes('"command-0001"'));
    expect(countOf(heard, '["clock",')).toBe(100);
  });

  it('N14 takes nothing from a person of another workshop who has the same id', async () => {
    const { server, workshop } = await withWorkshop();
    const other = await foundWorkshop(server, 'atelier-0002');
    const renaming = { kind: 'ReviseMyself', name: 'Zoé', organisation: '' } as const;
    await joinAs(server, { link: workshop.tokenFor('host'), joinId: 'person-0001' });
    const link = other.tokenFor('participant');
    const flooder = { link, joinId: 'person-0001', identity: Buffer.alloc(32, 7).toString('base64url') };
    await joinAs(server, flooder);
    const flood = openPage(server.origin, 'person-0001', { identity: flooder.identity });
    pages.push(flood);
    await flood.until(({ view }) => view !== undefined);
    const acks = await Promise.all(
      Array.from({ length: 61 }, (_, index) => flood.send(`command-${1_000 + index}`, renaming)),
    );
    expect(acks.at(-1)).toMatchObject({ ok: false, problem: { kind: 'busy' } });
    const host = await pageOf(server, 'person-0001');
    expect(await host.send('command-0001', renaming)).toMatchObject({ ok: true });
  });

  it('N14 cannot have one whole view after another by coming back again and again', async () => {
    const { server, workshop } = await withWorkshop({ environment: { RATE_LIMIT_SCALE: '0.1' } });
    await joinAs(server, { link: workshop.tokenFor('participant'), joinId: 'person-0001' });
    for (let visit = 0; visit < 6; visit++) expect((await pageOf(server, 'person-0001')).view).toBeDefined();
    const turnedAway = openPage(server.origin, 'person-0001');
    pages.push(turnedAway);
    await new Promise((closed) => turnedAway.socket.once('disconnect', closed));
    expect(turnedAway.heard).toEqual([]);
  });

  it('N19 and does not read what it is sent is cut off before it fills the memory', async () => {
    const { server, workshop } = await withWorkshop({ environment: { RATE_LIMIT_SCALE: '1000' } });
    for (const joinId of ['host-0001', 'host-0002']) await joinAs(server, { link: workshop.tokenFor('host'), joinId });
    const host = await pageOf(server, 'host-0001');
    const slot = slotContent({ notes: Array.from({ length: 200 }, () => 'é'.repeat(2_000)) });
    expect(await host.send('command-0001', { kind: 'AddSlot', slot })).toMatchObject({ ok: true });
    const deaf = await rawPageOf(server, 'host-0002');
    const isThere = ({ view }: TestPage): boolean =>
      view?.kind === 'host' && view.people['host-0002']?.connected === true;
    await host.until(isThere);
    deaf.stopReading();
    deaf.say(...Array.from({ length: 60 }, () => '42["resync"]'));
    // It gives every sign of life: silence is not what it is cut off for.
    const pulse = setInterval(() => deaf.say('3'), 1_000);
    await host.until((page) => !isThere(page));
    clearInterval(pulse);
  });
});

describe('stopping', () => {
  it('N20 ends although somebody has sent half a request', async () => {
    const { server } = await withWorkshop();
    const half = await openConnection(server.origin);
    half.write('GET /healthz HTTP/1.1\r\nHost: test\r\n');
    expect((await server.call('GET', '/healthz')).status).toBe(200);
    const cut = once(half, 'close');
    half.resume();
    servers.length = 0;
    await server.stop();
    await cut;
  });
});

describe('one workshop that cannot be read', () => {
  it('N21 does not hide the others from whoever holds the set-up key', async () => {
    const { server, workshop } = await withWorkshop();
    await server.store.append({
      workshopId: 'atelier-0002',
      expectedVersion: 0,
      events: [{ version: 1, at: 1, actorId: 'set-up', commandId: 'command-0001', data: { kind: 'NobodyKnows' } }],
    });
    const listing = await server.call('GET', '/api/workshops', { bearer: server.setUpKey });
    expect(listing.body).toMatchObject([{ workshopId: workshop.workshopId }]);
    expect(server.logged()).toContain('atelier-0002');
  });
});
