import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const setupFiles = [fileURLToPath(new URL('setup.ts', import.meta.url))];

/** `core` needs nothing but Node; `system` starts servers and browsers, one file after the other. */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'core',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/{integration,e2e}/**'],
          setupFiles,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'system',
          include: ['tests/{integration,e2e}/**/*.test.{ts,tsx}'],
          setupFiles,
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 120_000,
          // A second is too short for a browser on a machine that has other work; no test says how fast a page is.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
