import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MeetingRole } from '../../bot/teams/meetings.ts';
import { groupSubPage } from '../../shared/protocol/teamsLinks.ts';
import { breakoutSlotId, type FoundedWorkshop, foundWorkshop, groupIdOf } from '../doubles/breakoutScene.ts';
import {
  type FakeEntra,
  objectIdOf,
  startEntra,
  teamsEnvironment,
  teamsHostName,
  tenantId,
} from '../doubles/fakeEntra.ts';
import { FakeGraph } from '../doubles/fakeGraph.ts';
import { buildPages } from '../doubles/serverProcess.ts';
import { openPage, type TestPage } from '../doubles/testPage.ts';
import { joinAs, startServer, type TestServer } from '../doubles/testServer.ts';
import {
  type FakeHost,
  type InFrame,
  openTeamsTheatre,
  phone,
  sidePanel,
  stage,
  type TeamsTheatre,
} from './fakeTeams.ts';

const chat = { chatId: '19:meeting_abc@thread.v2', meetingId: 'meeting-1' };
const room = 'https://teams.microsoft.com/l/meetup-join/groupe-1';

describe('Aparté in Teams, by the real library', () => {
  let entra: FakeEntra;
  let server: TestServer;
  let theatre: TeamsTheatre;
  let workshop: FoundedWorkshop;
  let hostPage: TestPage;
  const graph = new FakeGraph();
  const roles = new Map<string, MeetingRole>();
  let person = 0;
  let commands = 0;

  const tokenOf = (link: string): string => link.split('#')[1] ?? '';
  const send = async (command: Parameters<TestPage['send']>[1]): Promise<void> => {
    commands += 1;
    expect(await hostPage.send(`command-${commands}-of-the-host`, command)).toMatchObject({ ok: true });
  };
  /** Somebody who was never here. */
  const somebody = (): { readonly objectId: string; readonly token: Promise<string> } => {
    person += 1;
    const objectId = objectIdOf(person);
    return { objectId, token: entra.token({ oid: objectId, name: `Personne ${person}` }) };
  };
  async function inTeams(host: Partial<FakeHost>, address = '/t', size = sidePanel): Promise<InFrame> {
    const { objectId, token } = somebody();
    const good = await token;
    return theatre.frame(objectId, size, address, {
      frameContext: 'sidePanel',
      userObjectId: objectId,
      tokens: { silent: good, asking: good },
      ...chat,
      ...host,
    });
  }
  const enter = async ({ tab }: InFrame): Promise<void> => {
    await tab.getByRole('button', { name: 'Entrer dans l’atelier' }).click();
  };
  const asGuest = async ({ tab }: InFrame, name: string): Promise<void> => {
    await tab.getByLabel('Votre prénom et votre nom').fill(name);
    await tab.getByRole('button', { name: 'Entrer dans l’atelier' }).click();
    await tab.getByText('Vous êtes bien arrivé·e.').waitFor();
  };
  const linkChat = async (): Promise<void> => {
    const { objectId, token } = somebody();
    roles.set(objectId, 'presenter');
    const place = { conversationId: chat.chatId, meetingId: chat.meetingId };
    const body = { place, link: tokenOf(workshop.host) };
    const reply = await server.call('POST', '/api/teams/conversation', { bearer: await token, body });
    expect(reply.status).toBe(200);
  };

  beforeAll(async () => {
    buildPages();
    entra = await startEntra();
    server = await startServer({
      environment: { ...teamsEnvironment, RATE_LIMIT_SCALE: '100' },
      pagesFolder: fileURLToPath(new URL('../../tab/dist', import.meta.url)),
      teams: {
        loginOrigin: entra.origin,
        graphOrigin: await graph.start(),
        meetings: {
          roleOf: async ({ objectId }) => roles.get(objectId),
          titleOf: async () => 'Comité de pilotage',
        },
      },
    });
    theatre = await openTeamsTheatre(Number(new URL(server.origin).port));
  });
  afterAll(async () => {
    await theatre?.close();
    hostPage?.close();
    await server?.stop();
    await entra?.close();
    await graph.stop();
  });
  beforeEach(async () => {
    hostPage?.close();
    workshop = await foundWorkshop(server.origin, server.setUpKey, 2);
    const joinId = `host-of-${workshop.workshopId}`.slice(0, 40);
    await joinAs(server, { link: tokenOf(workshop.host), joinId });
    hostPage = openPage(server.origin, joinId);
    await hostPage.until(({ view }) => view?.kind === 'host');
    await linkChat();
  });
  /** Nothing on any console, but what the server was expected to refuse: the browser itself says that. */
  const noComplaints = (refused?: RegExp) =>
    expect(theatre.takeComplaints().filter((complaint) => refused?.test(complaint) !== true)).toEqual([]);

  it('MT2 in the side panel an account enters under its name, is asked nothing the next time, and follows theme and language', async () => {
    const panel = await inTeams({});
    const { tab } = panel;
    await tab.getByLabel('Votre prénom et votre nom').waitFor();
    expect(await tab.getByLabel('Votre prénom et votre nom').inputValue()).toBe(`Personne ${person}`);
    await enter(panel);
    await tab.getByText('Vous êtes bien arrivé·e.').waitFor();
    const root = tab.locator('html');
    for (const [theme, shown] of [
      ['dark', 'dark'],
      ['contrast', 'contrast'],
      ['glass', 'dark'],
      ['default', 'light'],
    ] as const) {
      await panel.turn({ theme });
      await tab.locator(`html[data-theme=${shown}]`).waitFor();
    }
    await panel.turn({ locale: 'en-gb' });
    await tab.locator('html[lang=en]').waitFor();
    await tab.getByText('Welcome', { exact: false }).first().waitFor();
    await panel.turn({ locale: 'de-de' });
    await tab.locator('html[lang=fr]').waitFor();
    // Nothing to switch by hand, and nothing wider than the panel.
    expect(await tab.getByRole('button', { name: /thème|theme/i }).count()).toBe(0);
    expect(await root.evaluate((element) => element.scrollWidth)).toBeLessThanOrEqual(sidePanel.width);
    await panel.page.reload();
    await tab.getByText('Vous êtes bien arrivé·e.').waitFor();
    expect(await panel.context.cookies()).toEqual([]);
    noComplaints();
  });

  it('MT3 what needs consent is asked for by a press; who refuses it enters with the code, inside Teams', async () => {
    const { token } = somebody();
    const agreeing = await inTeams({ tokens: { silent: '!resourceRequiresConsent', asking: await token } });
    await agreeing.tab.getByRole('button', { name: 'Autoriser' }).click();
    await agreeing.tab.getByRole('button', { name: 'Entrer dans l’atelier' }).waitFor();
    const refusing = await inTeams({
      tokens: { silent: '!resourceRequiresConsent', asking: '!AADSTS90094: administrator consent' },
    });
    await refusing.tab.getByRole('button', { name: 'Autoriser' }).click();
    await refusing.tab.getByText('Aparté n’a pas reçu votre accord').waitFor();
    await refusing.tab.getByRole('button', { name: /Entrer sans compte/ }).click();
    await refusing.tab.getByLabel('Code ou lien').fill(workshop.participant);
    await refusing.tab.getByRole('button', { name: 'Continuer' }).click();
    // The page begins anew with the link: the account is still not given, and the way without it still there.
    await refusing.tab.getByRole('button', { name: /Entrer sans compte/ }).click();
    await asGuest(refusing, 'Sans Accord');
    noComplaints();
  });

  it('MT4 whoever has no account enters as a guest by the code, without being asked anything about one', async () => {
    const { objectId: _none, ...nobody } = { objectId: '' };
    const anonymous = await theatre.frame('anonymous', sidePanel, '/t', {
      frameContext: 'sidePanel',
      tokens: { silent: '!User is not authenticated', asking: '!User is not authenticated' },
      ...chat,
      ...nobody,
    });
    await anonymous.tab.getByLabel('Code ou lien').fill(tokenOf(workshop.participant));
    await anonymous.tab.getByRole('button', { name: 'Continuer' }).click();
    await asGuest(anonymous, 'Anne Onyme');
    noComplaints();
  });

  it('MT5 a frame in which nobody answers is given up after four seconds, for the browser or a code', async () => {
    const silent = await inTeams({ isSilent: true }, `/t#${tokenOf(workshop.participant)}`);
    const link = silent.tab.getByRole('link', { name: 'Ouvrir dans le navigateur' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(`/p#${tokenOf(workshop.participant)}`);
    await silent.tab.getByRole('button', { name: 'Continuer ici, avec un code' }).click();
    await asGuest(silent, 'Sans Teams');
    expect((await silent.calls('getContext')).length).toBe(0);
    noComplaints();
  });

  it('MT6 the page opens in a plain browser as any other, and no plain page loads anything of Teams', async () => {
    for (const [address, shown] of [
      ['/t', /Aparté/],
      [`/t#${tokenOf(workshop.participant)}`, /Modèles/],
      [workshop.participant, /Modèles/],
      [workshop.host, /Modèles/],
      [workshop.display, /Modèles/],
    ] as const) {
      const { page, asked } = await theatre.plain('plain', phone, address);
      await page.getByText(shown).first().waitFor();
      expect(new URL(page.url()).pathname).not.toBe('/t');
      expect(asked.filter((url) => /teamsHost|office\.net/.test(url))).toEqual([]);
      await page.close();
    }
    noComplaints();
  });

  it('MT7 the organizer runs the console in the panel, and shows the display on the stage; who may not is not offered it', async () => {
    const { objectId, token } = somebody();
    roles.set(objectId, 'organizer');
    const tokens = { silent: await token, asking: await token };
    const organizer = await inTeams({ userObjectId: objectId, tokens, mayShare: true });
    await enter(organizer);
    const share = organizer.tab.getByRole('button', { name: 'Afficher sur la scène' });
    await share.click();
    await organizer.tab.getByRole('status').getByText('Sur la scène').waitFor({ state: 'attached' });
    expect(await organizer.tab.locator('html').evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(
      sidePanel.width,
    );
    const [shared] = await organizer.calls('meeting.shareAppContentToStage');
    const address = String(shared?.args[0]);
    expect(address).toBe(`https://${teamsHostName}/t#${tokenOf(workshop.display)}`);
    const onStage = await inTeams({ frameContext: 'meetingStage', theme: 'dark' }, address, stage);
    await onStage.tab.getByText('Modèles socio-économiques').first().waitFor();
    expect(await onStage.calls('authentication.getAuthToken')).toEqual([]);
    // Shown from Teams' own button, without a link: the account opens it.
    const byAccount = await inTeams({ frameContext: 'meetingStage' }, '/t', stage);
    await byAccount.tab.getByText('Modèles socio-économiques').first().waitFor();
    expect(await byAccount.tab.getByRole('textbox').count()).toBe(0);
    const other = await inTeams({ userObjectId: objectId, tokens, mayShare: false });
    await other.tab.getByRole('button', { name: 'Liens' }).waitFor();
    expect(await other.tab.getByRole('button', { name: 'Afficher sur la scène' }).count()).toBe(0);
    noComplaints();
  });

  it('MT8 a meeting without a workshop is linked by its organizer, by a link or from a programme; others are told', async () => {
    const elsewhere = { chatId: `19:other-${workshop.workshopId}@thread.v2`, meetingId: 'meeting-2' };
    const attendee = await inTeams(elsewhere);
    await attendee.tab.getByText('Aucun atelier n’a lieu ici pour l’instant').waitFor();
    const { objectId, token } = somebody();
    roles.set(objectId, 'organizer');
    const tokens = { silent: await token, asking: await token };
    const organizer = await inTeams({ ...elsewhere, userObjectId: objectId, tokens });
    await organizer.tab.getByLabel('Lien d’hôte de l’atelier').fill(workshop.participant);
    await organizer.tab.getByRole('button', { name: 'Relier cet atelier' }).click();
    await organizer.tab.getByRole('alert').waitFor();
    await organizer.tab.getByRole('button', { name: 'Partir d’un programme' }).click();
    await organizer.tab.getByRole('button', { name: /modèle/i }).click();
    expect(await organizer.tab.getByLabel('Titre', { exact: true }).first().inputValue()).toBe('Comité de pilotage');
    await organizer.tab.getByRole('button', { name: /Créer l’atelier/ }).click();
    await enter(organizer);
    await organizer.tab.getByRole('button', { name: 'Démarrer l’agenda' }).waitFor();
    await attendee.page.reload();
    await attendee.tab.getByRole('button', { name: 'Entrer dans l’atelier' }).waitFor();
    const again = { chatId: `19:third-${workshop.workshopId}@thread.v2`, meetingId: 'meeting-3' };
    const other = await inTeams({ ...again, userObjectId: objectId, tokens });
    await other.tab.getByLabel('Lien d’hôte de l’atelier').fill(workshop.host);
    await other.tab.getByRole('button', { name: 'Relier cet atelier' }).click();
    await enter(other);
    await other.tab.getByRole('button', { name: 'Démarrer l’agenda' }).waitFor();
    noComplaints(/status of 403.*api\/teams\/conversation/);
  });

  it('MT9 a pinned tab carries the participants’ link, and opens by it with an account and without', async () => {
    const size = { width: 800, height: 600 };
    const settings = await inTeams({ frameContext: 'settings' }, '/t', size);
    await settings.tab.getByLabel('Lien ou code des participants').fill(workshop.host);
    await settings.tab.getByRole('button', { name: 'Vérifier' }).click();
    await settings.tab.getByText('C’est un lien d’un autre rôle.', { exact: false }).waitFor();
    await settings.tab.getByLabel('Lien ou code des participants').fill(workshop.participant);
    await settings.tab.getByRole('button', { name: 'Vérifier' }).click();
    await settings.tab.getByText('Enregistrez dans Teams.', { exact: false }).waitFor();
    expect((await settings.calls('settings.setValidityState')).map(({ args }) => args[0])).toEqual([false, true]);
    await settings.save();
    await expect.poll(async () => (await settings.calls('settings.save.success')).length).toBe(1);
    const [saved] = await settings.calls('settings.setSettings');
    const pinned = saved?.args[0] as { readonly contentUrl: string; readonly websiteUrl: string };
    expect(pinned.contentUrl).toBe(`https://${teamsHostName}/t#${tokenOf(workshop.participant)}`);
    expect(pinned.websiteUrl).toBe(workshop.participant);
    const channel = { frameContext: 'content', chatId: '19:channel@thread.tacv2' } as const;
    const known = await inTeams(channel, pinned.contentUrl, size);
    await enter(known);
    await known.tab.getByText('Vous êtes bien arrivé·e.').waitFor();
    const guest = await inTeams(
      { ...channel, tokens: { silent: '!User is not authenticated', asking: '!' } },
      pinned.contentUrl,
      size,
    );
    await asGuest(guest, 'Sans Compte');
    noComplaints();
  });

  it('MT10 a person in Teams and on a phone at once is one person: same group, same answers', async () => {
    const panel = await inTeams({ joinMeeting: 'works' });
    await enter(panel);
    await panel.tab.getByText('Vous êtes bien arrivé·e.').waitFor();
    const answer = panel.page.waitForResponse((response) => response.url().endsWith('/api/pass'));
    await panel.tab.getByRole('button', { name: 'Continuer sur mon téléphone' }).click();
    const { value } = (await (await answer).json()) as { readonly value: string };
    await panel.tab.getByRole('img', { name: /Code QR/ }).waitFor();
    await panel.tab.getByRole('button', { name: 'Fermer' }).click();
    const mobile = await theatre.plain('phone', phone, value);
    await mobile.page.getByText('Vous êtes bien arrivé·e.').waitFor();
    await send({ kind: 'ReviseGroup', groupId: groupIdOf(1), group: { name: 'Un', animatorName: '', roomUrl: room } });
    await send({
      kind: 'ReviseGroup',
      groupId: groupIdOf(2),
      group: { name: 'Deux', animatorName: '', roomUrl: room },
    });
    await send({ kind: 'StartAgenda', plan: 'fromNow' });
    await send({ kind: 'FormGroups', slotId: breakoutSlotId });
    await send({ kind: 'OpenBreakout', slotId: breakoutSlotId });
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
    const people = hostPage.view?.kind === 'host' ? Object.values(hostPage.view.people) : [];
    expect(people.filter(({ role }) => role === 'participant')).toHaveLength(1);
    await panel.tab.getByRole('link', { name: /salle/ }).first().click();
    await expect.poll(async () => (await panel.calls('meeting.joinMeeting')).length).toBe(1);
    noComplaints();
  });

  it('MT11 a phone, and a Teams that knows no joining, follow the link of the room; a room elsewhere opens by itself', async () => {
    const mobile = await inTeams({ clientType: 'android', joinMeeting: 'works' });
    const desktop = await inTeams({ joinMeeting: 'fails' });
    for (const each of [mobile, desktop]) {
      await enter(each);
      await each.tab.getByText('Vous êtes bien arrivé·e.').waitFor();
    }
    await send({ kind: 'ReviseGroup', groupId: groupIdOf(1), group: { name: 'Un', animatorName: '', roomUrl: room } });
    await send({
      kind: 'ReviseGroup',
      groupId: groupIdOf(2),
      group: { name: 'Deux', animatorName: '', roomUrl: room },
    });
    await send({ kind: 'StartAgenda', plan: 'fromNow' });
    await send({ kind: 'FormGroups', slotId: breakoutSlotId });
    await send({ kind: 'OpenBreakout', slotId: breakoutSlotId });
    for (const each of [mobile, desktop]) {
      await each.tab.getByRole('link', { name: /salle/ }).first().click();
      await expect.poll(async () => (await each.calls('executeDeepLink')).length).toBe(1);
    }
    expect(await mobile.calls('meeting.joinMeeting')).toEqual([]);
    // A room that is no meeting of Teams is none of its business.
    const elsewhere = 'https://visio.exemple.test/salle';
    for (const number of [1, 2]) {
      const group = { name: `Groupe ${number}`, animatorName: '', roomUrl: elsewhere };
      await send({ kind: 'ReviseGroup', groupId: groupIdOf(number), group });
    }
    const link = desktop.tab.locator(`a[href="${elsewhere}"]`).first();
    const opened = desktop.context.waitForEvent('page');
    await link.click();
    await opened;
    expect(await desktop.calls('executeDeepLink')).toHaveLength(1);
    noComplaints();
  });

  it('MT12 a guest’s phone shows a code that makes an account of Teams the same person', async () => {
    const mobile = await theatre.plain('guest', phone, workshop.participant);
    await mobile.page.getByLabel('Votre prénom et votre nom').fill('Venue Avant');
    await mobile.page.getByRole('button', { name: 'Entrer dans l’atelier' }).click();
    await mobile.page.getByRole('button', { name: 'C’est moi dans Teams' }).click();
    const shown = await mobile.page.getByText(/Code\s: [A-Z2-9]{4}-[A-Z2-9]{4}/).textContent();
    const panel = await inTeams({});
    await panel.tab.getByText('J’ai déjà rejoint sur mon téléphone').click();
    await panel.tab.getByLabel('Code affiché sur le téléphone').fill('AAAA-AAAA');
    await panel.tab.getByRole('button', { name: 'C’est moi', exact: true }).click();
    await panel.tab.getByRole('alert').waitFor();
    await panel.tab.getByLabel('Code affiché sur le téléphone').fill(shown?.split(': ')[1] ?? '');
    await panel.tab.getByRole('button', { name: 'C’est moi', exact: true }).click();
    await panel.tab.getByText('Venue Avant', { exact: false }).waitFor();
    // In Teams, as a guest first, then by the account.
    const guest = await inTeams(
      { tokens: { silent: '!resourceRequiresConsent', asking: await somebody().token } },
      `/t#${tokenOf(workshop.participant)}`,
    );
    await guest.tab.getByRole('button', { name: /Entrer sans compte/ }).click();
    await asGuest(guest, 'Plus Tard');
    await guest.tab.getByRole('button', { name: 'C’est moi dans Teams' }).click();
    await guest.tab.getByText('Teams vous reconnaît désormais ici.').waitFor();
    noComplaints(/status of 409.*api\/teams\/attach/);
  });

  it('MT13 a deep link to a group opens it on the console; a browser that refuses to store stops nobody', async () => {
    const { objectId, token } = somebody();
    roles.set(objectId, 'organizer');
    await send({ kind: 'StartAgenda', plan: 'fromNow' });
    await send({ kind: 'FormGroups', slotId: breakoutSlotId });
    const host = await inTeams({
      userObjectId: objectId,
      tokens: { silent: await token, asking: await token },
      subEntityId: groupSubPage(groupIdOf(2)),
    });
    await enter(host);
    await host.tab
      .getByRole('dialog')
      .getByText(/Groupe 2/)
      .first()
      .waitFor();
    const refusing = await inTeams({});
    await refusing.page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await refusing.page.reload();
    await enter(refusing);
    await refusing.tab
      .getByText(/Groupe \d|Vous êtes bien arrivé·e./)
      .first()
      .waitFor();
    noComplaints();
  });

  it('MR12 a host makes the rooms: told before Microsoft asks in its window, refused and then given; people see the links', async () => {
    const { objectId, token } = somebody();
    roles.set(objectId, 'organizer');
    entra.consent.visitor = objectId;
    const tokens = { silent: await token, asking: await token };
    const host = await inTeams({ userObjectId: objectId, tenantId, tokens });
    await enter(host);
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
    expect(entra.consent.windows).toEqual([]);
    await answering('Annuler');
    await tab.getByText('Aparté n’a pas reçu cet accord').waitFor();
    expect(graph.calls).toEqual([]);
    await tab.getByRole('button', { name: 'Réessayer' }).click();
    await answering('Accepter');
    await tab.getByText('2 réunions créées').waitFor();
    await tab.getByText('2 sur 2 groupes avec une salle').waitFor();
    expect(entra.consent.windows.map(({ pathname }) => pathname)).toEqual(
      [1, 2].map(() => `/${tenantId}/oauth2/v2.0/authorize`),
    );
    expect(await tab.locator('html').evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(sidePanel.width);

    const mobile = await theatre.plain('participant', phone, workshop.participant);
    await mobile.page.getByLabel('Votre prénom et votre nom').fill('Sans Compte');
    await mobile.page.getByRole('button', { name: 'Entrer dans l’atelier' }).click();
    await mobile.page.getByText('Vous êtes bien arrivé·e.').waitFor();
    await send({ kind: 'StartAgenda', plan: 'fromNow' });
    await send({ kind: 'FormGroups', slotId: breakoutSlotId });
    await send({ kind: 'OpenBreakout', slotId: breakoutSlotId });
    const link = mobile.page.getByRole('link', { name: /salle/ }).first();
    await link.waitFor();
    expect(graph.meetings.map(({ joinWebUrl }) => joinWebUrl)).toContain(await link.getAttribute('href'));
    noComplaints(/status of 403.*api\/teams\/rooms/);
  });

  it('MR12 in a plain browser the same dialog says where meetings are made, and leads to links and to the check-list', async () => {
    const { page } = await theatre.plain('host', { width: 1280, height: 800 }, workshop.host);
    await page.getByLabel('Votre prénom et votre nom').fill('Hôte');
    await page.getByRole('button', { name: /^Entrer/ }).click();
    await send({ kind: 'FormGroups', slotId: breakoutSlotId });
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
    await send({ kind: 'ReviseGroup', groupId: groupIdOf(1), group: { roomUrl: room } });
    await expect.poll(() => page.getByLabel('Lien de la salle').first().inputValue()).toBe(room);
    await page.getByRole('button', { name: 'Faire créer les réunions', exact: false }).click();
    await page.getByText('1 sur 2 groupes avec une salle').waitFor();
    await hostPage.until(({ view }) => view?.kind === 'host' && view.groups[0]?.name === 'Autre nom');
    expect(hostPage.view).toMatchObject({ groups: [{ name: 'Autre nom', roomUrl: room }, { roomUrl: '' }] });
    noComplaints();
  });
});
