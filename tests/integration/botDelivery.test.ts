import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimMs } from '../../bot/workshop/outbox.ts';
import { projectView } from '../../shared/views/projectView.ts';
import type { HostView } from '../../shared/views/views.ts';
import { BotWorld, groupChat, meetingChat, workshopId } from '../doubles/botWorld.ts';
import { personalChat, type Trouble } from '../doubles/fakeTeams.ts';
import { breakoutSlot, MINUTE } from '../doubles/workshopScenario.ts';

let world: BotWorld;
beforeEach(async () => {
  world = await new BotWorld().open();
});
afterEach(async () => {
  expect(world.node.faults).toEqual([]);
  await world.close();
});

/** Groups are about to be opened; so many participants have a Teams account. */
async function aboutToOpen(inTeams: number): Promise<string> {
  await world.linkedEverywhere();
  const host = await world.joined('host-0001', 'host');
  for (let number = 1; number <= inTeams; number++) {
    await world.joined(`person-000${number}`, 'participant');
    await world.isInTeams(`person-000${number}`, `P${number}`);
  }
  await world.given(host, { kind: 'StartAgenda', plan: 'fromNow' });
  await world.given(host, { kind: 'NextSlot', fromSlotId: 'slot-0001' });
  await world.given(host, { kind: 'FormGroups', slotId: breakoutSlot });
  await world.quiet();
  return host;
}

const announce = (host: string, text: string): Promise<void> => world.given(host, { kind: 'Announce', text });
const failuresOf = async (): Promise<readonly string[]> =>
  (await world.store.outbox.failed(workshopId, 0)).map(({ reason, lane }) => `${reason} ${lane}`);
/** The next so many calls that write into a chat meet this. */
function troubled(times: number, trouble: Trouble, chat: string = meetingChat): void {
  let left = times;
  world.teams.trouble = ({ method, path }) => {
    if (method !== 'POST' || !path.includes(chat) || left === 0) return undefined;
    left -= 1;
    return trouble;
  };
}
const announced = (chat: string): readonly string[] =>
  world.teams.spoken(chat).filter((text) => text.startsWith('Annonce'));

describe('messages to Teams', () => {
  it.each([
    ['429 with a delay', { status: 429, retryAfter: '3' }],
    ['429 without one', { status: 429 }],
    ['412', { status: 412 }],
    ['500', { status: 500 }],
    ['502', { status: 502 }],
    ['no answer at all', { status: 500, cut: true }],
  ])('MB16 %s: the message comes later, in order, once', async (_what, trouble) => {
    const host = await aboutToOpen(0);
    troubled(3, trouble);
    await announce(host, 'Un');
    await announce(host, 'Deux');
    await world.until(() => announced(meetingChat).length === 2, 'two announcements');
    await world.quiet();
    expect(announced(meetingChat)).toEqual(['Annonce de l’hôte. Un.', 'Annonce de l’hôte. Deux.']);
    expect(await failuresOf()).toEqual([]);
  });

  it('MB16 is not sent again before Teams allows it', async () => {
    const host = await aboutToOpen(0);
    troubled(1, { status: 429, retryAfter: '40' });
    await announce(host, 'Un');
    await world.until(() => world.teams.calls.some(({ status }) => status === 429), 'the refusal', 20);
    const refusedAt = world.now;
    await world.until(() => announced(meetingChat).length === 1, 'the announcement');
    expect(world.now - refusedAt).toBeGreaterThanOrEqual(39_000);
  });

  it.each([
    [403, 'blocked'],
    [404, 'gone'],
    [413, 'too_large'],
    [400, 'invalid'],
  ])('MB17 %i is not tried again, and told to the hosts', async (status, reason) => {
    const host = await aboutToOpen(0);
    troubled(1, { status });
    await announce(host, 'Un');
    await world.until(async () => (await failuresOf()).length > 0, 'the failure');
    await world.quiet();
    expect(await failuresOf()).toEqual([`${reason} ${meetingChat}`]);
    expect(announced(groupChat(1))).toHaveLength(1);
    expect(announced(meetingChat)).toEqual([]);
  });

  it('MB17 hosts see where and why, nobody else does', async () => {
    const host = await aboutToOpen(1);
    troubled(1, { status: 403 }, groupChat(2));
    await announce(host, 'Un');
    await world.until(async () => (await failuresOf()).length > 0, 'the failure');
    const notices = world.node.bot.undelivered.of(workshopId);
    const isTold = new Promise<void>((resolve) => notices.onChange(resolve));
    await isTold;
    const surroundings = {
      names: new Map(),
      connected: new Set<string>(),
      syntheses: new Map(),
      shared: new Map(),
      undelivered: notices.current,
    };
    const [notice] = Object.values(
      (projectView(world.state, { kind: 'host' }, surroundings) as HostView).undelivered ?? {},
    );
    expect(notice).toMatchObject({ what: 'announcement', reason: 'blocked', groupNumber: 2 });
    for (const audience of [
      { kind: 'display' },
      { kind: 'lobby' },
      { kind: 'animator', groupId: world.groupId(2) },
    ] as const) {
      expect(projectView(world.state, audience, surroundings)).not.toHaveProperty('undelivered');
    }
  });

  it('MB17 an outage that outlasts the message is told', async () => {
    const host = await aboutToOpen(0);
    world.teams.trouble = ({ path }) => (path.includes(meetingChat) ? { status: 503 } : undefined);
    await announce(host, 'Un');
    await world.until(async () => (await failuresOf()).length > 0, 'the failure', 1_000);
    expect(await failuresOf()).toEqual([`unreachable ${meetingChat}`]);
  });

  it('MB16 a chat that is slow holds no other up', async () => {
    const host = await aboutToOpen(0);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    world.teams.hold = ({ path }) => (path.includes(meetingChat) ? held : Promise.resolve());
    await announce(host, 'Un');
    await world.until(
      () => [1, 2, 3].every((number) => announced(groupChat(number)).length === 1),
      'the other chats',
      1,
    );
    expect(announced(meetingChat)).toEqual([]);
    release();
    await world.until(() => announced(meetingChat).length === 1, 'the slow chat', 1);
  });

  it('MB20 of many changes of a card, the last one is shown', async () => {
    const host = await aboutToOpen(0);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    world.teams.hold = ({ path }) => (path.includes(meetingChat) ? held : Promise.resolve());
    const before = world.teams.calls.length;
    for (let round = 0; round < 6; round++) {
      await world.given(host, { kind: round % 2 === 0 ? 'PauseAgenda' : 'ResumeAgenda' });
      await world.until(
        async () => (await world.store.outbox.cursor(workshopId)) === world.state.version,
        'the feed',
        60,
      );
    }
    world.teams.hold = async () => {};
    release();
    await world.quiet();
    const updates = world.teams.calls.slice(before).filter(({ method }) => method === 'PUT');
    expect(updates.length).toBeLessThanOrEqual(2);
    expect(world.teams.spoken(meetingChat)[0]).toContain('jusqu’à');
    expect(world.teams.in(meetingChat)).toHaveLength(1);
  });

  it('MB20 a card that somebody deleted stands again', async () => {
    const host = await aboutToOpen(0);
    world.teams.posted.splice(0);
    await world.given(host, { kind: 'PauseAgenda' });
    await world.until(() => world.teams.in(meetingChat).length === 1, 'a new card');
  });
});

