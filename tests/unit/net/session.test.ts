import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../shared/core/result.ts';
import type { Candidate, Invitation, JoinRequest } from '../../../shared/protocol/http.ts';
import type { Role } from '../../../shared/workshop/state.ts';
import type { Api, ApiReply } from '../../../tab/net/api.ts';
import type { WorkshopClient } from '../../../tab/net/client.ts';
import { knownWorkshops } from '../../../tab/net/identity.ts';
import { type JoinNeeded, linkIn, openSession, type SessionDeps } from '../../../tab/net/openSession.ts';
import { FakeStorage } from './fakeStorage.ts';

const invitation = (role: Role = 'participant', linkId = 'link-1'): Invitation => ({
  workshopId: 'workshop-1',
  linkId,
  title: 'Atelier',
  language: 'fr',
  role,
});

/** A device, and a server that joins once per identity. */
function device(link: string, led = invitation(), storage = new FakeStorage()) {
  const asked: string[] = [];
  const joins: JoinRequest[] = [];
  const people = new Map<string, string>();
  const wentTo: string[] = [];
  /** People of whom whoever comes may be one. */
  const expected: Candidate[] = [];
  const connected: string[] = [];
  /** What goes wrong on the way back of the next answers. */
  const faults: ('lost' | 'denied')[] = [];
  const back = <Value>(value: Value): ApiReply<Value> => {
    const fault = faults.shift();
    if (fault === undefined) return ok(value);
    return err(fault === 'lost' ? { code: 'unreachable' } : { code: 'denied' });
  };
  const api: Partial<Api> = {
    async invitation(asking) {
      asked.push(asking);
      return back(led);
    },
    async takePass({ pass, identity }) {
      asked.push(pass);
      if (!people.has(identity)) people.set(identity, 'person-of-the-pass');
      return back({ kind: 'open', invitation: led, personId: people.get(identity) ?? '' });
    },
    async join(request) {
      joins.push(request);
      const asks = expected.length > 0 && request.claim === undefined && !people.has(request.identity);
      if (asks) return back({ kind: 'choose' as const, candidates: expected });
      if (!people.has(request.identity)) people.set(request.identity, `person-${request.joinId}`);
      return back({
        kind: 'joined' as const,
        workshopId: led.workshopId,
        personId: people.get(request.identity) ?? '',
        role: led.role,
      });
    },
  };
  const deps: SessionDeps = {
    api: api as Api,
    storage,
    wallNow: () => 1_790_000_000_000 + joins.length,
    readLink: () => link,
    goTo: (address) => wentTo.push(address),
    connect(_, personId) {
      connected.push(personId);
      return {} as WorkshopClient;
    },
  };
  return { deps, storage, asked, joins, people, wentTo, connected, faults, expected };
}
const needed = (session: { readonly kind: string }): JoinNeeded => {
  expect(session.kind).toBe('joinNeeded');
  return session as JoinNeeded;
};
const marie = { name: 'Marie', organisation: 'ADASI' };

