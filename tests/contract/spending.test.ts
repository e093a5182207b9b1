import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type EmbeddedStore, openEmbeddedStore } from '../../bot/store/openEmbeddedStore.ts';

let folder = '';
let store: EmbeddedStore;
const open = async (): Promise<void> => {
  store = await openEmbeddedStore(join(folder, 'aparte.sqlite'));
};
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aparte-spending-'));
  await open();
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

it('M14 sets tokens aside up to the limit of each workshop, also after a restart', async () => {
  expect(await store.spending.reserve('w', 600, 1_000)).toBe(1_000);
  expect(await store.spending.reserve('w', 600, 1_000)).toBeUndefined();
  expect(await store.spending.reserve('other', 600, 1_000)).toBe(1_000);
  await store.close();
  await open();
  expect(await store.spending.reserve('w', 600, 1_000)).toBeUndefined();
  expect(await store.spending.reserve('w', 400, 1_000)).toBe(400);
});

it('M14 gives back what a question did not cost, and counts what it cost beyond', async () => {
  await store.spending.reserve('w', 600, 1_000);
  await store.spending.settle('w', -500);
  expect(await store.spending.reserve('w', 300, 1_000)).toBe(900);
  await store.spending.settle('w', 600);
  expect(await store.spending.reserve('w', 1, 1_000)).toBeUndefined();
});

it('M14 lets two questions at once take no more than there is', async () => {
  const both = await Promise.all([store.spending.reserve('w', 600, 1_000), store.spending.reserve('w', 600, 1_000)]);
  expect(both.filter((left) => left !== undefined)).toHaveLength(1);
});
