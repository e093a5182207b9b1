import type { EventStore } from '../../bot/store/eventStore.ts';
import { type RuntimeDeps, WorkshopRuntime } from '../../bot/workshop/runtime.ts';
import type { Ack } from '../../shared/protocol/messages.ts';
import type { Command, CreateWorkshop, Join } from '../../shared/workshop/commands.ts';
import { createMemoryStore } from './memoryStore.ts';
import { T0, usualSlots } from './workshopScenario.ts';

/** A workshop's runtime with a world that a test holds in its hand. */
export interface RuntimeWorld {
  readonly runtime: WorkshopRuntime;
  readonly store: EventStore;
  readonly faults: unknown[];
  readonly founding: CreateWorkshop;
  now: number;
  /** A second runtime of the same workshop, as another server would have it. */
  anotherNode(): Promise<WorkshopRuntime>;
  founded(): Promise<RuntimeWorld>;
  /** Whatever draws a nonce until this settles meets a broken machine. */
  withoutNonces<Value>(act: () => Promise<Value>): Promise<Value>;
  /** Founding and joining act as nobody yet; everything else as `actorId`. */
  submit(commandId: string, command: Command | CreateWorkshop | Join, actorId?: string): Promise<Ack>;
}

export function createWorld(store: EventStore = createMemoryStore(), workshopId = 'atelier-0001'): RuntimeWorld {
  const faults: unknown[] = [];
  let nonces = 0;
  let isOutOfNonces = false;
  const deps: RuntimeDeps = {
    store,
    now: () => world.now,
    drawSeed: () => 7,
    drawNonce: () => {
      if (isOutOfNonces) throw new Error('injected: no more random bits');
      nonces += 1;
      return `nonce-${nonces}`;
    },
    linkRow: (id, link) => ({ linkId: link.id, tokenHash: `token ${id} ${link.id} ${link.nonce}` }),
    reportFault: (fault) => {
      faults.push(fault);
      return `fault-${faults.length}`;
    },
  };
  const runtime = new WorkshopRuntime(workshopId, deps);
  const world: RuntimeWorld = {
    runtime,
    store,
    faults,
    now: T0,
    founding: {
      kind: 'CreateWorkshop',
      title: 'Atelier 2',
      language: 'fr',
      timeZone: 'Europe/Paris',
      slots: [...usualSlots],
      groups: [1, 2, 3].map((number) => ({ name: `Groupe ${number}`, animatorName: '', roomUrl: '' })),
      keyIdeasPerGroup: 2,
    },
    async anotherNode() {
      const other = new WorkshopRuntime(workshopId, deps);
      await other.catchUp();
      return other;
    },
    async founded() {
      await world.submit('found-0001', world.founding);
      return world;
    },
    async withoutNonces(act) {
      isOutOfNonces = true;
      try {
        return await act();
      } finally {
        isOutOfNonces = false;
      }
    },
    submit: (commandId, command, actorId) => submitTo(runtime, commandId, command, actorId),
  };
  return world;
}

export function submitTo(
  runtime: WorkshopRuntime,
  commandId: string,
  command: Command | CreateWorkshop | Join,
  actorId = '',
): Promise<Ack> {
  if (command.kind === 'CreateWorkshop') return runtime.submit({ commandId, actorId: 'set-up', command });
  if (command.kind === 'Join') {
    return runtime.submit({ commandId, actorId: commandId, command, tokenHash: `identity of ${commandId}` });
  }
  return runtime.submit({ commandId, actorId, command });
}
