import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerProcess, startServer } from '../doubles/serverProcess.ts';
import { openTheatre, type Theatre } from './browser.ts';

/** The real server on an empty folder of its own, and a browser in front of it. */
export interface House {
  readonly server: ServerProcess;
  readonly theatre: Theatre;
  close(): Promise<void>;
}

export async function openHouse(environment: Readonly<Record<string, string>> = {}): Promise<House> {
  const dataDir = mkdtempSync(join(tmpdir(), 'aparte-house-'));
  const server = await startServer({ dataDir, environment });
  const theatre = await openTheatre();
  return {
    server,
    theatre,
    close: async () => {
      await theatre.close();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
