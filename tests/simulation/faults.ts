import type { WorkshopRuntime } from '../../bot/workshop/runtime.ts';
import { answersUntil } from '../../shared/agenda/answerWindow.ts';
import { currentSlotId } from '../../shared/agenda/timer.ts';
import type { Command } from '../../shared/workshop/commands.ts';
import type { WorkshopState } from '../../shared/workshop/state.ts';
import type { Device, Page } from './device.ts';
import { perform, performOn } from './perform.ts';
import type { FaultName } from './script.ts';
import { newcomerNames } from './stageSet.ts';
import { Violation } from './violation.ts';
import { checkSent } from './wireInvariants.ts';
import { otherSkewMs, type World } from './world.ts';

type Fault = (world: World, who: number, pick: number) => void | Promise<void>;

const choose = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % items.length];

const onDevice =
  (act: (device: Device, pick: number, world: World) => void): Fault =>
  (world, who, pick) => {
    const device = choose(
      world.devices.filter((one) => one.isJoined),
      who,
    );
    if (device !== undefined) act(device, pick, world);
  };
const onPage =
  (act: (page: Page, pick: number, world: World) => void): Fault =>
  (world, who, pick) => {
    const page = choose(world.pages(), who);
    if (page !== undefined) act(page, pick, world);
  };
const onNextAppend =
  (fate: World['fates'][number]): Fault =>
  (world) => {
    world.fates.push(fate);
  };

const newcomers = ['participant', 'participant', 'participant', 'participant', 'host', 'display'] as const;

/** Ten minutes, as people do; or less, as a network does. */
const putMs = (pick: number): number => choose([600_000, 91_300, 33_700], pick) ?? 0;

