import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSecrets } from '../../bot/secrets.ts';
import { BotWorld, meetingChat, secretKey, teamsUser, tenant, workshopId } from '../doubles/botWorld.ts';
import { personalChat } from '../doubles/fakeTeams.ts';
import { breakoutSlot } from '../doubles/workshopScenario.ts';

const otherTenant = '99999999-0000-4000-8000-000000000009';
let world: BotWorld;
beforeEach(async () => {
  world = await new BotWorld().open();
});
afterEach(async () => {
  expect(world.node.faults).toEqual([]);
  await world.close();
});

/** Somebody comes in by the tab: the bot has heard nothing of them. */
async function cameByTab(personId: string, name: string, tenantId = tenant): Promise<void> {
  await world.joined(personId, 'participant');
  const subjectHash = createSecrets(secretKey).subjectHash(tenantId, teamsUser(name).aadObjectId.toLowerCase());
  await world.store.directory.bindSubject({ subjectHash, workshopId, personId });
  await world.node.bot.arrived(workshopId, personId);
}
const inChat = (...names: readonly string[]): void => {
  world.teams.members.set(meetingChat, names.map(teamsUser));
};
async function openGroups(): Promise<void> {
  const host = await world.joined('host-0001', 'host');
  await world.given(host, { kind: 'StartAgenda', plan: 'fromNow' });
  await world.given(host, { kind: 'NextSlot', fromSlotId: 'slot-0001' });
  await world.given(host, { kind: 'FormGroups', slotId: breakoutSlot });
  await world.given(host, { kind: 'OpenBreakout', slotId: breakoutSlot });
}
const known = async (): Promise<readonly string[]> =>
  (await world.store.chats.reachable(workshopId)).map(({ personId }) => personId).toSorted();
const rosterCalls = (): number => world.teams.calls.filter(({ path }) => path.endsWith('/pagedmembers')).length;

it('MB23 whoever came by the tab, and never wrote to the bot, is told their group, alone or by name', async () => {
  inChat('A', 'B', 'Nobody of the workshop');
  await world.linkedEverywhere();
  await cameByTab('person-0001', 'A');
  await cameByTab('person-0002', 'B');
  world.teams.unreachable.add('29:B');
  await world.until(async () => (await known()).length === 2, 'both are known');
  await openGroups();
  await world.until(() => world.teams.in(personalChat('29:A')).length === 1, 'a message to A');
  const calls = () => world.teams.in(meetingChat).flatMap(({ activity }) => activity.entities ?? []);
  await world.until(() => calls().length === 1, 'a call of B');
  expect(JSON.stringify(calls())).toContain('29:B');
  expect(await known()).toEqual(['person-0001', 'person-0002']);
  expect(Object.keys(world.state.people)).not.toContain('Nobody of the workshop');
});

it('MB23 a large chat is read page by page, and people of another organisation are found under their own', async () => {
  const crowd = Array.from({ length: 230 }, (_, index) => ({ id: `29:${index}`, name: `N${index}` }));
  world.teams.members.set(meetingChat, [...crowd, { ...teamsUser('A'), tenantId: otherTenant }]);
  await world.linkedEverywhere();
  await cameByTab('person-0001', 'A', otherTenant);
  await world.until(async () => (await known()).length === 1, 'A is known');
});

it('MB23 thirty people who come at once cost a few calls, and one who is known none', async () => {
  const names = Array.from({ length: 30 }, (_, index) => `N${index}`);
  inChat(...names);
  await world.linkedEverywhere();
  await world.until(() => rosterCalls() > 0, 'the roster of a chat that was linked');
  const before = rosterCalls();
  for (const [index, name] of names.entries()) await cameByTab(`person-${String(index).padStart(4, '0')}`, name);
  await world.until(async () => (await known()).length === 30, 'all are known');
  expect(rosterCalls() - before).toBeLessThan(6);
  const after = rosterCalls();
  await world.node.bot.arrived(workshopId, 'person-0001');
  await world.quiet();
  world.pass(60_000);
  await world.quiet();
  expect(rosterCalls()).toBeLessThanOrEqual(after + 1);
});

it('MB23 who came while the bot was out of the meeting is known once it is back', async () => {
  inChat('A');
  await world.linkedEverywhere();
  await world.until(() => rosterCalls() > 0, 'the roster of a chat that was linked');
  world.pass(60_000);
  await world.node.tell(world.activity({ type: 'installationUpdate', action: 'remove' }));
  await cameByTab('person-0001', 'A');
  await world.quiet();
  world.pass(60_000);
  expect(await known()).toEqual([]);
  await world.installed();
  await world.until(async () => (await known()).length === 1, 'A is known');
});

it('MB23 a roster that Teams does not give is asked for again, and another node makes up for one that died', async () => {
  inChat('A');
  world.teams.trouble = ({ path }) => (path.endsWith('/pagedmembers') ? { status: 503 } : undefined);
  await world.linkedEverywhere();
  await cameByTab('person-0001', 'A');
  await world.until(() => rosterCalls() > 1, 'two tries');
  await world.node.kill();
  world.teams.trouble = () => undefined;
  await world.startNode();
  await openGroups();
  await world.until(async () => (await known()).length === 1, 'A is known');
});
