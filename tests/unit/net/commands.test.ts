import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ack, Problem } from '../../../shared/protocol/messages.ts';
import { FakeStorage } from './fakeStorage.ts';
import { connect, lobby, onlinePage, openPage, post, texts } from './page.ts';

const rejected: Problem = { kind: 'rejected', code: 'answers_closed' };
const fault: Problem = { kind: 'fault', reference: 'ref-1' };

describe('a command on its way', () => {
  it('NO1 is on the device before it is on the wire', () => {
    const { transport, connection, storage } = onlinePage();
    let keptWhenSent = '';
    transport.onCommand = () => {
      keptWhenSent = [...storage.content.values()].join();
    };
    connection.send(post('gardée'));
    expect(keptWhenSent).toContain('gardée');
    expect(transport.commands).toHaveLength(1);
  });

  it('NO2 stays until its ack, and then leaves nothing on the device', async () => {
    const { transport, connection, storage } = onlinePage();
    const commandId = connection.send(post('un'));
    const settled = connection.settled(commandId);
    expect(connection.snapshot().pending).toHaveLength(1);
    transport.ack(commandId);
    expect(connection.snapshot().pending).toEqual([]);
    expect(storage.content.size).toBe(0);
    await expect(settled).resolves.toBeUndefined();
    await expect(connection.settled(commandId)).resolves.toBeUndefined();
  });

  it('NO3 is sent again with the same id while no ack comes', () => {
    const { transport, connection, timers } = onlinePage();
    const commandId = connection.send(post('un'));
    timers.pass(40_000);
    expect(transport.commands.length).toBeGreaterThan(2);
    expect(transport.commands.length).toBeLessThan(8);
    expect(new Set(transport.sentIds)).toEqual(new Set([commandId]));
    transport.ack(commandId);
    transport.ack(commandId);
    const sent = transport.commands.length;
    timers.pass(60_000);
    expect(transport.commands).toHaveLength(sent);
  });

  it('NO3 leaves at once on a new link, and waits on none', () => {
    const page = onlinePage();
    const { transport, connection, timers } = page;
    const first = connection.send(post('un'));
    transport.heard.closed();
    const second = connection.send(post('deux'));
    timers.pass(5_000);
    expect(transport.sentIds).toEqual([first]);
    connect(page);
    expect(transport.sentIds).toEqual([first, first]);
    transport.ack(first);
    expect(transport.sentIds).toEqual([first, first, second]);
  });

  it('NO4 never overtakes the one before: an edit arrives after its answer, even if that was lost or postponed', () => {
    const { transport, connection, timers } = onlinePage();
    const answer = connection.send(post('un'));
    const edit = connection.send({ ...post('un, corrigé'), kind: 'EditAnswer', answerId: 'answer-1' } as never);
    expect(transport.sentIds).toEqual([answer]);
    transport.refuse(answer, { kind: 'busy', retryMs: 2_000 });
    timers.pass(1_000);
    expect(transport.sentIds).toEqual([answer]);
    timers.pass(2_000);
    expect(transport.sentIds).toEqual([answer, answer]);
    transport.ack(answer);
    expect(transport.sentIds).toEqual([answer, answer, edit]);
  });

  it('NO5 a busy server is asked again after its delay, not before, not even on a new link', () => {
    const page = onlinePage({ random: () => 0.5 });
    const { transport, connection, timers } = page;
    const commandId = connection.send(post('un'));
    transport.refuse(commandId, { kind: 'busy', retryMs: 3_000 });
    timers.pass(500);
    transport.heard.closed();
    timers.pass(1_000);
    connect(page);
    expect(transport.commands).toHaveLength(1);
    timers.pass(2_000);
    expect(transport.commands).toHaveLength(2);
    expect(connection.snapshot().failed).toEqual([]);
  });

  it('NO6 a fault is retried a few times, then told, with the text kept', async () => {
    const { transport, connection, timers } = onlinePage();
    transport.onCommand = ({ commandId }) => transport.refuse(commandId, fault);
    const commandId = connection.send(post('un'));
    const settled = connection.settled(commandId);
    expect(connection.snapshot().failed).toEqual([]);
    timers.pass(120_000);
    expect(transport.commands).toHaveLength(6);
    expect(connection.snapshot().pending).toEqual([]);
    expect(connection.snapshot().failed).toMatchObject([{ commandId, command: { text: 'un' }, problem: fault }]);
    await expect(settled).resolves.toEqual(fault);
  });

  it.each([rejected, { kind: 'invalid', path: 'text' }, { kind: 'denied' }] as const)(
    'NO6 one refused for good ($kind) is kept with its text, also after a reload, until it is dismissed',
    async (problem) => {
      const { transport, connection, storage, timers } = onlinePage();
      const commandId = connection.send(post('perdue ?'));
      const next = connection.send(post('suivante'));
      transport.refuse(commandId, problem);
      expect(transport.sentIds).toEqual([commandId, next]);
      expect(connection.snapshot().failed).toMatchObject([{ commandId, problem }]);
      await expect(connection.settled(commandId)).resolves.toEqual(problem);
      connection.close();

      const reloaded = onlinePage({ storage, timers });
      expect(reloaded.transport.sentIds).toEqual([next]);
      expect(texts(reloaded.connection.snapshot().failed)).toEqual(['perdue ?']);
      reloaded.connection.dismiss(commandId);
      expect(reloaded.connection.snapshot().failed).toEqual([]);
      expect(openPage({ storage, timers }).connection.snapshot().failed).toEqual([]);
    },
  );

  it('NO6 one given up that turns out to be stored is no longer said to have failed', () => {
    const { transport, connection } = onlinePage();
    const commandId = connection.send(post('un'));
    transport.refuse(commandId, rejected);
    transport.ack(commandId, { ok: true, version: 1 });
    expect(connection.snapshot().failed).toEqual([]);
  });

  it('NO7 what was pending when a page closed leaves with the same ids, in the same order, from the next page', () => {
    const { connection, storage, timers, transport } = openPage();
    const ids = ['un', 'deux', 'trois'].map((text) => connection.send(post(text)));
    connection.close();
    expect(transport.commands).toEqual([]);
    const reloaded = onlinePage({ storage, timers });
    expect(texts(reloaded.connection.snapshot().pending)).toEqual(['un', 'deux', 'trois']);
    for (const commandId of ids) reloaded.transport.ack(commandId);
    expect(reloaded.transport.sentIds).toEqual(ids);
    expect(storage.content.size).toBe(0);
  });

  it('NO7 two pages of one person never lose each other’s commands', () => {
    const device = { storage: new FakeStorage() };
    const one = openPage(device);
    const two = openPage(device);
    const a = one.connection.send(post('de un'));
    const b = two.connection.send(post('de deux'));
    expect(device.storage.content.size).toBe(2);
    one.connection.close();
    connect(two);
    for (const commandId of [a, b]) two.transport.ack(commandId);
    expect([...two.transport.sentIds].sort()).toEqual([a, b].sort());
    expect(device.storage.content.size).toBe(0);

    // A page already online finds what another left behind within its round.
    const three = openPage(device);
    const c = three.connection.send(post('laissée'));
    three.connection.close();
    two.timers.pass(31_000);
    expect(two.transport.sentIds).toContain(c);
  });

  it('NO8 leaves all the same when the browser refuses to store', () => {
    const storage = new FakeStorage();
    storage.refuses = true;
    const { transport, connection, timers } = onlinePage({ storage });
    const first = connection.send(post('un'));
    const second = connection.send(post('deux'));
    timers.pass(35_000);
    expect(texts(connection.snapshot().pending)).toEqual(['un', 'deux']);
    transport.refuse(first, rejected);
    transport.ack(second);
    timers.pass(35_000);
    expect(texts(connection.snapshot().failed)).toEqual(['un']);
    expect(connection.snapshot().pending).toEqual([]);
  });

  it('NO8 what stands in storage and is not ours is left alone', () => {
    const storage = new FakeStorage();
    storage.set('aparte:outbox:workshop-1:person-1:000000000001.x', '{"commandId":');
    storage.set('aparte:outbox:workshop-1:person-1:000000000002.y', 'null');
    storage.set(
      'aparte:outbox:workshop-1:person-2:000000000001.z',
      JSON.stringify({ commandId: 'z', command: post('') }),
    );
    expect(onlinePage({ storage }).connection.snapshot().pending).toEqual([]);
    expect(storage.content.size).toBe(3);
  });

  it('NO9 one that is stored is shown as such until the view shows its version', () => {
    const { transport, connection } = onlinePage();
    const commandId = connection.send(post('un'));
    transport.ack(commandId, { ok: true, version: 7 });
    expect(texts(connection.snapshot().stored)).toEqual(['un']);
    transport.patch(2, { title: 'avant' }, 6);
    expect(texts(connection.snapshot().stored)).toEqual(['un']);
    transport.patch(3, { title: 'avec' }, 7);
    expect(connection.snapshot().stored).toEqual([]);
  });

  it('NO9 also when its effect is the person’s own, and no view shows it', () => {
    const { transport, connection } = onlinePage();
    const commandId = connection.send({ kind: 'NoteArrival', slotId: 'slot-0001', personId: 'person-1' });
    transport.ack(commandId, { ok: true, version: 7 });
    const me = {
      personId: 'person-1',
      role: 'participant',
      name: 'N',
      organisation: '',
      answerIds: [],
      supportedIds: [],
    };
    transport.heard.receive.me({ ...me, role: 'participant', arrived: false }, 6);
    expect(connection.snapshot().stored).toHaveLength(1);
    transport.heard.receive.me({ ...me, role: 'participant', arrived: true }, 7);
    expect(connection.snapshot().stored).toEqual([]);
  });

  it('NO9 what is a person’s own says nothing of the view while a page waits for the whole one', () => {
    const { transport, connection } = onlinePage();
    const commandId = connection.send(post('un'));
    transport.patch(5, {}, 6);
    transport.ack(commandId, { ok: true, version: 7 });
    const me = { personId: 'person-1', role: 'participant', name: 'N', organisation: '', supportedIds: [] } as const;
    transport.heard.receive.me({ ...me, answerIds: ['a'], arrived: true }, 7);
    expect(texts(connection.snapshot().stored)).toEqual(['un']);
    transport.view(6, lobby('avec'), 7);
    expect(connection.snapshot().stored).toEqual([]);
  });

  it('NO9 not when the view came first, and not for ever when no view shows it', () => {
    const { transport, connection, timers } = onlinePage();
    const first = connection.send(post('un'));
    transport.view(2, lobby('après'), 7);
    transport.ack(first, { ok: true, version: 7 });
    expect(connection.snapshot().stored).toEqual([]);
    const second = connection.send(post('deux'));
    transport.ack(second, { ok: true, version: 8 });
    expect(connection.snapshot().stored).toHaveLength(1);
    timers.pass(3_000);
    expect(connection.snapshot().stored).toEqual([]);
  });

  it('NO10 whatever is lost, repeated or late on the way, each command takes effect once, in order', () => {
    const fate = fc.constantFrom('lost', 'ackLost', 'twice', 'late', 'busy', 'fault', 'cut', 'fine');
    fc.assert(
      fc.property(fc.array(fate, { maxLength: 30 }), fc.integer({ min: 1, max: 5 }), (fates, count) => {
        const page = onlinePage();
        const { transport, connection, timers } = page;
        const stored: string[] = [];
        const remaining = [...fates];
        const late: (() => void)[] = [];
        let faults = 0;
        transport.onCommand = ({ commandId }) => {
          let fateNow = remaining.shift() ?? 'fine';
          if (fateNow === 'fault') faults += 1;
          // One more and the command would be given up, rightly.
          if (fateNow === 'fault' && faults > 5) fateNow = 'fine';
          const store = (): Ack => {
            if (!stored.includes(commandId)) stored.push(commandId);
            return { ok: true, version: stored.indexOf(commandId) + 1 };
          };
          const say = (ack: Ack) => transport.listener?.receive.ack(commandId, ack);
          if (fateNow === 'busy') say({ ok: false, problem: { kind: 'busy', retryMs: 700 } });
          if (fateNow === 'fault') say({ ok: false, problem: fault });
          if (fateNow === 'cut') transport.listener?.closed();
          if (fateNow === 'ackLost') store();
          if (fateNow === 'late') {
            const ack = store();
            late.push(() => say(ack));
          }
          if (fateNow === 'twice') {
            const ack = store();
            say(ack);
            say(ack);
          }
          if (fateNow === 'fine') say(store());
        };
        const ids = Array.from({ length: count }, (_, index) => connection.send(post(`${index}`)));
        for (let round = 0; round < 200 && connection.snapshot().pending.length > 0; round++) {
          timers.pass(5_000);
          for (const arrive of late.splice(0)) arrive();
          if (connection.snapshot().status.kind === 'offline' && transport.listener !== undefined) connect(page);
        }
        expect(stored).toEqual(ids);
        expect(connection.snapshot()).toMatchObject({ pending: [], failed: [] });
        expect(page.storage.content.size).toBe(0);
      }),
    );
  });
});