describe('people are told their group', () => {
  it('MB8 each alone, with the room', async () => {
    const host = await aboutToOpen(3);
    await world.given(host, { kind: 'OpenBreakout', slotId: breakoutSlot });
    await world.until(
      () => [1, 2, 3].every((number) => world.teams.in(personalChat(`29:P${number}`)).length === 1),
      'three messages',
    );
    expect(world.teams.spoken(personalChat('29:P1'))[0]).toMatch(/^Vous êtes dans le groupe [123]/);
    expect(JSON.stringify(world.teams.in(personalChat('29:P1'))[0]?.activity)).toContain('https://salles.example.org/');
  });

  it('MB9 whoever may not be written to is called in the chat of the meeting, one message a group', async () => {
    const host = await aboutToOpen(6);
    for (let number = 1; number <= 6; number++) world.teams.unreachable.add(`29:P${number}`);
    await world.given(host, { kind: 'OpenBreakout', slotId: breakoutSlot });
    const calls = () => world.teams.in(meetingChat).filter(({ activity }) => activity.text !== undefined);
    await world.until(() => calls().length === 3, 'three calls');
    await world.quiet();
    const texts = calls().map(({ activity }) => activity.text ?? '');
    expect(texts.toSorted().map((text) => text.slice(0, 8))).toEqual(['Groupe 1', 'Groupe 2', 'Groupe 3']);
    const mentioned = calls().flatMap(({ activity }) => activity.entities ?? []);
    expect(mentioned).toHaveLength(6);
    expect(await failuresOf()).toEqual([]);
    // Known by now: nobody is tried again.
    const tries = world.teams.calls.filter(({ status }) => status === 403).length;
    await world.given(host, { kind: 'BringBack', slotId: breakoutSlot });
    await world.given(host, { kind: 'OpenBreakout', slotId: breakoutSlot });
    await world.until(() => calls().length === 6, 'three more calls');
    expect(world.teams.calls.filter(({ status }) => status === 403)).toHaveLength(tries);
  });

  it('MB9 whoever writes to the bot alone, or takes it to themselves, is written to again', async () => {
    const host = await aboutToOpen(2);
    for (const name of ['29:P1', '29:P2']) world.teams.unreachable.add(name);
    await world.given(host, { kind: 'OpenBreakout', slotId: breakoutSlot });
    const calls = () => world.teams.in(meetingChat).flatMap(({ activity }) => activity.entities ?? []);
    await world.until(() => calls().length === 2, 'two people called by name');
    await world.given(host, { kind: 'BringBack', slotId: breakoutSlot });
    world.teams.unreachable.clear();
    await world.said('aide', { chat: personalChat('29:P1'), user: 'P1' });
    await world.node.tell(
      world.activity(
        { type: 'installationUpdate', action: 'add', text: undefined },
        { chat: personalChat('29:P2'), user: 'P2' },
      ),
    );
    await world.given(host, { kind: 'OpenBreakout', slotId: breakoutSlot });
    for (const name of ['29:P1', '29:P2']) {
      await world.until(
        () => world.teams.spoken(personalChat(name)).some((text) => text.startsWith('Vous êtes dans')),
        `a message to ${name}`,
      );
    }
    await world.quiet();
    expect(calls()).toHaveLength(2);
  });
});

