import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, Greeting, Refusal, ServerToClient } from '../../shared/protocol/messages.ts';
import type { Transport, TransportListener } from './transport.ts';

const refusals: ReadonlySet<unknown> = new Set<Refusal>(['identity_unknown', 'access_revoked', 'outdated']);

/** A server may refuse before the link opens: the error then carries the refusal, as `data.refusal` or as its message. */
function refusalOf(error: Error & { readonly data?: { readonly refusal?: unknown } }): Refusal | undefined {
  const said = error.data?.refusal ?? error.message;
  return refusals.has(said) ? (said as Refusal) : undefined;
}

/**
 * Socket.IO, and the only file that names it. One socket per attempt: nothing of an earlier link, neither its buffer
 * nor its listeners, reaches the next. `greeting` is asked in the instant in which it leaves; `origin` is empty for the page's own.
 */
export function createSocketTransport(greeting: () => Greeting, origin = '', openWithinMs = 12_000): Transport {
  let socket: Socket<ServerToClient, ClientToServer> | undefined;
  /** A network that swallows WebSocket without an error never reaches the fallback: after a time-out the other goes first. */
  let pollingFirst = false;

  function close(): void {
    socket?.off();
    socket?.disconnect();
    socket = undefined;
  }

  return {
    open(listener: TransportListener) {
      close();
      const mine: Socket<ServerToClient, ClientToServer> = io(origin === '' ? location.origin : origin, {
        auth: (give) => give(greeting()),
        transports: pollingFirst ? ['polling', 'websocket'] : ['websocket', 'polling'],
        tryAllTransports: true,
        reconnection: false,
        forceNew: true,
        autoConnect: false,
        timeout: openWithinMs,
      });
      socket = mine;
      const { receive } = listener;
      mine.on('connect', () => {
        listener.opened();
      });
      mine.on('connect_error', (error) => {
        const refusal = refusalOf(error);
        if (refusal !== undefined) {
          receive.refused(refusal);
          return;
        }
        if (error.message === 'timeout') pollingFirst = !pollingFirst;
        listener.closed();
      });
      mine.on('disconnect', () => listener.closed());
      mine.on('ack', (commandId, ack) => receive.ack(commandId, ack));
      mine.on('clock', (sample) => receive.clock(sample));
      mine.on('view', (message) => receive.view(message));
      mine.on('patch', (message) => receive.patch(message));
      mine.on('me', (me, version) => receive.me(me, version));
      mine.on('refused', (refusal) => receive.refused(refusal));
      mine.connect();
    },
    send: {
      // Socket.IO would keep what is sent on a closed link and deliver it out of its time.
      command: (envelope) => socket?.connected && socket.emit('command', envelope),
      clock: (sentAt) => socket?.connected && socket.emit('clock', sentAt),
      resync: () => socket?.connected && socket.emit('resync'),
    },
    close,
  };
}
