import type { Page } from './device.ts';
import { operations } from './operations.ts';
import type { OperationName } from './script.ts';
import type { World } from './world.ts';

/** Somebody whose role may do it looks at their screen and presses. True when a command left. */
export function perform(world: World, name: OperationName, who: number, pick: number): boolean {
  const { roles } = operations[name];
  const role = roles[who % roles.length];
  const pages = world.pages().filter(({ connection }) => {
    const { view, me, status } = connection.snapshot();
    return me?.role === role && view !== undefined && status.kind !== 'refused';
  });
  // Whoever is meant, or the next one whose screen has such a button.
  const first = Math.floor(who / roles.length);
  return pages.some((_page, index) => {
    const page = pages[(first + index) % pages.length];
    return page !== undefined && performOn(world, page, name, pick);
  });
}

export function performOn(world: World, page: Page, operation: OperationName, pick: number): boolean {
  const { connection, device } = page;
  const { view, me, status } = connection.snapshot();
  if (!page.isAlive || device.isAsleep || view === undefined || me === undefined || status.kind === 'refused')
    return false;
  const command = operations[operation].press({ view, me, pick, words: world.words });
  if (command === undefined) return false;
  const isHeldInMemory = device.refusesStorage;
  if (isHeldInMemory) world.coverage.count('refuseStorage');
  const commandId = connection.send(command);
  world.sent.set(commandId, { commandId, actorId: device.personId, page, isHeldInMemory, command, operation });
  return true;
}
