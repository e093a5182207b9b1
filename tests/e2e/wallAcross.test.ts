import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breakoutSlotId, carryOut, foundWorkshop, groupIdOf, openGroups } from '../doubles/breakoutScene.ts';
import { type HeadlessClient, joinWorkshop } from '../doubles/headlessClient.ts';
import { reportOf, reportText } from '../doubles/sampleReports.ts';
import type { ServerProcess } from '../doubles/serverProcess.ts';
import type { Theatre } from './browser.ts';
import { type House, openHouse } from './house.ts';

describe('the wall of several workshops in a real browser', () => {
  const clients: HeadlessClient[] = [];
  let house: House;
  let server: ServerProcess;
  let theatre: Theatre;

  const joins = async (link: string, name: string): Promise<HeadlessClient> => {
    const client = await joinWorkshop({ origin: server.origin, link, name });
    clients.push(client);
    return client;
  };

  /** A workshop of one group that has submitted two key ideas. */
  async function held(title: string, ideas: readonly [string, string]): Promise<void> {
    const links = await foundWorkshop(server.origin, server.setUpKey, 1, title);
    const host = await joins(links.host, 'Hôte');
    const animator = await joins(links.animators[0] ?? '', 'Animatrice');
    await openGroups(host);
    const place = { slotId: breakoutSlotId, groupId: groupIdOf(1) };
    const keyIdeaIds: string[] = [];
    for (const text of ideas) {
      const said = await carryOut(animator, {
        kind: 'PostAnswer',
        ...place,
        promptIndex: 0,
        text: `${text}, vraiment`,
      });
      keyIdeaIds.push(await carryOut(animator, { kind: 'DraftKeyIdea', ...place, text, citations: [said] }));
    }
    await carryOut(animator, { kind: 'SubmitKeyIdeas', ...place, keyIdeaIds });
  }

  beforeAll(async () => {
    house = await openHouse();
    ({ server, theatre } = house);
    await held('Atelier de Lille', ['Un fonds commun alimenté par les entreprises', 'Ouvrir nos lieux le soir']);
    await held('Atelier de Nantes', ['Créer un fonds commun avec les entreprises', 'Planter des arbres en ville']);
  });

  afterAll(async () => {
    for (const client of clients) client.close();
    await house?.close();
  });

  it('Z31 workshops of the server and a file come together, are arranged, projected, and outlive a reload', async () => {
    const { page } = await theatre.open('Coordination', 'laptop', `${server.origin}/#${server.setUpKey}`);
    await page.getByRole('link', { name: 'Réunir plusieurs ateliers sur un mur' }).click();
    await page.getByText('choisissez au moins deux ateliers').waitFor();
    theatre.expectCuts(true);
    await page.route('**/report.json', (route) => route.abort());
    await page.getByRole('checkbox', { name: 'Atelier de Lille' }).click();
    await page.getByText('«\u00a0Atelier de Lille\u00a0» n’a pas pu être lu').waitFor();
    await page.unroute('**/report.json');
    theatre.expectCuts(false);
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByRole('button', { name: 'Retirer «\u00a0Atelier de Lille\u00a0» du mur' }).waitFor();
    for (const title of ['Atelier de Lille', 'Atelier de Nantes'])
      await page.getByRole('checkbox', { name: title }).check();
    const shared = page.locator('.presented--shared');
    await shared.getByText('Dit par 2 groupes de 2 ateliers').waitFor();
    expect(await shared.getByRole('listitem').count()).toBe(2);
    await shared.locator('summary').first().click();
    await shared.getByText('vraiment').first().waitFor();

    const brest = reportOf({ id: 'atelier-brest', title: 'Atelier de Brest' }, [
      [{ text: 'Un fonds commun nourri par les entreprises de la ville', lens: 'Ressources financières' }],
    ]);
    const file = (name: string, text: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    await page
      .locator('input[type=file]')
      .setInputFiles([file('brest.json', reportText(brest)), file('notes.json', '# Notes')]);
    await page.getByText('Dit par 3 groupes de 3 ateliers').waitFor();
    await page.getByText('notes.json').waitFor();
    await page.getByRole('button', { name: 'Par axe de lecture' }).click();
    await page.getByRole('heading', { name: 'Ressources financières' }).waitFor();

    await page.reload();
    await page.getByText('Dit par 3 groupes de 3 ateliers').waitFor();
    const window = await page.context().newPage();
    await window.goto(`${server.origin}/wall`);
    await window.getByText('choisissez au moins deux ateliers').waitFor();
    await window.close();
    await page.getByRole('button', { name: 'Retirer «\u00a0Atelier de Brest\u00a0» du mur' }).click();
    await page.getByText('Dit par 2 groupes de 2 ateliers').waitFor();
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByText('Dit par 3 groupes de 3 ateliers').waitFor();

    const again = page.waitForResponse((response) => response.url().endsWith('/report.json'));
    await page.getByRole('button', { name: 'Relire les ateliers de ce serveur' }).click();
    expect((await again).status()).toBe(200);
    await page.getByText('Dit par 3 groupes de 3 ateliers').waitFor();
    expect(await page.getByText('était déjà sur le mur').count()).toBe(0);

    await page.getByRole('button', { name: 'Projeter' }).click();
    await page.locator('.display .wall-card--shared').getByText('Groupe 1 · Atelier de Brest').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Le mur de plusieurs ateliers' }).waitFor();
    expect(theatre.complaints).toEqual([]);
  });

  it('Z31 without the key there are files alone, and nothing of them is sent', async () => {
    const { page } = await theatre.open('Ailleurs', 'phone', `${server.origin}/wall`);
    const sent: string[] = [];
    page.on('request', (request) => {
      // The browser asks for the icon when it likes.
      if (!request.url().endsWith('/icon.svg')) sent.push(request.url());
    });
    const [one, other] = ['a', 'b'].map((id) =>
      reportText(reportOf({ id, title: `Atelier ${id}` }, [[{ text: 'Ouvrir nos lieux le soir' }]])),
    );
    await page.locator('input[type=file]').setInputFiles(
      [one, other].map((text, nth) => ({
        name: `${nth}.json`,
        mimeType: 'application/json',
        buffer: Buffer.from(text ?? ''),
      })),
    );
    await page.getByText('Dit par 2 groupes de 2 ateliers').waitFor();
    expect(await page.getByText('Ateliers de ce serveur').count()).toBe(0);
    expect(sent).toEqual([]);
  });
});
