import { io, type Socket } from 'socket.io-client';
import {
  type Ack,
  type ClientToServer,
  type Greeting,
  protocolVersion,
  type Refusal,
  type ServerToClient,
} from '../../shared/protocol/messages.ts';
import { applyPatch } from '../../shared/views/mergePatch.ts';
import type { Me, View } from '../../shared/views/views.ts';
import type { Command } from '../../shared/workshop/commands.ts';
import { identityOf } from './testServer.ts';

/** A page over a real socket: it applies what it is sent, and keeps every byte of it. */
export interface TestPage {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  view: View | undefined;
  me: Me | undefined;
  refusal: Refusal | undefined;
  /** Everything that came, as JSON. */
  readonly heard: string[];
  /** Settles as soon as it is true of the page; checked after every message. */
  until(isTrue: (page: TestPage) => boolean): Promise<TestPage>;
  send(commandId: string, command: Command): Promise<Ack>;
  close(): void;
}

export function openPage(origin: string, joinId: string, greeting: Partial<Greeting> = {}): TestPage {
  const socket: Socket<ServerToClient, ClientToServer> = io(origin, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth: { protocol: protocolVersion, identity: identityOf(joinId), ...greeting },
  });
  const checks = new Set<() => void>();
  const acks = new Map<string, (ack: Ack) => void>();
  let sequence = 0;
  const page: TestPage = {
    socket,
    view: undefined,
    me: undefined,
    refusal: undefined,
    heard: [],
    until: (isTrue) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (!isTrue(page)) return;
          checks.delete(check);
          resolve(page);
        };
        checks.add(check);
        check();
      }),
    send: (commandId, command) =>
      new Promise((resolve) => {
        acks.set(commandId, resolve);
        socket.emit('command', { commandId, command });
      }),
    close: () => socket.disconnect(),
  };
  socket.onAny((...message: unknown[]) => page.heard.push(JSON.stringify(message)));
  const checkAll = (): void => {
    for (const check of [...checks]) check();
  };
  socket.on('view', (message) => {
    page.view = message.view;
    sequence = message.sequence;
    checkAll();
  });
  socket.on('patch', (message) => {
    if (message.sequence !== sequence + 1) throw new Error(`patch ${message.sequence} does not follow ${sequence}`);
    sequence = message.sequence;
    page.view = applyPatch(page.view, message.patch) as View;
    checkAll();
  });
  socket.on('me', (me) => {
    page.me = me;
    checkAll();
  });
  socket.on('refused', (refusal) => {
    page.refusal = refusal;
    checkAll();
  });
  socket.on('disconnect', checkAll);
  socket.on('ack', (commandId, ack) => acks.get(commandId)?.(ack));
  return page;
}
