import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openEmbeddedStore } from '../../bot/store/openEmbeddedStore.ts';
import { upTo } from '../contract/samples.ts';

const WRITER = join(import.meta.dirname, 'storeWriter.ts');

let directory: string;
let path: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'aparte-processes-'));
  path = join(directory, 'aparte.sqlite');
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Runs a writer to its end, or kills it outright after `killAfter` acknowledgements. Gives what it acknowledged. */
async function runWriter(
  name: string,
  wave: number,
  { limit = Infinity, killAfter = Infinity },
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [WRITER, path, name, String(wave), String(limit)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close') as Promise<[number | null, string | null]>;
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === killAfter) child.kill('SIGKILL');
  }
  const [code, signal] = await ended;
  expect(signal ?? code).toBe(killAfter === Infinity ? 0 : 'SIGKILL');
  return acknowledged;
}

/** Opens the store, checks that no version is missing, and gives every stored event as a writer tells it. */
async function storedLines(): Promise<ReadonlySet<string>> {
  const store = await openEmbeddedStore(path);
  const lines = new Set<string>();
  for (const { workshopId, version } of await store.workshops()) {
    const events = await store.load(workshopId, 0);
    expect(events.map((event) => event.version)).toEqual(upTo(version));
    for (const event of events) lines.add(`${workshopId} ${event.version} ${event.commandId}`);
  }
  await store.close();
  return lines;
}

it.each([1, 20])(
  'S1 a process killed twelve times in the middle of waves of %i loses nothing acknowledged',
  async (wave) => {
    const acknowledged: string[] = [];
    for (const round of upTo(12)) {
      acknowledged.push(...(await runWriter(`round${round}`, wave, { killAfter: 5 + ((round * 37) % 150) })));
      const stored = await storedLines();
      expect(acknowledged.filter((line) => !stored.has(line))).toEqual([]);
    }
    expect(acknowledged.length).toBeGreaterThan(12 * 5);
  },
);

it('S15 two processes that start and append at the same time lose nothing acknowledged', async () => {
  const writers = await Promise.all([runWriter('one', 3, { limit: 400 }), runWriter('two', 3, { limit: 400 })]);
  const acknowledged = writers.flat();
  const stored = await storedLines();
  expect(acknowledged.filter((line) => !stored.has(line))).toEqual([]);
  // Nothing else is stored, and no version was acknowledged to both.
  expect(acknowledged).toHaveLength(stored.size);
});
