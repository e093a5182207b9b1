import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventStore } from '../../bot/store/eventStore.ts';
import { NodeSqlite } from '../../bot/store/nodeSqlite.ts';
import { makeDurable, openEmbeddedStore } from '../../bot/store/openEmbeddedStore.ts';
import { err } from '../../shared/core/result.ts';
import { sampleAppend, sampleEvent, samplePerson, upTo, versionsOf } from './samples.ts';

let directory: string;
let path: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'aparte-embedded-'));
  path = join(directory, 'data', 'aparte.sqlite');
});
afterEach(() => rmSync(directory, { recursive: true }));

describe('group commit', () => {
  /** Runs `use` on a store, and gives the number of appends in each of its transactions. */
  async function commitsOf(use: (store: EventStore) => Promise<unknown>) {
    const commits: number[] = [];
    const store = await openEmbeddedStore(path, { onCommit: (appends) => commits.push(appends) });
    await use(store);
    await store.close();
    return commits;
  }

  it('S6 appends of one turn, of many workshops, share one transaction', async () => {
    const commits = await commitsOf(async (store) => {
      await Promise.all(upTo(50).map((n) => store.append(sampleAppend(`w${n}`, 0))));
      // The second is sent some promises later, and yet in the same turn of the event loop.
      await Promise.all([
        store.append(sampleAppend('a', 0)),
        store.load('a', 0).then(() => store.append(sampleAppend('b', 0))),
      ]);
    });
    expect(commits).toEqual([50, 2]);
  });

  it('S6 a conflict is not counted, and does not part its neighbours', async () => {
    const commits = await commitsOf((store) =>
      Promise.all([0, 0, 1].map((expected) => store.append(sampleAppend('w', expected)))),
    );
    expect(commits).toEqual([2]);
  });

  it('S6 a batch is bounded in requests and in size', async () => {
    const text = 'x'.repeat(1_500_000);
    const commits = await commitsOf(async (store) => {
      await Promise.all(upTo(600).map((version) => store.append(sampleAppend('w', version - 1))));
      await Promise.all(
        upTo(5).map((n) =>
          store.append({ workshopId: `l${n}`, expectedVersion: 0, events: [sampleEvent(1, { text })] }),
        ),
      );
    });
    expect(commits).toEqual([256, 256, 88, 2, 2, 1]);
  });

  it('S5 an append of more events than one statement holds is one transaction', async () => {
    const commits = await commitsOf((store) => store.append(sampleAppend('w', 0, { count: 12_000 })));
    expect(commits).toEqual([1]);
  });
});

it('S12 an erased name is nowhere in the files', async () => {
  const store = await openEmbeddedStore(path);
  await store.append(sampleAppend('w', 0, { people: [samplePerson('p', { name: 'Ermengarde' }), samplePerson('q')] }));
  await store.erasePerson('w', 'p');
  await store.close();
  const files = readdirSync(dirname(path)).map((file) => readFileSync(join(dirname(path), file), 'latin1'));
  expect(files.some((content) => content.includes('Nantes'))).toBe(true);
  expect(files.some((content) => content.includes('Ermengarde'))).toBe(false);
});

it('S15 of two stores on one file the second gets a conflict, and reads what the first wrote', async () => {
  const one = await openEmbeddedStore(path);
  const other = await openEmbeddedStore(path);
  expect((await one.append(sampleAppend('w', 0))).ok).toBe(true);
  expect(await other.append(sampleAppend('w', 0))).toEqual(err('version_conflict'));
  expect((await other.append(sampleAppend('w', 1))).ok).toBe(true);
  expect(await versionsOf(one, 'w')).toEqual([1, 2]);
  await one.close();
  await other.close();
});

