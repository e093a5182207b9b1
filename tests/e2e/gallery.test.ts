import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  galleryCaseNames,
  launchBrowser,
  type ServedGallery,
  serveGallery,
  showGalleryCase,
} from '../gallery/serveGallery.ts';

/** Rules of WCAG 2.0 to 2.2, A and AA, that a machine can check. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A hundred screens and more, a few seconds each on a slow machine. */
const galleryMs = 15 * 60_000;

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

/** The gallery, loaded once: its cases follow one another in this page. */
async function open(width: number, height: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale: 'fr-FR',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(gallery.address);
  await page.evaluate(axe.source);
  return page;
}

async function show(page: Page, name: string): Promise<void> {
  await page.evaluate(showGalleryCase, name);
  await page.locator('#root > *').first().waitFor();
  // What is still being searched would change while it is checked.
  await page.locator('[role="status"][aria-busy="true"]').waitFor({ state: 'detached' });
}

/** What is right is not described: that takes as long again. */
const violationsOn = (page: Page) =>
  page.evaluate(async (values) => {
    const checker = (globalThis as unknown as { readonly axe: typeof axe }).axe;
    const { violations } = await checker.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => {
      const places = nodes.map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`);
      return `${id} ${places.slice(0, 3).join(' | ')}`;
    });
  }, standards);

/** How far the page reaches beyond a screen of this width. */
async function overflowAt(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: page.viewportSize()?.height ?? 800 });
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Boxes whose type was made as large as fits, and whose words stand out of them all the same. Runs in the page. */
const overfull = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('[style*="font-size"]')]
    .filter((box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1)
    .map((box) => `${box.className} ${box.textContent?.slice(0, 40)}`)
    .concat(document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['the page'] : []);

/** What is wrong in any case of the gallery, seen so. */
async function faultsOf(where: string, width: number, scheme: 'light' | 'dark'): Promise<readonly string[]> {
  const page = await open(width, width < 600 ? 844 : 800, scheme);
  const names = await page.evaluate(galleryCaseNames);
  expect(names.length).toBeGreaterThan(20);
  const found: string[] = [];
  for (const name of names) {
    const at = `${name} ${where}`;
    await show(page, name);
    // A phone's page is also what a desk shows when it is enlarged four times.
    for (const wide of width < 600 ? [320, width] : [1024, width]) {
      const over = await overflowAt(page, wide);
      if (over > 0) found.push(`${at}: ${over} px wider than a screen of ${wide}`);
    }
    for (const violation of await violationsOn(page)) found.push(`${at}: ${violation}`);
  }
  await page.context().close();
  return found;
}

describe('the gallery', () => {
  it(
    'H16 has no accessibility violation on a phone in light nor on a desk in dark, and nothing wider than the screen',
    async () => {
      // Side by side, one for each core.
      const found = await Promise.all([faultsOf('on a phone', 390, 'light'), faultsOf('on a desk', 1280, 'dark')]);
      expect(found.flat()).toEqual([]);
    },
    galleryMs,
  );

  it(
    'P33 the display shows all of what it shows, also on a machine that is set to less motion',
    async () => {
      const page = await open(1920, 1080, 'light');
      const names = (await page.evaluate(galleryCaseNames)).filter((name) => name.startsWith('display/'));
      const found: string[] = [];
      for (const name of names) {
        await show(page, name);
        found.push(...(await page.evaluate(overfull)).map((box) => `${name}: ${box}`));
      }
      expect(found).toEqual([]);
      await page.context().close();
    },
    galleryMs,
  );
});