/** Does to the world what the script says. */
export const faults: Readonly<Record<FaultName, Fault>> = {
  joinLate: (world, _who, pick) => {
    const device = world.newDevice(choose(newcomers, pick) ?? 'participant', undefined, choose(newcomerNames, pick));
    if (device === undefined) return;
    world.coverage.count('joinLate');
    world.join(device);
  },
  namesakes: (world, _who, pick) => {
    const name = choose(newcomerNames, pick);
    for (const device of [0, 1].map(() => world.newDevice('participant', undefined, name))) {
      if (device === undefined) continue;
      world.coverage.count('namesakes');
      world.join(device);
    }
  },
  joinAgain: onDevice((device, _pick, world) => {
    const { node } = world;
    const link = world.book.state?.links[device.traits.linkId];
    if (node === undefined || link?.revoked !== false) return;
    const { joinId, identity, name, organisation } = device.known;
    const again = node.join({ link: device.traits.link, joinId, identity, name, organisation });
    void again.then((reply) => {
      // Who has not come in yet may be asked who they are.
      if (typeof reply === 'string' || reply.kind === 'choose') return;
      world.coverage.count('joinAgain');
      world.guard(() => {
        if (reply.personId !== joinId) throw new Violation('X3', `${joinId} joined again as ${reply.personId}`);
      });
    });
  }),
  dropJoinReply: (world) => {
    const device = world.newDevice('participant');
    if (device !== undefined) world.join(device, true);
  },
  dropCommand: onDevice((device) => {
    device.line.dropCommands += 1;
  }),
  dropAck: onDevice((device) => {
    device.line.dropAcks += 1;
  }),
  dropPatch: onDevice((device) => {
    device.line.dropPatches += 1;
  }),
  duplicate: onDevice((device, pick) => {
    device.line.duplicates += 1 + (pick % 6);
  }),
  delay: onDevice((device, pick, { time }) => {
    device.line.extraMs = 100 + ((pick * 97) % 1_900);
    time.after(8_000, () => {
      device.line.extraMs = 0;
    });
  }),
  disconnect: onPage((page, pick, { coverage }) => {
    if (page.link?.isOpen !== true) return;
    coverage.count('disconnect');
    page.link.break(pick % 2 === 0 ? page.device.line.latencyMs : 4_000);
  }),
  deadLink: onPage((page, _pick, { coverage }) => {
    if (page.link?.isOpen !== true) return;
    coverage.count('deadLink');
    page.link.swallow();
  }),
  offline: onDevice((device, pick, { time, coverage }) => {
    coverage.count('offline');
    device.line.offlineUntil = time.now + 3_000 + (pick % 10) * 6_000;
    for (const page of device.pages) {
      if (pick % 2 === 0) page.link?.break(1_000);
      else if (page.link?.isOpen === true) page.link.swallow();
    }
  }),
  reload: onPage((page, _pick, world) => {
    if (page.device.isAsleep) return;
    world.coverage.count('reload');
    world.reload(page);
  }),
  restartBrowser: onDevice((device, _pick, world) => {
    if (device.isAsleep) return;
    world.coverage.count('restartBrowser');
    for (const page of device.pages) world.reload(page);
  }),
  sleep: onDevice((device, pick, { coverage }) => {
    coverage.count('sleep');
    device.sleep(6_000 + (pick % 8) * 10_000);
  }),
  putClockForward: onDevice((device, pick, { coverage }) => {
    if (device.pages.some(({ link }) => link?.isOpen)) coverage.count('putClockForward');
    device.putWallClock(putMs(pick));
  }),
  putClockBack: onDevice((device, pick, { coverage }) => {
    if (device.pages.some(({ link }) => link?.isOpen)) coverage.count('putClockBack');
    device.putWallClock(-putMs(pick));
  }),
  refuseStorage: onDevice((device, pick) => {
    device.refusesStorage = pick % 4 !== 0;
  }),
  busy: onDevice((device, pick, { busy }) => {
    busy.set(device.personId, 50 + pick * 30);
  }),
  killServer: (world, _who, pick) => {
    if (world.node === undefined) return;
    world.coverage.count('killServer');
    world.killNode((pick % 8) * 700, pick % 3 !== 0);
  },
  killAfterWriting: onNextAppend('killAfterWriting'),
  slowAppend: ({ fates }, _who, pick) => {
    fates.push({ slowMs: 20 + ((pick * 211) % 3_000) });
  },
  conflict: onNextAppend('conflict'),
  // Once is mended by the server itself; more often, the person's page has to try again.
  failBeforeWriting: ({ fates }, who, pick) => {
    for (let count = 0; count <= pick % 4; count++) fates.push(who % 2 === 0 ? 'fail' : 'conflict');
    fates.push('fail');
  },
  failAfterWriting: onNextAppend('fail_after_writing'),

  otherNode: async (world, who, pick) => {
    const runtime = await otherRuntime(world);
    const { time } = world;
    const { state } = runtime;
    if (state === undefined) return;
    const deed = deedElsewhere(state, who, pick, world);
    if (deed === undefined) return;
    const { actorId, command } = deed;
    void runtime.submit({ commandId: world.newId(), actorId, command }).then((ack) => {
      if (ack.ok) world.coverage.count('otherNode');
    });
    // The news that it has appended may be lost: whoever appends next finds out by the version.
    if (pick % 3 !== 0) time.after(pick * 5, () => catchUp(world));
  },
  otherNodeResend: async (world, who, pick) => {
    const page = choose(
      world.pages().filter(({ connection }) => connection.snapshot().pending.length > 0),
      who,
    );
    const pending = page?.connection.snapshot().pending[0];
    const known =
      pending === undefined ? [...world.sent.values()].at(-1 - (pick % 3)) : world.sent.get(pending.commandId);
    if (known === undefined) return;
    const runtime = await otherRuntime(world);
    const { actorId, commandId, command } = known;
    void runtime.submit({ commandId, actorId, command }).then((ack) => {
      world.coverage.count('otherNodeResend');
      world.guard(() => {
        world.book.readOn();
        const message = [commandId, ack];
        checkSent({ personId: actorId, kind: 'ack', message, json: '' }, world.book, () => command);
      });
    });
    if (pick % 3 !== 0) world.time.after(pick * 5, () => catchUp(world));
  },

  answerAtBell: async (world, who, pick) => {
    const state = world.book.state;
    const page = choose(
      world.pages().filter(({ device, connection }) => {
        const { view, pending, status } = connection.snapshot();
        return (
          view?.kind === 'group' && device.role === 'participant' && pending.length === 0 && status.kind === 'online'
        );
      }),
      who,
    );
    const instant = state === undefined ? undefined : lastInstant(state, pick);
    if (page === undefined || instant === undefined || instant - world.time.now > 10 * 60_000) return;
    const { latencyMs } = page.device.line;
    if (instant - latencyMs < world.time.now) return;
    world.coverage.count('answerAtBell');
    await world.time.runUntil(instant - latencyMs - 1);
    world.time.at(instant - latencyMs, () => performOn(world, page, 'post', pick));
    const host = world.pages().find(({ device }) => device.role === 'host');
    if (host !== undefined && pick % 2 === 0) {
      world.time.at(instant - host.device.line.latencyMs, () => performOn(world, host, 'bringBack', pick));
    }
    await world.time.runUntil(instant + 10);
  },
  twoHostsNext: (world, who, pick) => {
    if (bothHosts(world, 'next', pick)) world.coverage.count('twoHostsNext');
    else perform(world, 'next', who, pick);
  },
  twoHostsExtend: (world, who, pick) => {
    if (bothHosts(world, 'extend', pick)) world.coverage.count('twoHostsExtend');
    else perform(world, 'extend', who, pick);
  },
};

