/**
 * A process that appends until it is killed, or until it has won `limit` appends, and tells each acknowledgement on its
 * standard output as `<workshop> <version> <commandId>`. Arguments: path, own name, waves of how many appends, limit.
 */
import { writeSync } from 'node:fs';
import { openEmbeddedStore } from '../../bot/store/openEmbeddedStore.ts';

const [path = '', name = '', wave = '1', limit = 'Infinity'] = process.argv.slice(2);
const store = await openEmbeddedStore(path);
let won = 0;

async function appendAt(workshopId: string, expectedVersion: number): Promise<void> {
  const version = expectedVersion + 1;
  const commandId = `${name}-${version}`;
  const event = { version, at: version, actorId: name, commandId, data: { text: 'é'.repeat(200) } };
  const result = await store.append({ workshopId, expectedVersion, events: [event] });
  if (!result.ok) return;
  won += 1;
  // Written at once by the system call: nothing of it waits in this process when it is killed.
  writeSync(1, `${workshopId} ${version} ${commandId}\n`);
}

while (won < Number(limit)) {
  const heads = new Map((await store.workshops()).map(({ workshopId, version }) => [workshopId, version]));
  const sent = Array.from({ length: Number(wave) }, (_, index) => {
    const workshopId = `w${index % 3}`;
    const head = heads.get(workshopId) ?? 0;
    heads.set(workshopId, head + 1);
    return appendAt(workshopId, head);
  });
  await Promise.all(sent);
}
await store.close();
