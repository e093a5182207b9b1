import type { ClientToServer, ServerToClient } from '../../shared/protocol/messages.ts';

/** What a transport tells. After `closed`, nothing more until the next `open`. */
export interface TransportListener {
  /** The server has accepted the greeting: messages may be sent. */
  opened(): void;
  /** The attempt failed, or the link broke: whatever was sent may or may not have arrived. */
  closed(): void;
  /** One function per message of the server. `refused` may come before `opened`. */
  readonly receive: ServerToClient;
}

/** One link to the server at a time. It never tries again by itself: when to knock is the connection's decision. */
export interface Transport {
  /** One attempt. */
  open(listener: TransportListener): void;
  /** Messages to the server, in order; thrown away when the link is not open. */
  readonly send: ClientToServer;
  /** Ends the link or the attempt at once; the listener hears nothing more, not even `closed`. */
  close(): void;
}
