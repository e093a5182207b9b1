import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TeamsOpenReply, TeamsRoom, TeamsRoomsReply } from '../../shared/protocol/teams.ts';
import type { HostView } from '../../shared/views/views.ts';
import type { Command, GroupContent } from '../../shared/workshop/commands.ts';
import { graphTokenOf } from '../doubles/consentDesk.ts';
import {
  type FakeEntra,
  objectIdOf,
  otherTenantId,
  startEntra,
  teamsEnvironment,
  tenantId,
} from '../doubles/fakeEntra.ts';
import { FakeGraph } from '../doubles/fakeGraph.ts';
import { openPage, type TestPage } from '../doubles/testPage.ts';
import {
  type FoundedWorkshop,
  founding,
  foundWorkshop,
  identityOf,
  problemOf,
  type Reply,
  type ServerOptions,
  startServer,
  type TestServer,
} from '../doubles/testServer.ts';

let entra: FakeEntra;
let graph: FakeGraph;
let graphOrigin: string;
beforeAll(async () => {
  entra = await startEntra();
});
afterAll(() => entra.close());
beforeEach(async () => {
  graph = new FakeGraph();
  graphOrigin = await graph.start();
  entra.consent.given.clear();
  entra.consent.trouble = () => undefined;
  for (const number of [1, 2]) entra.consent.given.add(objectIdOf(number));
});

const servers: TestServer[] = [];
const pages: TestPage[] = [];
afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  for (const server of servers.splice(0)) await server.stop();
  await graph.stop();
});

const place = { conversationId: '19:meeting_abc@thread.v2' };
const bearerOf = (person: number, claims: object = {}) => entra.token({ oid: objectIdOf(person), ...claims });

/** Comes in by the host's link, as an account. */
async function becomeHost(server: TestServer, workshop: FoundedWorkshop, person: number): Promise<void> {
  const reply = await server.call('POST', '/api/teams/join', {
    bearer: await bearerOf(person),
    body: {
      place,
      link: workshop.tokenFor('host'),
      identity: identityOf(`teams-${person}`),
      name: `Hôte ${person}`,
      organisation: '',
    },
  });
  expect(reply.body, reply.text).toMatchObject({ kind: 'open', invitation: { role: 'host' } });
  expect((reply.body as TeamsOpenReply).personId).not.toBe('');
}

async function hostView(server: TestServer, identity = identityOf('teams-1')): Promise<HostView> {
  const page = openPage(server.origin, '', { identity });
  pages.push(page);
  await page.until(({ view }) => view?.kind === 'host');
  return page.view as HostView;
}
const roomsOf = ({ groups }: HostView): readonly string[] => groups.map(({ roomUrl }) => roomUrl);

/** A server with a workshop of three groups without rooms, of which accounts 1 and 2 are hosts. */
async function open(options: ServerOptions = {}) {
  const server = await startServer({
    environment: teamsEnvironment,
    teams: { loginOrigin: entra.origin, graphOrigin },
    ...options,
  });
  servers.push(server);
  const workshop = await foundWorkshop(server);
  for (const person of [1, 2]) await becomeHost(server, workshop, person);
  const slots = (await hostView(server)).agenda.slots;
  const slotId = slots.find(({ kind }) => kind === 'breakout')?.id ?? '';
  const ask = async (person: number, more: object = {}, at = server): Promise<Reply> =>
    at.call('POST', '/api/teams/rooms', {
      bearer: await bearerOf(person),
      body: { workshopId: workshop.workshopId, slotId, lobby: 'everyone', ...more },
    });
  const page = openPage(server.origin, '', { identity: identityOf('teams-1') });
  pages.push(page);
  const send = async (commandId: string, command: Command): Promise<void> => {
    expect(await page.send(commandId, command)).toMatchObject({ ok: true });
  };
  const revise = async (groupNumber: number, group: Partial<GroupContent>): Promise<void> => {
    const groupId = (await hostView(server)).groups[groupNumber - 1]?.id ?? '';
    await send(`revise-${groupNumber}-${Math.random().toString(36).slice(2)}`, { kind: 'ReviseGroup', groupId, group });
  };
  return { server, workshop, slotId, slots, ask, send, revise };
}

