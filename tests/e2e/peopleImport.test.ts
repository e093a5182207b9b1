import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundWorkshop } from '../doubles/breakoutScene.ts';
import type { ServerProcess } from '../doubles/serverProcess.ts';
import type { Theatre } from './browser.ts';
import { type House, openHouse } from './house.ts';
import { enter } from './roles.ts';

const workbook = join(import.meta.dirname, '../fixtures/people/inscrits-libreoffice.xlsx');

describe('a list of people in a real browser', () => {
  let house: House;
  let server: ServerProcess;
  let theatre: Theatre;

  beforeAll(async () => {
    house = await openHouse();
    ({ server, theatre } = house);
  });

  afterAll(async () => {
    await house?.close();
  });

  it('Z18 a host reads a workbook and a pasted list, adds who is in them, and takes all of it back', async () => {
    const links = await foundWorkshop(server.origin, server.setUpKey, 2);
    const host = await theatre.open('Camille Hôte', 'laptop', links.host);
    const { page } = host;
    const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
    await enter(host, 'Aparté');
    await press(/connectée/);
    await press('Importer une liste');
    await page.locator('input[type=file]').setInputFiles(workbook);
    await page.getByText('3 nouvelles personnes').waitFor();
    await press('Ajouter 3 personnes');
    await page.getByText('3 personnes ajoutées').waitFor();
    await press('Voir les personnes');
    await page.getByText('Yann Le Goff').waitFor();
    expect(await page.getByRole('listitem').filter({ hasText: 'attendu·e' }).count()).toBe(3);
    await page.getByLabel('Montrer').selectOption({ label: 'Occitanie' });
    expect(await page.getByRole('listitem').filter({ hasText: 'attendu·e' }).count()).toBe(1);

    await press('Importer une liste');
    await page.getByLabel(/^Collez ici/).fill('Nom\tStructure\nLE GOFF Yann\tCoop’Est\nInès Ben Saïd\tMSA');
    await press('Lire la liste');
    await page
      .getByText(/doublon possible/)
      .first()
      .waitFor();
    await page.getByLabel('Même personne').first().check();
    await press('Ajouter 1 personne');
    await press('Annuler l’import');
    await page.getByText('tout est comme avant').waitFor();
    await press('Fermer');
    await press(/connectée/);
    await page.getByText('Yann Le Goff').waitFor();
    expect(await page.getByText('La Fabrique').count()).toBeGreaterThan(0);
    expect(await page.getByText('Coop’Est').count()).toBe(0);
    expect(await page.getByText('Inès Ben Saïd').count()).toBe(0);
    expect(theatre.complaints).toEqual([]);
  });
});
