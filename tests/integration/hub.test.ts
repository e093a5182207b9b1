import { afterEach, describe, expect, it } from 'vitest';
import type { SharedLink } from '../../shared/protocol/http.ts';
import { audienceOf } from '../../shared/views/audience.ts';
import { projectMe, projectView } from '../../shared/views/projectView.ts';
import type { Fact, WorkshopEvent } from '../../shared/workshop/events.ts';
import { evolve } from '../../shared/workshop/evolve.ts';
import type { Role, WorkshopState } from '../../shared/workshop/state.ts';
import { openPage, type TestPage } from '../doubles/testPage.ts';
import {
  type FoundedWorkshop,
  foundWorkshop,
  identityOf,
  joinAs,
  type ServerOptions,
  startServer,
  type TestServer,
  tokenOf,
} from '../doubles/testServer.ts';
import { withoutSyntheses } from '../doubles/withoutSyntheses.ts';
import { breakoutSlot, groupId, inGroup, restitutionSlot, slotContent } from '../doubles/workshopScenario.ts';

const servers: TestServer[] = [];
const pages: TestPage[] = [];
afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  for (const server of servers.splice(0)) await server.stop();
});

interface Room {
  server: TestServer;
  readonly workshop: FoundedWorkshop;
  enter(role: Role, joinId: string, linkId?: string): Promise<TestPage>;
  page(joinId: string): Promise<TestPage>;
}

async function openRoom(options: ServerOptions = {}): Promise<Room> {
  const server = await startServer(options);
  servers.push(server);
  const workshop = await foundWorkshop(server);
  const room: Room = {
    server,
    workshop,
    async enter(role, joinId, linkId) {
      const link = workshop.links.find((each) =>
        linkId === undefined ? each.role === role && each.medium === 'link' : each.linkId === linkId,
      );
      if (link === undefined) throw new Error(`no link for ${role}`);
      await joinAs(room.server, { link: tokenOf(link), joinId, name: `Nom-de-${joinId}` });
      return room.page(joinId);
    },
    async page(joinId) {
      const page = openPage(room.server.origin, joinId);
      pages.push(page);
      return page.until(({ view, me, refusal }) => (view !== undefined && me !== undefined) || refusal !== undefined);
    },
  };
  return room;
}

/** What the log holds, folded anew. */
async function stateOf({ server, workshop }: Room): Promise<WorkshopState> {
  const stored = await server.store.load(workshop.workshopId, 0);
  const state = stored.reduce<WorkshopState | undefined>(
    (before, { data, ...place }) => evolve(before, { ...place, event: data as WorkshopEvent } satisfies Fact),
    undefined,
  );
  if (state === undefined) throw new Error('the workshop has no log');
  return state;
}

const posting = (number: number, text: string) =>
  ({ kind: 'PostAnswer', ...inGroup(number), promptIndex: 0, text }) as const;

/** A host, an animator and a participant in each of groups 1 and 2, a display; the breakout is open. */
async function openBreakout(room: Room) {
  const host = await room.enter('host', 'host-0001');
  const display = await room.enter('display', 'display-0001');
  const animators = [
    await room.enter('animator', 'animator-0001', 'link-animator-1'),
    await room.enter('animator', 'animator-0002', 'link-animator-2'),
  ];
  const people = [await room.enter('participant', 'person-0001'), await room.enter('participant', 'person-0002')];
  await host.send('command-start', { kind: 'StartAgenda', plan: 'fromNow' });
  await host.send('command-next', { kind: 'NextSlot', fromSlotId: 'slot-0001' });
  await host.send('command-form', { kind: 'FormGroups', slotId: breakoutSlot });
  for (const number of [1, 2]) {
    await host.send(`command-move-${number}`, {
      kind: 'MovePerson',
      ...inGroup(number),
      personId: `person-000${number}`,
    });
  }
  expect(await host.send('command-open', { kind: 'OpenBreakout', slotId: breakoutSlot })).toMatchObject({ ok: true });
  for (const page of people) await page.until(({ view }) => view?.kind === 'group');
  return { host, display, animators, people };
}

