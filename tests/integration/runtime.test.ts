import { describe, expect, it } from 'vitest';
import type { AppendFate } from '../doubles/memoryStore.ts';
import { createMemoryStore, MemoryDisk } from '../doubles/memoryStore.ts';
import { createWorld, type RuntimeWorld, submitTo } from '../doubles/runtimeWorld.ts';
import { breakoutSlot, host, inGroup, linkOf, MINUTE, participant, T0 } from '../doubles/workshopScenario.ts';

const joining = (linkId: string) =>
  ({ kind: 'Join', linkId, name: 'Zoé Ménard', organisation: 'ADASI', attributes: {} }) as const;
const posting = (text: string) => ({ kind: 'PostAnswer', ...inGroup(1), promptIndex: 0, text }) as const;
const renaming = (title: string) => ({ kind: 'RenameWorkshop', title }) as const;

/** A founded workshop with a host and two participants who stand in group 1 of an open breakout. */
async function underWay(world = createWorld()): Promise<RuntimeWorld> {
  await world.founded();
  await world.submit(host, joining(linkOf.host));
  for (const number of [1, 2]) await world.submit(participant(number), joining(linkOf.participant));
  await world.submit('command-start', { kind: 'StartAgenda', plan: 'asPlanned' }, host);
  await world.submit('command-next', { kind: 'NextSlot', fromSlotId: 'slot-0001' }, host);
  await world.submit('command-form', { kind: 'FormGroups', slotId: breakoutSlot }, host);
  for (const number of [1, 2]) {
    const personId = participant(number);
    await world.submit(`command-move-${number}`, { kind: 'MovePerson', ...inGroup(1), personId }, host);
  }
  expect(await world.submit('command-open', { kind: 'OpenBreakout', slotId: breakoutSlot }, host)).toMatchObject({
    ok: true,
  });
  return world;
}

const answers = ({ runtime }: RuntimeWorld): readonly string[] =>
  Object.values(runtime.state?.breakouts[breakoutSlot]?.works['group-0001']?.answers ?? {}).map(({ text }) => text);
const versionOf = ({ runtime }: RuntimeWorld): number => runtime.state?.version ?? 0;

/** A store whose appends meet the fates that a test sets out. */
function fateful(): { readonly world: RuntimeWorld; readonly fates: AppendFate[] } {
  const fates: AppendFate[] = [];
  return { world: createWorld(createMemoryStore({ beforeAppend: async () => fates.shift() ?? 'proceed' })), fates };
}

