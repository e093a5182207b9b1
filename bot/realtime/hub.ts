import type { Server as HttpServer } from 'node:http';
import { type DefaultEventsMap, Server, type Socket } from 'socket.io';
import type { ClientToServer, Greeting, ServerToClient } from '../../shared/protocol/messages.ts';
import { type Background, createBackground } from '../synthesis/background.ts';
import type { ModelOffer } from '../synthesis/synthesizer.ts';
import { WorkshopSyntheses } from '../synthesis/workshopSyntheses.ts';
import type { WorkshopRuntime } from '../workshop/runtime.ts';
import { Broadcast, type UndeliveredNotices } from './broadcast.ts';
import type { Channel, Publisher } from './channel.ts';
import { openSession, type Session, type SessionDeps } from './session.ts';

/**
 * The longest command is a slot with all its notes: 220 texts of 2,000 characters of up to three bytes. A message over
 * the limit ends the connection, and a page would send it again for ever.
 */
const largestMessageBytes = 2_000_000;
/**
 * What may wait for a page that does not read, in UTF-16 units: several of the largest views. Beyond it the connection is
 * cut, or one page that never reads would fill the memory of all; a slow one comes back and gets the whole view at once.
 */
const longestBacklog = 8_000_000;
/** A request under way when the server stops has this long to finish. */
const graceMs = 1_000;

type TypedServer = Server<ClientToServer, ServerToClient, DefaultEventsMap, { session?: Session }>;
type TypedSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, { session?: Session }>;

const channelOf = (socket: TypedSocket): Channel => ({
  send: (kind, ...message) => {
    socket.emit(kind, ...message);
  },
  join: (room) => {
    void socket.join(room);
  },
  leave: (room) => {
    void socket.leave(room);
  },
  close: () => {
    socket.disconnect(true);
  },
});

/** Cuts a page that leaves too much unread: nothing was passed on to the network since so much was added. */
function limitBacklog(socket: TypedSocket): void {
  let waiting = 0;
  const { conn } = socket;
  conn.on('packetCreate', ({ data }: { readonly data?: unknown }) => {
    waiting += typeof data === 'string' ? data.length : 0;
    // At once: closing politely would wait until everything was read.
    if (waiting > longestBacklog) conn.close(true);
  });
  conn.on('flush', () => {
    waiting = 0;
  });
}

export interface HubDeps extends Omit<SessionDeps, 'broadcastOf'> {
  /** What people in Teams miss; absent where Teams is not used. */
  readonly undeliveredOf?: ((workshopId: string) => UndeliveredNotices) | undefined;
  /** The language model that may propose in a workshop; absent when none is configured. */
  readonly offerModel?: ((runtime: WorkshopRuntime, background: Background) => ModelOffer) | undefined;
  readonly addressOf: (socket: { readonly address: string; readonly forwardedFor: string | undefined }) => string;
}

/** Socket.IO, and nothing that decides. */
export function openHub(http: HttpServer, deps: HubDeps): { close(): Promise<void> } {
  const io: TypedServer = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: largestMessageBytes,
    // Phones that sleep are noticed within half a minute.
    pingInterval: 15_000,
    pingTimeout: 15_000,
  });
  const publisher: Publisher = {
    publish: (room, kind, ...message) => {
      io.to(room).emit(kind, ...message);
    },
  };
  const background = createBackground({
    now: () => performance.now(),
    setTimeout: (action, delayMs) => setTimeout(action, delayMs),
  });
  const broadcasts = new WeakMap<WorkshopRuntime, Broadcast>();
  const broadcastOf = (runtime: WorkshopRuntime): Broadcast => {
    let broadcast = broadcasts.get(runtime);
    if (broadcast === undefined) {
      const reportFault = (fault: unknown): void => void deps.reportFault(fault, runtime.id);
      // A bug in showing one workshop must not take the server, and all the others, down.
      const guarded = (action: () => void) => (): void => {
        try {
          action();
        } catch (fault) {
          reportFault(fault);
        }
      };
      const timers = {
        now: () => performance.now(),
        setTimeout: (action: () => void, delayMs: number) => setTimeout(guarded(action), delayMs),
      };
      const model = deps.offerModel?.(runtime, background);
      const syntheses = new WorkshopSyntheses(runtime, { timers, background, reportFault, model });
      broadcast = new Broadcast(runtime, syntheses, publisher, timers, reportFault, deps.undeliveredOf?.(runtime.id));
      broadcasts.set(runtime, broadcast);
    }
    return broadcast;
  };

  async function welcome(socket: TypedSocket): Promise<void> {
    const forwardedFor = socket.handshake.headers['x-forwarded-for'];
    const address = deps.addressOf({
      address: socket.handshake.address,
      forwardedFor: typeof forwardedFor === 'string' ? forwardedFor : undefined,
    });
    if ((await deps.limits.connectionsPerAddress.take(address)) !== undefined) {
      // Closed without a word: the page tries again by itself, later and later.
      socket.disconnect(true);
      return;
    }
    const opened = await openSession(
      { ...deps, broadcastOf },
      channelOf(socket),
      socket.handshake.auth as Partial<Greeting>,
      address,
    );
    if (typeof opened === 'string') {
      if (opened !== 'too_many') socket.emit('refused', opened);
      socket.disconnect(true);
      return;
    }
    if (!socket.connected) {
      opened.end();
      return;
    }
    socket.data.session = opened;
  }

  io.on('connection', (socket) => {
    limitBacklog(socket);
    const opening = welcome(socket).catch((fault) => {
      deps.reportFault(fault, 'connection');
      socket.disconnect(true);
    });
    // What a page sends while its session is being opened waits for it, in order. A bug met there concerns that page alone.
    const withSession = (act: (session: Session) => Promise<void> | void): void => {
      void opening
        .then(() => (socket.data.session === undefined ? undefined : act(socket.data.session)))
        .catch((fault) => deps.reportFault(fault, 'connection'));
    };
    socket.on('command', (envelope) => withSession((session) => session.receiveCommand(envelope)));
    socket.on('clock', (sentAt) => withSession((session) => session.receiveClock(sentAt)));
    socket.on('resync', () => withSession((session) => session.receiveResync()));
    socket.on('disconnect', () => withSession((session) => session.end()));
  });
  return {
    async close() {
      // Whoever has sent half a request, and sleeps, keeps no server from stopping.
      const impatience = setTimeout(() => http.closeAllConnections(), graceMs);
      await io.close();
      clearTimeout(impatience);
    },
  };
}