describe('from the link to the screen', () => {
  it('N16 at rest every page shows exactly what projectView says of the stored log', async () => {
    const room = await openRoom();
    const { host, display, animators, people } = await openBreakout(room);
    await people[0]?.send('answer-0001', posting(1, 'Une réponse'));
    await people[0]?.send('command-here', { kind: 'NoteArrival', slotId: breakoutSlot, personId: 'person-0001' });
    await animators[1]?.send('command-help', { kind: 'CallForHelp', ...inGroup(2), text: '' });
    await host.send('command-last', { kind: 'RenameWorkshop', title: 'Titre de fin' });
    const all = [host, display, ...animators, ...people];
    for (const page of all) await page.until(({ view }) => view?.title === 'Titre de fin');
    await host.until(
      ({ view }) => view?.kind === 'host' && Object.values(view.people).every(({ connected }) => connected),
    );
    const state = await stateOf(room);
    const rows = await room.server.store.people(room.workshop.workshopId);
    const surroundings = {
      names: new Map(rows.map(({ personId, ...details }) => [personId, details])),
      connected: new Set(rows.map(({ personId }) => personId)),
      syntheses: new Map(),
      shared: new Map(),
    };
    for (const page of all) {
      const member = state.people[page.me?.personId ?? ''];
      const audience = member === undefined ? undefined : audienceOf(state, member);
      if (member === undefined || audience === undefined) throw new Error('a page without a person');
      expect(withoutSyntheses(page.view)).toEqual(projectView(state, audience, surroundings));
      expect(page.me).toEqual(projectMe(state, member.id, surroundings));
    }
  });

  it('N2 after a restart on the same folder the same command gets the same ack, and has one effect', async () => {
    const room = await openRoom();
    const { people } = await openBreakout(room);
    const first = await people[0]?.send('answer-0001', posting(1, 'Avant la panne'));
    expect(first).toMatchObject({ ok: true });
    servers.length = 0;
    room.server = await room.server.restarted();
    servers.push(room.server);
    const again = await room.page('person-0001');
    expect(await again.send('answer-0001', posting(1, 'Avant la panne'))).toEqual(first);
    const view = again.view?.kind === 'group' ? again.view : undefined;
    expect(Object.values(view?.breakout.answers ?? {}).map(({ text }) => text)).toEqual(['Avant la panne']);
    expect(again.me).toMatchObject({ answerIds: ['answer-0001'], groupId: groupId(1) });
  });

  it('V1 what another group says, an author, a nonce or a hash never reaches a page that is not meant to know', async () => {
    const room = await openRoom();
    const { host, display, animators, people } = await openBreakout(room);
    await people[0]?.send('answer-0001', posting(1, 'Secret-du-groupe-1'));
    await animators[0]?.until(({ view }) => JSON.stringify(view).includes('Secret-du-groupe-1'));
    await host.send('command-last', { kind: 'RenameWorkshop', title: 'Titre de fin' });
    for (const page of [display, animators[1], people[1]]) {
      await page?.until(({ view }) => view?.title === 'Titre de fin');
      expect(page?.heard.join('\n')).not.toContain('Secret-du-groupe-1');
    }
    const state = await stateOf(room);
    const everything = pages.flatMap(({ heard }) => heard).join('\n');
    for (const { nonce } of Object.values(state.links)) expect(everything).not.toContain(nonce);
    for (const { tokenHash } of await room.server.store.identities(room.workshop.workshopId))
      expect(everything).not.toContain(tokenHash);
    for (const { value } of room.workshop.links) expect(everything).not.toContain(value);
    expect(everything).not.toContain('authorId');
  });

  it('V8 a person who is moved hears the new group, and the former one no more', async () => {
    const room = await openRoom();
    const { host, people } = await openBreakout(room);
    await people[1]?.send('answer-0002', posting(2, 'Du groupe 2'));
    await host.send('command-move', { kind: 'MovePerson', ...inGroup(2), personId: 'person-0001' });
    await people[0]?.until(
      ({ view }) => view?.kind === 'group' && view.group.id === groupId(2) && 'answer-0002' in view.breakout.answers,
    );
    const before = people[0]?.heard.length ?? 0;
    await room.enter('participant', 'person-0003');
    await host.send('command-again', { kind: 'MovePerson', ...inGroup(1), personId: 'person-0003' });
    const third = pages.at(-1);
    await third?.until(({ view }) => view?.kind === 'group' && view.group.id === groupId(1));
    await third?.send('answer-0003', posting(1, 'Du groupe 1, après'));
    await host.send('command-last', { kind: 'RenameWorkshop', title: 'Titre de fin' });
    await people[0]?.until(({ view }) => view?.title === 'Titre de fin');
    expect(people[0]?.heard.slice(before).join('\n')).not.toContain('Du groupe 1, après');
  });
});

