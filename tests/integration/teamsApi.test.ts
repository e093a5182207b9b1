import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MeetingRole, MeetingRoleAsked } from '../../bot/teams/meetings.ts';
import type { TeamsOpenReply, TeamsSessionReply } from '../../shared/protocol/teams.ts';
import {
  type FakeEntra,
  objectIdOf,
  otherTenantId,
  startEntra,
  teamsEnvironment,
  tenantId,
} from '../doubles/fakeEntra.ts';
import { openPage, type TestPage } from '../doubles/testPage.ts';
import {
  type FoundedWorkshop,
  founding,
  foundWorkshop,
  identityOf,
  joinAs,
  problemOf,
  type Reply,
  startServer,
  type TestServer,
} from '../doubles/testServer.ts';

const place = { conversationId: '19:meeting_abc@thread.v2', meetingId: 'meeting-1' };

let entra: FakeEntra;
beforeAll(async () => {
  entra = await startEntra();
});
afterAll(() => entra.close());

const servers: TestServer[] = [];
const pages: TestPage[] = [];
afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  for (const server of servers.splice(0)) await server.stop();
});

/** A server with a workshop, and people of Teams by number. */
async function open({ isLinked = true, now }: { readonly isLinked?: boolean; readonly now?: () => number } = {}) {
  const roles = new Map<string, MeetingRole>();
  const asked: MeetingRoleAsked[] = [];
  const server = await startServer({
    environment: teamsEnvironment,
    teams: {
      loginOrigin: entra.origin,
      meetings: {
        async roleOf(question) {
          asked.push(question);
          return roles.get(question.objectId);
        },
        titleOf: async () => 'Comité de pilotage',
      },
    },
    ...(now === undefined ? {} : { now }),
  });
  servers.push(server);
  const workshop = await foundWorkshop(server);
  const call = async (path: string, person: number, body: object): Promise<Reply> =>
    server.call('POST', `/api/teams/${path}`, { bearer: await entra.token({ oid: objectIdOf(person) }), body });
  const session = async (person: number, more: object = {}): Promise<Reply> =>
    call('session', person, { place, surface: 'own', identity: identityOf(`teams-${person}`), ...more });
  const join = async (person: number, more: object = {}): Promise<Reply> =>
    call('join', person, {
      place,
      identity: identityOf(`teams-${person}`),
      name: `Personne ${person}`,
      organisation: '',
      ...more,
    });
  const link = (person: number): Promise<Reply> =>
    call('conversation', person, { place, link: workshop.tokenFor('host') });
  if (isLinked) {
    roles.set(objectIdOf(99), 'presenter');
    expect((await link(99)).status).toBe(200);
    asked.splice(0);
  }
  return { server, workshop, roles, asked, call, session, join, link };
}

const opened = (reply: Reply): TeamsOpenReply => {
  expect(reply.status, reply.text).toBe(200);
  expect(reply.body).toMatchObject({ kind: 'open' });
  return reply.body as TeamsOpenReply;
};
const answered = (reply: Reply): TeamsSessionReply => {
  expect(reply.status, reply.text).toBe(200);
  return reply.body as TeamsSessionReply;
};
const page = (server: TestServer, identity: string): TestPage => {
  const opening = openPage(server.origin, '', { identity });
  pages.push(opening);
  return opening;
};
async function standing(server: TestServer, { workshopId }: FoundedWorkshop): Promise<readonly string[]> {
  return (await server.store.load(workshopId, 0)).flatMap(({ data }) => {
    const event = data as { readonly kind: string; readonly personId?: string };
    return event.kind === 'PersonJoined' && event.personId !== undefined ? [event.personId] : [];
  });
}

