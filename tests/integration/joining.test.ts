import { afterEach, describe, expect, it } from 'vitest';
import type { Candidate, Claim, JoinReply } from '../../shared/protocol/http.ts';
import type { HostView } from '../../shared/views/views.ts';
import { type HeadlessClient, joinWorkshop, until } from '../doubles/headlessClient.ts';
import {
  type FoundedWorkshop,
  foundWorkshop,
  identityOf,
  joinRequest,
  problemOf,
  startServer,
  type TestServer,
} from '../doubles/testServer.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

interface Stage {
  readonly server: TestServer;
  readonly workshop: FoundedWorkshop;
  readonly host: HeadlessClient;
  readonly join: (joinId: string, name: string, claim?: Claim) => ReturnType<TestServer['call']>;
}

/** A workshop whose host has announced these people. */
async function expecting(...names: readonly string[]): Promise<Stage> {
  const server = await startServer();
  stops.push(() => server.stop());
  const workshop = await foundWorkshop(server);
  const { value } = workshop.linkFor('host');
  const host = await joinWorkshop({ origin: server.origin, link: value, name: 'Hélène Hôte' });
  stops.push(() => host.close());
  const people = names.map((name, index) => ({
    name,
    organisation: `Organisation ${index}`,
    email: '',
    attributes: { Région: `Région ${index}` },
  }));
  await host.settled(host.send({ kind: 'ExpectPeople', people }));
  const link = workshop.tokenFor('participant');
  return {
    server,
    workshop,
    host,
    join: (joinId, name, claim) => {
      const body = { ...joinRequest({ link, joinId, name }), organisation: '' };
      return server.call('POST', '/api/join', { body: claim === undefined ? body : { ...body, claim } });
    },
  };
}

async function candidatesFor({ join }: Stage, joinId: string, name: string): Promise<readonly Candidate[]> {
  const { status, body } = await join(joinId, name);
  const reply = body as JoinReply;
  if (status !== 200 || reply.kind !== 'choose') throw new Error(`${name} was not asked: ${JSON.stringify(body)}`);
  return reply.candidates;
}
const theyAre = ({ expectedId }: { readonly expectedId: string }): Claim => ({ kind: 'expected', expectedId });
const someoneElse: Claim = { kind: 'someoneElse' };
const joinedAs = (personId: string) => ({ kind: 'joined', workshopId: 'atelier-0001', personId, role: 'participant' });
/** The participants the host sees, once there are so many, and so many of them have come. */
const peopleOf = ({ host }: Stage, count: number, come: number) =>
  until(host, ({ view }) => {
    const { people } = view as HostView;
    const participants = Object.values(people ?? {}).filter(({ role }) => role === 'participant');
    const here = participants.filter(({ expected }) => expected !== true);
    return participants.length === count && here.length === come ? participants : undefined;
  });

