import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const page = (name: string) => `${root}${name}.html`;

/** Compresses once, at build: three hundred phones that open a page in the same minute must not cost the server anything. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  async closeBundle(fault) {
    // A build that failed has said why: a missing folder would hide it.
    if (fault !== undefined) return;
    const folder = join(root, 'dist');
    for (const name of await readdir(folder, { recursive: true })) {
      if (!/\.(js|css|html|svg)$/.test(name)) continue;
      const content = await readFile(join(folder, name));
      await writeFile(join(folder, `${name}.gz`), await promisify(gzip)(content, { level: 9 }));
      await writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(content));
    }
  },
});

/** A page that shares much with several others, built by itself: or it would cut each of them into small pieces. */
const alone = (name: string): EnvironmentOptions => ({
  consumer: 'client',
  build: { emptyOutDir: false, rollupOptions: { input: { [name]: page(name) } } },
});

/** One page per role, so that a participant's phone loads nothing of the host's console. The page for Teams holds them all. */
export default defineConfig({
  root,
  plugins: [react(), compressed()],
  build: { outDir: 'dist', target: 'es2022' },
  environments: {
    client: {
      build: {
        emptyOutDir: true,
        rollupOptions: {
          input: {
            home: page('home'),
            host: page('host'),
            animator: page('animator'),
            participant: page('participant'),
            display: page('display'),
          },
        },
      },
    },
    teams: alone('teams'),
    wall: alone('wall'),
  },
  builder: {
    async buildApp(builder) {
      for (const environment of ['client', 'teams', 'wall']) {
        const pages = builder.environments[environment];
        if (pages !== undefined) await builder.build(pages);
      }
    },
  },
});
