import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MINUTE_MS } from '../../shared/core/time.ts';
import type { HostView } from '../../shared/views/views.ts';
import { carryOut } from '../doubles/breakoutScene.ts';
import { joinWorkshop, until } from '../doubles/headlessClient.ts';
import { startServer } from '../doubles/serverProcess.ts';

/** The breakout under way as the host sees it. */
const breakoutOf = (view: HostView): HostView['breakouts'][string] | undefined => Object.values(view.breakouts)[0];

it('O7 the demonstration opens in the middle of a breakout, its people follow the host, and Ctrl+C ends it', async () => {
  const temporary = mkdtempSync(join(tmpdir(), 'aparte-demo-test-'));
  // An empty DATA_DIR means none: the demonstration makes its own, and takes it away.
  const demo = await startServer({ dataDir: '', script: 'bot/demo.ts', environment: { TMPDIR: temporary } });
  const linkOf = (page: string): string => new RegExp(`http://\\S+/${page}#\\S+`).exec(demo.output())?.[0] ?? '';
  const { origin } = demo;
  const participant = await joinWorkshop({ origin, link: linkOf('p'), name: 'Visiteuse' });
  const { companions, answers } = await until(participant, ({ view }) =>
    view?.kind === 'group' && view.breakout.phase.kind === 'open' ? view.breakout : undefined,
  );
  expect(Object.keys(companions).length).toBeGreaterThan(7);
  expect(Object.keys(answers).length).toBeGreaterThan(2);

  const host = await joinWorkshop({ origin, link: linkOf('h'), name: 'Hôtesse' });
  const view = await until(host, (snapshot) => (snapshot.view?.kind === 'host' ? snapshot.view : undefined));
  expect(Object.values(view.people).filter(({ connected }) => connected).length).toBeGreaterThanOrEqual(30);
  const said = Object.values(breakoutOf(view)?.works ?? {}).map((work) => Object.keys(work.answers).length);
  expect(said.length).toBe(3);
  const { run } = view.agenda;
  if (run.kind !== 'running') throw new Error('the agenda does not run');
  // Begun minutes ago: what came before is told as it would have happened.
  expect(run.startedAt).toBeLessThan(host.serverNow() - 4 * MINUTE_MS);
  expect(run.endsAt).toBeGreaterThan(host.serverNow());

  // Someone says something more, without being asked.
  const countOf = (shown: HostView): number =>
    Object.values(breakoutOf(shown)?.works ?? {}).reduce(
      (total, work) =>
        total + Object.values(work.answers).reduce((supports, answer) => supports + 1 + answer.supports, 0),
      0,
    );
  await until(host, (snapshot) =>
    snapshot.view?.kind === 'host' && countOf(snapshot.view) > countOf(view) ? true : undefined,
  );

  await carryOut(host, { kind: 'BringBack', slotId: run.slotId });
  await until(host, (snapshot) => {
    const works = snapshot.view?.kind === 'host' ? Object.values(breakoutOf(snapshot.view)?.works ?? {}) : [];
    return works.every((work) => work.outcome.kind === 'submitted') ? true : undefined;
  });
  for (const client of [host, participant]) client.close();
  expect(await demo.stop('SIGINT')).toBe(0);
  expect(readdirSync(temporary)).toEqual([]);
  rmSync(temporary, { recursive: true });
  expect(demo.output()).not.toMatch(/"level":(?:4|5|6)0/);
});
