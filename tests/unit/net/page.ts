import type { View } from '../../../shared/views/views.ts';
import type { Command } from '../../../shared/workshop/commands.ts';
import { type Connection, createConnection } from '../../../tab/net/connection.ts';
import { FakeStorage } from './fakeStorage.ts';
import { FakeTimers } from './fakeTimers.ts';
import { FakeTransport } from './fakeTransport.ts';

export const wall = 1_790_000_000_000;

export interface Page {
  readonly timers: FakeTimers;
  readonly storage: FakeStorage;
  readonly transport: FakeTransport;
  readonly connection: Connection;
}

let lastId = 0;

/** A page of one person; give it the storage or the timers of another to be on the same device. */
export function openPage(
  device: { storage?: FakeStorage; timers?: FakeTimers; random?: () => number; wallMs?: number } = {},
): Page {
  const timers = device.timers ?? new FakeTimers();
  const storage = device.storage ?? new FakeStorage();
  const transport = new FakeTransport();
  const connection = createConnection({
    workshopId: 'workshop-1',
    personId: 'person-1',
    transport,
    timers,
    storage,
    random: device.random ?? (() => 0.5),
    newCommandId: () => {
      lastId += 1;
      return `command-${lastId}`;
    },
    wallNow: () => (device.wallMs ?? wall) + timers.now() + timers.wallLeapMs,
  });
  return { timers, storage, transport, connection };
}

/** A page whose link is open and whose first view has come. */
export function onlinePage(device: Parameters<typeof openPage>[0] = {}): Page {
  const page = openPage(device);
  connect(page);
  return page;
}
export function connect(page: Page, version = 0): void {
  page.transport.heard.opened();
  // What a test answers to a first command may have cut the link already.
  if (page.transport.listener === undefined) return;
  // Answers every question about the time, so that the link is known to be alive.
  page.transport.onClock = (sentAt) => page.transport.heard.receive.clock({ sentAt, serverNow: wall + sentAt });
  page.transport.view(1, lobby('Atelier'), version);
}

export const lobby = (title: string, more: object = {}): View =>
  ({ kind: 'lobby', title, agenda: { slots: [], run: { kind: 'notStarted' } }, ...more }) as unknown as View;

export const post = (text: string): Command => ({
  kind: 'PostAnswer',
  slotId: 'slot-0001',
  groupId: 'group-01',
  promptIndex: 0,
  text,
});

export const texts = (commands: readonly { readonly command: Command }[]): readonly string[] =>
  commands.map(({ command }) => ('text' in command ? command.text : command.kind));
