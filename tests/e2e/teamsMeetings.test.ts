import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { breakoutSlotId, groupIdOf } from '../doubles/breakoutScene.ts';
import { tenantId } from '../doubles/fakeEntra.ts';
import { phone, sidePanel } from './fakeTeams.ts';
import { room, TeamsTabs } from './teamsTabs.ts';

describe('rooms made from Teams, by the real library', () => {
  let scene: TeamsTabs;

  beforeAll(async () => {
    scene = await TeamsTabs.open();
  });
  afterAll(() => scene?.close());
  beforeEach(() => scene.found());

  it('MR12 a host makes the rooms: told before Microsoft asks in its window, refused and then given; people see the links', async () => {
    const { objectId, token } = scene.somebody();
    scene.roles.set(objectId, 'organizer');
    scene.entra.consent.visitor = objectId;
    const tokens = { silent: await token, asking: await token };
    const host = await scene.inTeams({ userObjectId: objectId, tenantId, tokens });
    await scene.enter(host);
    const { tab } = host;
    await tab.getByRole('button', { name: 'Salles', exact: true }).click();
    const answering = async (press: string): Promise<void> => {
      await tab.getByText('Microsoft va demander votre accord').waitFor();
      const opening = host.context.waitForEvent('page');
      await tab.getByRole('button', { name: 'Continuer vers Microsoft' }).click();
      const asked = await opening;
      const closing = asked.waitForEvent('close');
      await asked.getByRole('link', { name: press }).click();
      // Teams was told, and the window closes by itself.
      await closing;
    };
    await tab.getByRole('button', { name: 'Créer les 2 réunions' }).click();
    await tab.getByText('Microsoft va demander votre accord').waitFor();
    expect(scene.entra.consent.windows).toEqual([]);
    await answering('Annuler');
    await tab.getByText('Aparté n’a pas reçu cet accord').waitFor();
    expect(scene.graph.calls).toEqual([]);
    await tab.getByRole('button', { name: 'Réessayer' }).click();
    await answering('Accepter');
    await tab.getByText('2 réunions créées').waitFor();
    await tab.getByText('2 sur 2 groupes avec une salle').waitFor();
    expect(scene.entra.consent.windows.map(({ pathname }) => pathname)).toEqual(
      [1, 2].map(() => `/${tenantId}/oauth2/v2.0/authorize`),
    );
    expect(await tab.locator('html').evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(sidePanel.width);

    const mobile = await scene.theatre.plain('participant', phone, scene.workshop.participant);
    await mobile.page.getByLabel('Votre prénom et votre nom').fill('Sans Compte');
    await mobile.page.getByRole('button', { name: 'Entrer dans l’atelier' }).click();
    await mobile.page.getByText('Vous êtes bien arrivé·e.').waitFor();
    await scene.send({ kind: 'StartAgenda', plan: 'fromNow' });
    await scene.send({ kind: 'FormGroups', slotId: breakoutSlotId });
    await scene.send({ kind: 'OpenBreakout', slotId: breakoutSlotId });
    const link = mobile.page.getByRole('link', { name: /salle/ }).first();
    await link.waitFor();
    expect(scene.graph.meetings.map(({ joinWebUrl }) => joinWebUrl)).toContain(await link.getAttribute('href'));
    scene.noComplaints(/status of 403.*api\/teams\/rooms/);
  });

  it('MR12 in a plain browser the same dialog says where meetings are made, and leads to links and to the check-list', async () => {
    const { page } = await scene.theatre.plain('host', { width: 1280, height: 800 }, scene.workshop.host);
    await page.getByLabel('Votre prénom et votre nom').fill('Hôte');
    await page.getByRole('button', { name: /^Entrer/ }).click();
    await scene.send({ kind: 'FormGroups', slotId: breakoutSlotId });
    const rooms = page.getByRole('button', { name: 'Salles', exact: true });
    await rooms.click();
    await page.getByText('Ouvrez cet atelier dans Teams', { exact: false }).waitFor();
    await page.getByText('Aucune application ne peut piloter ces salles', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Ouvrir la liste à cocher' }).click();
    await page.getByText('0 sur 0', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Fermer' }).click();
    await rooms.click();
    await page.getByRole('button', { name: 'Coller ou changer des liens' }).click();
    // A name that is being typed while the room arrives takes nothing away.
    await page.getByLabel('Nom du groupe').first().fill('Autre nom');
    await scene.send({ kind: 'ReviseGroup', groupId: groupIdOf(1), group: { roomUrl: room } });
    await expect.poll(() => page.getByLabel('Lien de la salle').first().inputValue()).toBe(room);
    await page.getByRole('button', { name: 'Faire créer les réunions', exact: false }).click();
    await page.getByText('1 sur 2 groupes avec une salle').waitFor();
    await scene.hostPage.until(({ view }) => view?.kind === 'host' && view.groups[0]?.name === 'Autre nom');
    expect(scene.hostPage.view).toMatchObject({ groups: [{ name: 'Autre nom', roomUrl: room }, { roomUrl: '' }] });
    scene.noComplaints();
  });
});
