import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { NodeSqlite } from '../../bot/store/nodeSqlite.ts';
import { openEmbeddedStore } from '../../bot/store/openEmbeddedStore.ts';
import { createWorld } from '../doubles/runtimeWorld.ts';
import { breakoutSlot, formed, groupId, host, participant } from '../doubles/workshopScenario.ts';

/** What the first published version wrote, word for word: not what today's migrations make of it. */
const firstTables = [
  'create table "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null)',
  'create table "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null)',
  'create table "events" ("workshop_id" text not null, "version" integer not null, "at" integer not null, "actor_id" text not null, "command_id" text not null, "data" text not null, constraint "events_pk" primary key ("workshop_id", "version")) strict, without rowid',
  'create table "people" ("workshop_id" text not null, "person_id" text not null, "name" text not null, "organisation" text not null, "token_hash" text not null unique, constraint "people_pk" primary key ("workshop_id", "person_id")) strict, without rowid',
  'create table "links" ("token_hash" text not null primary key, "workshop_id" text not null, "link_id" text not null) strict, without rowid',
  `insert into "kysely_migration" values ('0001_events_people_links', '2026-07-01T08:00:00.000Z')`,
  `insert into "kysely_migration_lock" values ('migration_lock', 0)`,
];

let directory: string;
let path: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'aparte-earlier-'));
  path = join(directory, 'aparte.sqlite');
});
afterEach(() => rmSync(directory, { recursive: true }));

/** A workshop under way, as the first version left it on disk. */
function writeFirstStore(): ReturnType<typeof formed> {
  const workshop = formed();
  const sqlite = new NodeSqlite(path);
  sqlite.pragma(`application_id=${0x41505254}`);
  for (const statement of firstTables) sqlite.prepare(statement).run([]);
  const event = sqlite.prepare('insert into "events" values (?, ?, ?, ?, ?, ?)');
  for (const { version, at, actorId, commandId, event: data } of workshop.facts)
    event.run(['atelier-0001', version, at, actorId, commandId, JSON.stringify(data)]);
  const person = sqlite.prepare('insert into "people" values (?, ?, ?, ?, ?)');
  for (const id of Object.keys(workshop.state.people))
    person.run(['atelier-0001', id, `Zoé ${id}`, 'Ville de Nantes', `identity of ${id}`]);
  sqlite.prepare('insert into "links" values (?, ?, ?)').run(['hash-of-link', 'atelier-0001', 'link-host-link']);
  sqlite.close();
  return workshop;
}

it('S23 a store of the first version opens with everybody, every link and every fact', async () => {
  const { facts, state } = writeFirstStore();
  const store = await openEmbeddedStore(path);
  expect(await store.load('atelier-0001', 0)).toEqual(facts.map(({ event: data, ...place }) => ({ ...place, data })));
  const people = await store.people('atelier-0001');
  expect(people.map(({ personId }) => personId).toSorted()).toEqual(Object.keys(state.people).toSorted());
  for (const { personId, ...known } of people) {
    expect(known).toEqual({
      name: `Zoé ${personId}`,
      organisation: 'Ville de Nantes',
      email: '',
      attributes: {},
    });
    const found = { workshopId: 'atelier-0001', personId };
    expect(await store.findPerson(`identity of ${personId}`)).toEqual(found);
  }
  expect(await store.findLink('hash-of-link')).toEqual({ workshopId: 'atelier-0001', linkId: 'link-host-link' });
  await store.close();
});

it('S23 its workshop goes on: people are announced, and whoever was there acts as before, also after a restart', async () => {
  const { state } = writeFirstStore();
  const store = await openEmbeddedStore(path);
  const world = createWorld(store);
  await world.runtime.catchUp();
  expect(world.runtime.state).toEqual(state);
  const people = [{ name: 'Ana', organisation: '', email: 'ana@example.org', attributes: { Région: 'Centre' } }];
  const expecting = await world.submit('expect-0001', { kind: 'ExpectPeople', people }, host);
  expect(expecting.ok).toBe(true);
  const moving = { kind: 'MovePerson', slotId: breakoutSlot, personId: participant(1), groupId: groupId(3) } as const;
  expect((await world.submit('move-0001', moving, host)).ok).toBe(true);
  await store.close();

  const again = await openEmbeddedStore(path);
  const later = createWorld(again);
  await later.runtime.catchUp();
  expect(later.runtime.state).toEqual(world.runtime.state);
  expect(later.runtime.names.get('expect-0001.p1')).toMatchObject({ email: 'ana@example.org' });
  expect(later.runtime.names.get(participant(1))).toMatchObject({ name: `Zoé ${participant(1)}` });
  await again.close();
});
