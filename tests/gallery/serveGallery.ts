import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { chromiumOptions } from '../ensureChromium.ts';

export interface ServedGallery {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Builds the gallery once and serves it: what is seen does not change under the eye while files are edited. */
export async function serveGallery(): Promise<ServedGallery> {
  const configFile = fileURLToPath(new URL('./vite.config.ts', import.meta.url));
  const outDir = await mkdtemp(join(tmpdir(), 'aparte-gallery-'));
  await build({ configFile, logLevel: 'error', build: { outDir, emptyOutDir: true, minify: false, target: 'es2022' } });
  const server = await preview({ configFile, build: { outDir }, preview: { port: 0, strictPort: false } });
  return {
    address: server.resolvedUrls?.local[0] ?? '',
    close: async () => {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

export const launchBrowser = (): Promise<Browser> => chromium.launch(chromiumOptions());

interface GalleryPage {
  readonly galleryCases: string[];
  readonly showGalleryCase: (name: string) => void;
}

/** Names of all cases. Runs in the gallery's own page. */
export const galleryCaseNames = (): string[] => (globalThis as unknown as GalleryPage).galleryCases;

/** Shows a case in the place of the one before. Runs in the gallery's own page. */
export const showGalleryCase = (name: string): void => (globalThis as unknown as GalleryPage).showGalleryCase(name);
