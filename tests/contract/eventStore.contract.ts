import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventStore } from '../../bot/store/eventStore.ts';
import { err, ok } from '../../shared/core/result.ts';
import { sampleAppend, sampleEvent, sampleIdentity, samplePerson, T0, upTo, versionsOf } from './samples.ts';
import { storedContentContract } from './storedContent.contract.ts';

export interface StoreUnderTest {
  readonly store: EventStore;
  /** Closes the last opened store and opens another on the same data. */
  reopen(): Promise<EventStore>;
  /** Closes, and removes what was written. */
  destroy(): Promise<void>;
}

/** What every event store must do, whatever it writes to. `open` gives an empty one. */
export function eventStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`event store: ${name}`, () => {
    let subject: StoreUnderTest;
    let store: EventStore;
    beforeEach(async () => {
      subject = await open();
      store = subject.store;
    });
    afterEach(() => subject.destroy());

    storedContentContract(() => store);

    it('S3 events come back whole and in order, after any version', async () => {
      expect(await store.load('w', 0)).toEqual([]);
      expect(await store.append(sampleAppend('w', 0, { count: 3 }))).toEqual(ok(undefined));
      expect(await store.append(sampleAppend('w', 3))).toEqual(ok(undefined));
      expect(await store.load('w', 0)).toEqual(upTo(4).map((version) => sampleEvent(version)));
      expect(await versionsOf(store, 'w', 2)).toEqual([3, 4]);
      expect(await versionsOf(store, 'w', 9)).toEqual([]);
    });

    it('S3 versions that do not follow the expected one are refused', async () => {
      const at = (...versions: number[]) => ({
        workshopId: 'w',
        expectedVersion: 0,
        events: versions.map((v) => sampleEvent(v)),
      });
      await expect(store.append(at(2))).rejects.toThrow(/version/);
      await expect(store.append(at(1, 3))).rejects.toThrow(/version/);
      await expect(store.append(at(1, 1))).rejects.toThrow(/version/);
      await expect(store.append(at())).rejects.toThrow(/at least one/);
      expect(await versionsOf(store, 'w')).toEqual([]);
    });

    it('S2 an append with an old or a future version writes nothing', async () => {
      await store.append(sampleAppend('w', 0, { count: 2 }));
      const extras = {
        people: [samplePerson('p')],
        identities: [sampleIdentity('p')],
        links: [{ linkId: 'l', tokenHash: 'h' }],
      };
      for (const expected of [0, 1, 3, 7]) {
        expect(await store.append(sampleAppend('w', expected, extras))).toEqual(err('version_conflict'));
      }
      expect(await versionsOf(store, 'w')).toEqual([1, 2]);
      expect(await store.people('w')).toEqual([]);
      expect(await store.findLink('h')).toBeUndefined();
    });

    it('S4 of many appends at once with the same version exactly one wins', async () => {
      const results = await Promise.all(upTo(20).map(() => store.append(sampleAppend('w', 0, { count: 2 }))));
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await versionsOf(store, 'w')).toEqual([1, 2]);
    });

    it('S6 appends that follow one another may be sent without waiting', async () => {
      const results = await Promise.all(upTo(600).map((version) => store.append(sampleAppend('w', version - 1))));
      expect(results.every(({ ok }) => ok)).toBe(true);
      expect(await versionsOf(store, 'w')).toEqual(upTo(600));
    });

    it('S9 many workshops at once, a conflict among them', async () => {
      await store.append(sampleAppend('w3', 0));
      const results = await Promise.all(upTo(50).map((n) => store.append(sampleAppend(`w${n}`, 0, { count: 2 }))));
      expect(results.map(({ ok }) => ok)).toEqual(upTo(50).map((n) => n !== 3));
      for (const n of upTo(50)) expect(await versionsOf(store, `w${n}`)).toEqual(n === 3 ? [1] : [1, 2]);
    });

    it('S9 any interleaving of appends gives what a sequence gives', async () => {
      const operation = fc.record({
        workshop: fc.constantFrom('a', 'b', 'c'),
        behind: fc.constantFrom(0, 0, 0, 1, -1),
        count: fc.integer({ min: 1, max: 4 }),
      });
      let run = 0;
      const property = fc.asyncProperty(
        fc.array(fc.array(operation, { maxLength: 12 }), { maxLength: 6 }),
        async (waves) => {
          run += 1;
          const model = new Map<string, number>();
          for (const wave of waves) {
            // A wave is sent at once. Order of arrival decides, so the model can tell each outcome in advance.
            const sent = wave.map(({ workshop, behind, count }) => {
              const id = `${run}-${workshop}`;
              const head = model.get(id) ?? 0;
              const expected = Math.max(0, head - behind);
              if (expected === head) model.set(id, head + count);
              return { wins: expected === head, answer: store.append(sampleAppend(id, expected, { count })) };
            });
            for (const { wins, answer } of sent) expect((await answer).ok).toBe(wins);
          }
          for (const [id, head] of model) expect(await versionsOf(store, id)).toEqual(upTo(head));
        },
      );
      await fc.assert(property, { numRuns: 40 });
    });

    it('S7 a malformed append fails alone, and wholly', async () => {
      await store.append(
        sampleAppend('w0', 0, {
          people: [samplePerson('a')],
          identities: [sampleIdentity('a')],
          links: [{ linkId: 'l', tokenHash: 'h' }],
        }),
      );
      const circular: unknown[] = [];
      circular.push(circular);
      const guilty = [
        sampleAppend('g1', 0, { people: [samplePerson('b')], identities: [sampleIdentity('b', 'hash-of-a')] }),
        sampleAppend('g2', 0, { identities: [sampleIdentity('c')], links: [{ linkId: 'x', tokenHash: 'h' }] }),
        { workshopId: 'g3', expectedVersion: 0, events: [sampleEvent(1, circular)] },
        { workshopId: 'g4', expectedVersion: 0, events: [{ ...sampleEvent(1), data: undefined }] },
        { workshopId: 'g5', expectedVersion: 0, events: [sampleEvent(1, { big: 1n })] },
        { workshopId: 'g6', expectedVersion: 0, events: [{ ...sampleEvent(1), at: Number.NaN }] },
      ];
      const innocent = upTo(6).map((n) => sampleAppend(`i${n}`, 0));
      const mixed = guilty.flatMap((request, index) => [request, innocent[index] ?? request]);
      const settled = await Promise.allSettled(mixed.map((request) => store.append(request)));
      expect(settled.map(({ status }) => status)).toEqual(guilty.flatMap(() => ['rejected', 'fulfilled']));
      for (const { workshopId } of guilty) expect(await versionsOf(store, workshopId)).toEqual([]);
      for (const { workshopId } of innocent) expect(await versionsOf(store, workshopId)).toEqual([1]);
      expect(await store.findPerson('hash-of-c')).toBeUndefined();
    });

    it('S7 what follows a failed append in the same batch is a conflict', async () => {
      await store.append(sampleAppend('w0', 0, { identities: [sampleIdentity('a')] }));
      const settled = await Promise.allSettled([
        store.append(sampleAppend('w', 0, { identities: [sampleIdentity('b', 'hash-of-a')] })),
        store.append(sampleAppend('w', 1)),
        store.append(sampleAppend('w', 0)),
      ]);
      expect(settled.map((one) => (one.status === 'fulfilled' ? one.value.ok : 'rejected'))).toEqual([
        'rejected',
        false,
        true,
      ]);
    });

    it('S5 events, people and links of an append appear together', async () => {
      await store.append(
        sampleAppend('w', 0, { identities: [sampleIdentity('p')], links: [{ linkId: 'l', tokenHash: 'h' }] }),
      );
      expect(await versionsOf(store, 'w')).toEqual([1]);
      expect(await store.findPerson('hash-of-p')).toEqual({ workshopId: 'w', personId: 'p' });
      expect(await store.findLink('h')).toEqual({ workshopId: 'w', linkId: 'l' });
    });

    it('S14 a store opened again holds the same data and goes on', async () => {
      await store.append(
        sampleAppend('w', 0, { count: 3, people: [samplePerson('p')], links: [{ linkId: 'l', tokenHash: 'h' }] }),
      );
      const before = [await store.load('w', 0), await store.people('w'), await store.workshops()];
      const again = await subject.reopen();
      expect([await again.load('w', 0), await again.people('w'), await again.workshops()]).toEqual(before);
      expect(await again.findLink('h')).toEqual({ workshopId: 'w', linkId: 'l' });
      expect(await again.append(sampleAppend('w', 2))).toEqual(err('version_conflict'));
      expect(await again.append(sampleAppend('w', 3))).toEqual(ok(undefined));
    });

    it('S16 closing writes what waits, later calls reject, closing again is harmless', async () => {
      const waiting = upTo(300).map((version) => store.append(sampleAppend('w', version - 1)));
      const closed = store.close();
      const late = [() => store.append(sampleAppend('w', 300)), () => store.load('w', 0), () => store.people('w')];
      const later = [
        () => store.findPerson('h'),
        () => store.findLink('h'),
        () => store.erasePerson('w', 'p'),
        () => store.workshops(),
      ];
      for (const call of [...late, ...later]) await expect(call()).rejects.toThrow('the event store is closed');
      expect((await Promise.all(waiting)).every(({ ok }) => ok)).toBe(true);
      await closed;
      await store.close();
      expect(await versionsOf(await subject.reopen(), 'w')).toEqual(upTo(300));
    });

    it('S20 workshops are listed newest first, by the instant of their last event', async () => {
      expect(await store.workshops()).toEqual([]);
      await store.append({ workshopId: 'old', expectedVersion: 0, events: [{ ...sampleEvent(1), at: T0 + 500 }] });
      await store.append(sampleAppend('new', 0, { count: 900 }));
      await store.append({ workshopId: 'old', expectedVersion: 1, events: [{ ...sampleEvent(2), at: T0 + 400 }] });
      await store.append(sampleAppend('é', 0));
      expect(await store.workshops()).toEqual([
        { workshopId: 'new', version: 900, lastEventAt: T0 + 900 },
        { workshopId: 'old', version: 2, lastEventAt: T0 + 400 },
        { workshopId: 'é', version: 1, lastEventAt: T0 + 1 },
      ]);
    });
  });
}
