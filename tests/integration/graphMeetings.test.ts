import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSecrets } from '../../bot/secrets.ts';
import { createGraphMeetings, type GraphSession } from '../../bot/teams/graphMeetings.ts';
import { createRoomMaker, meetingTitle } from '../../bot/teams/makeRooms.ts';
import type { WorkshopRuntime } from '../../bot/workshop/runtime.ts';
import type { Command } from '../../shared/workshop/commands.ts';
import { type FakeEntra, objectIdOf, startEntra, teamsEnvironment, tenantId } from '../doubles/fakeEntra.ts';
import { FakeGraph } from '../doubles/fakeGraph.ts';
import { groupId, host, populated } from '../doubles/workshopScenario.ts';

let entra: FakeEntra;
let graph: FakeGraph;
let graphOrigin: string;
beforeEach(async () => {
  entra = await startEntra();
  entra.consent.given.add(objectIdOf(1));
  graph = new FakeGraph();
  graphOrigin = await graph.start();
});
afterEach(async () => {
  await entra.close();
  await graph.stop();
});

const subject = { tenantId, objectId: objectIdOf(1), name: '' };
const meetings = (callMs = 150) =>
  createGraphMeetings({
    clientId: teamsEnvironment.TEAMS_CLIENT_ID,
    clientSecret: teamsEnvironment.TEAMS_CLIENT_SECRET,
    loginOrigin: entra.origin,
    graphOrigin,
    reportFault: () => 'reference',
    callMs,
    firstWaitMs: 10,
  });
async function signedIn(withinMs = 5_000, callMs?: number): Promise<GraphSession> {
  const session = await meetings(callMs).signIn(subject, await entra.token(), performance.now() + withinMs);
  if (!session.ok) throw new Error(session.problem.code);
  return session.value;
}
const asked = { externalId: 'one', subject: 'Atelier – Groupe 1', lobby: 'organization' } as const;