describe('the clock', () => {
  it('MB5 reminds at five minutes and at one, of the clock that runs, in every chat', async () => {
    const host = await aboutToOpen(0);
    await world.given(host, { kind: 'OpenBreakout', slotId: breakoutSlot });
    await world.quiet();
    const { run } = world.state;
    const endsAt = run.kind === 'running' ? run.endsAt : 0;
    await world.given(host, { kind: 'ExtendSlot', slotId: breakoutSlot, byMs: 3 * MINUTE, seenEndsAt: endsAt });
    await world.until(() => world.now > endsAt + 2.5 * MINUTE, 'the end', 5_000);
    await world.quiet();
    for (const chat of [meetingChat, groupChat(1), groupChat(3)]) {
      const reminders = world.teams.spoken(chat).filter((text) => text.startsWith('Il reste'));
      expect(reminders.map((text) => text.slice(0, 12))).toEqual(['Il reste 5\u00a0m', 'Il reste 1\u00a0m']);
    }
  });
});

describe('restarts and nodes', () => {
  it('MB14 what happened while no server ran is told after the start, once', async () => {
    const host = await aboutToOpen(0);
    const { node } = world;
    await node.bot.stop();
    await announce(host, 'Un');
    await world.startNode();
    await node.stop();
    await world.until(() => announced(meetingChat).length === 1, 'the announcement');
    const again = world.node;
    await world.startNode();
    await again.stop();
    await world.quiet();
    expect(announced(meetingChat)).toEqual(['Annonce de l’hôte. Un.']);
  });

  it('MB14 news of an hour ago are not told any more', async () => {
    const host = await aboutToOpen(0);
    const { node } = world;
    await node.bot.stop();
    await announce(host, 'Un');
    world.now += 60 * MINUTE;
    await world.startNode();
    await node.stop();
    await world.quiet();
    expect(announced(meetingChat)).toEqual([]);
  });

  it('MB15 a server that stops finishes what it has in hand: nothing twice, nothing lost', async () => {
    const host = await aboutToOpen(0);
    for (let round = 0; round < 12; round++) {
      await announce(host, `Numéro ${round}`);
      world.pass(150);
      if (round % 3 === 2) {
        const { node } = world;
        await node.stop();
        await world.startNode();
      }
    }
    await world.until(() => announced(meetingChat).length >= 12, 'twelve announcements');
    await world.quiet();
    for (const chat of [meetingChat, groupChat(1), groupChat(2), groupChat(3)]) {
      expect(announced(chat)).toEqual(Array.from({ length: 12 }, (_, round) => `Annonce de l’hôte. Numéro ${round}.`));
    }
  });

  it('MB15 a message in the hand of a node that died is sent by another that lived beside it once its claim has run out, not before', async () => {
    const host = await aboutToOpen(0);
    const from = world.now;
    let left = 1;
    // Killed with the call on its way: it never reached Teams.
    world.teams.hold = ({ path }) =>
      path.includes(meetingChat) && left-- === 1 ? new Promise(() => {}) : Promise.resolve();
    await announce(host, 'Un');
    await world.until(() => left === 0, 'the call', 10);
    const { node } = world;
    const other = await world.startNode();
    await node.kill();
    await world.until(() => announced(meetingChat).length === 1, 'the announcement');
    expect(world.now - from).toBeGreaterThanOrEqual(claimMs);
    expect(other.faults).toEqual([]);
  });

  it('MB15 two nodes on one store send each message once, in order', async () => {
    const host = await aboutToOpen(0);
    const first = world.node;
    const second = await world.startNode();
    for (let round = 0; round < 10; round++) {
      const node = round % 2 === 0 ? first : second;
      const command = { kind: 'Announce', text: `Numéro ${round}` } as const;
      await node.runtime.submit({ commandId: `announce-00${round}`, actorId: host, command });
      await node.bot.linked(workshopId);
      world.pass(300);
    }
    await world.until(
      () => announced(groupChat(1)).length >= 10 && announced(meetingChat).length >= 10,
      'ten announcements',
    );
    await world.quiet();
    for (const chat of [meetingChat, groupChat(1), groupChat(2)]) {
      expect(announced(chat)).toEqual(Array.from({ length: 10 }, (_, round) => `Annonce de l’hôte. Numéro ${round}.`));
    }
    expect(first.faults).toEqual([]);
  });
});
