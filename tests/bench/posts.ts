import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../bot/store/openEmbeddedStore.ts';
import type { WorkshopEvent } from '../../shared/workshop/events.ts';
import { foundWorkshop } from '../doubles/breakoutScene.ts';
import { startServer } from '../doubles/serverProcess.ts';
import type { CrowdOrder, CrowdReport } from './crowd.ts';
import { type BenchOptions, type Figure, percentile } from './figure.ts';
import { cpuBetween, readUse } from './processUse.ts';

interface Outcome extends CrowdReport {
  readonly cpuSeconds: number | undefined;
  readonly memoryMb: number | undefined;
}

/** The next message of a child; rejects when it ends instead. */
async function hear(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${child.spawnargs.at(-1)} ended with ${String(code)}`);
  });
  const [message] = await Promise.race([once(child, 'message'), ended]);
  // Nobody waits for the end any more.
  ended.catch(() => undefined);
  return message;
}

/** Has a crowd take its places and post, and reads what the server used for the posts alone. */
async function runCrowd(script: string, serverPid: number, order: CrowdOrder): Promise<Outcome> {
  const crowd = fork(join(import.meta.dirname, script), { stdio: 'inherit' });
  crowd.send(order);
  await hear(crowd);
  const before = readUse(serverPid);
  crowd.send('go');
  const report = (await hear(crowd)) as CrowdReport;
  const after = readUse(serverPid);
  return { ...report, cpuSeconds: cpuBetween(before, after), memoryMb: after.memoryMb };
}

async function postToAparte({ people, groups, withinMs }: BenchOptions): Promise<Outcome> {
  const dataDir = mkdtempSync(join(tmpdir(), 'aparte-bench-'));
  try {
    const server = await startServer({ dataDir, environment: { RATE_LIMIT_SCALE: '1000' } });
    const links = await foundWorkshop(server.origin, server.setUpKey, groups);
    const order = { origin: server.origin, people, groups, withinMs, links };
    const outcome = await runCrowd('workshopCrowd.ts', server.pid, order);
    await server.stop();

    // What the pages saw, the log must hold: each answer once.
    const store = await openEmbeddedStore(join(dataDir, 'aparte.sqlite'));
    const events = (await store.load(links.workshopId, 0)).map(({ data }) => data as WorkshopEvent);
    await store.close();
    const texts = events.flatMap((event) => (event.kind === 'AnswerPosted' ? [event.answer.text] : []));
    const distinct = new Set(texts).size;
    return {
      ...outcome,
      lost: outcome.lost + people - distinct,
      duplicated: outcome.duplicated + texts.length - distinct,
    };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function postToRelay({ people, groups, withinMs }: BenchOptions): Promise<Outcome> {
  const relay = fork(join(import.meta.dirname, 'relay.ts'), { stdio: 'inherit' });
  try {
    const origin = String(await hear(relay));
    return await runCrowd('relayCrowd.ts', relay.pid ?? 0, { origin, people, groups, withinMs });
  } finally {
    relay.disconnect();
  }
}

/** Everybody posts an answer: how long until it is acknowledged, and until the last page shows it. Beside a bare relay. */
export async function benchPosts(options: BenchOptions): Promise<Figure> {
  const outcomes = [await postToAparte(options), await postToRelay(options)];
  const of = (read: (outcome: Outcome) => number | undefined): (number | undefined)[] => outcomes.map(read);
  const { people, groups, withinMs } = options;
  return {
    name: 'posts',
    title: `${people} people in ${groups} groups each post an answer within ${withinMs / 1_000} s`,
    columns: ['Aparté', 'bare relay'],
    isComparison: true,
    rows: [
      { label: 'post → ack, p50', unit: 'ms', values: of(({ toAck }) => percentile(toAck, 0.5)) },
      { label: 'post → ack, p99', unit: 'ms', values: of(({ toAck }) => percentile(toAck, 0.99)) },
      { label: 'post → last screen, p50', unit: 'ms', values: of(({ toLastScreen }) => percentile(toLastScreen, 0.5)) },
      {
        label: 'post → last screen, p99',
        unit: 'ms',
        values: of(({ toLastScreen }) => percentile(toLastScreen, 0.99)),
      },
      { label: 'server CPU for the posts', unit: 's', values: of(({ cpuSeconds }) => cpuSeconds) },
      { label: 'server memory, at most', unit: 'MB', values: of(({ memoryMb }) => memoryMb) },
      { label: 'messages to the pages', unit: '', values: of(({ messages }) => messages) },
      { label: 'bytes to the pages', unit: 'kB', values: of(({ bytes }) => bytes / 1_000) },
      { label: 'lost', unit: '', values: of(({ lost }) => lost) },
      { label: 'duplicated', unit: '', values: of(({ duplicated }) => duplicated) },
      { label: 'lateness of the load itself, p99', unit: 'ms', values: of(({ loadDelayP99 }) => loadDelayP99) },
    ],
    notes: [
      `Server and load (one process each) share ${availableParallelism()} cores; ${process.platform}, Node ${process.version}.`,
      'Last screen: the last of the pages that must show the answer: its group, its animator, the host.',
      'Aparté stores before it acknowledges, and gathers what changed before it shows it; the relay does neither.',
    ],
  };
}