describe('acknowledging', () => {
  it('N1 a command is acknowledged and shown once it is stored, not before', async () => {
    let openGate: (fate: AppendFate) => void = () => {};
    let isGated = false;
    const beforeAppend = (): Promise<AppendFate> =>
      isGated
        ? new Promise((open) => {
            openGate = open;
          })
        : Promise.resolve('proceed');
    const world = await underWay(createWorld(createMemoryStore({ beforeAppend })));
    isGated = true;
    const told: string[] = [];
    world.runtime.onChange(() => told.push('shown'));
    const ack = world.submit('answer-0001', posting('Stockée'), participant(1)).then((each) => {
      told.push('acknowledged');
      return each;
    });
    await world.store.workshops();
    await new Promise(setImmediate);
    expect([told, answers(world)]).toEqual([[], []]);
    openGate('proceed');
    expect(await ack).toEqual({ ok: true, version: versionOf(world) });
    expect(told.toSorted()).toEqual(['acknowledged', 'shown']);
    expect(await world.store.load('atelier-0001', versionOf(world) - 1)).toMatchObject([{ commandId: 'answer-0001' }]);
  });

  it('N2 the same command has one effect and one ack: again, at once, on another node, after a restart', async () => {
    const world = await underWay();
    const first = await world.submit('answer-0001', posting('Une fois'), participant(1));
    const restarted = await world.anotherNode();
    const repeats = await Promise.all([
      world.submit('answer-0001', posting('Une fois'), participant(1)),
      world.submit('answer-0001', posting('Une fois'), participant(1)),
      submitTo(restarted, 'answer-0001', posting('Une fois'), participant(1)),
    ]);
    for (const ack of repeats) expect(ack).toEqual(first);
    const [one, other] = await Promise.all([
      world.submit('answer-0002', posting('Deux fois'), participant(1)),
      world.submit('answer-0002', posting('Deux fois'), participant(1)),
    ]);
    expect(one).toEqual(other);
    expect(answers(world)).toEqual(['Une fois', 'Deux fois']);
  });

  it('N2 a command that changed nothing is not decided again when it is repeated later', async () => {
    const world = await underWay();
    await world.submit('answer-0001', posting('Une réponse'), participant(1));
    const supporting = { kind: 'SupportAnswer', ...inGroup(1), answerId: 'answer-0001' } as const;
    await world.submit('command-yes-1', supporting, participant(2));
    const unchanged = await world.submit('command-yes-2', supporting, participant(2));
    await world.submit('command-no', { ...supporting, kind: 'UnsupportAnswer' }, participant(2));
    expect(await world.submit('command-yes-2', supporting, participant(2))).toEqual(unchanged);
    const answer = world.runtime.state?.breakouts[breakoutSlot]?.works['group-0001']?.answers['answer-0001'];
    expect(answer?.supporterIds).toEqual([]);
  });

  it('N2 the same id from two people is two commands', async () => {
    const world = await underWay();
    await world.submit('command-same', renaming('Un'), host);
    expect(await world.submit('command-same', posting('Deux'), participant(1))).toMatchObject({ ok: true });
    expect(answers(world)).toEqual(['Deux']);
  });

  it('N2 founding and joining twice happen once', async () => {
    const world = await underWay();
    const before = versionOf(world);
    await world.founded();
    await world.submit(participant(1), joining(linkOf.participant));
    expect(versionOf(world)).toBe(before);
  });

  it('N3 commands take effect in the order in which they came, each on what the ones before it left', async () => {
    const world = await underWay();
    const acks = await Promise.all([
      world.submit('answer-0001', posting('Un'), participant(1)),
      world.submit(
        'command-edit',
        { kind: 'EditAnswer', ...inGroup(1), answerId: 'answer-0001', text: 'Un bis' },
        participant(1),
      ),
      world.submit(
        'command-late',
        { kind: 'EditAnswer', ...inGroup(1), answerId: 'answer-0002', text: 'Trop tôt' },
        participant(1),
      ),
      world.submit('answer-0002', posting('Deux'), participant(1)),
    ]);
    expect(acks.map((ack) => (ack.ok ? ack.version : ack.problem))).toEqual([
      versionOf(world) - 2,
      versionOf(world) - 1,
      { kind: 'rejected', code: 'answer_unknown' },
      versionOf(world),
    ]);
    expect(answers(world)).toEqual(['Un bis', 'Deux']);
  });

  it('N2 a stranger, whatever they call themselves, may do nothing', async () => {
    const world = await underWay();
    for (const actorId of ['person-none', 'constructor', '__proto__', '']) {
      expect(await world.submit('command-0001', renaming('Pris'), actorId)).toEqual({
        ok: false,
        problem: { kind: 'denied' },
      });
    }
  });
});

