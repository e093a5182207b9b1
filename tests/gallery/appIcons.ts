import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './serveGallery.ts';

/** The icons of the Teams app: the drawing, the picture in the package, and its side in pixels. */
export const appIcons = [
  { drawing: 'manifest/icons/color.svg', picture: 'manifest/template/color.png', size: 192 },
  { drawing: 'manifest/icons/outline.svg', picture: 'manifest/template/outline.png', size: 32 },
] as const;

export const inRepository = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** @returns a PNG with alpha */
export async function drawIcon(browser: Browser, { drawing, size }: (typeof appIcons)[number]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = readFileSync(inRepository(drawing), 'utf8');
  await page.setContent(`<style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
}

/** `node tests/gallery/appIcons.ts` draws the pictures anew. */
if (import.meta.main) {
  const browser = await launchBrowser();
  for (const icon of appIcons) writeFileSync(inRepository(icon.picture), await drawIcon(browser, icon));
  await browser.close();
}