describe('asking Microsoft with patience', () => {
  it('MR7 a call that gets no answer is made again, and makes one meeting', async () => {
    let tries = 0;
    graph.trouble = () => {
      tries += 1;
      return tries < 3 ? { status: 0, hangs: true, takesIt: true } : undefined;
    };
    expect(await (await signedIn()).createOrGet(asked)).toMatchObject({ ok: true });
    expect(graph.meetings).toHaveLength(1);
  });

  it.each([
    ['silence', { status: 0, hangs: true }],
    ['faults', { status: 503 }],
    ['refusals without a delay', { status: 429 }],
  ])('MR7 %s without end are given up after four tries', async (_what, trouble) => {
    graph.trouble = () => trouble;
    expect(await (await signedIn()).createOrGet(asked)).toEqual({ ok: false, problem: { code: 'graph_unavailable' } });
    expect(graph.calls).toHaveLength(4);
    const waits = graph.calls.slice(1).map(({ at }, index) => at - (graph.calls[index]?.at ?? 0));
    // Later and later: at least what was meant, whatever the machine does.
    for (const [index, waited] of waits.entries()) expect(waited).toBeGreaterThanOrEqual(10 * 2 ** index - 1);
  });

  it('MR7 nothing is begun behind the deadline, and what hangs is let go of there', async () => {
    graph.trouble = () => ({ status: 0, hangs: true });
    const session = await signedIn(1_500, 60_000);
    expect(await session.createOrGet(asked)).toMatchObject({ problem: { code: 'graph_unavailable' } });
    expect(graph.calls).toHaveLength(1);
    expect(await session.createOrGet(asked)).toMatchObject({ problem: { code: 'graph_unavailable' } });
    expect(graph.calls).toHaveLength(1);
  });

  it('MR7 whoever is told to wait, waits with every call of the organisation', async () => {
    let refusedAt = 0;
    graph.trouble = ({ at }) => {
      if (refusedAt > 0) return undefined;
      refusedAt = at;
      return { status: 429, retryAfter: '1' };
    };
    const session = await signedIn();
    const first = session.createOrGet(asked);
    await expect.poll(() => refusedAt).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const others = ['two', 'three'].map((externalId) => session.createOrGet({ ...asked, externalId }));
    for (const made of await Promise.all([first, ...others])) expect(made).toMatchObject({ ok: true });
    for (const { at } of graph.calls.slice(1)) expect(at).toBeGreaterThanOrEqual(refusedAt + 1_000);
  });

  it('MR8 what Entra or Graph answer is believed only when it has its form', async () => {
    graph.linkOf = () => `https://teams.microsoft.com/l/meetup-join/${'x'.repeat(2_000)}`;
    expect(await (await signedIn()).createOrGet(asked)).toMatchObject({ problem: { code: 'graph_unavailable' } });
    graph.linkOf = () => 'https://teams.microsoft.com/l/é';
    const again = { ...asked, externalId: 'two' };
    expect(await (await signedIn()).createOrGet(again)).toMatchObject({ problem: { code: 'graph_unavailable' } });
    entra.consent.trouble = () => ({ status: 200 });
    const session = await meetings().signIn(subject, await entra.token(), performance.now() + 5_000);
    expect(session).toMatchObject({ ok: false, problem: { code: 'fault' } });
  });

  it('MR10 a meeting that lies ahead is of that day', async () => {
    const session = await signedIn();
    await session.createOrGet({ ...asked, date: '2030-07-07' });
    expect(graph.meetings[0]?.body).toEqual({
      externalId: 'one',
      subject: 'Atelier – Groupe 1',
      startDateTime: '2030-07-07T00:00:00Z',
      endDateTime: '2030-07-07T23:59:00Z',
    });
  });

  /** Groups without rooms, and the rooms that their host asks for; `before` happens between a meeting and its link. */
  function rooms(groups: number, budgetMs: number, before: (command: Command) => void = () => undefined) {
    const workshop = populated({ groups });
    for (const { id } of workshop.state.groups) {
      workshop.given(host, { kind: 'ReviseGroup', groupId: id, group: { roomUrl: '' } });
    }
    const runtime = {
      id: 'atelier-0001',
      get state() {
        return workshop.state;
      },
      now: () => 0,
      async submit({ actorId, command }: Parameters<WorkshopRuntime['submit']>[0]) {
        before(command as Command);
        const { ok, ...decision } = workshop.attempt(actorId, command as Command);
        return { ok, version: workshop.state.version, ...decision };
      },
    } as unknown as WorkshopRuntime;
    const makeRooms = createRoomMaker({ graph: meetings(), secrets: createSecrets(randomBytes(32)), budgetMs });
    const ask = async () => {
      const asking = { runtime, personId: host, subject, ssoToken: await entra.token(), slotId: 'slot-0002' };
      const made = await makeRooms({ ...asking, lobby: 'everyone' });
      return made.ok ? made.value.map(({ kind }) => kind) : [];
    };
    return { workshop, ask };
  }

  it('MR7 thirty groups that do not fit into one request are made by the next ones, once each', async () => {
    const { workshop, ask } = rooms(30, 500);
    graph.hold = () => new Promise((resolve) => setTimeout(resolve, 100));
    let requests = 1;
    while ((await ask()).some((kind) => kind !== 'kept')) requests += 1;
    // As many as fit, four at once; the last one finds them all.
    expect(requests).toBeGreaterThan(2);
    expect(workshop.state.groups.every(({ roomUrl }) => roomUrl !== '')).toBe(true);
    expect(graph.meetings).toHaveLength(30);
    // Also of those for which the time ran out between the meeting and its lobby.
    expect(new Set(graph.meetings.map(({ lobby }) => lobby.scope))).toEqual(new Set(['everyone']));
  });

  it('MR3 a link that comes between a meeting and its place in the group stays', async () => {
    const pasted = 'https://visio.exemple.test/salle';
    const { workshop, ask } = rooms(3, 5_000, (command) => {
      if (command.kind !== 'ReviseGroup' || command.groupId !== groupId(2)) return;
      workshop.given(host, { kind: 'ReviseGroup', groupId: groupId(2), group: { roomUrl: pasted } });
    });
    expect(await ask()).toEqual(['made', 'kept', 'made']);
    expect(workshop.state.groups[1]?.roomUrl).toBe(pasted);
  });
});

describe('the name of a meeting', () => {
  const group = { id: 'g', number: 12, name: 'Réseau Alliances', animatorName: '', roomUrl: '' };
  it('MR10 is the workshop’s and the group’s, in the language of the workshop, and the group is always readable', () => {
    expect(meetingTitle({ title: 'Atelier 2', language: 'fr' }, group)).toBe(
      'Atelier 2 – Groupe 12 – Réseau Alliances',
    );
    expect(meetingTitle({ title: 'Workshop', language: 'en' }, { ...group, name: '' })).toBe('Workshop – Group 12');
    const long = meetingTitle(
      { title: '🧵 Très long '.repeat(30), language: 'fr' },
      { ...group, name: 'n'.repeat(80) },
    );
    expect([...long].length).toBeLessThanOrEqual(200);
    expect(long).toMatch(/… – Groupe 12 – n{80}$/);
    expect(long.isWellFormed()).toBe(true);
  });
});