/** The workshop as another server holds it, whose clock is a little ahead. */
async function otherRuntime(world: World): Promise<WorkshopRuntime> {
  world.other ??= world.newNode(otherSkewMs);
  world.time.wakes();
  const opening = world.runtimeOf(world.other);
  await world.time.runUntil(world.time.now + 5);
  return opening;
}

export function catchUp(world: World): void {
  const { node } = world;
  if (node === undefined) return;
  world.time.wakes();
  void world.runtimeOf(node).then((runtime) => (node.isAlive ? runtime.catchUp() : undefined));
}

const bothHosts = (world: World, operation: 'next' | 'extend', pick: number): boolean => {
  const hosts = world.devices.filter(({ role, isJoined }) => role === 'host' && isJoined);
  const sent = hosts.flatMap(({ pages }) => pages).map((page) => performOn(world, page, operation, pick));
  return sent.filter((isSent) => isSent).length > 1;
};

/** The last instant in which an answer counts, or the bell itself. */
function lastInstant(state: WorkshopState, pick: number): number | undefined {
  const { run, options } = state;
  const slotId = currentSlotId(run);
  const phase = slotId === undefined ? undefined : state.breakouts[slotId]?.phase;
  if (slotId === undefined || phase === undefined || run.kind !== 'running') return undefined;
  if (pick % 2 === 0) return run.endsAt;
  const until = answersUntil({ slotId, phase, run, graceMs: options.graceMs });
  return Number.isFinite(until) ? until + (pick % 3 === 0 ? 1 : 0) : undefined;
}

/** What somebody does whose page is connected to the other server. */
function deedElsewhere(
  state: WorkshopState,
  who: number,
  pick: number,
  world: World,
): { readonly actorId: string; readonly command: Command } | undefined {
  const members = Object.values(state.people).filter(({ removed }) => !removed);
  const host = members.find(({ role }) => role === 'host');
  const fromSlotId = currentSlotId(state.run);
  if (pick % 5 === 0 && host !== undefined && fromSlotId !== undefined) {
    return { actorId: host.id, command: { kind: 'NextSlot', fromSlotId } };
  }
  const breakout = Object.entries(state.breakouts).find(([, { phase }]) => phase.kind === 'open');
  const author = choose(
    members.filter(({ id }) => breakout?.[1].placements[id] !== undefined),
    who,
  );
  const groupId = breakout?.[1].placements[author?.id ?? ''];
  if (pick % 2 === 0 && breakout !== undefined && author !== undefined && groupId !== undefined) {
    const text = world.words('answer');
    return { actorId: author.id, command: { kind: 'PostAnswer', slotId: breakout[0], groupId, promptIndex: 0, text } };
  }
  if (host === undefined) return undefined;
  return { actorId: host.id, command: { kind: 'Announce', text: world.words('note') } };
}