describe('who comes in', () => {
  it('L4 a revoked link closes the doors that it opened, at once', async () => {
    const room = await openRoom();
    const { host, animators } = await openBreakout(room);
    await host.send('command-0001', { kind: 'RevokeLink', linkId: 'link-animator-1' });
    await animators[0]?.until(({ refusal, socket }) => refusal === 'access_revoked' && socket.disconnected);
    expect((await room.page('animator-0001')).refusal).toBe('access_revoked');
    expect((await room.server.call('GET', '/api/links', { bearer: identityOf('animator-0001') })).status).toBe(403);
    const link = room.workshop.links.find(({ linkId }) => linkId === 'link-animator-1');
    const invited = await room.server.call('POST', '/api/invitation', {
      body: { link: link === undefined ? '' : tokenOf(link) },
    });
    expect(invited.body).toEqual({ code: 'link_unknown' });
    expect(animators[1]?.socket.connected).toBe(true);
  });

  it.each(['link', 'code'] as const)('L16 renewing the participants’ %s closes the other one, too', async (medium) => {
    const room = await openRoom();
    const { host, people } = await openBreakout(room);
    const { server, workshop } = room;
    const old = (['link', 'code'] as const).map((each) => workshop.linkFor('participant', each));
    const linkId = workshop.linkFor('participant', medium).linkId;
    expect(await host.send('command-0001', { kind: 'RenewLink', linkId })).toMatchObject({ ok: true });
    const invited = async (link: SharedLink) =>
      (await server.call('POST', '/api/invitation', { body: { link: tokenOf(link) } })).body;
    for (const link of old) expect(await invited(link)).toEqual({ code: 'link_unknown' });
    const links = (await server.call('GET', '/api/links', { bearer: identityOf('host-0001') }))
      .body as readonly SharedLink[];
    const renewed = links.filter(({ role }) => role === 'participant');
    expect(renewed.map((link) => link.medium)).toEqual(['link', 'code']);
    for (const link of renewed) expect(await invited(link)).toMatchObject({ role: 'participant' });
    expect(people[0]?.socket.connected).toBe(true);
  });

  it('L7 whoever is removed is sent out, and hears nothing more', async () => {
    const room = await openRoom();
    const { host, people } = await openBreakout(room);
    await host.send('command-0001', { kind: 'RemovePerson', personId: 'person-0001' });
    await people[0]?.until(({ refusal }) => refusal === 'access_revoked');
    const heard = people[0]?.heard.length;
    await host.send('command-last', { kind: 'RenameWorkshop', title: 'Titre de fin' });
    await people[1]?.until(({ view }) => view?.title === 'Titre de fin');
    expect(people[0]?.heard).toHaveLength(heard ?? 0);
  });

  it('L15 the actor is the person of the verified identity, whatever a page says', async () => {
    const room = await openRoom();
    const { people } = await openBreakout(room);
    const forged = { commandId: 'command-0001', actorId: 'host-0001', command: { kind: 'EndWorkshop' } };
    const socket = people[0]?.socket;
    const ack = await new Promise((resolve) => {
      socket?.on('ack', (commandId, each) => commandId === 'command-0001' && resolve(each));
      socket?.emit('command', forged as never);
    });
    expect(ack).toEqual({ ok: false, problem: { kind: 'denied' } });
  });

  it.each([
    ['an identity that nobody has', { identity: 'x'.repeat(43) }, 'identity_unknown'],
    ['no identity', { identity: undefined }, 'identity_unknown'],
    ['an identity that is no text', { identity: { length: 43 } }, 'identity_unknown'],
    ['a novel', { identity: 'x'.repeat(10_000) }, 'identity_unknown'],
    ['an old page', { protocol: 0 }, 'outdated'],
    ['a page of no version', { protocol: undefined }, 'outdated'],
  ])('L15 %s is refused', async (_what, greeting, refusal) => {
    const room = await openRoom();
    await room.enter('host', 'host-0001');
    const page = openPage(room.server.origin, 'host-0001', greeting as never);
    pages.push(page);
    await page.until((each) => each.refusal !== undefined);
    expect(page.refusal).toBe(refusal);
    expect(page.view).toBeUndefined();
  });
});

