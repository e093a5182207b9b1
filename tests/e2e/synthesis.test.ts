import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  breakoutSlotId,
  carryOut,
  type FoundedWorkshop,
  foundWorkshop,
  groupIdOf,
  openGroups,
} from '../doubles/breakoutScene.ts';
import { fortyAnswers } from '../doubles/fortyAnswers.ts';
import { type HeadlessClient, joinWorkshop } from '../doubles/headlessClient.ts';
import type { ServerProcess } from '../doubles/serverProcess.ts';
import type { Theatre, Visitor } from './browser.ts';
import { type House, openHouse } from './house.ts';
import { animator, enter } from './roles.ts';

/** Two groups; the first one's animator sits at a laptop, everybody else is a page without a screen. */
describe('an animator with forty answers', () => {
  const clients: HeadlessClient[] = [];
  let house: House;
  let server: ServerProcess;
  let theatre: Theatre;
  let links: FoundedWorkshop;
  let host: HeadlessClient;
  let desk: Visitor;

  const joins = async (link: string, name: string): Promise<HeadlessClient> => {
    const client = await joinWorkshop({ origin: server.origin, link, name });
    clients.push(client);
    return client;
  };
  const place = (number: number) => ({ slotId: breakoutSlotId, groupId: groupIdOf(number) });

  beforeAll(async () => {
    house = await openHouse({ RATE_LIMIT_SCALE: '10' });
    ({ server, theatre } = house);
    links = await foundWorkshop(server.origin, server.setUpKey, 2);
    host = await joins(links.host, 'Hôte');
    const people = await Promise.all(
      Array.from({ length: 10 }, (_, index) => joins(links.participant, `Voix ${index}`)),
    );
    await openGroups(host);
    const first = [];
    for (const client of people) {
      while (client.snapshot().me?.groupId === undefined) await new Promise((next) => setImmediate(next));
      if (client.snapshot().me?.groupId === groupIdOf(1)) first.push(client);
    }
    for (const [index, text] of fortyAnswers.entries()) {
      const client = first[index % first.length];
      if (client !== undefined) await carryOut(client, { kind: 'PostAnswer', ...place(1), promptIndex: 0, text });
    }
    desk = await theatre.open('Animatrice', 'laptop', links.animators[0] ?? '');
    await enter(desk, 'ADASI');
  });

  afterAll(async () => {
    for (const client of clients) client.close();
    await house?.close();
  });

  it('Z23 gets two proposals, each with the people and the words behind it, and what both leave out', async () => {
    const proposals = desk.page.locator('.suggestion');
    await proposals.nth(1).waitFor();
    expect(await proposals.count()).toBe(2);
    for (const proposal of await proposals.all()) {
      expect(await proposal.getByText(/Dit par \d+\s+personnes?/).count()).toBe(1);
      const quotes = await proposal.locator('blockquote').allTextContents();
      expect(quotes.length).toBeGreaterThan(1);
      for (const quote of quotes) expect(fortyAnswers).toContain(quote);
    }
    await desk.page.getByText(/réponses sur 40 ne sont dans aucune des deux/).waitFor();
  });

  it('Z23 merges two themes by dragging, and takes it back', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: 'Thèmes', exact: true }).click();
    const themes = page.locator('.theme');
    await themes.first().waitFor();
    // Tall enough for both of them.
    await page.setViewportSize({ width: 1280, height: 2_400 });
    const before = await themes.count();
    const from = await themes.nth(1).locator('.theme__grip').first().boundingBox();
    const into = await themes.first().locator('.theme__head').boundingBox();
    if (from === null || into === null) throw new Error('the themes are not on the screen');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(into.x + into.width / 2, into.y + into.height / 2, { steps: 8 });
    await page.mouse.up();
    await expect.poll(() => themes.count()).toBe(before - 1);
    await page.getByText('Rangé à la main').first().waitFor();
    await page.getByRole('button', { name: 'Annuler le rangement' }).click();
    await expect.poll(() => themes.count()).toBe(before);
    await page.getByText('Rangé à la main').first().waitFor({ state: 'detached' });
  });

  it('Z23 gives a host who opens the group the same board: the proposals, and the themes to arrange', async () => {
    const console = await theatre.open('Hôte au bureau', 'laptop', links.host);
    await enter(console, 'ADASI');
    const { page } = console;
    await page.getByRole('button', { name: 'Voir le travail\u00a0: Groupe 1' }).first().click();
    const dialog = page.getByRole('dialog').first();
    await dialog.locator('.suggestion').nth(1).waitFor();
    await dialog.getByRole('button', { name: 'Thèmes', exact: true }).click();
    const themes = dialog.locator('.theme');
    await themes.nth(1).waitFor();
    const before = await themes.count();
    await themes
      .nth(1)
      .getByRole('button', { name: /Actions sur le thème/ })
      .click();
    await page.getByRole('menuitem', { name: 'Réunir avec…' }).click();
    await page.locator('.theme-choice__theme').first().press('Enter');
    await expect.poll(() => themes.count()).toBe(before - 1);
    // The theme whose menu was open is gone: a keyboard goes on at the one that took it in.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toMatch(/Actions sur le thème/);
    await desk.page.getByText('Rangé à la main').first().waitFor();
    await dialog.getByRole('button', { name: 'Annuler le rangement' }).click();
    await desk.page.getByText('Rangé à la main').first().waitFor({ state: 'detached' });
    await console.context.close();
  });

  it('Z23 takes both proposals, puts a lens, finds every change in the history, and submits', async () => {
    const { page } = desk;
    for (const count of [1, 2]) {
      await page.getByRole('button', { name: 'Reprendre cette proposition' }).first().click();
      await expect.poll(() => page.locator('.key-ideas__list > li').count()).toBe(count);
    }
    await page.getByLabel('Axe de lecture').first().selectOption('Alliances stratégiques');
    await page.getByRole('button', { name: 'Historique', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Animatrice a changé l’axe de lecture\u00a0: Aucun\u00a0→ Alliances stratégiques').waitFor();
    expect(await dialog.getByText('Animatrice a écrit').count()).toBe(2);
    await dialog.getByText('Hôte au bureau a rangé les thèmes').first().waitFor();
    await page.keyboard.press('Escape');
    await animator.submit(desk);
  });

  it('Z23 sees on the wall that another group says the same', async () => {
    const view = host.snapshot().view;
    const work = view?.kind === 'host' ? view.breakouts[breakoutSlotId]?.works[groupIdOf(1)] : undefined;
    const [mine] = Object.values(work?.keyIdeas ?? {});
    const other = await joins(links.animators[1] ?? '', 'Animateur');
    const said = `${mine?.text} Ensemble, et dès cet automne.`;
    const answerId = await carryOut(other, { kind: 'PostAnswer', ...place(2), promptIndex: 0, text: said });
    const keyIdeaIds: string[] = [];
    for (const text of [said, 'Apprendre à nager aux enfants de la commune.']) {
      keyIdeaIds.push(await carryOut(other, { kind: 'DraftKeyIdea', ...place(2), text, citations: [answerId] }));
    }
    await carryOut(other, { kind: 'SubmitKeyIdeas', ...place(2), keyIdeaIds });
    const display = await theatre.open('Écran', 'screen', links.display);
    await carryOut(host, { kind: 'NextSlot', fromSlotId: breakoutSlotId });
    await carryOut(host, { kind: 'ShowWall', slotId: 'slot-0002', by: 'nearness' });
    await display.page.getByText('Dit par 2 groupes').waitFor();
    await carryOut(host, { kind: 'ShowWall', slotId: 'slot-0002', by: 'lens' });
    await display.page.getByText('Alliances stratégiques').first().waitFor();
    expect(theatre.complaints).toEqual([]);
  });
});
