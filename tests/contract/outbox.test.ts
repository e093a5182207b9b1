import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type EmbeddedStore, openEmbeddedStore } from '../../bot/store/openEmbeddedStore.ts';
import type { NewMessage, OutboxStore } from '../../bot/store/outboxStore.ts';

let folder = '';
let store: EmbeddedStore;
let outbox: OutboxStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aparte-outbox-'));
  store = await openEmbeddedStore(join(folder, 'aparte.sqlite'));
  outbox = store.outbox;
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const message = (id: string, more: Partial<NewMessage> = {}): NewMessage => ({
  id,
  workshopId: 'w',
  lane: 'chat',
  payload: { kind: 'workshop' },
  notBefore: 100,
  expiresAt: 1_000,
  ...more,
});
const dueAt = async (now: number): Promise<readonly string[]> => (await outbox.due(now, 10)).map(({ id }) => id);

it('MB15 only the first message of a lane may leave, and the next once it ended', async () => {
  await outbox.add([message('one'), message('two'), message('other', { lane: 'elsewhere' })], 100);
  expect((await dueAt(100)).toSorted()).toEqual(['one', 'other']);
  expect(await outbox.claim('one', 'me', 100, 200)).toBe(true);
  expect(await dueAt(150)).toEqual(['other']);
  await outbox.settle('one', 'me', { state: 'delivered' }, 150);
  expect((await dueAt(150)).toSorted()).toEqual(['other', 'two']);
});

it('MB15 a message is claimed by one, and nobody else’s before its claim ran out; then it is anyone’s, and its first owner has no say any more', async () => {
  await outbox.add([message('one')], 100);
  const claims = await Promise.all(['a', 'b', 'c'].map((claim) => outbox.claim('one', claim, 100, 200)));
  expect(claims.filter(Boolean)).toHaveLength(1);
  expect(await outbox.nextDueAt(100)).toBe(200);
  expect(await dueAt(199)).toEqual([]);
  expect(await outbox.claim('one', 'early', 199, 300)).toBe(false);
  expect(await outbox.claim('one', 'later', 200, 300)).toBe(true);
  await outbox.settle('one', 'a', { state: 'failed', reason: 'gone' }, 210);
  expect(await outbox.failed('w', 0)).toEqual([]);
  await outbox.postpone('one', 'later', 250);
  expect(await dueAt(249)).toEqual([]);
  expect((await outbox.due(250, 10))[0]).toMatchObject({ id: 'one', attempts: 2 });
});

it('MB15 what a dead process had in hand may leave at once when all is released; what waits or ended is left as it is', async () => {
  await outbox.add(
    ['inHand', 'postponed', 'reminder', 'sent'].map((id) =>
      message(id, { lane: id, notBefore: id === 'reminder' ? 500 : 100 }),
    ),
    100,
  );
  await outbox.add([message('behind', { lane: 'inHand' })], 100);
  for (const id of ['inHand', 'postponed', 'sent']) await outbox.claim(id, 'dead', 100, 400);
  await outbox.postpone('postponed', 'dead', 300);
  await outbox.settle('sent', 'dead', { state: 'delivered' }, 110);
  expect(await dueAt(150)).toEqual([]);

  await outbox.releaseAll(150);
  // The try that was cut off counts as one: should it now be too late, it is told as a loss.
  expect(await outbox.due(150, 10)).toMatchObject([{ id: 'inHand', attempts: 1 }]);
  expect(await dueAt(299)).toEqual(['inHand']);
  expect((await dueAt(300)).toSorted()).toEqual(['inHand', 'postponed']);
  expect((await dueAt(500)).toSorted()).toEqual(['inHand', 'postponed', 'reminder']);
  expect(await outbox.claim('inHand', 'alive', 150, 250)).toBe(true);
  await outbox.settle('inHand', 'dead', { state: 'failed', reason: 'gone' }, 160);
  await outbox.postpone('inHand', 'dead', 170);
  expect(await outbox.failed('w', 0)).toEqual([]);
  expect(await dueAt(200)).toEqual([]);
});

it('MB15 of a card that is released, and shown again meanwhile, one showing is enough', async () => {
  await outbox.add([message('one', { cardKey: 'workshop' })], 100);
  await outbox.claim('one', 'dead', 100, 400);
  await outbox.releaseAll(150);
  await outbox.add([message('two', { cardKey: 'workshop' })], 150);
  await outbox.claim('one', 'alive', 150, 250);
  await outbox.settle('one', 'alive', { state: 'delivered' }, 160);
  expect(await dueAt(1_000)).toEqual([]);
});

