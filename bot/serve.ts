import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { outliveFaults } from './outliveFaults.ts';
import { readOrMakeSecret, type Secrets } from './secrets.ts';
import { holdFolder } from './store/holdFolder.ts';
import { openEmbeddedStore } from './store/openEmbeddedStore.ts';

/** A server that listens. */
export interface Serving {
  readonly port: number;
  /** Where people reach it: "http://192.168.1.20:3000". */
  readonly origin: string;
  readonly secrets: Secrets;
  /** Ends the live connections, writes what waits, closes the store. */
  stop(): Promise<void>;
}

/** Address under which phones on the same network reach this machine; localhost when it has no network. */
function reachableHost({ host }: Config): string {
  if (host !== '0.0.0.0' && host !== '::') return host;
  const addresses = Object.values(networkInterfaces()).flat();
  return addresses.find((each) => each?.family === 'IPv4' && !each.internal)?.address ?? 'localhost';
}

const portAdvice = (fault: NodeJS.ErrnoException, { port }: Config): string =>
  fault.code === 'EADDRINUSE' ? `\nAnother program uses port ${port}. Try: PORT=${port + 1} npm start` : '';

/**
 * Opens the store and listens.
 * @param now the server's clock, epoch ms; the demo tells what came before with it
 * @throws Error with words for whoever starts it, when it cannot
 */
export async function serve(config: Config, now: () => number = Date.now): Promise<Serving> {
  const log = pino({ level: config.logLevel });
  const storePath = join(config.dataDir, 'aparte.sqlite');
  const secretKey = readOrMakeSecret(config.dataDir, storePath);
  const releaseFolder = holdFolder(config.dataDir);
  const store = await openEmbeddedStore(storePath);
  // The folder is held: whoever had a message in hand is dead, and need not be waited for.
  await store.outbox.releaseAll(now());
  const { directory, chats, outbox, spending } = store;
  const app = createApp({ config, store, directory, chats, outbox, spending, secretKey, log, now });
  await new Promise<void>((resolve, reject) => {
    app.http.once('error', (fault: NodeJS.ErrnoException) =>
      reject(new Error(`Aparté could not start: ${fault.message}${portAdvice(fault, config)}`, { cause: fault })),
    );
    app.http.listen(config.port, config.host, resolve);
  });
  await app.start();
  // Not before: whatever goes wrong until here stops the start.
  outliveFaults((fault) => log.fatal({ err: fault }, 'fault'));
  const address = app.http.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  return {
    port,
    origin: config.publicUrl ?? `http://${reachableHost(config)}:${port}`,
    secrets: app.secrets,
    async stop() {
      await app.close();
      await store.close();
      releaseFolder();
    },
  };
}
