import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../bot/store/openEmbeddedStore.ts';
import { type BenchOptions, type Figure, percentile } from './figure.ts';

const appends = 2_000;
/** As many workshops as append at the same time: each waits for its own. */
const together = [1, 10, 100] as const;

/** Appends of one answer each, by so many workshops at once. Milliseconds of each append, and of all. */
async function appendFrom(workshops: number): Promise<{ readonly each: readonly number[]; readonly totalMs: number }> {
  const directory = mkdtempSync(join(tmpdir(), 'aparte-append-'));
  const store = await openEmbeddedStore(join(directory, 'aparte.sqlite'));
  const each: number[] = [];
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: workshops }, async (_, workshop) => {
      for (let version = 1; version <= appends / workshops; version++) {
        const sentAt = performance.now();
        const data = { kind: 'AnswerPosted', answer: { id: `answer-${version}`, text: 'é'.repeat(150) } };
        const event = { version, at: version, actorId: 'person-0001', commandId: `command-${version}`, data };
        await store.append({ workshopId: `workshop-${workshop}`, expectedVersion: version - 1, events: [event] });
        each.push(performance.now() - sentAt);
      }
    }),
  );
  const totalMs = performance.now() - startedAt;
  await store.close();
  rmSync(directory, { recursive: true });
  return { each, totalMs };
}

/** How fast the store makes answers durable, one after the other and gathered. */
export async function benchAppend(_options: BenchOptions): Promise<Figure> {
  const runs = [];
  for (const workshops of together) runs.push(await appendFrom(workshops));
  return {
    name: 'append',
    title: `${appends} answers are made durable, one per append`,
    columns: together.map((count) => (count === 1 ? 'one at a time' : `${count} at once`)),
    rows: [
      { label: 'appends', unit: '/s', values: runs.map(({ each, totalMs }) => (each.length / totalMs) * 1_000) },
      { label: 'one append, p50', unit: 'ms', values: runs.map(({ each }) => percentile(each, 0.5)) },
      { label: 'one append, p99', unit: 'ms', values: runs.map(({ each }) => percentile(each, 0.99)) },
    ],
    notes: [
      `Every append is synced to the disk under ${tmpdir()} before it counts; those that wait together share a sync.`,
    ],
  };
}
