import { describe, expect, it } from 'vitest';
import { Broadcast } from '../../bot/realtime/broadcast.ts';
import type { Channel } from '../../bot/realtime/channel.ts';
import { createBackground } from '../../bot/synthesis/background.ts';
import { WorkshopSyntheses } from '../../bot/synthesis/workshopSyntheses.ts';
import type { Me } from '../../shared/views/views.ts';
import { createWorld } from '../doubles/runtimeWorld.ts';
import { breakoutSlot, linkOf } from '../doubles/workshopScenario.ts';

interface Heard {
  readonly kind: string;
  readonly message: readonly unknown[];
}

const people = Array.from({ length: 12 }, (_, index) => `person-${String(index + 1).padStart(4, '0')}`);

/** A workshop with a host and twelve participants before its groups open, all with a page, and what each page hears. */
async function gathered() {
  const world = await createWorld().founded();
  await world.submit('host-0001', {
    kind: 'Join',
    linkId: linkOf.host,
    name: 'Hôte',
    organisation: '',
    attributes: {},
  });
  for (const id of people) {
    await world.submit(id, { kind: 'Join', linkId: linkOf.participant, name: id, organisation: '', attributes: {} });
  }
  let commands = 0;
  const command = (sent: Parameters<typeof world.submit>[1], actorId = 'host-0001') => {
    commands += 1;
    return world.submit(`command-${String(commands).padStart(4, '0')}`, sent, actorId);
  };
  const rooms = new Map<string, Set<string>>();
  const heard = new Map<string, Heard[]>();
  const hear = (name: string, kind: string, message: readonly unknown[]) =>
    heard.set(name, [...(heard.get(name) ?? []), { kind, message }]);
  const encodings: string[] = [];
  const channelOf = (name: string): Channel => ({
    send: (kind, ...message) => {
      encodings.push(kind);
      hear(name, kind, message);
    },
    join: (room) => void rooms.set(room, new Set(rooms.get(room)).add(name)),
    leave: (room) => void rooms.get(room)?.delete(name),
    close: () => {},
  });
  const time = { now: 0, actions: [] as { readonly at: number; readonly run: () => void }[] };
  const timers = {
    now: () => time.now,
    setTimeout: (run: () => void, delayMs: number) => time.actions.push({ at: time.now + delayMs, run }),
  };
  const reportFault = (fault: unknown) => {
    throw fault;
  };
  const broadcast = new Broadcast(
    world.runtime,
    new WorkshopSyntheses(world.runtime, { timers, background: createBackground(timers), reportFault }),
    {
      publish: (room, kind, ...message) => {
        encodings.push(kind);
        for (const name of rooms.get(room) ?? []) hear(name, kind, message);
      },
    },
    timers,
    reportFault,
  );
  const pass = (ms: number) => {
    time.now += ms;
    const due = time.actions.filter(({ at }) => at <= time.now);
    time.actions = time.actions.filter(({ at }) => at > time.now);
    for (const { run } of due) run();
  };
  const attach = (id: string) => broadcast.attach(id, channelOf(id), () => {});
  for (const id of ['host-0001', ...people]) attach(id);
  pass(1_000);
  const forget = () => {
    heard.clear();
    encodings.length = 0;
  };
  return { world, command, heard, encodings, attach, pass, forget, rooms };
}

describe('what pages are shown', () => {
  it('N24 the whole view is encoded once for all who come into an audience together', async () => {
    const { command, heard, encodings, pass, forget, rooms } = await gathered();
    await command({ kind: 'StartAgenda', plan: 'fromNow' });
    await command({ kind: 'FormGroups', slotId: breakoutSlot });
    pass(1_000);
    forget();
    await command({ kind: 'NextSlot', fromSlotId: 'slot-0001' });
    await command({ kind: 'OpenBreakout', slotId: breakoutSlot });
    pass(1_000);
    expect(encodings.filter((kind) => kind === 'view').length).toBeLessThanOrEqual(3);
    for (const id of people) {
      const kinds = (heard.get(id) ?? []).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'view')).toHaveLength(1);
    }
    for (const [room, members] of rooms) if (room.endsWith('newcomers')) expect(members.size).toBe(0);
  });

  it('N25 what is a person’s own says the version that their view shows, and never comes before it', async () => {
    const { command, heard, pass, forget, world } = await gathered();
    await command({ kind: 'StartAgenda', plan: 'fromNow' });
    await command({ kind: 'FormGroups', slotId: breakoutSlot });
    await command({ kind: 'NextSlot', fromSlotId: 'slot-0001' });
    await command({ kind: 'OpenBreakout', slotId: breakoutSlot });
    pass(1_000);
    forget();
    const [me = ''] = people;
    const groupId = world.runtime.state?.breakouts[breakoutSlot]?.placements[me] ?? '';
    await command({ kind: 'NoteArrival', slotId: breakoutSlot, personId: me }, me);
    pass(1_000);
    const version = world.runtime.state?.version;
    const own = (heard.get(me) ?? []).filter(({ kind }) => kind === 'me').at(-1)?.message as [Me, number];
    expect(own[0].arrived).toBe(true);
    expect(own[1]).toBe(version);

    forget();
    // Just flushed: the audience has to wait for its next patch, and what is one's own with it.
    await command({ kind: 'PostAnswer', slotId: breakoutSlot, groupId, promptIndex: 0, text: 'un' }, me);
    pass(0);
    await command({ kind: 'PostAnswer', slotId: breakoutSlot, groupId, promptIndex: 0, text: 'deux' }, me);
    pass(0);
    for (let step = 0; step < 20; step++) pass(50);
    let shown = 0;
    for (const { kind, message } of heard.get(me) ?? []) {
      if (kind === 'patch') shown = (message[0] as { version: number }).version;
      if (kind === 'me') expect(message[1]).toBe(shown);
    }
    expect(shown).toBe(world.runtime.state?.version);
  });
});
