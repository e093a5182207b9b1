import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumOptions } from '../ensureChromium.ts';

export type Device = 'phone' | 'laptop' | 'screen';

const viewports: Readonly<Record<Device, { width: number; height: number }>> = {
  phone: { width: 390, height: 844 },
  laptop: { width: 1280, height: 800 },
  screen: { width: 1920, height: 1080 },
};

/** A page on a device of its own: its own storage, its own network. */
export interface Visitor {
  readonly name: string;
  readonly page: Page;
  readonly context: BrowserContext;
}

/** What the browser itself says when a network is cut on purpose; anything else on the console is a defect. */
const networkNoise = /net::ERR_|WebSocket connection to|Failed to load resource/;

/** One Chromium with many devices. `complaints`: every error that a page threw or logged. */
export interface Theatre {
  readonly complaints: readonly string[];
  /** From here on (or no longer) a cut network is part of the play. */
  expectCuts(areExpected: boolean): void;
  open(name: string, device: Device, url: string): Promise<Visitor>;
  close(): Promise<void>;
}

export async function openTheatre(): Promise<Theatre> {
  const browser: Browser = await chromium.launch(chromiumOptions());
  const complaints: string[] = [];
  let areCutsExpected = false;
  const complain = (who: string, text: string): void => {
    if (!(areCutsExpected && networkNoise.test(text))) complaints.push(`${who}: ${text}`);
  };
  return {
    complaints,
    expectCuts(areExpected) {
      areCutsExpected = areExpected;
    },
    async open(name, device, url) {
      const context = await browser.newContext({
        viewport: viewports[device],
        locale: 'fr-FR',
        timezoneId: 'Europe/Paris',
        acceptDownloads: true,
        ...(device === 'phone' ? { hasTouch: true, isMobile: true } : {}),
      });
      const page = await context.newPage();
      page.on('pageerror', (error) => complain(name, error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') complain(name, message.text());
      });
      await page.goto(url);
      return { name, page, context };
    },
    close: () => browser.close(),
  };
}