const told = (reply: Reply): readonly TeamsRoom[] => {
  expect(reply.status, reply.text).toBe(200);
  return (reply.body as TeamsRoomsReply).rooms;
};
const kinds = (reply: Reply): readonly string[] => told(reply).map(({ kind }) => kind);
const three = <Value>(value: Value): readonly Value[] => [value, value, value];
const links = (): readonly string[] => graph.meetings.map(({ joinWebUrl }) => joinWebUrl);

describe('rooms through Microsoft Graph', () => {
  it('MR1 MR10 every group without a room gets one meeting, named after it; a room that stands stays', async () => {
    const room = await open();
    await room.revise(2, { roomUrl: 'https://visio.exemple.test/deux', name: 'Les “communs”' });
    await room.revise(3, { name: 'Réseau Alliances' });
    expect(kinds(await room.ask(1))).toEqual(['made', 'kept', 'made']);
    const rooms = roomsOf(await hostView(room.server));
    expect(rooms[1]).toBe('https://visio.exemple.test/deux');
    expect([rooms[0], rooms[2]].toSorted()).toEqual([...links()].toSorted());
    expect(graph.meetings.map(({ subject }) => subject).toSorted()).toEqual([
      `${founding.title} – Groupe 1`,
      `${founding.title} – Groupe 3 – Réseau Alliances`,
    ]);
    // In the host's own name, and of nothing but the group's own fields is touched.
    expect(new Set(graph.meetings.map(({ token }) => token))).toEqual(new Set([graphTokenOf(objectIdOf(1))]));
    expect((await hostView(room.server)).groups.map(({ name }) => name)).toEqual([
      'Groupe 1',
      'Les “communs”',
      'Réseau Alliances',
    ]);
  });

  it('MR1 a group that has joined another needs no room', async () => {
    const { server, slotId, ask, send } = await open();
    const [one, two] = (await hostView(server)).groups;
    await send('form-0001', { kind: 'FormGroups', slotId });
    const [fromGroupId, intoGroupId] = [one?.id ?? '', two?.id ?? ''];
    await send('merge-0001', { kind: 'MergeGroups', slotId, fromGroupId, intoGroupId, announcement: '' });
    expect(told(await ask(1)).map(({ groupId }) => groupId)).not.toContain(one?.id);
    expect(graph.meetings).toHaveLength(2);
  });

  it('MR2 asking again makes nothing; a room that was taken out comes back, the same meeting', async () => {
    const room = await open();
    expect(kinds(await room.ask(1))).toEqual(three('made'));
    const before = roomsOf(await hostView(room.server));
    expect(kinds(await room.ask(1))).toEqual(three('kept'));
    expect(entra.consent.exchanges.length).toBeGreaterThan(0);
    await room.revise(1, { roomUrl: '' });
    expect(kinds(await room.ask(1))).toEqual(['made', 'kept', 'kept']);
    expect(roomsOf(await hostView(room.server))).toEqual(before);
    expect(graph.meetings).toHaveLength(3);
    expect(graph.meetings.every(({ externalId }) => /^[0-9a-f]{32}$/.test(externalId))).toBe(true);
  });

  it('MR2 a server that stops between a meeting and its link makes nothing twice when it is asked again', async () => {
    let isBroken = false;
    const room = await open({
      wrapStore: (store) =>
        new Proxy(store, {
          get: (_store, name) => {
            if (name === 'append' && isBroken) return () => Promise.reject(new Error('the disk is gone'));
            const member = Reflect.get(store, name);
            return typeof member === 'function' ? member.bind(store) : member;
          },
        }),
    });
    isBroken = true;
    expect(told(await room.ask(1)).map((each) => each.kind === 'refused' && each.problem.code)).toEqual(three('fault'));
    expect(graph.meetings).toHaveLength(3);
    isBroken = false;
    const server = await room.server.restarted();
    servers.splice(0, 1, server);
    expect(kinds(await room.ask(1, {}, server))).toEqual(three('made'));
    expect(graph.meetings).toHaveLength(3);
    expect([...roomsOf(await hostView(server))].toSorted()).toEqual([...links()].toSorted());
  });

  it('MR2 an answer that was lost costs nothing: the same meeting is asked for again', async () => {
    const room = await open();
    const lost = new Set<unknown>();
    graph.trouble = ({ method, body }) => {
      if (method !== 'POST' || lost.has(body.externalId)) return undefined;
      lost.add(body.externalId);
      return { status: 504, takesIt: true };
    };
    expect(kinds(await room.ask(1))).toEqual(three('made'));
    expect(graph.meetings).toHaveLength(3);
  });

  it('MR3 of two hosts who ask at once one makes the rooms, the other finds them', async () => {
    const room = await open();
    const replies = await Promise.all([room.ask(1), room.ask(2)]);
    expect(replies.map(kinds).toSorted()).toEqual([three('kept'), three('made')]);
    expect(graph.meetings).toHaveLength(3);
    expect([...roomsOf(await hostView(room.server))].toSorted()).toEqual([...links()].toSorted());
  });

  it('MR3 a link that is pasted while a meeting is made stays', async () => {
    const room = await open();
    let pasting: Promise<void> | undefined;
    const paste = async (): Promise<void> => {
      for (const number of [1, 2, 3]) await room.revise(number, { roomUrl: `https://visio.exemple.test/${number}` });
    };
    graph.hold = () => {
      pasting ??= paste();
      return pasting;
    };
    expect(kinds(await room.ask(1))).toEqual(three('kept'));
    expect(roomsOf(await hostView(room.server))).toEqual(
      [1, 2, 3].map((number) => `https://visio.exemple.test/${number}`),
    );
  });

  it('MR4 nobody but a host of that workshop makes rooms, and ids open nothing', async () => {
    const room = await open();
    const bearer = await bearerOf(7);
    const body = { workshopId: room.workshop.workshopId, slotId: room.slotId, lobby: 'everyone' };
    const join = {
      place,
      link: room.workshop.tokenFor('participant'),
      identity: identityOf('p'),
      name: 'P',
      organisation: '',
    };
    expect((await room.server.call('POST', '/api/teams/join', { bearer, body: join })).status).toBe(200);
    const other = await foundWorkshop(room.server, 'atelier-0002');
    const refusals = [
      await room.ask(7),
      await room.ask(8),
      await room.ask(1, { workshopId: other.workshopId }),
      await room.ask(1, { workshopId: 'no-such-workshop' }),
    ];
    for (const each of refusals) expect(problemOf(each)).toEqual({ status: 403, code: 'denied' });
    expect(problemOf(await room.ask(1, { slotId: 'no-such-slot' }))).toMatchObject({ code: 'slot_unknown' });
    expect(problemOf(await room.ask(1, { slotId: room.slots[0]?.id }))).toMatchObject({ code: 'slot_not_breakout' });
    expect(problemOf(await room.ask(1, { lobby: 'nobody' }))).toEqual({ status: 400, code: 'invalid', path: 'lobby' });
    for (const [token, code] of [
      [await entra.token({ oid: objectIdOf(1), exp: 1 }), 'sign_in_expired'],
      [await bearerOf(1, { tid: otherTenantId }), 'tenant_not_allowed'],
      [await entra.foreignToken(), 'sign_in_refused'],
      [identityOf('teams-1'), 'sign_in_refused'],
    ] as const) {
      const reply = await room.server.call('POST', '/api/teams/rooms', { bearer: token, body });
      expect(problemOf(reply).code).toBe(code);
    }
    expect(graph.calls).toEqual([]);
    expect(roomsOf(await hostView(room.server))).toEqual(three(''));
  });

  it('MR5 the exchange asks for the one permission, and neither token, link nor name is logged or stored with it', async () => {
    const room = await open();
    const ssoToken = await bearerOf(1);
    const body = { workshopId: room.workshop.workshopId, slotId: room.slotId, lobby: 'everyone' };
    const before = entra.consent.exchanges.length;
    told(await room.server.call('POST', '/api/teams/rooms', { bearer: ssoToken, body }));
    const exchanges = entra.consent.exchanges.slice(before).map((form) => Object.fromEntries(form));
    expect(exchanges).toEqual([
      {
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        requested_token_use: 'on_behalf_of',
        assertion: ssoToken,
        client_id: teamsEnvironment.TEAMS_CLIENT_ID,
        client_secret: teamsEnvironment.TEAMS_CLIENT_SECRET,
        scope: 'https://graph.microsoft.com/OnlineMeetings.ReadWrite',
      },
    ]);
    entra.consent.trouble = () => ({ status: 401, error: 'invalid_client', codes: [7_000_222] });
    await room.revise(1, { roomUrl: '' });
    const refused = await room.server.call('POST', '/api/teams/rooms', { bearer: ssoToken, body });
    expect(problemOf(refused)).toMatchObject({ status: 500, code: 'fault', reference: expect.any(String) });
    const stored = JSON.stringify(await room.server.store.load(room.workshop.workshopId, 0));
    const logged = room.server.logged();
    // What the administrator needs stands there: the code of Entra.
    expect(logged).toContain('7000222');
    for (const secret of [ssoToken, graphTokenOf(objectIdOf(1)), teamsEnvironment.TEAMS_CLIENT_SECRET]) {
      expect(logged).not.toContain(secret);
      expect(stored).not.toContain(secret);
    }
    for (const link of links()) expect(logged).not.toContain(link);
    expect(logged).not.toContain(founding.title);
  });

  it('MR6 without consent nothing is made; once it is given, the same press goes on', async () => {
    const room = await open();
    entra.consent.given.delete(objectIdOf(1));
    expect(problemOf(await room.ask(1))).toEqual({ status: 403, code: 'graph_consent_needed' });
    expect(graph.calls).toEqual([]);
    entra.consent.given.add(objectIdOf(1));
    expect(kinds(await room.ask(1))).toEqual(three('made'));
  });

  it.each([
    [
      'interaction is required',
      { status: 400, error: 'interaction_required', codes: [50_076] },
      'graph_consent_needed',
    ],
    ['a rule of access blocks', { status: 400, error: 'invalid_grant', codes: [53_003] }, 'graph_refused'],
    ['the account is not assigned', { status: 400, error: 'invalid_grant', codes: [50_105] }, 'graph_refused'],
    ['the token has just run out', { status: 400, error: 'invalid_grant', codes: [500_133] }, 'sign_in_expired'],
    ['the registration is wrong', { status: 400, error: 'invalid_grant', codes: [50_013] }, 'fault'],
    ['Entra asks for half a minute', { status: 429, retryAfter: '30' }, 'graph_unavailable'],
  ])('MR6 when %s, that is told in a code', async (_what, trouble, code) => {
    const room = await open();
    entra.consent.trouble = () => trouble;
    expect(problemOf(await room.ask(1)).code).toBe(code);
    expect(graph.calls).toEqual([]);
    expect(roomsOf(await hostView(room.server))).toEqual(three(''));
  });

  it('MR6 a refusal by the organisation is told for each group, and a pasted link works on', async () => {
    const room = await open();
    graph.trouble = () => ({ status: 403 });
    await room.revise(1, { roomUrl: 'https://visio.exemple.test/un' });
    const refused = { kind: 'refused', problem: { code: 'graph_refused' } };
    expect(told(await room.ask(1))).toMatchObject([{ kind: 'kept' }, refused, refused]);
    expect(roomsOf(await hostView(room.server))).toEqual(['https://visio.exemple.test/un', '', '']);
  });

  it('MR7 429 and 5xx are tried again, never before Graph allows it', async () => {
    const room = await open();
    let refusedAt: number | undefined;
    graph.trouble = ({ at }) => {
      if (refusedAt !== undefined) return undefined;
      refusedAt = at;
      return { status: 429, retryAfter: '1' };
    };
    expect(kinds(await room.ask(1))).toEqual(three('made'));
    const first = graph.calls.find(({ at }) => at === refusedAt);
    const again = graph.calls.filter(({ body }) => body.externalId === first?.body.externalId)[1];
    expect(again?.at).toBeGreaterThanOrEqual((refusedAt ?? 0) + 1_000);
    for (const number of [1, 2, 3]) await room.revise(number, { roomUrl: '' });
    const tries = new Map<unknown, number>();
    graph.trouble = ({ method, body }) => {
      const tried = (tries.get(body.externalId) ?? 0) + 1;
      tries.set(body.externalId, tried);
      return method === 'POST' && tried < 3 ? { status: tried === 1 ? 429 : 503 } : undefined;
    };
    expect(kinds(await room.ask(1))).toEqual(three('made'));
    expect(graph.meetings).toHaveLength(3);
  });

  it('MR7 a wait that is longer than the request is told, and kept by the next request; what was made stays', async () => {
    const room = await open();
    graph.trouble = ({ body }) =>
      String(body.subject).endsWith('Groupe 2') ? { status: 429, retryAfter: '600' } : undefined;
    const rooms = told(await room.ask(1));
    const second = rooms.find((each) => each.kind === 'refused');
    expect(second).toMatchObject({ problem: { code: 'graph_unavailable', retryMs: expect.any(Number) } });
    const standing = roomsOf(await hostView(room.server)).filter((url) => url !== '');
    const asked = graph.calls.length;
    const again = told(await room.ask(1));
    expect(again.filter(({ kind }) => kind === 'kept')).toHaveLength(standing.length);
    expect(again.filter(({ kind }) => kind === 'made')).toEqual([]);
    expect(graph.calls).toHaveLength(asked);
  });

  it('MR8 a link that does not lead to Teams becomes nobody’s room', async () => {
    const room = await open();
    const strange = [
      'https://teams.microsoft.com.piege.test/l/meetup-join/1',
      'javascript:alert(1)',
      'https://teams.microsoft.com@piege.test/l/1',
    ];
    graph.linkOf = (number) => strange[number - 1] ?? '';
    const unavailable = { kind: 'refused', problem: { code: 'graph_unavailable' } };
    expect(told(await room.ask(1))).toContainEqual(expect.objectContaining(unavailable));
    expect(roomsOf(await hostView(room.server))).toEqual(three(''));
  });

  it('MR9 the lobby is set as chosen; where Teams keeps its own that is told, and the room is given', async () => {
    const room = await open();
    expect(told(await room.ask(1))).toMatchObject(three({ kind: 'made', lobby: 'asAsked' }));
    expect(graph.meetings.map(({ lobby }) => lobby)).toEqual(three({ scope: 'everyone', isDialInBypassEnabled: true }));
    for (const number of [1, 2, 3]) await room.revise(number, { roomUrl: '' });
    // The same meetings, another choice.
    expect(told(await room.ask(1, { lobby: 'organization' }))).toMatchObject(three({ kind: 'made', lobby: 'asAsked' }));
    expect(graph.meetings.map(({ lobby }) => lobby.scope)).toEqual(three('organization'));
    for (const number of [1, 2, 3]) await room.revise(number, { roomUrl: '' });
    graph.maySetLobby = false;
    expect(told(await room.ask(1))).toMatchObject(three({ kind: 'made', lobby: 'teamsOwn' }));
    expect([...roomsOf(await hostView(room.server))].toSorted()).toEqual([...links()].toSorted());
  });

  it('MR11 the window for consent leads to Microsoft and back, and no code comes to this server', async () => {
    const { server } = await open();
    const consent = (query: string) =>
      fetch(`${server.origin}/t/consent${query}`, { redirect: 'manual' }).then(({ status, headers }) => ({
        status,
        to: new URL(headers.get('location') ?? ''),
        tied: headers.get('cross-origin-opener-policy'),
      }));
    const { status, to, tied } = await consent(`?tenant=${tenantId}`);
    expect({ status, tied, origin: to.origin, path: to.pathname }).toEqual({
      status: 302,
      tied: null,
      origin: entra.origin,
      path: `/${tenantId}/oauth2/v2.0/authorize`,
    });
    expect(Object.fromEntries(to.searchParams)).toEqual({
      client_id: teamsEnvironment.TEAMS_CLIENT_ID,
      response_type: 'code',
      response_mode: 'fragment',
      scope: 'https://graph.microsoft.com/OnlineMeetings.ReadWrite',
      redirect_uri: `${teamsEnvironment.PUBLIC_URL}/t/consented`,
      prompt: 'consent',
    });
    // Nobody chooses where it leads.
    for (const query of ['', `?tenant=${otherTenantId}`, '?tenant=//piege.test', '?tenant=a&tenant=b']) {
      expect((await consent(query)).to.pathname).toBe('/organizations/oauth2/v2.0/authorize');
    }
    const page = await fetch(`${server.origin}/t/consented`);
    expect(await page.text()).toContain('<title>teams</title>');
    expect(page.headers.get('cross-origin-opener-policy')).toBeNull();
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('MR11 without Teams there is neither window nor rooms', async () => {
    const server = await startServer();
    servers.push(server);
    for (const path of ['/t/consent', '/t/consented']) {
      const { status, headers } = await fetch(`${server.origin}${path}`, {
        redirect: 'manual',
        headers: { accept: 'text/html' },
      });
      expect({ status, to: headers.get('location') }).toEqual({ status: 302, to: '/' });
    }
    const body = { workshopId: 'atelier-0001', slotId: 'slot-0001', lobby: 'everyone' };
    expect((await server.call('POST', '/api/teams/rooms', { bearer: await bearerOf(1), body })).status).toBe(404);
  });
});
