import { randomBytes } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { JoinReply } from '../../shared/protocol/http.ts';
import {
  type Ack,
  type ClientToServer,
  type PatchMessage,
  protocolVersion,
  type ServerToClient,
  type ViewMessage,
} from '../../shared/protocol/messages.ts';
import { applyPatch } from '../../shared/views/mergePatch.ts';
import type { Me, View } from '../../shared/views/views.ts';
import type { Command } from '../../shared/workshop/commands.ts';

/** A simulated person: no page, no memory; as much of the protocol as it takes to see and to speak. */
export interface Guest {
  readonly personId: string;
  view(): View | undefined;
  me(): Me | undefined;
  /** Settles at the next change of the view. */
  changed(): Promise<void>;
  send(command: Command): Promise<Ack>;
  leave(): void;
}

export interface Invited {
  /** Of the server, from this machine. */
  readonly origin: string;
  /** The link that they were given, or its token. */
  readonly link: string;
  readonly name: string;
  readonly organisation: string;
}

const token = (bytes: number): string => randomBytes(bytes).toString('base64url');

/** Joins and connects; settles once the first view has come. */
export async function invite({ origin, link, name, organisation }: Invited): Promise<Guest> {
  const identity = token(32);
  const body = { link: link.slice(link.indexOf('#') + 1), joinId: token(16), identity, name, organisation };
  const response = await fetch(`${origin}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${name} cannot join: ${await response.text()}`);
  const reply = (await response.json()) as JoinReply;
  if (reply.kind === 'choose') throw new Error(`${name} is asked who they are`);
  const socket: Socket<ServerToClient, ClientToServer> = io(origin, {
    auth: { protocol: protocolVersion, identity },
    transports: ['websocket'],
    forceNew: true,
  });
  return follow(socket, reply.personId);
}

function follow(socket: Socket<ServerToClient, ClientToServer>, personId: string): Promise<Guest> {
  const waiting = new Map<string, (ack: Ack) => void>();
  let shown: Pick<ViewMessage, 'audience' | 'sequence' | 'view'> | undefined;
  let me: Me | undefined;
  let watchers: (() => void)[] = [];
  const show = (next: NonNullable<typeof shown>): void => {
    shown = next;
    const told = watchers;
    watchers = [];
    for (const tell of told) tell();
  };
  const guest: Guest = {
    personId,
    view: () => shown?.view,
    me: () => me,
    changed: () => new Promise((resolve) => watchers.push(resolve)),
    send: (command) =>
      new Promise((settle) => {
        const commandId = token(16);
        waiting.set(commandId, settle);
        socket.emit('command', { commandId, command });
      }),
    leave() {
      socket.disconnect();
    },
  };
  socket.on('ack', (commandId, ack) => {
    waiting.get(commandId)?.(ack);
    waiting.delete(commandId);
  });
  socket.on('me', (next) => {
    me = next;
  });
  socket.on('patch', ({ audience, sequence, patch }: PatchMessage) => {
    if (shown?.audience === audience && shown.sequence + 1 === sequence) {
      show({ audience, sequence, view: applyPatch(shown.view, patch) as View });
    } else socket.emit('resync');
  });
  return new Promise((resolve, reject) => {
    socket.on('view', (message) => {
      show(message);
      resolve(guest);
    });
    socket.on('refused', (refusal) => reject(new Error(refusal)));
  });
}
