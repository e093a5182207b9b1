import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EventStore } from '../../bot/store/eventStore.ts';
import { sampleAppend, sampleEvent, sampleIdentity, samplePerson, versionsOf } from './samples.ts';

/** The part of the contract on what is stored: data, texts, people, tokens. `current` gives the empty store of the test. */
export function storedContentContract(current: () => EventStore): void {
  it('S10 data comes back unchanged: every string, large and deep', async () => {
    const store = current();
    const strings = [
      'é 你好 \u202e 🏳️‍🌈',
      'nul \0 inside',
      'half \ud83d and \ude00',
      '\u2028\u2029',
      '"\\\n\t',
      '',
      "'); drop table events;--",
    ];
    const data = {
      kind: 'X',
      strings,
      numbers: [0, -0.5, 1e21, 2 ** 53],
      nothing: null,
      nested: { '🗝 \0': [[[true]]] },
    };
    const large = { kind: 'Y', text: 'é'.repeat(1_000_000) };
    await store.append({
      workshopId: 'w',
      expectedVersion: 0,
      events: [sampleEvent(1, data), sampleEvent(2, large)],
    });
    expect((await store.load('w', 0)).map((event) => event.data)).toEqual([data, large]);
  });

  it('S10 any JSON value comes back as JSON holds it', async () => {
    const store = current();
    let version = 0;
    const property = fc.asyncProperty(fc.jsonValue({ stringUnit: 'binary' }), async (data) => {
      await store.append({ workshopId: 'w', expectedVersion: version, events: [sampleEvent(version + 1, data)] });
      version += 1;
      expect((await store.load('w', version - 1))[0]?.data).toEqual(JSON.parse(JSON.stringify(data)));
    });
    await fc.assert(property, { numRuns: 100 });
  });

  it('S10 what an append holds is what it held when it was sent', async () => {
    const store = current();
    const data = { text: 'before' };
    const waiting = store.append({ workshopId: 'w', expectedVersion: 0, events: [sampleEvent(1, data)] });
    data.text = 'after';
    await waiting;
    expect((await store.load('w', 0))[0]?.data).toEqual({ text: 'before' });
  });

  it('S11 a text that would not come back as it was is refused, without repeating it', async () => {
    const store = current();
    for (const bad of ['Zo\0é', 'Zo\ud83d']) {
      const wrongs = [
        sampleAppend(bad, 0),
        sampleAppend('w', 0, { people: [samplePerson(bad)] }),
        sampleAppend('w', 0, { people: [samplePerson('p', { name: bad })] }),
        sampleAppend('w', 0, { people: [samplePerson('p', { organisation: bad })] }),
        { workshopId: 'w', expectedVersion: 0, events: [{ ...sampleEvent(1), actorId: bad }] },
      ];
      for (const wrong of wrongs)
        await expect(store.append(wrong)).rejects.toThrow(/^[\w[\].]+: holds U\+0000 or half/);
    }
    await store.append(sampleAppend('✨é', 0, { people: [samplePerson('p', { name: 'Đỗ 🙂', organisation: '' })] }));
    expect(await store.people('✨é')).toEqual([samplePerson('p', { name: 'Đỗ 🙂', organisation: '' })]);
  });

  it('S12 a person known already is replaced, per workshop', async () => {
    const store = current();
    const both = [samplePerson('p'), samplePerson('q')];
    await store.append(sampleAppend('w', 0, { people: both, identities: [sampleIdentity('p')] }));
    const elsewhere = { people: [samplePerson('p')], identities: [sampleIdentity('p', 'other')] };
    await store.append(sampleAppend('v', 0, elsewhere));
    const renamed = samplePerson('p', { name: 'Zoé B.' });
    await store.append(sampleAppend('w', 1, { people: [renamed], identities: [sampleIdentity('p', 'new')] }));
    const people = (await store.people('w')).toSorted((one, other) => (one.personId < other.personId ? -1 : 1));
    expect(people).toEqual([renamed, samplePerson('q')]);
    expect(await store.findPerson('hash-of-p')).toEqual({ workshopId: 'w', personId: 'p' });
    expect(await store.findPerson('new')).toEqual({ workshopId: 'w', personId: 'p' });
    expect(await store.findPerson('other')).toEqual({ workshopId: 'v', personId: 'p' });
    const ownIdentities = [sampleIdentity('p'), sampleIdentity('p', 'new')];
    expect((await store.identities('w')).toSorted((one) => (one.tokenHash === 'new' ? 1 : -1))).toEqual(ownIdentities);
  });

  it('S12 an erased person is gone, the events and the others stay, the token is free again', async () => {
    const store = current();
    const both = [samplePerson('p'), samplePerson('q')];
    await store.append(sampleAppend('w', 0, { people: both, identities: [sampleIdentity('p')] }));
    await store.erasePerson('w', 'p');
    await store.erasePerson('w', 'nobody');
    expect(await store.people('w')).toEqual([samplePerson('q')]);
    expect(await store.findPerson('hash-of-p')).toBeUndefined();
    expect(await versionsOf(store, 'w')).toEqual([1]);
    await store.append(sampleAppend('w', 1, { identities: [sampleIdentity('r', 'hash-of-p')] }));
    expect(await store.findPerson('hash-of-p')).toEqual({ workshopId: 'w', personId: 'r' });
  });

  it('S13 a token has one owner, in one append, in one workshop and across workshops', async () => {
    const store = current();
    const owners = { identities: [sampleIdentity('p')], links: [{ linkId: 'l', tokenHash: 'h' }] };
    await store.append(sampleAppend('w', 0, owners));
    const thief = sampleIdentity('t', 'hash-of-p');
    const twins = [sampleIdentity('x', 'same'), sampleIdentity('y', 'same')];
    await expect(store.append(sampleAppend('w', 1, { identities: [thief] }))).rejects.toThrow();
    await expect(store.append(sampleAppend('v', 0, { identities: [thief] }))).rejects.toThrow();
    await expect(store.append(sampleAppend('v', 0, { identities: twins }))).rejects.toThrow();
    const person = samplePerson('t');
    await expect(store.append(sampleAppend('v', 0, { people: [person, person] }))).rejects.toThrow();
    await expect(store.append(sampleAppend('v', 0, { links: [{ linkId: 'm', tokenHash: 'h' }] }))).rejects.toThrow();
    expect(await store.findPerson('hash-of-p')).toEqual({ workshopId: 'w', personId: 'p' });
    expect(await store.findLink('h')).toEqual({ workshopId: 'w', linkId: 'l' });
    expect(await store.findPerson('unknown')).toBeUndefined();
    expect(await store.findLink('hash-of-p')).toBeUndefined();
    expect(await versionsOf(store, 'v')).toEqual([]);
  });
}
