import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo, Socket as TcpSocket } from 'node:net';
import { Server } from 'socket.io';
import { afterEach, describe, expect, it } from 'vitest';
import type { ClientToServer, ServerToClient } from '../../../shared/protocol/messages.ts';
import { createSocketTransport } from '../../../tab/net/socketTransport.ts';
import type { Transport } from '../../../tab/net/transport.ts';

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

type Hub = Server<ClientToServer, ServerToClient>;

async function listen(http: HttpServer): Promise<string> {
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  opened.push({
    close: () =>
      new Promise((resolve) => {
        http.close(resolve);
        http.closeAllConnections();
      }),
  });
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

async function hub(options: object = {}, http = createServer()): Promise<{ io: Hub; origin: string }> {
  const io: Hub = new Server(http, options);
  const origin = await listen(http);
  opened.push({ close: () => io.disconnectSockets(true) });
  return { io, origin };
}

/** Everything that the listener hears, one word after the other. */
function hear(transport: Transport) {
  const words: unknown[][] = [];
  let tell = () => {};
  const hears =
    (name: string) =>
    (...values: unknown[]) => {
      words.push([name, ...values]);
      tell();
    };
  opened.push(transport);
  const knock = () =>
    transport.open({
      opened: hears('opened'),
      closed: hears('closed'),
      receive: {
        ack: hears('ack'),
        clock: hears('clock'),
        view: hears('view'),
        patch: hears('patch'),
        me: hears('me'),
        refused: hears('refused'),
      },
    });
  const until = (count: number) =>
    new Promise<unknown[][]>((resolve) => {
      tell = () => words.length >= count && resolve(words);
      tell();
    });
  return { words, knock, until };
}
const greeting = () => ({ protocol: 1, identity: 'identity-token', sentAt: 12.5 });
const envelope = { commandId: 'command-1', command: { kind: 'PauseAgenda' } } as const;

describe('the link over Socket.IO', () => {
  it('NL7 greets over WebSocket, carries messages both ways, and tells when it is cut', async () => {
    const { io, origin } = await hub();
    io.on('connection', (socket) => {
      socket.on('command', ({ commandId }) => socket.emit('ack', commandId, { ok: true, version: 3 }));
      socket.on('clock', (sentAt) => socket.emit('clock', { sentAt, serverNow: 9 }));
      socket.on('resync', () => socket.disconnect(true));
      expect(socket.handshake.auth).toEqual(greeting());
      expect(socket.conn.transport.name).toBe('websocket');
    });
    const transport = createSocketTransport(greeting, origin);
    const { knock, until } = hear(transport);
    knock();
    transport.send.command(envelope);
    expect(await until(1)).toEqual([['opened']]);
    transport.send.command(envelope);
    transport.send.clock(5);
    expect((await until(3)).slice(1)).toEqual([
      ['ack', 'command-1', { ok: true, version: 3 }],
      ['clock', { sentAt: 5, serverNow: 9 }],
    ]);
    transport.send.resync();
    expect((await until(4)).at(-1)).toEqual(['closed']);
    knock();
    expect((await until(5)).at(-1)).toEqual(['opened']);
  });

  it('NL7 goes over plain HTTP where WebSocket is blocked', async () => {
    const { io, origin } = await hub({ transports: ['polling'] });
    io.on('connection', (socket) => {
      expect(socket.conn.transport.name).toBe('polling');
      socket.on('clock', (sentAt) => socket.emit('clock', { sentAt, serverNow: 9 }));
    });
    const transport = createSocketTransport(greeting, origin);
    const { knock, until } = hear(transport);
    knock();
    await until(1);
    transport.send.clock(1);
    expect(await until(2)).toEqual([['opened'], ['clock', { sentAt: 1, serverNow: 9 }]]);
  });

  it('NL7 goes over plain HTTP from the second attempt on where WebSocket is swallowed without a word', async () => {
    const http = createServer();
    const swallowed: TcpSocket[] = [];
    const { origin } = await hub({ transports: ['polling'], destroyUpgrade: false }, http);
    http.prependListener('upgrade', (_request, socket: TcpSocket) => swallowed.push(socket));
    // Long enough that the second attempt, which does get through, is not given up on a busy machine.
    const transport = createSocketTransport(greeting, origin, 3_000);
    const { knock, until } = hear(transport);
    knock();
    expect(await until(1)).toEqual([['closed']]);
    knock();
    expect(await until(2)).toEqual([['closed'], ['opened']]);
    for (const socket of swallowed) socket.destroy();
  });

  it('NL4 a refusal is heard, whether it comes before the link opens or after', async () => {
    const { io, origin } = await hub();
    const before = hear(createSocketTransport(greeting, origin));
    io.use((_socket, next) => next(Object.assign(new Error('no'), { data: { refusal: 'outdated' } })));
    before.knock();
    expect(await before.until(1)).toEqual([['refused', 'outdated']]);

    const other = await hub();
    other.io.on('connection', (socket) => {
      socket.emit('refused', 'identity_unknown');
      socket.disconnect(true);
    });
    const after = hear(createSocketTransport(greeting, other.origin));
    after.knock();
    expect((await after.until(2)).slice(0, 2)).toEqual([['opened'], ['refused', 'identity_unknown']]);
  });

  it('NL6 a closed link says nothing more, not even that it is closed', async () => {
    const { io, origin } = await hub();
    const transport = createSocketTransport(greeting, origin);
    const { knock, until, words } = hear(transport);
    knock();
    await until(1);
    const [socket] = io.sockets.sockets.values();
    const gone = new Promise((resolve) => socket?.on('disconnect', resolve));
    transport.close();
    await gone;
    expect(words).toEqual([['opened']]);
  });

  it('NL2 no server there is told as closed, each time', async () => {
    const { knock, until } = hear(createSocketTransport(greeting, 'http://127.0.0.1:1'));
    knock();
    await until(1);
    knock();
    expect(await until(2)).toEqual([['closed'], ['closed']]);
  });
});