describe('opening', () => {
  it('S17 a file that is no database is refused and left as it is', async () => {
    const file = join(directory, 'notes.txt');
    writeFileSync(file, 'Notes of the meeting, not a database. '.repeat(300));
    const before = readFileSync(file);
    await expect(openEmbeddedStore(file)).rejects.toThrow(/notes\.txt cannot be opened: file is not a database/);
    expect(readFileSync(file)).toEqual(before);
  });

  it('S17 the database of another program is refused and left as it is', async () => {
    const file = join(directory, 'other.sqlite');
    const other = new NodeSqlite(file);
    other.prepare('create table events (id integer)').run([]);
    other.close();
    const before = readFileSync(file);
    await expect(openEmbeddedStore(file)).rejects.toThrow(/database of another program/);
    expect(readFileSync(file)).toEqual(before);
  });

  it('S17 a damaged store is refused', async () => {
    const store = await openEmbeddedStore(path);
    await store.append(sampleAppend('w', 0, { count: 500 }));
    await store.close();
    const content = readFileSync(path);
    content.fill(0xff, 3 * 4096, 5 * 4096);
    writeFileSync(path, content);
    await expect(openEmbeddedStore(path)).rejects.toThrow(
      /cannot be opened: (it is damaged|database disk image is malformed)/,
    );
  });

  it('S17 a store written by a newer version is refused', async () => {
    await (await openEmbeddedStore(path)).close();
    const sqlite = new NodeSqlite(path);
    sqlite.prepare("insert into kysely_migration values ('9999_from_the_future', '2030-01-01T00:00:00.000Z')").run([]);
    sqlite.close();
    await expect(openEmbeddedStore(path)).rejects.toThrow(/newer version.*9999_from_the_future.*restore a backup/);
  });

  it('S17 a store that cannot be written durably is refused', () => {
    const sqlite = new NodeSqlite(':memory:');
    expect(() => makeDurable(sqlite)).toThrow(/journal mode stays memory/);
    sqlite.close();
  });

  it('S17 every commit of an open store is synced', async () => {
    const sqlite = new NodeSqlite(join(directory, 'plain.sqlite'));
    sqlite.pragma('synchronous=off');
    makeDurable(sqlite);
    expect([sqlite.pragma('journal_mode'), sqlite.pragma('synchronous')]).toEqual(['wal', 2]);
    sqlite.close();
  });

  it('S18 the data directory, the store and its backup are for their owner only', async () => {
    const store = await openEmbeddedStore(path);
    await store.append(sampleAppend('w', 0));
    await store.backup(`${path}.backup`);
    const modes = readdirSync(dirname(path)).map((file) => [file, statSync(join(dirname(path), file)).mode & 0o777]);
    expect(modes).toEqual(
      ['aparte.sqlite', 'aparte.sqlite-shm', 'aparte.sqlite-wal', 'aparte.sqlite.backup'].map((file) => [file, 0o600]),
    );
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
    await store.close();
  });
});

describe('backup', () => {
  it('S19 it holds all that was acknowledged before, without a gap, while appends go on', async () => {
    const store = await openEmbeddedStore(path);
    await store.append(sampleAppend('w', 0, { count: 3000, people: [samplePerson('p')] }));
    const copy = join(directory, 'copy.sqlite');
    writeFileSync(copy, 'an older backup');
    let finished = false;
    const backup = store.backup(copy).finally(() => {
      finished = true;
    });
    let version = 3000;
    while (!finished) {
      await store.append(sampleAppend('w', version));
      version += 1;
    }
    await backup;
    await store.close();

    const restored = await openEmbeddedStore(copy);
    const versions = await versionsOf(restored, 'w');
    expect(versions.length).toBeGreaterThanOrEqual(3000);
    expect(versions.length).toBeLessThanOrEqual(version);
    expect(versions).toEqual(upTo(versions.length));
    expect(await restored.people('w')).toEqual([samplePerson('p')]);
    await restored.close();
  });

  it('S19 a backup that fails leaves the older one, and nothing half written', async () => {
    const store = await openEmbeddedStore(path);
    await expect(store.backup(join(directory, 'absent', 'copy.sqlite'))).rejects.toThrow(/could not be written/);
    expect(readdirSync(directory)).toEqual(['data']);
    await store.close();
  });
});

it.each(['deleted', 'replaced'])(
  'S22 a store whose file was %s under it acknowledges nothing any more',
  async (fate) => {
    const path = join(directory, 'aparte.sqlite');
    const store = await openEmbeddedStore(path);
    expect((await store.append(sampleAppend('w', 0))).ok).toBe(true);
    renameSync(path, `${path}.aside`);
    if (fate === 'replaced') writeFileSync(path, readFileSync(`${path}.aside`));
    await expect(store.append(sampleAppend('w', 1))).rejects.toThrow('moved or deleted');
    await expect(store.load('w', 0)).rejects.toThrow('moved or deleted');
    renameSync(`${path}.aside`, path);
    expect((await store.append(sampleAppend('w', 1))).ok).toBe(true);
    await store.close();
  },
);
