import type { Coverage } from './coverage.ts';
import { faults } from './faults.ts';
import { checkPlaces } from './logInvariants.ts';
import { perform } from './perform.ts';
import { checkClock, checkFate, checkReplay, checkShown } from './restInvariants.ts';
import { type FaultName, type OperationName, operationNames, type Script } from './script.ts';
import { workshopId } from './stageSet.ts';
import { World } from './world.ts';

const isOperation = (name: OperationName | FaultName): name is OperationName =>
  (operationNames as readonly string[]).includes(name);

/** Long enough for every patience of the client to run out, and to be rewarded. */
const longestRestMs = 10 * 60_000;

/** Plays a script to its end, lets everything heal, and holds the world to its promises all along. */
export async function play({ setting, steps }: Script, coverage: Coverage): Promise<World> {
  const world = new World(setting, coverage);
  const { time } = world;
  await world.found();
  await time.runUntil(time.now + 3_000);
  chooseOptions(world);
  await time.runUntil(time.now + 1_000);
  let count = 0;
  for (const [waitMs, what, who, pick] of steps) {
    await time.runUntil(time.now + waitMs);
    if (isOperation(what)) perform(world, what, who, pick);
    else await faults[what](world, who, pick);
    count += 1;
    if (count % 20 === 0) await checkLive(world);
    world.throwIfBroken();
  }
  heal(world);
  await rest(world);
  world.throwIfBroken();
  await checkAtRest(world);
  if (world.book.published.size > 0) coverage.count('textMadePublic');
  return world;
}

function chooseOptions(world: World): void {
  const host = world.pages().find(({ device }) => device.role === 'host');
  if (host === undefined) return;
  const { keyIdeasPerGroup, authors } = world.setting;
  host.connection.send({ kind: 'ChooseOptions', options: { keyIdeasPerGroup, authors, graceMs: 20_000 } });
}

async function checkLive(world: World): Promise<void> {
  const { node } = world;
  if (node === undefined) return;
  world.time.wakes();
  const opening = world.runtimeOf(node);
  await world.time.runUntil(world.time.now + 5);
  if (!node.isAlive) return;
  const runtime = await opening;
  world.book.readOn();
  checkReplay(runtime, world.book);
}

/** From here on nothing goes wrong any more. */
function heal(world: World): void {
  world.fates.length = 0;
  world.busy.clear();
  for (const { line } of world.devices) {
    line.offlineUntil = 0;
    line.extraMs = 0;
    line.dropAcks = 0;
    line.dropPatches = 0;
    line.dropCommands = 0;
    line.duplicates = 0;
  }
}

async function rest(world: World): Promise<void> {
  const { time } = world;
  const until = time.now + longestRestMs;
  const isAtRest = () =>
    world.devices.every((device) => device.isJoined || device.isTurnedAway) &&
    world.pages().every(({ connection, device, link }) => {
      const { status, pending } = connection.snapshot();
      // A page whose link is dead may not have noticed yet.
      const isOnline = status.kind === 'online' && link?.isOpen === true && pending.length === 0;
      return !device.isAsleep && (status.kind === 'refused' || isOnline);
    });
  // A server that nobody hears any more lets its ghosts go after half a minute.
  await time.runUntil(time.now + 45_000);
  // Whoever missed the last patch learns of it from the next one.
  sayGoodbye(world);
  while (time.now < until && !isAtRest() && !world.isBroken) await time.runUntil(time.now + 5_000);
  await time.runUntil(time.now + 2_000);
}

function sayGoodbye(world: World): void {
  const { node, book } = world;
  const host = Object.values(book.state?.people ?? {}).find(({ role, removed }) => role === 'host' && !removed);
  if (node === undefined || host === undefined) return;
  const command = { kind: 'Announce', text: world.words('note') } as const;
  world.time.wakes();
  void world.runtimeOf(node).then((runtime) => runtime.submit({ commandId: world.newId(), actorId: host.id, command }));
}

async function checkAtRest(world: World): Promise<void> {
  const { book, node, other, time } = world;
  if (node === undefined) throw new Error('the server did not come back');
  for (const one of [node, other]) {
    if (one === undefined) continue;
    time.wakes();
    const opening = world.runtimeOf(one).then(async (runtime) => {
      await runtime.catchUp();
      return runtime;
    });
    await time.runUntil(time.now + 20);
    const runtime = await opening;
    checkReplay(runtime, book);
    if (runtime.state?.version !== book.head) throw new Error(`a server stopped at ${runtime.state?.version}`);
  }
  await time.runUntil(time.now + 2_000);
  const runtime = await world.runtimeOf(node);
  if (runtime.id !== workshopId || book.state === undefined) throw new Error('no workshop');
  checkPlaces(book.state);
  const connected = new Set(
    world
      .pages()
      .filter(({ connection }) => connection.snapshot().status.kind === 'online')
      .map(({ device }) => device.personId),
  );
  const { syntheses, shared, modelHost } = node.broadcastOf(runtime).surroundings;
  for (const page of world.pages()) {
    checkShown(page, runtime, { connected, syntheses, shared, modelHost });
    if (page.connection.snapshot().status.kind === 'online') checkClock(page, [runtime.now(), runtime.now()], 'best');
  }
  for (const sent of world.sent.values()) checkFate(sent, world.heard);
}
