import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Directory } from '../../bot/store/directory.ts';
import { NodeSqlite } from '../../bot/store/nodeSqlite.ts';
import { type EmbeddedStore, openEmbeddedStore } from '../../bot/store/openEmbeddedStore.ts';
import { sampleAppend, sampleIdentity, samplePerson, T0, upTo } from './samples.ts';

let folder: string;
let path: string;
let store: EmbeddedStore;
let directory: Directory;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aparte-directory-'));
  path = join(folder, 'aparte.sqlite');
  store = await openEmbeddedStore(path);
  directory = store.directory;
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const person = { workshopId: 'w', personId: 'p' };
const device = (tokenHash: string, personId = 'p') => ({ tokenHash, workshopId: 'w', personId, way: 'pass' }) as const;

it('S24 a person has as many devices as they like, and an identity one owner', async () => {
  await store.append(sampleAppend('w', 0, { people: [samplePerson('p')], identities: [sampleIdentity('p', 'first')] }));
  expect(await directory.addIdentity(device('second'), T0)).toBe(true);
  expect(await directory.addIdentity(device('second'), T0)).toBe(true);
  for (const hash of ['first', 'second']) expect(await store.findPerson(hash)).toEqual(person);
  expect(await directory.addIdentity(device('first', 'thief'), T0)).toBe(false);
  expect(await store.findPerson('first')).toEqual(person);
  await expect(store.append(sampleAppend('w', 1, { identities: [sampleIdentity('q', 'second')] }))).rejects.toThrow();
});

it('S24 of the pages that a person opened in Teams the latest twenty stay, and every other device', async () => {
  await directory.addIdentity(device('phone'), T0);
  for (const n of upTo(25)) await directory.addIdentity({ ...device(`page-${n}`), way: 'teams' }, T0 + n);
  const standing = (await store.identities('w')).map(({ tokenHash }) => tokenHash).toSorted();
  expect(standing).toEqual(
    [
      'phone',
      ...upTo(25)
        .slice(5)
        .map((n) => `page-${n}`),
    ].toSorted(),
  );
});

it('S24 whoever is erased leaves no device, no account and no pass behind', async () => {
  await directory.addIdentity(device('phone'), T0);
  await directory.bindSubject({ subjectHash: 's', ...person });
  await directory.issuePass({ tokenHash: 'pass', ...person, expiresAt: T0 + 10 }, T0);
  await store.erasePerson('w', 'p');
  expect(await store.findPerson('phone')).toBeUndefined();
  expect(await directory.findSubject('s', 'w')).toBeUndefined();
  expect(await directory.takePass('pass', T0)).toBeUndefined();
});

it('S25 an account is one person of a workshop; of two that bind at once one wins, and its place is taken only knowingly', async () => {
  const bind = (personId: string, replacing?: string) =>
    directory.bindSubject({ subjectHash: 's', workshopId: 'w', personId }, replacing);
  const [one, other] = await Promise.all([bind('p'), bind('q')]);
  expect(one).toBe(other);
  expect(await bind('r')).toBe(one);
  expect(await bind('r', 'somebody else')).toBe(one);
  expect(await bind('r', one)).toBe('r');
  expect(await directory.findSubject('s', 'w')).toBe('r');
  expect(await directory.findSubject('s', 'v')).toBeUndefined();
  await directory.bindSubject({ subjectHash: 's', workshopId: 'v', personId: 'z' });
  expect(await directory.placesOf('s')).toHaveLength(2);
});

it('S25 a conversation leads to the workshop that was linked last, and what the bot knows of it stays', async () => {
  const link = (workshopId: string, linkedAt: number, reference = {}) =>
    directory.linkConversation({ conversationId: 'c', workshopId, kind: 'meeting', reference, linkedAt });
  await link('w', T0, { serviceUrl: 'https://exemple.test', meetingId: 'm' });
  await link('v', T0 + 1);
  const ids = async () => (await directory.conversations({ conversationId: 'c' })).map(({ workshopId }) => workshopId);
  expect(await ids()).toEqual(['v', 'w']);
  await link('w', T0 + 2, { meetingId: 'n' });
  expect(await ids()).toEqual(['w', 'v']);
  expect(await directory.conversations({ workshopId: 'w' })).toEqual([
    {
      conversationId: 'c',
      workshopId: 'w',
      kind: 'meeting',
      reference: { serviceUrl: 'https://exemple.test', meetingId: 'n' },
      linkedAt: T0 + 2,
    },
  ]);
  await directory.linkConversation({
    conversationId: 'd',
    workshopId: 'w',
    kind: 'group',
    groupId: 'g',
    reference: {},
    linkedAt: T0,
  });
  expect((await directory.conversations({ conversationId: 'd' }))[0]).toMatchObject({ kind: 'group', groupId: 'g' });
});

it('S26 a pass is taken once, by one, before it expires; what expired goes when the next one is issued', async () => {
  const issue = (tokenHash: string, expiresAt: number, now = T0) =>
    directory.issuePass({ tokenHash, ...person, expiresAt }, now);
  await issue('one', T0 + 10);
  const taken = await Promise.all([directory.takePass('one', T0), directory.takePass('one', T0)]);
  expect(taken.filter((place) => place !== undefined)).toEqual([person]);
  await issue('late', T0 + 10);
  expect(await directory.takePass('late', T0 + 10)).toBeUndefined();
  await issue('old', T0 + 10);
  await issue('new', T0 + 20, T0 + 10);
  expect(await directory.takePass('old', T0)).toBeUndefined();
  expect(await directory.takePass('new', T0 + 19)).toEqual(person);
});

it('S24 a store from before there were several devices keeps everybody and their identity', async () => {
  await store.close();
  const old = new NodeSqlite(path);
  for (const statement of [
    "delete from kysely_migration where name >= '0003_teams'",
    ...['teams_chats', 'teams_users', 'outbox', 'outbox_cards', 'outbox_cursors', 'model_spending'].map(
      (table) => `drop table ${table}`,
    ),
    'drop table identities',
    'drop table subjects',
    'drop table conversations',
    'drop table passes',
    'drop table people',
    `create table people (workshop_id text not null, person_id text not null, name text not null, organisation text not null,
      email text not null, attributes text not null, token_hash text unique, primary key (workshop_id, person_id)) strict, without rowid`,
    `insert into people values ('w', 'p', 'Zoé', 'ADASI', 'zoe@example.org', '{"Région":"Ouest"}', 'hash-of-p')`,
    `insert into people values ('w', 'expected', 'Ali', '', '', '{}', null)`,
  ]) {
    old.prepare(statement).run([]);
  }
  old.close();
  store = await openEmbeddedStore(path);
  expect(await store.findPerson('hash-of-p')).toEqual(person);
  expect(await store.people('w')).toHaveLength(2);
  expect(await store.people('w')).toContainEqual({
    personId: 'p',
    name: 'Zoé',
    organisation: 'ADASI',
    email: 'zoe@example.org',
    attributes: { Région: 'Ouest' },
  });
});
