import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPng } from '../../manifest/png.ts';
import { appIcons, drawIcon, inRepository } from '../gallery/appIcons.ts';
import { launchBrowser } from '../gallery/serveGallery.ts';

/** What two versions of a browser may draw differently along an edge, of 255, over all pixels. */
const meanDifference = 2;

describe('icons of the app', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it.each(appIcons)('MP10 the picture shows what is drawn: $picture', async (icon) => {
    const [drawn, kept] = [await drawIcon(browser, icon), readFileSync(inRepository(icon.picture))].map((png) => {
      const read = readPng(new Uint8Array(png));
      return read.ok ? read.value.rgba : new Uint8Array();
    });
    expect(kept).toHaveLength(icon.size ** 2 * 4);
    const differences = kept?.map((value, index) => Math.abs(value - (drawn?.[index] ?? 0))) ?? new Uint8Array();
    const sum = differences.reduce((total, difference) => total + difference, 0);
    expect(sum / differences.length).toBeLessThan(meanDifference);
  });
});