describe('coming in by an account of Teams', () => {
  it('MS4 where Teams is not configured nobody comes in by it, and no page may be framed', async () => {
    const server = await startServer();
    servers.push(server);
    const bearer = await entra.token();
    const body = { place, surface: 'own', identity: identityOf('x') };
    expect(problemOf(await server.call('POST', '/api/teams/session', { bearer, body }))).toMatchObject({ status: 404 });
    const { headers } = await server.call('GET', '/t');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('MS2 a server that lists no tenant starts, lets nobody in by an account, and is no bot to anyone', async () => {
    const { TEAMS_TENANTS: _tenants, ...environment } = teamsEnvironment;
    for (const tenants of [{}, { TEAMS_TENANTS: '' }]) {
      const server = await startServer({
        environment: { ...environment, ...tenants },
        teams: { loginOrigin: entra.origin },
      });
      servers.push(server);
      const bearer = await entra.token();
      const body = { place, surface: 'own', identity: identityOf('x') };
      expect(problemOf(await server.call('POST', '/api/teams/session', { bearer, body }))).toEqual({
        status: 403,
        code: 'tenant_not_allowed',
      });
      expect((await server.call('POST', '/api/messages', { bearer, body: {} })).status).toBe(404);
    }
  });

  it.each([
    ['no token', async () => undefined, 401, 'sign_in_refused'],
    ['the token of a stranger', () => entra.foreignToken(), 401, 'sign_in_refused'],
    ['an expired token', () => entra.token({ exp: 1 }), 401, 'sign_in_expired'],
    ['the token of another tenant', () => entra.token({ tid: otherTenantId }), 403, 'tenant_not_allowed'],
  ])('MS2 with %s nothing opens', async (_what, makeToken, status, code) => {
    const { server, workshop } = await open();
    const bearer = await makeToken();
    for (const path of ['session', 'join', 'attach', 'conversation', 'workshops']) {
      const reply = await server.call('POST', `/api/teams/${path}`, {
        ...(bearer === undefined ? {} : { bearer }),
        body: { place, surface: 'own', identity: identityOf('x'), name: 'X', organisation: '' },
      });
      expect(problemOf(reply)).toEqual({ status, code });
    }
    expect(await standing(server, workshop)).toEqual([]);
  });

  it('MS5 an account joins once, under a name that it confirms, and is the same person on every page and after a restart', async () => {
    const room = await open();
    expect(answered(await room.session(1))).toEqual({
      kind: 'newcomer',
      suggestedName: 'Zoé Ménard',
      invitation: {
        workshopId: 'atelier-0001',
        linkId: room.workshop.linkFor('participant').linkId,
        title: founding.title,
        language: 'fr',
        role: 'participant',
        teams: true,
      },
    });
    const [one, other] = await Promise.all([room.join(1), room.join(1, { identity: identityOf('second page') })]);
    expect(opened(other).personId).toBe(opened(one).personId);
    expect(opened(await room.session(1, { identity: identityOf('third page') }))).toEqual(opened(one));
    expect(await standing(room.server, room.workshop)).toEqual([opened(one).personId]);
    const server = await room.server.restarted();
    servers.splice(0, 1, server);
    const bearer = await entra.token({ oid: objectIdOf(1) });
    const again = await server.call('POST', '/api/teams/session', {
      bearer,
      body: { place, surface: 'own', identity: identityOf('fourth page') },
    });
    expect(opened(again)).toEqual(opened(one));
  });

  it('MS5 the identity opens the live workshop as a guest’s does, and several pages are one person', async () => {
    const room = await open();
    const { personId } = opened(await room.join(1));
    opened(await room.session(1, { identity: identityOf('second page') }));
    const one = page(room.server, identityOf('teams-1'));
    const other = page(room.server, identityOf('second page'));
    for (const each of [one, other]) {
      await each.until(({ me }) => me !== undefined);
      expect(each.me).toMatchObject({ personId, name: 'Personne 1' });
    }
  });

  it('MS6 the organizer of the meeting becomes a host, presenters and attendees take part; Teams is asked, not the page', async () => {
    const room = await open();
    room.roles.set(objectIdOf(1), 'organizer').set(objectIdOf(2), 'presenter').set(objectIdOf(3), 'attendee');
    const roles = [];
    for (const person of [1, 2, 3, 4]) roles.push(opened(await room.join(person)).invitation.role);
    expect(roles).toEqual(['host', 'participant', 'participant', 'participant']);
    expect(room.asked).toContainEqual({ ...place, tenantId, objectId: objectIdOf(1) });
  });

  it('MS6 the role in one meeting opens no workshop of another', async () => {
    const room = await open();
    room.roles.set(objectIdOf(1), 'organizer');
    const elsewhere = { conversationId: '19:other@thread.v2', meetingId: 'meeting-2' };
    expect(answered(await room.session(1, { place: elsewhere }))).toMatchObject({ kind: 'unlinked', workshops: [] });
    // By the participants' link, from another meeting that they organise: a participant all the same.
    const link = room.workshop.tokenFor('participant');
    expect(opened(await room.join(1, { place: elsewhere, link })).invitation.role).toBe('participant');
  });

  it('MS6 whoever came by a link keeps what it gave, whatever the meeting says; a stronger link makes them more', async () => {
    const room = await open();
    room.roles.set(objectIdOf(1), 'attendee');
    const animator = room.workshop.tokenFor('animator');
    const first = opened(await room.join(1, { link: animator }));
    expect(first.invitation).toMatchObject({ role: 'animator', group: { number: 1 } });
    expect(opened(await room.session(1))).toEqual(first);
    expect(opened(await room.session(1, { link: room.workshop.tokenFor('participant') }))).toEqual(first);
    const host = room.workshop.tokenFor('host');
    expect(answered(await room.session(1, { link: host }))).toMatchObject({
      kind: 'newcomer',
      invitation: { role: 'host' },
    });
    const second = opened(await room.join(1, { link: host, identity: identityOf('second page') }));
    expect(second.invitation.role).toBe('host');
    expect(opened(await room.session(1, { identity: identityOf('third page') }))).toEqual(second);
  });

  it('MS7 an id of a workshop, or of a person, opens nothing to an account that is not in it', async () => {
    const room = await open();
    const { personId } = opened(await room.join(1));
    const nowhere = { place: {}, workshopId: room.workshop.workshopId };
    expect(answered(await room.session(2, nowhere))).toMatchObject({ kind: 'unlinked', workshops: [], mayLink: false });
    expect(problemOf(await room.join(2, nowhere))).toMatchObject({ code: 'workshop_unknown' });
    expect(opened(await room.session(1, nowhere)).personId).toBe(personId);
    expect(answered(await room.session(1, { place: {} }))).toEqual({
      kind: 'unlinked',
      mayLink: false,
      workshops: [{ workshopId: 'atelier-0001', title: founding.title, role: 'participant' }],
    });
    // The identity of somebody else stays theirs.
    expect(problemOf(await room.join(2, { identity: identityOf('teams-1') }))).toMatchObject({ status: 403 });
  });

  it('MS8 on the stage an account opens a display of its own, which is nobody’s person', async () => {
    const room = await open();
    opened(await room.join(1));
    const stage = opened(await room.session(1, { surface: 'stage', identity: identityOf('stage') }));
    expect(stage.invitation.role).toBe('display');
    expect(opened(await room.session(1, { surface: 'stage', identity: identityOf('stage 2') })).personId).toBe(
      stage.personId,
    );
    expect(opened(await room.session(1)).invitation.role).toBe('participant');
    const display = page(room.server, identityOf('stage'));
    await display.until(({ view }) => view?.kind === 'display');
  });

  it('MS5 an account that is expected under nearly its name is asked who it is, and takes its place', async () => {
    const room = await open();
    await joinAs(room.server, { link: room.workshop.tokenFor('host'), joinId: 'host-0001' });
    const hostPage = page(room.server, identityOf('host-0001'));
    await hostPage.until(({ view }) => view !== undefined);
    const person = { name: 'Personne 1', organisation: 'ADASI', email: '', attributes: {} };
    expect(await hostPage.send('expect-0001', { kind: 'ExpectPeople', people: [person] })).toMatchObject({ ok: true });
    const asked = await room.join(1);
    expect(asked.body).toMatchObject({ kind: 'choose', candidates: [{ name: 'Personne 1', organisation: 'ADASI' }] });
    expect(answered(await room.session(1))).toMatchObject({ kind: 'newcomer' });
    const [candidate] = (asked.body as { readonly candidates: readonly { readonly expectedId: string }[] }).candidates;
    const claim = { kind: 'expected', expectedId: candidate?.expectedId };
    const { personId } = opened(await room.join(1, { claim }));
    await hostPage.until(({ view }) => view?.kind === 'host' && view.people[personId] !== undefined);
    expect(hostPage.view).toMatchObject({ people: { [personId]: { organisation: 'ADASI' } } });
  });

  it('MS9 whoever is removed is sent out on every device, and their account does not come back by the same door', async () => {
    const room = await open();
    await joinAs(room.server, { link: room.workshop.tokenFor('host'), joinId: 'host-0001' });
    const hostPage = page(room.server, identityOf('host-0001'));
    const { personId } = opened(await room.join(1));
    opened(await room.session(1, { identity: identityOf('second page') }));
    const own = [page(room.server, identityOf('teams-1')), page(room.server, identityOf('second page'))];
    for (const each of own) await each.until(({ me }) => me !== undefined);
    await hostPage.until(({ view }) => view !== undefined);
    expect(await hostPage.send('remove-0001', { kind: 'RemovePerson', personId })).toMatchObject({ ok: true });
    for (const each of own) await each.until(({ refusal }) => refusal === 'access_revoked');
    for (const reply of [await room.session(1), await room.join(1)]) {
      expect(problemOf(reply)).toMatchObject({ status: 403, code: 'person_removed' });
    }
    const late = page(room.server, identityOf('second page'));
    await late.until(({ refusal }) => refusal === 'access_revoked');
  });

  it('MS10 accounts stand nowhere as they are: not in the log, not in what is logged', async () => {
    const room = await open();
    opened(await room.join(1));
    const everything = JSON.stringify(await room.server.store.load('atelier-0001', 0)) + room.server.logged();
    for (const secret of [objectIdOf(1), tenantId, 'Personne 1', identityOf('teams-1')])
      expect(everything).not.toContain(secret);
  });
});

describe('linking a meeting', () => {
  it('MS11 the organizer or a presenter who holds a host link links a workshop; the conversation then leads there', async () => {
    const room = await open({ isLinked: false });
    room.roles.set(objectIdOf(1), 'organizer').set(objectIdOf(3), 'attendee');
    expect(answered(await room.session(1))).toEqual({
      kind: 'unlinked',
      mayLink: true,
      workshops: [],
      meetingTitle: 'Comité de pilotage',
    });
    expect(answered(await room.session(3))).toEqual({ kind: 'unlinked', mayLink: false, workshops: [] });
    expect((await room.link(1)).status).toBe(200);
    expect(answered(await room.session(3))).toMatchObject({ kind: 'newcomer' });
  });

  it('MS11 nobody else links anything: an attendee, a stranger, someone without a host link, someone outside of a meeting', async () => {
    const room = await open({ isLinked: false });
    room.roles.set(objectIdOf(1), 'organizer').set(objectIdOf(3), 'attendee');
    for (const person of [3, 4])
      expect(problemOf(await room.link(person))).toEqual({ status: 403, code: 'may_not_link' });
    for (const role of ['participant', 'animator', 'display'] as const) {
      const body = { place, link: room.workshop.tokenFor(role) };
      expect(problemOf(await room.call('conversation', 1, body))).toEqual({ status: 403, code: 'denied' });
    }
    const outside = { place: { conversationId: place.conversationId }, link: room.workshop.tokenFor('host') };
    expect(problemOf(await room.call('conversation', 1, outside))).toEqual({ status: 403, code: 'may_not_link' });
    expect(answered(await room.session(1))).toMatchObject({ kind: 'unlinked' });
  });

  it('MS11 whoever may link founds a workshop from the meeting, once; nobody else does', async () => {
    const room = await open({ isLinked: false });
    room.roles.set(objectIdOf(1), 'presenter').set(objectIdOf(3), 'attendee');
    const body = { place, commandId: 'atelier-0002', workshop: founding };
    expect(problemOf(await room.call('workshops', 3, body))).toEqual({ status: 403, code: 'may_not_link' });
    const replies = [await room.call('workshops', 1, body), await room.call('workshops', 1, body)];
    for (const reply of replies) expect(reply.status).toBe(201);
    expect(replies[1]?.body).toEqual(replies[0]?.body);
  });
});

describe('one person on several devices', () => {
  const issue = (server: TestServer, identity: string, medium: 'link' | 'code') =>
    server.call('POST', '/api/pass', { bearer: identity, body: { medium } });
  const passOf = (reply: Reply): string => {
    expect(reply.status, reply.text).toBe(200);
    return (reply.body as { readonly value: string }).value;
  };
  const take = (server: TestServer, pass: string, identity: string) =>
    server.call('POST', '/api/pass/take', { body: { pass: pass.split('#pass.').at(-1), identity } });

  it('MS12 a phone that scans the pass of a page is the same person, once; a lost answer may be asked for again', async () => {
    const room = await open();
    const own = opened(await room.join(1));
    const link = passOf(await issue(room.server, identityOf('teams-1'), 'link'));
    expect(link).toMatch(/^https:\/\/tab\.exemple\.test\/p#pass\.[\w-]{32}$/);
    const phone = await take(room.server, link, identityOf('phone'));
    expect(opened(phone)).toEqual(own);
    expect(opened(await take(room.server, link, identityOf('phone')))).toEqual(own);
    expect(problemOf(await take(room.server, link, identityOf('thief')))).toMatchObject({ code: 'pass_unknown' });
    const screen = page(room.server, identityOf('phone'));
    await screen.until(({ me }) => me !== undefined);
    expect(screen.me?.personId).toBe(own.personId);
  });

  it('MS12 a pass is good for ten minutes, a code in Teams alone, a display has none, and a wrong one is told', async () => {
    let now = Date.now();
    const room = await open({ now: () => now });
    opened(await room.join(1));
    const link = passOf(await issue(room.server, identityOf('teams-1'), 'link'));
    const code = passOf(await issue(room.server, identityOf('teams-1'), 'code'));
    expect(problemOf(await take(room.server, code, identityOf('phone')))).toMatchObject({ code: 'pass_unknown' });
    now += 10 * 60_000;
    expect(problemOf(await take(room.server, link, identityOf('phone')))).toMatchObject({ code: 'pass_unknown' });
    expect(problemOf(await issue(room.server, identityOf('nobody'), 'link'))).toMatchObject({ code: 'denied' });
    await joinAs(room.server, { link: room.workshop.tokenFor('display'), joinId: 'display-1', name: '' });
    expect(problemOf(await issue(room.server, identityOf('display-1'), 'link'))).toMatchObject({ code: 'denied' });
  });

  it('MS13 a guest is recognised in Teams: by the code that their phone shows, or by the identity of their page', async () => {
    const room = await open();
    await joinAs(room.server, { link: room.workshop.tokenFor('participant'), joinId: 'guest-0001' });
    const code = passOf(await issue(room.server, identityOf('guest-0001'), 'code'));
    const typed = code.toLowerCase().replace('-', ' ');
    const attached = opened(await room.call('attach', 1, { identity: identityOf('teams-1'), code: typed }));
    expect(attached.personId).toBe('guest-0001');
    expect(opened(await room.session(1)).personId).toBe('guest-0001');
    await joinAs(room.server, { link: room.workshop.tokenFor('participant'), joinId: 'guest-0002' });
    const own = opened(await room.call('attach', 2, { identity: identityOf('guest-0002') }));
    expect(own.personId).toBe('guest-0002');
    expect(await standing(room.server, room.workshop)).toEqual(['guest-0001', 'guest-0002']);
  });

  it('MS13 an account that is somebody already does not become somebody else, unless that one may do more', async () => {
    const room = await open();
    const { personId } = opened(await room.join(1));
    await joinAs(room.server, { link: room.workshop.tokenFor('participant'), joinId: 'guest-0001' });
    const refused = await room.call('attach', 1, { identity: identityOf('guest-0001') });
    expect(problemOf(refused)).toEqual({ status: 409, code: 'account_taken' });
    expect(opened(await room.session(1)).personId).toBe(personId);
    await joinAs(room.server, { link: room.workshop.tokenFor('host'), joinId: 'host-0001' });
    expect(opened(await room.call('attach', 1, { identity: identityOf('host-0001') })).personId).toBe('host-0001');
    expect(opened(await room.session(1, { identity: identityOf('third page') })).invitation.role).toBe('host');
  });

  it('MS12 codes are guessed no more often than those of links', async () => {
    const room = await open();
    const guess = (n: number) =>
      room.call('attach', 1, { identity: identityOf('x'), code: `ABCDEFG${'ABCDEFGH'[n % 8]}` });
    const replies: Reply[] = [];
    for (let n = 0; n < 32; n += 1) replies.push(await guess(n));
    expect(problemOf(replies[0] as Reply)).toMatchObject({ code: 'pass_unknown' });
    expect(problemOf(replies.at(-1) as Reply)).toMatchObject({ status: 429, code: 'too_many_requests' });
  });
});

describe('the page that Teams shows', () => {
  it('MT1 may stand in a frame of Teams, and no other page may; nothing sets a cookie', async () => {
    const { server } = await open();
    const framed = await server.call('GET', '/t');
    const policy = framed.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(
      "frame-ancestors 'self' https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft https://teams.live.com",
    );
    expect(policy).toContain("connect-src 'self' https://res.cdn.office.net");
    expect(framed.headers.get('x-frame-options')).toBeNull();
    for (const path of ['/', '/p', '/h', '/a', '/d', '/api/links']) {
      const { headers } = await server.call('GET', path);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('content-security-policy')).not.toContain('office.net');
      expect(headers.get('set-cookie')).toBeNull();
    }
    expect(framed.headers.get('set-cookie')).toBeNull();
  });
});
