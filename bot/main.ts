import { toString as qrCode } from 'qrcode';
import { readConfig } from './config.ts';
import { serve } from './serve.ts';

async function main(): Promise<void> {
  const server = await serve(readConfig(process.env));
  const stop = async (): Promise<void> => {
    await server.stop();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());

  const link = `${server.origin}/#${server.secrets.setUpKey}`;
  console.log(`${await qrCode(link, { type: 'terminal', small: true })}`);
  console.log(`Aparté est prêt. Ouvrez ce lien, et gardez-le pour vous :\n\n  ${link}\n`);
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
});
