import type { ServerToClient } from '../../shared/protocol/messages.ts';

export type ServerMessageKind = keyof ServerToClient;

/** One connected page, as the session sees it: Socket.IO in the hub, memory in the simulation. */
export interface Channel {
  send<Kind extends ServerMessageKind>(kind: Kind, ...message: Parameters<ServerToClient[Kind]>): void;
  /** Takes part in what is published to a room from now on. */
  join(room: string): void;
  leave(room: string): void;
  close(): void;
}

/** Sends one message to every channel of a room; encodes it once. */
export interface Publisher {
  publish<Kind extends ServerMessageKind>(room: string, kind: Kind, ...message: Parameters<ServerToClient[Kind]>): void;
}
