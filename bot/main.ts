import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { toString as qrCode } from 'qrcode';
import { createApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { readOrMakeSecret } from './secrets.ts';
import { openEmbeddedStore } from './store/openEmbeddedStore.ts';

/** Address under which phones on the same network reach this machine; localhost when it has no network. */
function reachableHost({ host }: Config): string {
  if (host !== '0.0.0.0' && host !== '::') return host;
  const addresses = Object.values(networkInterfaces()).flat();
  return addresses.find((each) => each?.family === 'IPv4' && !each.internal)?.address ?? 'localhost';
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel });
  const secretKey = readOrMakeSecret(config.dataDir);
  const store = await openEmbeddedStore(join(config.dataDir, 'aparte.sqlite'));
  const app = createApp({ config, store, secretKey, log, now: Date.now });

  const stop = async (): Promise<void> => {
    await app.close();
    await store.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());

  app.http.on('error', (fault: NodeJS.ErrnoException) => {
    const advice =
      fault.code === 'EADDRINUSE' ? `Another program uses port ${config.port}. Try: PORT=3001 npm start` : '';
    console.error(`Aparté could not start: ${fault.message}\n${advice}`);
    process.exit(1);
  });
  app.http.listen(config.port, config.host, async () => {
    const address = app.http.address();
    const port = typeof address === 'object' && address !== null ? address.port : config.port;
    const origin = config.publicUrl ?? `http://${reachableHost(config)}:${port}`;
    const link = `${origin}/#${app.secrets.setUpKey}`;
    console.log(`${await qrCode(link, { type: 'terminal', small: true })}`);
    console.log(`Aparté est prêt. Ouvrez ce lien, et gardez-le pour vous :\n\n  ${link}\n`);
  });
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
});
