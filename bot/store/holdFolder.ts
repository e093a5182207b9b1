import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { NodeSqlite } from './nodeSqlite.ts';

/**
 * Makes a folder this server's own until it is released, or the process ends in whatever way: the lock is the operating
 * system's, so that a killed server leaves none behind. Two servers on one folder would lose nothing, but the pages of
 * one would not show what the pages of the other do.
 * @returns how to release it
 * @throws Error when another server holds it, also after some seconds: one that is stopping may need them
 */
export function holdFolder(dataDir: string): () => void {
  const path = join(dataDir, 'lock');
  closeSync(openSync(path, 'a', 0o600));
  const lock = new NodeSqlite(path);
  try {
    lock.prepare('begin exclusive').run([]);
  } catch (cause) {
    lock.close();
    throw new Error(
      `Another Aparté server uses the folder ${dataDir}. Stop it first, or choose another one with DATA_DIR.`,
      { cause },
    );
  }
  return () => lock.close();
}
