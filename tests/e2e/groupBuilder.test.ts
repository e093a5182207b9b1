import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { breakoutSlotId, carryOut, foundWorkshop } from '../doubles/breakoutScene.ts';
import { type HeadlessClient, joinWorkshop } from '../doubles/headlessClient.ts';
import type { ServerProcess } from '../doubles/serverProcess.ts';
import type { Theatre, Visitor } from './browser.ts';
import { type House, openHouse } from './house.ts';
import { enter, host, participant } from './roles.ts';

const organisations = ['ADASI', 'ADASI', 'ADASI', 'ADASI', 'Ronalpia', 'Ronalpia', 'Ville de Roubaix', 'Cluster Jura'];
const names = ['Basile', 'Claire', 'David', 'Élodie', 'Farid', 'Gaëlle', 'Hugo', 'Inès'];

/** One preparation from its opening to the phones, in order: each step stands on the ones before it. */
describe('groups prepared by hand', () => {
  let house: House;
  let server: ServerProcess;
  let theatre: Theatre;
  let mainHost: Visitor;
  let phone: Visitor;
  let secondHost: HeadlessClient;
  const guests: HeadlessClient[] = [];

  beforeAll(async () => {
    house = await openHouse({ RATE_LIMIT_SCALE: '10' });
    ({ server, theatre } = house);
    const links = await foundWorkshop(server.origin, server.setUpKey, 3);
    for (const [index, name] of names.entries()) {
      const organisation = organisations[index] ?? '';
      guests.push(await joinWorkshop({ origin: server.origin, link: links.participant, name, organisation }));
    }
    secondHost = await joinWorkshop({ origin: server.origin, link: links.host, name: 'Second' });
    phone = await theatre.open('Amina Benali', 'phone', links.participant);
    await enter(phone, 'Cluster Jura');
    await phone.page.getByText('Vous êtes bien arrivé·e.').waitFor();
    mainHost = await theatre.open('Hélène', 'laptop', links.host);
    await enter(mainHost, 'Réseau');
    await carryOut(secondHost, { kind: 'StartAgenda', plan: 'fromNow' });
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await mainHost.page.screenshot({ path: join('tests/out', `builder-${task.name.slice(0, 3).trim()}.png`) });
  });

  afterAll(async () => {
    for (const client of [...guests, secondHost]) client?.close();
    await house?.close();
  });

  const dialog = () => mainHost.page.getByRole('dialog').first();
  const card = (number: number) => dialog().getByRole('article', { name: `Groupe ${number}` });
  const cardOf = async (name: string): Promise<number> => {
    for (const number of [1, 2, 3]) if ((await card(number).getByText(name).count()) > 0) return number;
    return 0;
  };

  it('Z24 the preview mixes at once, and says what is impossible and whom it concerns', async () => {
    await mainHost.page.getByRole('button', { name: 'Préparer les groupes' }).click();
    await dialog().getByText('9 personnes en 3 groupes de 3').waitFor();
    await dialog()
      .getByText(/4 personnes de «.ADASI.» ne peuvent pas être séparées dans 3.groupes/)
      .waitFor();
    await dialog().getByText('Meilleur compromis possible').waitFor();
  });

  it('Z24 a person is dragged with the mouse, and what it costs is told; Ctrl+Z takes it back', async () => {
    const from = await cardOf('Hugo');
    const to = from === 3 ? 1 : from + 1;
    const chip = await card(from).getByRole('button', { name: /Hugo/ }).boundingBox();
    const target = await card(to).boundingBox();
    if (chip === null || target === null) throw new Error('nothing to drag');
    const { mouse } = mainHost.page;
    await mouse.move(chip.x + chip.width / 2, chip.y + chip.height / 2);
    await mouse.down();
    await mouse.move(target.x + target.width / 2, target.y + 20, { steps: 8 });
    await mainHost.page.getByText(new RegExp(`Déplacer vers Groupe ${to}`)).waitFor();
    await mouse.up();
    await card(to).getByText('Hugo').waitFor();
    await dialog()
      .getByText(new RegExp(`^Hugo → Groupe ${to}. .*Groupe ${from}.: 2.personnes, 3 au moins`))
      .waitFor();
    await mainHost.page.keyboard.press('Control+z');
    await card(from).getByText('Hugo').waitFor();
    expect(await card(to).getByText('Hugo').count()).toBe(0);
  });

  it('Z24 two people change places with the keyboard alone', async () => {
    const from = await cardOf('Hugo');
    await card(from).getByRole('button', { name: /Hugo/ }).focus();
    await mainHost.page.keyboard.press('Enter');
    const moves = mainHost.page.getByRole('dialog', { name: 'Hugo' });
    const exchange = moves.getByRole('button', { name: /^Échanger avec/ }).first();
    await exchange.focus();
    await mainHost.page.keyboard.press('Enter');
    await moves.waitFor({ state: 'detached' });
    await card(from).getByText('Hugo').waitFor({ state: 'detached' });
    expect(await dialog().getByRole('button', { name: 'Annuler' }).isEnabled()).toBe(true);
  });

  it('Z24 a recipe is kept, taken along in a file, and taken up again from it', async () => {
    for (const title of ['Réglages du mélange', 'Réglages enregistrés']) await dialog().getByText(title).click();
    await dialog().getByLabel('Nom de ces réglages').fill('Réseau');
    await dialog().getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await dialog()
      .getByRole('button', { name: /Actions.: Réseau/ })
      .click();
    const download = mainHost.page.waitForEvent('download');
    await mainHost.page.getByRole('menuitem', { name: /dans un fichier/ }).click();
    await dialog().getByText('Le fichier est dans vos téléchargements').waitFor();
    await dialog()
      .locator('input[type=file]')
      .setInputFiles(await (await download).path());
    await dialog()
      .getByText(/Réglages «.Réseau.» repris/)
      .waitFor();
  });

  it('Z24 another host forms groups meanwhile: it is told, and nothing is overwritten unseen', async () => {
    await carryOut(secondHost, { kind: 'FormGroups', slotId: breakoutSlotId });
    await dialog().getByText('Les groupes viennent d’être formés ailleurs').waitFor();
    expect(await dialog().getByRole('button', { name: 'Publier les groupes' }).isDisabled()).toBe(true);
    await dialog().getByRole('button', { name: 'Garder ma préparation' }).click();
  });

  it('Z24 published, the groups are what everyone sees', async () => {
    const prepared = new Map<string, number>();
    for (const name of [...names, 'Amina Benali']) prepared.set(name, await cardOf(name));
    await dialog().getByRole('button', { name: 'Publier les groupes' }).click();
    await dialog().waitFor({ state: 'detached' });
    await mainHost.page.getByText('formés, pas encore ouverts').waitFor();
    for (const [name, number] of prepared) {
      await mainHost.page
        .getByRole('article', { name: `Groupe ${number}` })
        .getByText(name)
        .waitFor();
    }
    await host.settled(mainHost, 'Ouvrir les groupes');
    await host.press(mainHost, 'Ouvrir les groupes');
    await phone.page
      .getByRole('heading', { name: `Groupe ${prepared.get('Amina Benali')}` })
      .first()
      .waitFor();
    expect(await participant.groupName(phone)).toContain(String(prepared.get('Amina Benali')));
  });

  it('Z24 the groups go out as a table, and room by room with ticks that a reload keeps', async () => {
    await mainHost.page.getByRole('button', { name: 'Listes' }).click();
    // Whatever the theme of the screen, paper is white.
    await mainHost.page.evaluate(() => {
      document.documentElement.dataset.theme = 'dark';
    });
    await mainHost.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const printed = await dialog().evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(printed).toBe('rgb(255, 255, 255)');
    await mainHost.page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    await dialog().getByRole('button', { name: 'Tableur (CSV)' }).click();
    const download = mainHost.page.waitForEvent('download');
    await dialog().getByRole('button', { name: 'Enregistrer le fichier CSV' }).click();
    const table = readFileSync(await (await download).path(), 'utf8');
    for (const name of names) expect(table).toContain(`${name};`);
    await dialog().getByRole('button', { name: 'Salle par salle (Teams)' }).click();
    await dialog().getByLabel(/^Hugo/).check();
    await dialog().getByText('1 sur 9').waitFor();
    await mainHost.page.reload();
    await mainHost.page.getByRole('button', { name: 'Listes' }).click();
    await dialog().getByRole('button', { name: 'Salle par salle (Teams)' }).click();
    await dialog().getByText('1 sur 9').waitFor();
    expect(theatre.complaints).toEqual([]);
  });
});