describe('coming in through a link', () => {
  it('NI1 a newcomer says their name once; from then on the page opens without asking the server', async () => {
    const phone = device('token-1');
    const session = needed(await openSession('participant', phone.deps));
    const joined = await session.join(marie);
    expect(joined).toMatchObject({ ok: true, value: { kind: 'open', identity: phone.joins[0]?.identity } });
    expect(phone.joins).toMatchObject([{ link: 'token-1', ...marie }]);

    const again = await openSession('participant', phone.deps);
    expect(again).toMatchObject({ kind: 'open', personId: phone.connected[0] });
    expect(phone.asked).toHaveLength(1);
    expect(phone.joins).toHaveLength(1);
    expect(phone.connected).toHaveLength(2);
  });

  it('NI2 the identity and the id of the join are on the device before they are sent, and are unguessable', async () => {
    const phone = device('token-1');
    const session = needed(await openSession('participant', phone.deps));
    const { join } = phone.deps.api;
    let keptWhenSent = '';
    phone.deps.api.join = (request) => {
      keptWhenSent = [...phone.storage.content.values()].join();
      return join(request);
    };
    await session.join(marie);
    const [request] = phone.joins;
    expect(keptWhenSent).toContain(request?.identity);
    expect(keptWhenSent).toContain(request?.joinId);
    expect(request?.identity).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(request?.joinId).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });

  it('NI2 a join whose answer was lost is sent again the same, by the next press and by the next load', async () => {
    const phone = device('token-1');
    const session = needed(await openSession('participant', phone.deps));
    phone.faults.push('lost', 'lost');
    expect(await session.join(marie)).toEqual({ ok: false, problem: { code: 'unreachable' } });
    await session.join(marie);
    const reloaded = needed(await openSession('participant', phone.deps));
    expect(reloaded.suggested).toMatchObject(marie);
    expect(await reloaded.join(marie)).toMatchObject({ ok: true });
    expect(phone.people.size).toBe(1);
    expect(new Set(phone.joins.map((request) => request.joinId)).size).toBe(1);
  });

  it('NI2 a double press joins and connects once', async () => {
    const phone = device('token-1');
    const session = needed(await openSession('participant', phone.deps));
    const [first, second] = await Promise.all([session.join(marie), session.join(marie)]);
    expect(first).toBe(second);
    expect(phone.connected).toHaveLength(1);
  });

  it('NI2 J7 whoever is asked who they are answers in the same join, also when the answer to that was lost', async () => {
    const phone = device('token-1');
    const candidate = { expectedId: 'expect-0001.p1', name: 'Marie', organisation: 'ADASI' };
    phone.expected.push(candidate);
    const session = needed(await openSession('participant', phone.deps));
    expect(await session.join(marie)).toEqual({ ok: true, value: { kind: 'choose', candidates: [candidate] } });
    expect(phone.connected).toEqual([]);
    const claim = { kind: 'expected', expectedId: candidate.expectedId } as const;
    phone.faults.push('lost');
    expect(await session.join(marie, claim)).toEqual({ ok: false, problem: { code: 'unreachable' } });
    // A reload asks for the name again; the server knows who it is.
    const reloaded = needed(await openSession('participant', phone.deps));
    expect(await reloaded.join(marie)).toMatchObject({ ok: true, value: { kind: 'open' } });
    expect(new Set(phone.joins.map(({ joinId }) => joinId)).size).toBe(1);
    expect(phone.joins.map((request) => request.claim)).toEqual([undefined, claim, undefined]);
  });

  it('NI2 J6 what was answered is kept on the device for the next try', async () => {
    const phone = device('token-1');
    const session = needed(await openSession('participant', phone.deps));
    phone.faults.push('lost');
    const saying = { ...marie, attributes: { Région: 'Centre' } };
    await session.join(saying);
    expect(phone.joins[0]).toMatchObject(saying);
    expect(needed(await openSession('participant', phone.deps)).suggested).toMatchObject(saying);
  });

  it('NI3 two links of one workshop make two people on one device, and each comes back as itself', async () => {
    const storage = new FakeStorage();
    const asParticipant = device('token-1', invitation(), storage);
    const asHost = device('token-2', invitation('host', 'link-2'), storage);
    await needed(await openSession('participant', asParticipant.deps)).join(marie);
    const second = needed(await openSession('host', asHost.deps));
    expect(second.suggested).toEqual(marie);
    await second.join(marie);
    expect(asHost.joins[0]?.identity).not.toBe(asParticipant.joins[0]?.identity);
    expect(await openSession('participant', asParticipant.deps)).toMatchObject({
      personId: asParticipant.connected[0],
    });
    expect(await openSession('host', asHost.deps)).toMatchObject({ personId: asHost.connected[0] });
    expect(knownWorkshops(storage)).toHaveLength(2);
  });

  it('NI3 a link made anew leads to the same person', async () => {
    const storage = new FakeStorage();
    const before = device('token-1', invitation(), storage);
    await needed(await openSession('participant', before.deps)).join(marie);
    const after = device('token-renewed', invitation(), storage);
    expect(await openSession('participant', after.deps)).toMatchObject({ kind: 'open', personId: before.connected[0] });
    expect(after.joins).toEqual([]);
  });

  it('NI4 who is forgotten comes back as someone new', async () => {
    const phone = device('token-1');
    await needed(await openSession('participant', phone.deps)).join(marie);
    const session = await openSession('participant', phone.deps);
    if (session.kind === 'open') session.forget();
    await needed(await openSession('participant', phone.deps)).join({ name: 'Paul', organisation: '' });
    expect(phone.people.size).toBe(2);
  });

  it('NI5 a display joins by itself, with no name', async () => {
    const screen = device('token-1', invitation('display'));
    expect(await openSession('display', screen.deps)).toMatchObject({ kind: 'open' });
    expect(screen.joins).toMatchObject([{ name: '', organisation: '' }]);
  });

  it('NI5 another role’s link leads to its own page', async () => {
    const phone = device('ABCD EFGH', invitation('animator'));
    expect(await openSession('participant', phone.deps)).toEqual({ kind: 'leaving' });
    expect(phone.wentTo).toEqual(['/a#ABCD%20EFGH']);
    expect(phone.joins).toEqual([]);
  });

  it('NI5 says what is wrong with a link, and keeps nothing of it', async () => {
    expect(await openSession('participant', device('').deps)).toEqual({ kind: 'linkMissing' });
    for (const fault of ['lost', 'denied'] as const) {
      const phone = device('token-1');
      phone.faults.push(fault);
      expect(await openSession('participant', phone.deps)).toMatchObject({ kind: 'linkRefused' });
      expect(phone.storage.content.size).toBe(0);
    }
  });

  it('NI6 goes on in memory when the browser refuses to store', async () => {
    const phone = device('token-1');
    phone.storage.refuses = true;
    const session = needed(await openSession('participant', phone.deps));
    expect(await session.join(marie)).toMatchObject({ ok: true, value: { kind: 'open' } });
  });

  it('NI6 what stands in storage and cannot be read is as if it were not there', async () => {
    const phone = device('token-1');
    for (const junk of ['{', 'null', '[]', '"x"', '{"invitation":null}']) {
      phone.storage.set('aparte:invitation:token-1', junk);
      phone.storage.set('aparte:known:workshop-1:link-1', junk);
      needed(await openSession('participant', phone.deps));
      expect(knownWorkshops(phone.storage)).toEqual([]);
    }
  });

  it('NI5 the token is what stands behind #, as it was typed', () => {
    expect(linkIn('')).toBe('');
    expect(linkIn('#')).toBe('');
    expect(linkIn('#abc_-9')).toBe('abc_-9');
    expect(linkIn('#%20ABCD%20EFGH ')).toBe('ABCD EFGH');
    expect(linkIn('#100%')).toBe('100%');
  });
});

