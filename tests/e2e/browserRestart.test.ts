import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breakoutSlotId, foundWorkshop, groupIdOf, openGroups } from '../doubles/breakoutScene.ts';
import { joinWorkshop } from '../doubles/headlessClient.ts';
import { type ServerProcess, startServer } from '../doubles/serverProcess.ts';
import { chromiumOptions } from '../ensureChromium.ts';
import { enter, participant } from './roles.ts';

describe('a browser that is closed with something still to send', () => {
  let folder: string;
  let server: ServerProcess;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'aparte-restart-'));
    server = await startServer({ dataDir: join(folder, 'data') });
  });

  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const openBrowser = (): Promise<BrowserContext> =>
    chromium.launchPersistentContext(join(folder, 'profile'), {
      ...chromiumOptions(),
      viewport: { width: 390, height: 844 },
      locale: 'fr-FR',
    });
  const visit = async (
    browser: BrowserContext,
    url: string,
  ): Promise<{ name: string; page: Page; context: BrowserContext }> => {
    const page = await browser.newPage();
    await page.goto(url);
    return { name: 'Inès Carvalho', page, context: browser };
  };

  it('Z17 an answer written while offline is sent by the same browser, opened again later', async () => {
    const links = await foundWorkshop(server.origin, server.setUpKey, 1);
    const host = await joinWorkshop({ origin: server.origin, link: links.host, name: 'Hôte' });
    const text = 'Écrite hors ligne, envoyée après la réouverture.';

    let browser = await openBrowser();
    let phone = await visit(browser, links.participant);
    await enter(phone, 'Une association');
    await openGroups(host);
    await phone.page
      .getByRole('textbox', { name: /Votre réponse/ })
      .first()
      .waitFor();
    await browser.setOffline(true);
    await phone.page
      .getByText(/Hors ligne/)
      .first()
      .waitFor();
    await participant.answer(phone, text);
    await phone.page.getByText('gardée sur cet appareil').first().waitFor();
    await browser.close();

    browser = await openBrowser();
    phone = await visit(browser, links.participant);
    await participant.sent(phone, text);
    await browser.close();

    const view = host.snapshot().view;
    const answers =
      view?.kind === 'host' ? Object.values(view.breakouts[breakoutSlotId]?.works[groupIdOf(1)]?.answers ?? {}) : [];
    expect(answers.map((answer) => answer.text)).toEqual([text]);
    host.close();
  });
});