describe('coming as somebody who is expected', () => {
  it('J7 whoever types nearly the name is asked, three people at most, and has not joined', async () => {
    const stage = await expecting('Amina Benali', 'Paul Ferrand', 'BENALI Amina', 'Amina Benalli', 'Benali, Amina');
    const candidates = await candidatesFor(stage, 'person-0001', 'amina benali');
    expect(candidates).toHaveLength(3);
    expect(candidates[0]).toEqual({
      expectedId: expect.any(String),
      name: 'Amina Benali',
      organisation: 'Organisation 0',
    });
    expect(await candidatesFor(stage, 'person-0001', 'Ferrand Paul')).toMatchObject([{ name: 'Paul Ferrand' }]);
    expect((await peopleOf(stage, 5, 0)).every(({ expected }) => expected === true)).toBe(true);
  });

  it('J2 J8 takes their place once, also when an answer is lost, and brings what was known of them', async () => {
    const stage = await expecting('Amina Benali', 'Paul Ferrand');
    const [amina] = await candidatesFor(stage, 'person-0001', 'Amina Benali');
    if (amina === undefined) throw new Error('nobody to be');
    // The answer was lost: pressed again, and again without a word after a reload.
    for (const claim of [theyAre(amina), theyAre(amina), undefined, someoneElse]) {
      expect((await stage.join('person-0001', 'Amina Benali', claim)).body).toEqual(joinedAs('person-0001'));
    }
    const people = await peopleOf(stage, 2, 1);
    expect(people.find(({ id }) => id === 'person-0001')).toMatchObject({
      name: 'Amina Benali',
      organisation: 'Organisation 0',
      attributes: { Région: 'Région 0' },
    });
    expect(people.filter(({ expected }) => expected === true).map(({ name }) => name)).toEqual(['Paul Ferrand']);
  });

  it('J8 of several who are the same one together, one is; the others are told, and come in as themselves', async () => {
    const stage = await expecting('Amina Benali');
    const [amina] = await candidatesFor(stage, 'person-0001', 'Amina Benali');
    if (amina === undefined) throw new Error('nobody to be');
    const ids = ['person-0001', 'person-0002', 'person-0003'];
    const replies = await Promise.all(ids.map((id) => stage.join(id, 'Amina Benali', theyAre(amina))));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    const late = ids.filter((_id, index) => replies[index]?.status === 409);
    for (const [index, id] of ids.entries()) {
      if (late.includes(id)) expect(replies[index]?.body).toEqual({ code: 'place_taken' });
    }
    for (const id of late) {
      expect((await stage.join(id, 'Amina Benali', someoneElse)).body).toEqual(joinedAs(id));
    }
    const people = await peopleOf(stage, 3, 3);
    expect(people.filter(({ organisation }) => organisation === 'Organisation 0')).toHaveLength(1);
  });

  it('J7 nobody is told or takes the place of somebody of another name', async () => {
    const stage = await expecting('Amina Benali', 'Paul Ferrand');
    const [amina] = await candidatesFor(stage, 'person-0001', 'Amina Benali');
    const [paul] = await candidatesFor(stage, 'person-0001', 'Paul Ferrand');
    if (amina === undefined || paul === undefined) throw new Error('nobody to be');
    expect((await stage.join('person-0002', 'Zoé Ménard')).body).toEqual(joinedAs('person-0002'));
    for (const name of ['Amina', 'A. Benali', 'Zoé Ménard']) {
      const reply = await stage.join('person-0003', name, theyAre(amina));
      expect(problemOf(reply)).toEqual({ status: 409, code: 'place_taken' });
    }
    expect(problemOf(await stage.join('person-0003', 'Amina Benali', theyAre(paul)))).toMatchObject({
      code: 'place_taken',
    });
    // Only participants are looked for: the animator's link asks nothing.
    const body = joinRequest({ link: stage.workshop.tokenFor('animator'), joinId: 'anim-0001', name: 'Amina Benali' });
    expect((await stage.server.call('POST', '/api/join', { body })).body).toMatchObject({ kind: 'joined' });
  });

  it('J7 an address that asks for many names without coming in is asked no more; whoever answers costs nothing', async () => {
    const stage = await expecting(...Array.from({ length: 150 }, (_, index) => `Invité Numéro ${index + 1000}`));
    const name = (index: number) => `Invité Numéro ${index + 1000}`;
    for (let index = 0; index < 110; index++) {
      await candidatesFor(stage, `person-${index + 1000}`, name(index));
      await stage.join(`person-${index + 1000}`, name(index), someoneElse);
    }
    for (let index = 0; index < 100; index++) await candidatesFor(stage, 'prober-0001', name(index));
    // Nothing is told any more, and nobody stands outside for it.
    expect((await stage.join('prober-0001', name(120))).body).toEqual(joinedAs('prober-0001'));
  });

  it('J7 L6 an identity that is somebody already is not asked, and takes nobody’s place', async () => {
    const stage = await expecting('Amina Benali');
    await stage.join('person-0001', 'Zoé Ménard');
    const link = stage.workshop.tokenFor('participant');
    const request = joinRequest({
      link,
      joinId: 'person-0002',
      identity: identityOf('person-0001'),
      name: 'Amina Benali',
    });
    expect(problemOf(await stage.server.call('POST', '/api/join', { body: request }))).toEqual({
      status: 403,
      code: 'denied',
    });
  });
});

describe('what whoever comes is asked', () => {
  it('J6 an invitation says it to participants alone', async () => {
    const { host, server, workshop } = await expecting('Amina Benali');
    const attributes = [
      { name: 'Région', asked: true, choices: ['Centre'] },
      { name: 'Niveau', asked: false, choices: [] },
    ];
    await host.settled(host.send({ kind: 'ChooseAttributes', attributes }));
    const invited = async (role: 'participant' | 'animator') =>
      (await server.call('POST', '/api/invitation', { body: { link: workshop.tokenFor(role) } })).body;
    expect(await invited('participant')).toMatchObject({ attributes: [{ name: 'Région', choices: ['Centre'] }] });
    expect(await invited('animator')).not.toHaveProperty('attributes');
  });
});