describe('when something goes wrong', () => {
  it('N5 a command that breaks fails alone, with a reference', async () => {
    const world = await underWay();
    const [broken, whole] = await Promise.all([
      // Nonces of this world run out: whatever draws one meets a broken machine.
      world.withoutNonces(() => world.submit('link-new-0001', { kind: 'RenewLink', linkId: linkOf.display }, host)),
      world.submit('answer-0001', posting('Malgré tout'), participant(1)),
    ]);
    expect(broken).toEqual({ ok: false, problem: { kind: 'fault', reference: 'fault-1' } });
    expect(whole).toMatchObject({ ok: true });
    expect(answers(world)).toEqual(['Malgré tout']);
  });

  it('N5 a second person with the identity of another is turned away, and nobody else is disturbed', async () => {
    const world = await underWay();
    const intruder = { commandId: 'person-new-1', actorId: 'person-new-1', command: joining(linkOf.participant) };
    const [refused, whole] = await Promise.all([
      world.runtime.submit({ ...intruder, tokenHash: `identity of ${participant(1)}` }),
      world.submit('answer-0001', posting('Malgré tout'), participant(1)),
    ]);
    expect(refused).toEqual({ ok: false, problem: { kind: 'denied' } });
    expect(whole).toMatchObject({ ok: true });
    expect(world.runtime.state?.people).not.toHaveProperty('person-new-1');
  });

  it('N5 an identity that is known in another workshop disturbs nobody in this one', async () => {
    const store = createMemoryStore();
    await underWay(createWorld(store));
    const other = createWorld(store, 'atelier-0002');
    await other.founded();
    await other.submit(host, joining(linkOf.host)).catch(() => {});
    const acks = await Promise.all([
      other.runtime.submit({
        commandId: 'host-new-1',
        actorId: 'host-new-1',
        command: joining(linkOf.host),
        tokenHash: 'an identity of its own',
      }),
      other.submit(participant(1), joining(linkOf.participant)),
    ]);
    expect(acks).toMatchObject([{ ok: true }, { ok: false }]);
  });

  it('N6 whoever is overtaken by another server decides again on what that one stored', async () => {
    const world = await underWay();
    const other = await world.anotherNode();
    await submitTo(other, 'command-next-2', { kind: 'NextSlot', fromSlotId: breakoutSlot }, host);
    expect(await world.submit('command-next-1', { kind: 'NextSlot', fromSlotId: breakoutSlot }, host)).toEqual({
      ok: false,
      problem: { kind: 'rejected', code: 'slot_not_current' },
    });
    expect(world.runtime.state).toEqual(other.state);
  });

  it('N6 two servers of one workshop lose nothing, do nothing twice, and end up the same', async () => {
    const world = await underWay();
    const nodes = [world.runtime, await world.anotherNode()];
    const ids = Array.from({ length: 60 }, (_, index) => `answer-${String(index).padStart(4, '0')}`);
    const acks = await Promise.all(
      ids.flatMap((id, index) => {
        const actor = participant((index % 2) + 1);
        // Each through one server, every third through both.
        return nodes
          .filter((_node, nodeIndex) => index % 3 === 0 || nodeIndex === index % 2)
          .map((node) => submitTo(node, id, posting(id), actor));
      }),
    );
    expect(acks.filter((ack) => !ack.ok)).toEqual([]);
    for (const node of nodes) await node.catchUp();
    expect(nodes[0]?.state).toEqual(nodes[1]?.state);
    expect([...answers(world)].toSorted()).toEqual(ids);
  });

  it('N6 reading on while a command is being stored applies nothing twice', async () => {
    const world = await underWay();
    const stored = world.submit('answer-0001', posting('Un'), participant(1));
    const read: Promise<void>[] = [];
    for (let turn = 0; turn < 30; turn++) {
      read.push(world.runtime.catchUp());
      await Promise.resolve();
    }
    await Promise.all([stored, ...read]);
    expect(answers(world)).toEqual(['Un']);
    expect(world.runtime.state).toEqual((await world.anotherNode()).state);
  });

  it('N6 whoever loses too often is told to come back', async () => {
    const { world, fates } = fateful();
    await underWay(world);
    fates.push(...Array.from({ length: 8 }, () => 'conflict' as const));
    expect(await world.submit('answer-0001', posting('Patience'), participant(1))).toMatchObject({
      ok: false,
      problem: { kind: 'busy' },
    });
    expect(await world.submit('answer-0001', posting('Patience'), participant(1))).toMatchObject({ ok: true });
  });

  it('N7 a failed append has no effect, and the next command goes through', async () => {
    const { world, fates } = fateful();
    await underWay(world);
    fates.push('fail', 'fail');
    expect(await world.submit('answer-0001', posting('Perdue'), participant(1))).toMatchObject({
      problem: { kind: 'fault' },
    });
    expect(answers(world)).toEqual([]);
    expect(await world.submit('answer-0002', posting('Gardée'), participant(1))).toMatchObject({ ok: true });
    expect(answers(world)).toEqual(['Gardée']);
  });

  it('N7 an append whose answer was lost is found in the log: the command is acknowledged, and has one effect', async () => {
    const { world, fates } = fateful();
    await underWay(world);
    fates.push('fail_after_writing');
    const first = await world.submit('answer-0001', posting('Écrite'), participant(1));
    const again = await world.submit('answer-0001', posting('Écrite'), participant(1));
    expect([first, again]).toEqual([
      { ok: true, version: versionOf(world) },
      { ok: true, version: versionOf(world) },
    ]);
    expect(answers(world)).toEqual(['Écrite']);
  });

  it('N8 a queue that is too long sends newcomers away, and loses nobody who waits', async () => {
    const world = await underWay();
    const acks = await Promise.all(
      Array.from({ length: 5_001 }, (_, index) =>
        world.submit(`command-${10_000 + index}`, renaming(`Titre ${index}`), host),
      ),
    );
    expect(acks.at(-1)).toMatchObject({ ok: false, problem: { kind: 'busy' } });
    expect(acks.filter((ack) => ack.ok)).toHaveLength(5_000);
    expect(world.runtime.state?.title).toBe('Titre 4999');
  });
});

