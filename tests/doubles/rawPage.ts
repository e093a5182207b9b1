import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { protocolVersion } from '../../shared/protocol/messages.ts';
import { identityOf } from './testServer.ts';

/** A page of bad manners: it says what it likes, as fast as it likes, and reads only when it likes. */
export interface RawPage {
  /** Socket.IO packets, as they stand on the wire: `42["resync"]`. */
  say(...packets: readonly string[]): void;
  /** Settles once so much is true of everything heard so far. */
  until(isTrue: (heard: string) => boolean): Promise<string>;
  stopReading(): void;
  close(): void;
}

/** A masked text frame of RFC 6455; the mask is zero, which is as good as any. */
function frameOf(text: string): Buffer {
  const payload = Buffer.from(text);
  const length = payload.length;
  const head = Buffer.from(
    length < 126
      ? [0x81, 0x80 | length, 0, 0, 0, 0]
      : length < 65_536
        ? [0x81, 0xfe, length >> 8, length & 0xff, 0, 0, 0, 0]
        : [
            0x81,
            0xff,
            0,
            0,
            0,
            0,
            length >>> 24,
            (length >> 16) & 0xff,
            (length >> 8) & 0xff,
            length & 0xff,
            0,
            0,
            0,
            0,
          ],
  );
  return Buffer.concat([head, payload]);
}

/** A connection to the port of a server, and nothing said on it. */
export async function openConnection(origin: string): Promise<Socket> {
  const { port, hostname } = new URL(origin);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.on('error', () => socket.destroy());
  return socket;
}

/** Connects and greets as the page of a person; `until` hears frames unparsed, which is enough to look for words. */
export async function openRawPage(origin: string, joinId: string): Promise<RawPage> {
  const socket = await openConnection(origin);
  let heard = '';
  const checks = new Set<() => void>();
  socket.on('data', (data) => {
    heard += data.toString('latin1');
    for (const check of [...checks]) check();
  });
  const page: RawPage = {
    say(...packets) {
      socket.write(Buffer.concat(packets.map(frameOf)));
    },
    until: (isTrue) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (!isTrue(heard)) return;
          checks.delete(check);
          resolve(heard);
        };
        checks.add(check);
        check();
      }),
    stopReading: () => void socket.pause(),
    close: () => void socket.destroy(),
  };
  socket.write(
    `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${Buffer.alloc(16, 1).toString('base64')}\r\n\r\n`,
  );
  await page.until((all) => all.includes('"pingInterval"'));
  page.say(`40${JSON.stringify({ protocol: protocolVersion, identity: identityOf(joinId) })}`);
  await page.until((all) => all.includes('["me",'));
  return page;
}
