import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { KyselyEventStore } from '../../bot/store/kyselyEventStore.ts';
import { migrate } from '../../bot/store/migrations.ts';
import { EmbeddedDialect, embeddedEngine, NodeSqlite } from '../../bot/store/nodeSqlite.ts';
import { makeDurable } from '../../bot/store/openEmbeddedStore.ts';
import type { Tables } from '../../bot/store/schema.ts';
import { err, ok } from '../../shared/core/result.ts';
import { createMemoryStore } from '../doubles/memoryStore.ts';
import { sampleAppend, sampleEvent, upTo, versionsOf } from './samples.ts';

/** An embedded store whose engine the test can reach, to break it. */
async function openParts(path: string) {
  const sqlite = new NodeSqlite(path);
  makeDurable(sqlite);
  const db = new Kysely<Tables>({ dialect: new EmbeddedDialect(sqlite) });
  await migrate(db, embeddedEngine);
  return { sqlite, db, store: new KyselyEventStore({ db, engine: embeddedEngine }) };
}

let directory: string;
let parts: Awaited<ReturnType<typeof openParts>>;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'aparte-broken-'));
  parts = await openParts(join(directory, 'aparte.sqlite'));
});
afterEach(async () => {
  await parts.store.close();
  rmSync(directory, { recursive: true });
});

it('S8 a full disk rejects the whole batch, writes nothing of it, and the store goes on', async () => {
  const { sqlite, store } = parts;
  await store.append(sampleAppend('w', 0));
  sqlite.pragma(`max_page_count=${Number(sqlite.pragma('page_count')) + 5}`);

  const large = { workshopId: 'large', expectedVersion: 0, events: [sampleEvent(1, 'x'.repeat(100_000))] };
  const batch = [sampleAppend('w', 1), large, sampleAppend('v', 0)];
  const settled = await Promise.allSettled(batch.map((request) => store.append(request)));
  expect(settled.map((one) => one.status === 'rejected' && String(one.reason))).toEqual(
    batch.map(() => 'Error: database or disk is full'),
  );
  expect(await versionsOf(store, 'w')).toEqual([1]);
  expect(await versionsOf(store, 'v')).toEqual([]);

  expect((await store.append(sampleAppend('w', 1))).ok).toBe(true);
  expect(await versionsOf(store, 'w')).toEqual([1, 2]);
});

it('S8 the error that is told is the first one, also when SQLite has rolled back on its own', async () => {
  const { sqlite, db } = parts;
  const failing = db.transaction().execute(async () => {
    sqlite.prepare('rollback').run([]);
    throw new Error('the disk is gone');
  });
  await expect(failing).rejects.toThrow('the disk is gone');
});

it('S15 an append that is overtaken between reading and writing is a conflict, its neighbours are written', async () => {
  const { sqlite, store } = parts;
  // Stands for another node of a database that lets two nodes write at once: the row appears just before ours.
  sqlite
    .prepare(
      `create trigger overtake before insert on events when new.workshop_id = 'raced' and new.actor_id <> 'faster'
       begin insert into events values ('raced', new.version, 1, 'faster', 'c', '{}'); end`,
    )
    .run([]);
  const requests = [sampleAppend('a', 0), sampleAppend('raced', 0, { count: 2 }), sampleAppend('z', 0)];
  const results = await Promise.all(requests.map((request) => store.append(request)));
  expect(results).toEqual([ok(undefined), err('version_conflict'), ok(undefined)]);
  expect(await versionsOf(store, 'raced')).toEqual([]);
  expect(await versionsOf(store, 'z')).toEqual([1]);
});

it('S8 the memory store breaks on demand, before or after writing, and slowly', async () => {
  const fates = ['conflict', 'fail', 'fail_after_writing', 'proceed'] as const;
  const gate = Promise.withResolvers<void>();
  let next = 0;
  const store = createMemoryStore({
    async beforeAppend() {
      const fate = fates[next++] ?? 'proceed';
      if (next > fates.length) await gate.promise;
      return fate;
    },
  });
  expect(await store.append(sampleAppend('w', 0))).toEqual(err('version_conflict'));
  await expect(store.append(sampleAppend('w', 0))).rejects.toThrow('nothing was written');
  expect(await versionsOf(store, 'w')).toEqual([]);
  await expect(store.append(sampleAppend('w', 0))).rejects.toThrow('the answer is lost');
  expect(await store.append(sampleAppend('w', 1))).toEqual(ok(undefined));
  const slow = store.append(sampleAppend('w', 2));
  expect(await versionsOf(store, 'w')).toEqual([1, 2]);
  gate.resolve();
  expect(await slow).toEqual(ok(undefined));
  expect(await versionsOf(store, 'w')).toEqual(upTo(3));
});
