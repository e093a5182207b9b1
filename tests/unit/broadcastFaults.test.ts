import { describe, expect, it } from 'vitest';
import { Broadcast } from '../../bot/realtime/broadcast.ts';
import type { Channel } from '../../bot/realtime/channel.ts';
import { createBackground } from '../../bot/synthesis/background.ts';
import { WorkshopSyntheses } from '../../bot/synthesis/workshopSyntheses.ts';
import type { WorkshopState } from '../../shared/workshop/state.ts';
import { createWorld } from '../doubles/runtimeWorld.ts';
import { linkOf } from '../doubles/workshopScenario.ts';

/** A workshop whose hosts' view cannot be made while `isBroken`, and what its pages and rooms were sent. */
async function stageWithBug() {
  const world = await createWorld().founded();
  for (const [joinId, linkId] of [
    ['host-0001', linkOf.host],
    ['person-0001', linkOf.participant],
  ] as const) {
    await world.submit(joinId, { kind: 'Join', linkId, name: joinId, organisation: '', attributes: {} });
  }
  const scene = {
    world,
    isBroken: false,
    faults: [] as unknown[],
    sent: [] as string[],
    actions: [] as (() => void)[],
    now: 0,
    /** Runs what was planned, one round. */
    flush() {
      scene.now += 1_000;
      for (const action of scene.actions.splice(0)) action();
    },
    channelOf: (name: string): Channel => ({
      send: (kind, ..._message) => void scene.sent.push(`${name} ${kind}`),
      join: () => {},
      leave: () => {},
      close: () => void scene.sent.push(`${name} closed`),
    }),
  };
  const stored = (): WorkshopState | undefined =>
    Reflect.get(Object.getPrototypeOf(world.runtime), 'state', world.runtime);
  Object.defineProperty(world.runtime, 'state', {
    get(): WorkshopState | undefined {
      const state = stored();
      if (state === undefined || !scene.isBroken) return state;
      return Object.defineProperty({ ...state }, 'links', {
        get() {
          throw new Error('injected: a bug in the view of hosts');
        },
      });
    },
  });
  const timers = { now: () => scene.now, setTimeout: (action: () => void) => scene.actions.push(action) };
  const reportFault = (fault: unknown) => scene.faults.push(fault);
  const broadcast = new Broadcast(
    world.runtime,
    new WorkshopSyntheses(world.runtime, { timers, background: createBackground(timers), reportFault }),
    { publish: (room, kind, ..._message) => void scene.sent.push(`${room} ${kind}`) },
    timers,
    reportFault,
  );
  return { scene, broadcast };
}

describe('a bug in what one audience is shown', () => {
  it('N21 is reported, and costs the other audiences nothing', async () => {
    const { scene, broadcast } = await stageWithBug();
    broadcast.attach('host-0001', scene.channelOf('host'), () => {});
    broadcast.attach('person-0001', scene.channelOf('person'), () => {});
    scene.flush();
    scene.sent.length = 0;
    scene.isBroken = true;
    await scene.world.submit('command-0001', { kind: 'RenameWorkshop', title: 'Neuf' }, 'host-0001');
    scene.flush();
    expect(scene.sent).toEqual(['atelier-0001/lobby patch']);
    expect(scene.faults).toHaveLength(1);
    // It is not tried again and again, but with the next change.
    expect(scene.actions).toEqual([]);
    scene.isBroken = false;
    await scene.world.submit('command-0002', { kind: 'RenameWorkshop', title: 'Plus neuf' }, 'host-0001');
    scene.flush();
    expect(scene.sent).toContain('atelier-0001/host patch');
  });

  it('N21 leaves no trace of the page that could not be let in', async () => {
    const { scene, broadcast } = await stageWithBug();
    scene.isBroken = true;
    expect(() => broadcast.attach('host-0001', scene.channelOf('host'), () => {})).toThrow('injected');
    expect(broadcast.pages).toBe(0);
    scene.isBroken = false;
    broadcast.attach('host-0001', scene.channelOf('host'), () => {});
    expect(scene.sent).toEqual(['host view', 'host me']);
  });
});
