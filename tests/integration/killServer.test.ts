import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredEvent, StoredPerson } from '../../bot/store/eventStore.ts';
import { type Random, seededRandom } from '../../shared/core/random.ts';
import type { ServerToClient } from '../../shared/protocol/messages.ts';
import { audienceOf } from '../../shared/views/audience.ts';
import { projectMe, projectView } from '../../shared/views/projectView.ts';
import type { WorkshopEvent } from '../../shared/workshop/events.ts';
import type { WorkshopState } from '../../shared/workshop/state.ts';
import type { ClientSnapshot } from '../../tab/net/client.ts';
import { breakoutSlotId, type FoundedWorkshop, foundWorkshop, openGroups } from '../doubles/breakoutScene.ts';
import { createDoor, type HeadlessClient, joinWorkshop, until } from '../doubles/headlessClient.ts';
import { readLog } from '../doubles/readLog.ts';
import { type ServerProcess, startServer } from '../doubles/serverProcess.ts';
import { withoutSyntheses } from '../doubles/withoutSyntheses.ts';
import { answersBelieved, effectOf, Ledger } from './killLedger.ts';
import { animate, announce, type Load, participate } from './killLoad.ts';
import { type MomentKind, Moments } from './killMoments.ts';

const kills = 24;
const groups = 3;
const participants = 30;
/** A late arrival after every so many kills, so that joins are cut as well. */
const killsPerNewcomer = 4;
/** Of so many kills one takes an acknowledgement with it that had left the server. */
const killsPerLostAck = 6;

const environment = { RATE_LIMIT_SCALE: '100', LOG_LEVEL: 'warn' };

/** The moment of a kill: an acknowledgement is lost, or so many acknowledgements, sendings or changes on screens from now. */
function nextMoment(
  round: number,
  moments: Moments,
  random: Random,
): { readonly kind: MomentKind; readonly count: number } {
  if (round % killsPerLostAck === 0) return { kind: 'lost', count: moments.count('lost') + 1 };
  const kinds = ['ack', 'send', 'view'] as const;
  const kind = kinds[Math.floor(random() * kinds.length)] ?? 'ack';
  return { kind, count: moments.count(kind) + 1 + Math.floor(random() * 120) };
}

/** One kill: what was on its way at that instant, and what the store held before the next server touched it. */
interface Kill {
  readonly acknowledged: readonly string[];
  readonly pending: readonly string[];
  readonly stored: ReadonlySet<string>;
}

/** What the whole affair left behind, for the tests to read. */
interface Aftermath {
  readonly workshopId: string;
  readonly ledger: Ledger;
  readonly kills: readonly Kill[];
  readonly newcomers: readonly string[];
  readonly screens: readonly { readonly client: HeadlessClient; readonly snapshot: ClientSnapshot }[];
  readonly outputs: readonly string[];
  readonly events: readonly StoredEvent[];
  readonly people: readonly StoredPerson[];
  readonly state: WorkshopState;
}

async function killUnderLoad(dataDir: string): Promise<Aftermath> {
  const random = seededRandom(20_260_707);
  const moments = new Moments();
  const ledger = new Ledger(moments);
  const servers: ServerProcess[] = [await startServer({ dataDir, environment })];
  const live = (): ServerProcess => servers.at(-1) as ServerProcess;
  const { origin, port, setUpKey } = live();
  const links: FoundedWorkshop = await foundWorkshop(origin, setUpKey, groups);
  let losesAcks = false;
  const heard = (kind: keyof ServerToClient): boolean => {
    const isLost = losesAcks && kind === 'ack';
    if (isLost) moments.note('lost');
    return !isLost;
  };
  const come = (link: string, name: string): Promise<HeadlessClient> => joinWorkshop({ origin, link, name, heard });
  const host = await come(links.host, 'Hôte');
  const animators = await Promise.all(links.animators.map((link, index) => come(link, `Animatrice ${index + 1}`)));
  const display = await come(links.display, '');
  const crowd = await Promise.all(
    Array.from({ length: participants }, (_, index) => come(links.participant, `Personne ${index + 1}`)),
  );
  await openGroups(host);

  const clients = [host, display, ...animators, ...crowd];
  for (const client of clients) client.subscribe(() => moments.note('view'));
  let isOver = false;
  const load: Load = { ledger, random, isOver: () => isOver };
  const lives = [
    announce(host, load),
    ...animators.map((client) => animate(client, load)),
    ...crowd.map((client) => participate(client, load)),
  ];

  /** Knocks until let in, whatever happens to the server meanwhile. */
  async function comeLate(name: string): Promise<HeadlessClient> {
    const door = createDoor({ origin, link: links.participant, name });
    for (;;) {
      const starts = moments.count('start');
      const client = await door.knock();
      if (client !== undefined) {
        lives.push(participate(client, load));
        return client;
      }
      await moments.at('start', starts + 1);
    }
  }

  const killed: Kill[] = [];
  const newcomers: Promise<HeadlessClient>[] = [];
  for (let round = 1; round <= kills; round++) {
    const { kind, count } = nextMoment(round, moments, random);
    losesAcks = kind === 'lost';
    if (round % killsPerNewcomer === 0) newcomers.push(comeLate(`Retardataire ${newcomers.length + 1}`));
    let gone: Promise<void> | undefined;
    await moments.at(kind, count, () => {
      gone = live().kill();
    });
    // Taken in the turn of the kill: what reaches a page afterwards had left the server before.
    const acknowledged = ledger.acknowledged().map(({ commandId }) => commandId);
    const pending = clients.flatMap((client) => client.snapshot().pending.map(({ commandId }) => commandId));
    await gone;
    losesAcks = false;
    const { events } = await readLog(dataDir, links.workshopId);
    killed.push({ acknowledged, pending, stored: new Set(events.map(({ commandId }) => commandId)) });
    servers.push(await startServer({ dataDir, port, environment }));
    moments.note('start');
  }
  const late = await Promise.all(newcomers);
  isOver = true;
  await Promise.all(lives);

  // All at rest: what is announced last comes to every screen after everything else.
  const everyone = [...clients, ...late];
  await Promise.all(everyone.map((client) => until(client, ({ status }) => status.kind === 'online' || undefined)));
  const last = await ledger.send(host, { kind: 'Announce', text: 'Merci à toutes et à tous' }).noted;
  const screens = await Promise.all(
    everyone.map(async (client) => ({
      client,
      snapshot: await until(client, (snapshot) =>
        snapshot.view?.announcement?.id === last.commandId ? snapshot : undefined,
      ),
    })),
  );
  for (const client of everyone) client.close();
  await live().stop();
  return {
    workshopId: links.workshopId,
    ledger,
    kills: killed,
    newcomers: late.map((client) => client.personId),
    screens,
    outputs: servers.map((server) => server.output()),
    ...(await readLog(dataDir, links.workshopId)),
  };
}