it('MB15 a reminder that waits holds nothing up before its time', async () => {
  await outbox.add([message('reminder', { notBefore: 500 }), message('now')], 100);
  expect(await dueAt(100)).toEqual(['now']);
  expect(await dueAt(500)).toEqual(['reminder']);
});

it('MB14 the cursor moves with its messages, for one of two nodes', async () => {
  expect(await outbox.cursor('w')).toBeUndefined();
  expect(await outbox.feed('w', 0, 1, [message('none')], 100)).toBe(false);
  await outbox.begin('w', 5);
  await outbox.begin('w', 9);
  const fed = await Promise.all(['a', 'b'].map((id) => outbox.feed('w', 5, 7, [message(id)], 100)));
  expect(fed.filter(Boolean)).toHaveLength(1);
  expect(await outbox.cursor('w')).toBe(7);
  expect(await dueAt(100)).toHaveLength(1);
});

it('MB14 the same message twice is one, also after it was sent', async () => {
  await outbox.add([message('one')], 100);
  await outbox.claim('one', 'me', 100, 200);
  await outbox.settle('one', 'me', { state: 'delivered' }, 110);
  await outbox.add([message('one')], 120);
  expect(await dueAt(1_000)).toEqual([]);
});

it('MB20 of several showings of a card that might leave now one stays; one that is being sent, or a later one, covers none', async () => {
  const card = (id: string, notBefore = 100): NewMessage => message(id, { cardKey: 'workshop', notBefore });
  await outbox.add([card('one'), card('two')], 100);
  await outbox.add([card('three', 120), card('later', 900)], 120);
  expect(await dueAt(120)).toEqual(['one']);
  await outbox.claim('one', 'me', 120, 200);
  await outbox.add([card('four', 130)], 130);
  await outbox.settle('one', 'me', { state: 'delivered', card: { activityId: 'a-1', digest: 'd' } }, 140);
  expect(await dueAt(140)).toEqual(['four']);
  expect(await outbox.card('chat', 'workshop')).toEqual({ activityId: 'a-1', digest: 'd' });
  await outbox.claim('four', 'me', 140, 200);
  await outbox.settle('four', 'me', { state: 'dropped', reason: 'superseded' }, 150);
  expect(await dueAt(900)).toEqual(['later']);
});

it('MB17 what failed is kept until it is swept away', async () => {
  await outbox.add([message('one'), message('two')], 100);
  await outbox.claim('one', 'me', 100, 200);
  await outbox.settle('one', 'me', { state: 'failed', reason: 'blocked' }, 110);
  expect(await outbox.failed('w', 110)).toEqual([
    { id: 'one', lane: 'chat', payload: { kind: 'workshop' }, reason: 'blocked', failedAt: 110 },
  ]);
  await outbox.sweep(111);
  expect(await outbox.failed('w', 0)).toEqual([]);
  expect(await dueAt(120)).toEqual(['two']);
});

it('MB13 what is known of a chat is what was said last; whoever is erased is not reached any more', async () => {
  const { chats } = store;
  const place = { conversationId: 'chat', serviceUrl: 'https://a/', tenantId: 't' };
  // Told twice at once that the bot has come, one of the two knows it first.
  const known = { place, kind: 'meeting', meetingId: 'm', title: 'Mardi' } as const;
  expect((await Promise.all([chats.keep(known, true), chats.keep(known, true)])).toSorted()).toEqual([false, true]);
  expect(await chats.keep({ place: { ...place, serviceUrl: 'https://b/' }, kind: 'meeting' }, true)).toBe(false);
  expect(await chats.chat('chat')).toMatchObject({
    place: { serviceUrl: 'https://b/' },
    meetingId: 'm',
    title: 'Mardi',
  });
  expect(await chats.keep({ place, kind: 'meeting' }, false)).toBe(false);
  expect(await chats.chat('chat')).toBeUndefined();
  expect(await chats.keep({ place, kind: 'meeting' }, true)).toBe(true);
  await chats.meet('w', { personId: 'p', userId: '29:a', name: 'A' });
  await chats.noteReach('29:a', 'refused');
  await chats.meet('w', { personId: 'p', userId: '29:a', name: 'B' });
  expect(await chats.reachable('w')).toEqual([{ personId: 'p', userId: '29:a', name: 'B', reach: 'refused' }]);
  await store.erasePerson('w', 'p');
  expect(await chats.reachable('w')).toEqual([]);
});