describe('messages', () => {
  it('N12 junk is answered under its id or ignored, and the page stays', async () => {
    const room = await openRoom();
    const host = await room.enter('host', 'host-0001');
    const emit = host.socket.emit.bind(host.socket) as (...message: readonly unknown[]) => void;
    for (const junk of [undefined, null, 1, 'x', [], {}, { commandId: '__proto__' }, { commandId: 1, command: {} }]) {
      emit('command', junk);
    }
    emit('clock', 'soon');
    emit('resync', { deep: { junk: true } });
    emit('unknown', 1);
    expect(await host.send('command-0001', { kind: 'DropTables' } as never)).toEqual({
      ok: false,
      problem: { kind: 'invalid', path: 'kind' },
    });
    expect(await host.send('command-0002', { kind: 'RenameWorkshop', title: 'Toujours là' })).toMatchObject({
      ok: true,
    });
    expect(room.server.logged()).toBe('');
  });

  it('N12 the longest slot that the rules allow comes through', async () => {
    const room = await openRoom();
    const host = await room.enter('host', 'host-0001');
    const slot = slotContent({
      title: '…'.repeat(300),
      notes: Array.from({ length: 200 }, () => '…'.repeat(2_000)),
      prompts: Array.from({ length: 20 }, () => '…'.repeat(2_000)),
    });
    expect(await host.send('command-0001', { kind: 'AddSlot', slot })).toMatchObject({ ok: true });
  });

  it('N3 what a page sends before it has been let in waits for it, in order', async () => {
    const room = await openRoom();
    const { host, people } = await openBreakout(room);
    people[0]?.close();
    const early = openPage(room.server.origin, 'person-0001');
    pages.push(early);
    const acks = await Promise.all([
      early.send('answer-0001', posting(1, 'Un')),
      early.send('command-edit', { kind: 'EditAnswer', ...inGroup(1), answerId: 'answer-0001', text: 'Un bis' }),
      early.send('command-gone', { kind: 'WithdrawAnswer', ...inGroup(1), answerId: 'answer-0001' }),
    ]);
    expect(acks.map(({ ok }) => ok)).toEqual([true, true, true]);
    await host.until(({ view }) => view?.kind === 'host');
  });

  it('N14 a page gone wild is slowed down, and told when to try again', async () => {
    const room = await openRoom();
    const host = await room.enter('host', 'host-0001');
    const acks = await Promise.all(
      Array.from({ length: 80 }, (_, index) =>
        host.send(`command-${1_000 + index}`, { kind: 'RenameWorkshop', title: `Titre ${index}` }),
      ),
    );
    const versions = acks.flatMap((ack) => (ack.ok ? [ack.version] : []));
    expect(versions).toHaveLength(60);
    // N3: in the order in which they were sent.
    expect(versions).toEqual(versions.toSorted((one, other) => one - other));
    expect(acks.at(-1)).toMatchObject({ ok: false, problem: { kind: 'busy' } });
  });

  it('N14 a page that asks for the whole view again and again is not sent it each time', async () => {
    const room = await openRoom();
    const host = await room.enter('host', 'host-0001');
    for (let turn = 0; turn < 200; turn++) host.socket.emit('resync');
    const sentAt = 42;
    await new Promise<void>((resolve) => {
      host.socket.on('clock', (sample) => sample.sentAt === sentAt && resolve());
      host.socket.emit('clock', sentAt);
    });
    const views = host.heard.filter((message) => message.startsWith('["view"'));
    expect(views.length).toBeGreaterThan(1);
    expect(views.length).toBeLessThanOrEqual(61);
  });

  it('N17 the clock is told at once, with the question untouched', async () => {
    const room = await openRoom({ now: () => 1_790_000_000_000 });
    const host = await room.enter('host', 'host-0001');
    const sample = await new Promise((resolve) => {
      host.socket.on('clock', resolve);
      host.socket.emit('clock', 12.5);
    });
    expect(sample).toEqual({ sentAt: 12.5, serverNow: 1_790_000_000_000 });
  });

  it('N17 a page that greets is told the time before it is shown anything', async () => {
    const room = await openRoom({ now: () => 1_790_000_000_000 });
    await room.enter('host', 'host-0001');
    for (const sentAt of [12.5, 'soon' as unknown as number]) {
      const page = openPage(room.server.origin, 'host-0001', { sentAt });
      pages.push(page);
      await page.until(({ view }) => view !== undefined);
      const first = typeof sentAt === 'number' ? ['clock', { sentAt, serverNow: 1_790_000_000_000 }] : undefined;
      expect(page.heard[0]).toBe(JSON.stringify(first) ?? page.heard.find((message) => message.startsWith('["view"')));
    }
  });

  it('N18 a person is here as long as one of their pages is', async () => {
    const room = await openRoom();
    const host = await room.enter('host', 'host-0001');
    const isHere = (page: TestPage): boolean | undefined =>
      page.view?.kind === 'host' ? page.view.people['person-0001']?.connected : undefined;
    const first = await room.enter('participant', 'person-0001');
    const second = await room.page('person-0001');
    await host.until((page) => isHere(page) === true);
    first.close();
    await host.send('command-0001', { kind: 'RenameWorkshop', title: 'Une page de moins' });
    await host.until(({ view }) => view?.title === 'Une page de moins');
    expect(isHere(host)).toBe(true);
    second.close();
    await host.until((page) => isHere(page) === false);
  });

  it('R5 what the plenary is shown reaches every page', async () => {
    const room = await openRoom();
    const { host, display, people } = await openBreakout(room);
    await host.send('command-0001', { kind: 'NextSlot', fromSlotId: breakoutSlot });
    await host.send('command-0002', { kind: 'ShowWall', slotId: restitutionSlot });
    for (const page of [display, ...people]) await page.until(({ view }) => view?.stage?.scene.kind === 'wall');
  });
});