describe('a server that is killed again and again under load', () => {
  let dataDir: string;
  let after: Aftermath;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'aparte-kill-'));
    after = await killUnderLoad(dataDir);
  }, 180_000);
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('O1 loses nothing acknowledged, and every answer stands once, with the words that were acknowledged', () => {
    const { ledger, kills, events, state } = after;
    const acknowledged = ledger.acknowledged();
    expect(kills.length).toBeGreaterThanOrEqual(20);
    expect(acknowledged.length).toBeGreaterThan(500);
    for (const kill of kills) expect(kill.acknowledged.filter((id) => !kill.stored.has(id))).toEqual([]);

    const believed = answersBelieved(acknowledged);
    const works = Object.values(state.breakouts[breakoutSlotId]?.works ?? {});
    const stored = new Map(
      works
        .flatMap((work) => Object.values(work.answers))
        .map(({ id, text, withdrawn, supporterIds }) => [id, { text, withdrawn, supporterIds: new Set(supporterIds) }]),
    );
    expect(stored).toEqual(believed);
    const posted = events.filter(({ data }) => (data as WorkshopEvent).kind === 'AnswerPosted');
    expect(posted.length).toBe(believed.size);
  });

  it('O2 gives every acknowledged command its one effect, and a refused one none', () => {
    const { ledger, events, newcomers, workshopId, kills } = after;
    // Both kinds were met: commands that died with the server, and commands whose acknowledgement did.
    const pending = kills.flatMap((kill) => kill.pending.map((id) => kill.stored.has(id)));
    expect(new Set(pending)).toEqual(new Set([true, false]));
    const left = Map.groupBy(events, ({ actorId, commandId }) => `${actorId} ${commandId}`);
    for (const entry of ledger.acknowledged()) {
      const effects = left.get(`${entry.personId} ${entry.commandId}`) ?? [];
      expect(effects.map(({ data }) => data)).toEqual([effectOf(entry)]);
    }
    const refused = ledger.entries.filter(({ outcome }) => outcome !== 'acknowledged');
    for (const { outcome, personId, commandId } of refused) {
      // Someone took back the answer that it was about.
      expect(outcome).toEqual({ kind: 'rejected', code: 'answer_unknown' });
      expect(left.get(`${personId} ${commandId}`)).toBeUndefined();
    }
    // And nothing is in the log that nobody was told of.
    const told = new Set(ledger.acknowledged().map(({ commandId }) => commandId));
    const untold = events.filter(({ commandId }) => !told.has(commandId)).map(({ data }) => data as WorkshopEvent);
    const setUp = new Set(['AgendaStarted', 'SlotStarted', 'GroupsFormed', 'BreakoutOpened', 'PersonJoined']);
    const founding = events.filter(({ commandId }) => commandId === workshopId).length;
    const placed = untold.filter(({ kind }) => kind === 'PersonPlaced').length;
    expect(placed).toBe(newcomers.length);
    expect(untold.filter(({ kind }) => setUp.has(kind)).length + founding + placed).toBe(untold.length);
  });

  it('O3 is followed by every screen by itself: each shows exactly what the replayed log says', () => {
    const { screens, state, people } = after;
    const surroundings = {
      names: new Map(people.map(({ personId, ...details }) => [personId, details])),
      connected: new Set(screens.map(({ client }) => client.personId)),
      syntheses: new Map(),
      shared: new Map(),
    };
    for (const { client, snapshot } of screens) {
      const member = state.people[client.personId];
      const audience = member === undefined ? undefined : audienceOf(state, member);
      if (audience === undefined) throw new Error(`${client.name} is not in the log`);
      expect(withoutSyntheses(snapshot.view), client.name).toEqual(projectView(state, audience, surroundings));
      expect(snapshot.me, client.name).toEqual(projectMe(state, client.personId, surroundings));
      expect(snapshot.pending, client.name).toEqual([]);
    }
  });

  it('O4 lets whoever knocked while it died join once', () => {
    const { events, newcomers, screens } = after;
    const joined = events
      .map(({ data }) => data as WorkshopEvent)
      .flatMap((event) => (event.kind === 'PersonJoined' ? [event.personId] : []));
    expect(newcomers.length).toBeGreaterThan(0);
    expect([...joined].sort()).toEqual(screens.map(({ client }) => client.personId).sort());
  });

  it('O5 says nothing of it in its log: a kill is no fault', () => {
    for (const output of after.outputs) expect(output).not.toMatch(/"level":(?:4|5|6)0/);
  });
});