describe('a pass', () => {
  it('NI7 makes this device the person who issued it, without a name; opened again, it is known here', async () => {
    const one = device('pass.the-token', invitation('animator'));
    expect(await openSession('animator', one.deps)).toMatchObject({ kind: 'open', personId: 'person-of-the-pass' });
    expect(one.asked).toEqual(['the-token']);
    const again = device('pass.the-token', invitation('animator'), one.storage);
    expect(await openSession('animator', again.deps)).toMatchObject({ kind: 'open', personId: 'person-of-the-pass' });
    expect(again.asked).toEqual([]);
    // By the ordinary link, too: it is the same person on this device.
    const byLink = device('the-link', invitation('animator'), one.storage);
    expect(await openSession('animator', byLink.deps)).toMatchObject({ kind: 'open', personId: 'person-of-the-pass' });
  });

  it('NI7 is taken with the same identity when its answer was lost, and says what is wrong with it', async () => {
    const { deps, faults, people } = device('pass.the-token');
    faults.push('lost');
    expect(await openSession('participant', deps)).toEqual({ kind: 'linkRefused', problem: { code: 'unreachable' } });
    expect(await openSession('participant', deps)).toMatchObject({ kind: 'open' });
    expect(people.size).toBe(1);
    const refused = device('pass.the-token');
    refused.faults.push('denied');
    expect(await openSession('participant', refused.deps)).toMatchObject({ kind: 'linkRefused' });
  });

  it('NI5 a page that shows every role goes nowhere else', async () => {
    const { deps, wentTo } = device('a-link', invitation('host'));
    expect(await openSession('any', deps)).toMatchObject({ kind: 'joinNeeded' });
    expect(wentTo).toEqual([]);
  });
});
