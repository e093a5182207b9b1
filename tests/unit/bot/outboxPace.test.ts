import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { OutboxStore, WaitingMessage } from '../../../bot/store/outboxStore.ts';
import { personalLaneOf, userIdOf } from '../../../bot/teams/lanes.ts';
import { Outbox } from '../../../bot/workshop/outbox.ts';

/** Sends one message to each lane, on a clock of its own; when each call to Teams was made. */
async function sendTo(lanes: readonly string[], callsOf: (lane: string) => number): Promise<readonly number[]> {
  let now = 1_000_000;
  const timers: { readonly at: number; readonly action: () => void }[] = [];
  const calls: number[] = [];
  const waiting = new Map(
    lanes.map((lane, index): [string, WaitingMessage] => [
      `message ${index}`,
      {
        id: `message ${index}`,
        workshopId: 'atelier-0001',
        lane,
        payload: {},
        notBefore: now,
        expiresAt: now + 3_600_000,
        attempts: 0,
      },
    ]),
  );
  const store: Pick<OutboxStore, 'due' | 'claim' | 'settle' | 'nextDueAt'> = {
    due: async (_now, limit) => [...waiting.values()].slice(0, limit),
    claim: async () => true,
    async settle(id) {
      waiting.delete(id);
    },
    nextDueAt: async () => undefined,
  };
  const outbox = new Outbox({
    store: store as OutboxStore,
    async carry({ lane }) {
      for (let call = 0; call < callsOf(lane); call++) calls.push(now);
      return { state: 'delivered' };
    },
    callsOf: ({ lane }) => callsOf(lane),
    now: () => now,
    setTimeout: (action, delayMs) => timers.push({ at: now + delayMs, action }),
    random: () => 0.5,
    drawClaim: () => 'claim',
    reportFault(fault) {
      throw fault;
    },
    onEnded: () => undefined,
  });
  outbox.wake();
  while (waiting.size > 0) {
    for (let turn = 0; turn < 200; turn++) await setImmediate();
    const next = timers.toSorted((one, other) => one.at - other.at)[0];
    if (waiting.size === 0 || next === undefined) break;
    timers.splice(timers.indexOf(next), 1);
    now = Math.max(now, next.at);
    next.action();
  }
  await outbox.stop();
  return calls;
}

it('MB16 a message to one person, whose conversation is opened first, counts for both calls', async () => {
  const lanes = Array.from({ length: 120 }, (_, index) =>
    index % 4 === 0 ? `19:chat-${index}` : personalLaneOf(`29:${index}`),
  );
  const calls = await sendTo(lanes, (lane) => (userIdOf(lane) === undefined ? 1 : 2));
  expect(calls).toHaveLength(210);
  for (const from of calls) {
    expect(calls.filter((at) => at >= from && at < from + 1_000).length).toBeLessThanOrEqual(50);
  }
});
