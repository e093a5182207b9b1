import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimMs } from '../../bot/workshop/outbox.ts';
import { carryOut, type FoundedWorkshop, foundWorkshop } from '../doubles/breakoutScene.ts';
import { objectIdOf, tenantId } from '../doubles/fakeEntra.ts';
import { cardOf } from '../doubles/fakeTeams.ts';
import { type HeadlessClient, joinWorkshop } from '../doubles/headlessClient.ts';
import { readLog } from '../doubles/readLog.ts';
import { freePort } from '../doubles/serverProcess.ts';
import { groupChat, meetingChat, meetingId, TeamsProcess } from '../doubles/teamsProcess.ts';
import { posts, writesTo } from '../doubles/weather.ts';

const organizer = { id: '29:organizer', name: 'Hélène', aadObjectId: objectIdOf(1) };
const otherChat = groupChat(1);

let world: TeamsProcess;
let workshop: FoundedWorkshop;
let host: HeadlessClient;
beforeEach(async () => {
  world = await new TeamsProcess().open();
  const { origin, setUpKey } = world.server;
  workshop = await foundWorkshop(origin, setUpKey, 2);
  host = await joinWorkshop({ origin, link: workshop.host, name: 'Hôte' });
  world.teams.roles.set(organizer.aadObjectId, 'Organizer');
  for (const chat of [meetingChat, otherChat]) await link(chat);
  for (const chat of [meetingChat, otherChat]) {
    await eventually(() => world.teams.spoken(chat).at(-1)).toContain('Modèles socio-économiques');
  }
});
afterEach(async () => {
  host.close();
  expect(world.output()).not.toMatch(/"level":(?:4|5|6)0/);
  await world.close();
});

const eventually = <Value>(read: () => Value | Promise<Value>) => expect.poll(read, { timeout: 60_000, interval: 100 });

/** A chat is a meeting's, and that one the workshop's, as a page in it says. */
async function link(chat: string): Promise<void> {
  const meeting = {
    channelData: { tenant: { id: tenantId }, meeting: { id: meetingId } },
  };
  await world.tell(organizer, chat, { type: 'installationUpdate', action: 'add', ...meeting });
  const reply = await fetch(`${world.server.origin}/api/teams/conversation`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await world.entra.token({ oid: organizer.aadObjectId })}`,
    },
    body: JSON.stringify({ place: { conversationId: chat, meetingId }, link: workshop.host.split('#')[1] }),
  });
  expect(reply.status).toBe(200);
}

const announce = (text: string): Promise<string> => carryOut(host, { kind: 'Announce', text });
const announced = (chat: string): readonly string[] =>
  world.teams.spoken(chat).flatMap((words) => /^Annonce de l’hôte\. (.*)\.$/.exec(words)?.[1] ?? []);

describe('a server with a bot that is killed outright', () => {
  it('MB15 sends what it had in hand as soon as it is there again, before its claim runs out, once and in order', async () => {
    const from = Date.now();
    const held = world.weather.hold(posts(meetingChat));
    await announce('Un');
    await held.arrived;
    await announce('Deux');
    await eventually(() => announced(otherChat)).toEqual(['Un', 'Deux']);
    await eventually(() => world.unsettled(workshop.workshopId)).toEqual([meetingChat]);
    await world.kill();
    held.release();

    // The next one takes it in hand again, and dies as well.
    const heldAgain = world.weather.hold(posts(meetingChat));
    await world.revive();
    await heldAgain.arrived;
    expect(Date.now() - from).toBeLessThan(claimMs);
    await announce('Trois');
    await eventually(() => announced(otherChat)).toEqual(['Un', 'Deux', 'Trois']);
    await eventually(() => world.unsettled(workshop.workshopId)).toEqual([meetingChat]);
    expect(announced(meetingChat)).toEqual([]);
    await world.kill();
    heldAgain.release();

    await world.revive();
    await announce('Quatre');
    for (const chat of [meetingChat, otherChat]) {
      await eventually(() => announced(chat)).toEqual(['Un', 'Deux', 'Trois', 'Quatre']);
    }
    await world.server.stop();
    const { due, failed } = await readLog(world.dataDir, workshop.workshopId, Date.now() + 2 * claimMs);
    expect([due, failed]).toEqual([[], []]);
  });

  it('MB15 puts a card in its own place again when Teams had it already; of a notice Teams alone knows, and it comes again', async () => {
    const card = world.weather.holdAnswer(writesTo(meetingChat));
    const notice = world.weather.holdAnswer(posts(otherChat));
    await carryOut(host, { kind: 'StartAgenda', plan: 'fromNow' });
    await card.arrived;
    await announce('Un');
    await notice.arrived;
    await world.kill();
    card.release();
    notice.release();
    const cards = () =>
      world.teams.in(meetingChat).filter(({ activity }) => (cardOf(activity)?.actions ?? []).length > 0);
    expect(cards().map(({ updates }) => updates)).toEqual([1]);
    expect(announced(otherChat)).toEqual(['Un']);

    await world.revive();
    await announce('Deux');
    await eventually(() => announced(meetingChat)).toEqual(['Un', 'Deux']);
    expect(cards().map(({ updates }) => updates)).toEqual([2]);
    // Teams cannot be asked what it has: better twice than never.
    await eventually(() => announced(otherChat)).toEqual(['Un', 'Un', 'Deux']);
  });

  it('MB16 a sign-in of its own that Microsoft never answers is given up, and what waited for it is sent once', async () => {
    await world.kill();
    // The next process has no token yet.
    const signIn = world.microsoft.holdSignIn();
    await world.revive();
    await announce('Un');
    await signIn.asked;
    signIn.release();
    for (const chat of [meetingChat, otherChat]) await eventually(() => announced(chat)).toEqual(['Un']);
    await announce('Deux');
    for (const chat of [meetingChat, otherChat]) await eventually(() => announced(chat)).toEqual(['Un', 'Deux']);
  });

  it('MB15 the embedded store is one process’s at a time: a second node waits outside, and takes over when the first is gone', async () => {
    const held = world.weather.hold(posts(meetingChat));
    await announce('Un');
    await held.arrived;
    await expect(world.another(await freePort())).rejects.toThrow('Another Aparté server uses the folder');
    await world.kill();
    held.release();
    await world.revive();
    await eventually(() => announced(meetingChat)).toEqual(['Un']);
  });
});
