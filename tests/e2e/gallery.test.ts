import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { galleryCaseNames, launchBrowser, type ServedGallery, serveGallery } from '../gallery/serveGallery.ts';

/** Rules of WCAG 2.0 to 2.2, A and AA, that a machine can check. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let gallery: ServedGallery;
let browser: Browser;

beforeAll(async () => {
  gallery = await serveGallery();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

async function open(width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 844 : 800 },
    colorScheme,
    locale: 'fr-FR',
    reducedMotion: 'reduce',
  });
  return context.newPage();
}

async function show(page: Page, name: string): Promise<void> {
  await page.goto(`${gallery.address}?case=${name}`);
  await page.locator('#root > *').first().waitFor();
}

/** How far the page reaches beyond a screen of this width. */
async function overflowAt(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: page.viewportSize()?.height ?? 800 });
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

describe('the gallery', () => {
  for (const [where, width, scheme] of [
    ['on a phone, light', 390, 'light'],
    ['on a desk, dark', 1280, 'dark'],
  ] as const) {
    it(`H16 has no accessibility violation ${where}, and nothing wider than the screen`, async () => {
      const page = await open(width, scheme);
      await page.goto(gallery.address);
      const names = await page.evaluate(galleryCaseNames);
      expect(names.length).toBeGreaterThan(20);
      const found: string[] = [];
      for (const name of names) {
        await show(page, name);
        // A phone's page is also what a desk shows when it is enlarged four times.
        for (const wide of width < 600 ? [320, width] : [1024, width]) {
          const over = await overflowAt(page, wide);
          if (over > 0) found.push(`${name}: ${over} px wider than a screen of ${wide}`);
        }
        const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
        for (const { id, nodes } of violations)
          found.push(
            `${name}: ${id} ${nodes
              .map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`)
              .slice(0, 3)
              .join(' | ')}`,
          );
      }
      expect(found).toEqual([]);
      await page.context().close();
    });
  }
});
