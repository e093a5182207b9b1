import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { groupIdOf } from '../doubles/breakoutScene.ts';
import { teamsHostName } from '../doubles/fakeEntra.ts';
import { type InFrame, phone, sidePanel, stage } from './fakeTeams.ts';
import { room, TeamsTabs, tokenOf } from './teamsTabs.ts';

describe('a workshop in Teams, by the real library', () => {
  let scene: TeamsTabs;

  beforeAll(async () => {
    scene = await TeamsTabs.open();
  });
  afterAll(() => scene?.close());
  beforeEach(() => scene.found());

  it('MT7 the organizer runs the console in the panel, and shows the display on the stage; who may not is not offered it', async () => {
    const { objectId, token } = scene.somebody();
    scene.roles.set(objectId, 'organizer');
    const tokens = { silent: await token, asking: await token };
    const organizer = await scene.inTeams({ userObjectId: objectId, tokens, mayShare: true });
    await scene.enter(organizer);
    const share = organizer.tab.getByRole('button', { name: 'Afficher sur la scène' });
    await share.click();
    await organizer.tab.getByRole('status').getByText('Sur la scène').waitFor({ state: 'attached' });
    expect(await organizer.tab.locator('html').evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(
      sidePanel.width,
    );
    const [shared] = await organizer.calls('meeting.shareAppContentToStage');
    const address = String(shared?.args[0]);
    expect(address).toBe(`https://${teamsHostName}/t#${tokenOf(scene.workshop.display)}`);
    const onStage = await scene.inTeams({ frameContext: 'meetingStage', theme: 'dark' }, address, stage);
    await onStage.tab.getByText('Modèles socio-économiques').first().waitFor();
    expect(await onStage.calls('authentication.getAuthToken')).toEqual([]);
    // Shown from Teams' own button, without a link: the account opens it.
    const byAccount = await scene.inTeams({ frameContext: 'meetingStage' }, '/t', stage);
    await byAccount.tab.getByText('Modèles socio-économiques').first().waitFor();
    expect(await byAccount.tab.getByRole('textbox').count()).toBe(0);
    const other = await scene.inTeams({ userObjectId: objectId, tokens, mayShare: false });
    await other.tab.getByRole('button', { name: 'Liens' }).waitFor();
    expect(await other.tab.getByRole('button', { name: 'Afficher sur la scène' }).count()).toBe(0);
    scene.noComplaints();
  });

  it('MT8 a meeting without a workshop is linked by its organizer, by a link or from a programme; others are told', async () => {
    const elsewhere = { chatId: `19:other-${scene.workshop.workshopId}@thread.v2`, meetingId: 'meeting-2' };
    const attendee = await scene.inTeams(elsewhere);
    await attendee.tab.getByText('Aucun atelier n’a lieu ici pour l’instant').waitFor();
    const { objectId, token } = scene.somebody();
    scene.roles.set(objectId, 'organizer');
    const tokens = { silent: await token, asking: await token };
    const organizer = await scene.inTeams({ ...elsewhere, userObjectId: objectId, tokens });
    await organizer.tab.getByLabel('Lien d’hôte de l’atelier').fill(scene.workshop.participant);
    await organizer.tab.getByRole('button', { name: 'Relier cet atelier' }).click();
    await organizer.tab.getByRole('alert').waitFor();
    await organizer.tab.getByRole('button', { name: 'Partir d’un programme' }).click();
    await organizer.tab.getByRole('button', { name: /modèle/i }).click();
    expect(await organizer.tab.getByLabel('Titre', { exact: true }).first().inputValue()).toBe('Comité de pilotage');
    await organizer.tab.getByRole('button', { name: /Créer l’atelier/ }).click();
    await scene.enter(organizer);
    await organizer.tab.getByRole('button', { name: 'Démarrer l’agenda' }).waitFor();
    await attendee.page.reload();
    await attendee.tab.getByRole('button', { name: 'Entrer dans l’atelier' }).waitFor();
    const again = { chatId: `19:third-${scene.workshop.workshopId}@thread.v2`, meetingId: 'meeting-3' };
    const other = await scene.inTeams({ ...again, userObjectId: objectId, tokens });
    await other.tab.getByLabel('Lien d’hôte de l’atelier').fill(scene.workshop.host);
    await other.tab.getByRole('button', { name: 'Relier cet atelier' }).click();
    await scene.enter(other);
    await other.tab.getByRole('button', { name: 'Démarrer l’agenda' }).waitFor();
    scene.noComplaints(/status of 403.*api\/teams\/conversation/);
  });

  it('MT9 a pinned tab carries the participants’ link, and opens by it with an account and without', async () => {
    const size = { width: 800, height: 600 };
    const settings = await scene.inTeams({ frameContext: 'settings' }, '/t', size);
    await settings.tab.getByLabel('Lien ou code des participants').fill(scene.workshop.host);
    await settings.tab.getByRole('button', { name: 'Vérifier' }).click();
    await settings.tab.getByText('C’est un lien d’un autre rôle.', { exact: false }).waitFor();
    await settings.tab.getByLabel('Lien ou code des participants').fill(scene.workshop.participant);
    await settings.tab.getByRole('button', { name: 'Vérifier' }).click();
    await settings.tab.getByText('Enregistrez dans Teams.', { exact: false }).waitFor();
    expect((await settings.calls('settings.setValidityState')).map(({ args }) => args[0])).toEqual([false, true]);
    await settings.save();
    await expect.poll(async () => (await settings.calls('settings.save.success')).length).toBe(1);
    const [saved] = await settings.calls('settings.setSettings');
    const pinned = saved?.args[0] as { readonly contentUrl: string; readonly websiteUrl: string };
    expect(pinned.contentUrl).toBe(`https://${teamsHostName}/t#${tokenOf(scene.workshop.participant)}`);
    expect(pinned.websiteUrl).toBe(scene.workshop.participant);
    const channel = { frameContext: 'content', chatId: '19:channel@thread.tacv2' } as const;
    const known = await scene.inTeams(channel, pinned.contentUrl, size);
    await scene.enter(known);
    await known.tab.getByText('Vous êtes bien arrivé·e.').waitFor();
    const guest = await scene.inTeams(
      { ...channel, tokens: { silent: '!User is not authenticated', asking: '!' } },
      pinned.contentUrl,
      size,
    );
    await scene.asGuest(guest, 'Sans Compte');
    scene.noComplaints();
  });

  it('MT10 a person in Teams and on a phone at once is one person: same group, same answers', async () => {
    const panel = await scene.inTeams({ joinMeeting: 'works' });
    await scene.enter(panel);
    await panel.tab.getByText('Vous êtes bien arrivé·e.').waitFor();
    const answer = panel.page.waitForResponse((response) => response.url().endsWith('/api/pass'));
    await panel.tab.getByRole('button', { name: 'Continuer sur mon téléphone' }).click();
    const { value } = (await (await answer).json()) as { readonly value: string };
    await panel.tab.getByRole('img', { name: /Code QR/ }).waitFor();
    await panel.tab.getByRole('button', { name: 'Fermer' }).click();
    const mobile = await scene.theatre.plain('phone', phone, value);
    await mobile.page.getByText('Vous êtes bien arrivé·e.').waitFor();
    await scene.openGroups(room);
    const heading = (page: { getByRole: InFrame['tab']['getByRole'] }) =>
      page.getByRole('heading', { name: /Groupe \d/ });
    const inPanel = await heading(panel.tab).first().textContent();
    expect(await heading(mobile.page).first().textContent()).toBe(inPanel);
    await mobile.page
      .getByRole('textbox', { name: /Votre réponse/ })
      .first()
      .fill('Écrit sur le téléphone');
    await mobile.page.getByRole('button', { name: 'Envoyer' }).first().click();
    await panel.tab.getByText('Écrit sur le téléphone').waitFor();
    // Theirs on both: only an author edits.
    await panel.tab
      .getByRole('listitem')
      .filter({ hasText: 'Écrit sur le téléphone' })
      .getByText('envoyée')
      .first()
      .waitFor();
    await mobile.page.reload();
    await mobile.page.getByText('Écrit sur le téléphone').first().waitFor();
    const people = scene.hostPage.view?.kind === 'host' ? Object.values(scene.hostPage.view.people) : [];
    expect(people.filter(({ role }) => role === 'participant')).toHaveLength(1);
    await panel.tab.getByRole('link', { name: /salle/ }).first().click();
    await expect.poll(async () => (await panel.calls('meeting.joinMeeting')).length).toBe(1);
    scene.noComplaints();
  });

  it('MT11 a phone, and a Teams that knows no joining, follow the link of the room; a room elsewhere opens by itself', async () => {
    const mobile = await scene.inTeams({ clientType: 'android', joinMeeting: 'works' });
    const desktop = await scene.inTeams({ joinMeeting: 'fails' });
    for (const each of [mobile, desktop]) {
      await scene.enter(each);
      await each.tab.getByText('Vous êtes bien arrivé·e.').waitFor();
    }
    await scene.openGroups(room);
    for (const each of [mobile, desktop]) {
      await each.tab.getByRole('link', { name: /salle/ }).first().click();
      await expect.poll(async () => (await each.calls('executeDeepLink')).length).toBe(1);
    }
    expect(await mobile.calls('meeting.joinMeeting')).toEqual([]);
    // A room that is no meeting of Teams is none of its business.
    const elsewhere = 'https://visio.exemple.test/salle';
    for (const number of [1, 2]) {
      const group = { name: `Groupe ${number}`, animatorName: '', roomUrl: elsewhere };
      await scene.send({ kind: 'ReviseGroup', groupId: groupIdOf(number), group });
    }
    const link = desktop.tab.locator(`a[href="${elsewhere}"]`).first();
    const opened = desktop.context.waitForEvent('page');
    await link.click();
    await opened;
    expect(await desktop.calls('executeDeepLink')).toHaveLength(1);
    scene.noComplaints();
  });
});