describe('the log', () => {
  it('N4 a server that reads the log has the very state of the one that wrote it', async () => {
    const disk = new MemoryDisk();
    const world = await underWay(createWorld(createMemoryStore({ disk })));
    await world.submit('answer-0001', posting('Une réponse'), participant(1));
    const reopened = createWorld(createMemoryStore({ disk }));
    await reopened.runtime.catchUp();
    expect(reopened.runtime.state).toEqual(world.runtime.state);
    expect(JSON.stringify(reopened.runtime.state)).toBe(JSON.stringify(world.runtime.state));
    expect([...reopened.runtime.names]).toEqual([...world.runtime.names]);
  });

  it('N4 its times never run backwards, also when the machine’s clock is set back', async () => {
    const world = await underWay();
    world.now = T0 + 5 * MINUTE;
    await world.submit('answer-0001', posting('Avant'), participant(1));
    world.now = T0;
    await world.submit('answer-0002', posting('Après'), participant(1));
    const times = (await world.store.load('atelier-0001', 0)).map(({ at }) => at);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
  });

  it('L12 names go to the table of people, never into the log, also when two changes come together', async () => {
    const world = await underWay();
    await Promise.all([
      world.submit('command-0001', { kind: 'ReviseMyself', name: 'Zoé Premier', organisation: '' }, participant(1)),
      world.submit('command-0002', { kind: 'ReviseMyself', name: 'Zoé Second', organisation: 'Ville' }, participant(1)),
    ]);
    const log = JSON.stringify(await world.store.load('atelier-0001', 0));
    for (const word of ['Zoé', 'Ménard', 'ADASI', 'Ville', 'identity of']) expect(log).not.toContain(word);
    expect(world.runtime.names.get(participant(1))).toMatchObject({ name: 'Zoé Second', organisation: 'Ville' });
    const row = (await world.store.people('atelier-0001')).find(({ personId }) => personId === participant(1));
    expect(row).toMatchObject({ name: 'Zoé Second' });
    expect(await world.store.findPerson(`identity of ${participant(1)}`)).toMatchObject({ personId: participant(1) });
  });
});

describe('the clock of a workshop', () => {
  const byMs = 3 * MINUTE;
  const endsAt = ({ runtime }: RuntimeWorld): number =>
    runtime.state?.run.kind === 'running' ? runtime.state.run.endsAt : Number.NaN;

  it('N22 goes on from where it was when the machine’s is set back, for commands and for pages alike', async () => {
    const world = await underWay();
    world.now += MINUTE;
    const before = world.runtime.now();
    world.now -= 60 * MINUTE;
    expect(world.runtime.now()).toBe(before);
    world.now += 5 * MINUTE;
    expect(world.runtime.now()).toBe(before + 5 * MINUTE);
    await world.submit('answer-0001', posting('Après le saut'), participant(1));
    const answer = world.runtime.state?.breakouts[breakoutSlot]?.works['group-0001']?.answers['answer-0001'];
    expect(answer?.postedAt).toBe(before + 5 * MINUTE);
    const command = { kind: 'ExtendSlot', slotId: breakoutSlot, byMs, seenEndsAt: endsAt(world) } as const;
    expect(await world.submit('command-extend', command, host)).toMatchObject({ ok: true });
    expect(endsAt(world)).toBe(T0 + 20 * MINUTE + byMs);
  });

  it('N22 is the machine’s again as soon as that has caught up', async () => {
    const world = await underWay();
    world.now -= MINUTE;
    world.runtime.now();
    world.now += 2 * MINUTE;
    expect(world.runtime.now()).toBe(world.now);
  });

  it('N22 goes on after a restart whose machine is behind the log', async () => {
    const world = await underWay();
    const last = world.runtime.now();
    world.now -= 60 * MINUTE;
    const restarted = await world.anotherNode();
    expect(restarted.now()).toBe(last);
    world.now += MINUTE;
    expect(restarted.now()).toBe(last + MINUTE);
  });
});
