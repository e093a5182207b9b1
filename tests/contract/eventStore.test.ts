import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '../../bot/store/eventStore.ts';
import { openEmbeddedStore } from '../../bot/store/openEmbeddedStore.ts';
import { createMemoryStore, MemoryDisk } from '../doubles/memoryStore.ts';
import { eventStoreContract, type StoreUnderTest } from './eventStore.contract.ts';

async function underTest(open: () => Promise<EventStore>, clean: () => void): Promise<StoreUnderTest> {
  let last = await open();
  return {
    store: last,
    async reopen() {
      await last.close();
      last = await open();
      return last;
    },
    async destroy() {
      await last.close();
      clean();
    },
  };
}

eventStoreContract('embedded', () => {
  const directory = mkdtempSync(join(tmpdir(), 'aparte-store-'));
  return underTest(
    () => openEmbeddedStore(join(directory, 'aparte.sqlite')),
    () => rmSync(directory, { recursive: true }),
  );
});

eventStoreContract('in memory', () => {
  const disk = new MemoryDisk();
  return underTest(
    async () => createMemoryStore({ disk }),
    () => {},
  );
});
