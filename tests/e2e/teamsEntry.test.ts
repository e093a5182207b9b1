import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { groupSubPage } from '../../shared/protocol/teamsLinks.ts';
import { breakoutSlotId, groupIdOf } from '../doubles/breakoutScene.ts';
import { phone, sidePanel } from './fakeTeams.ts';
import { chat, TeamsTabs, tokenOf } from './teamsTabs.ts';

describe('coming in from Teams, by the real library', () => {
  let scene: TeamsTabs;

  beforeAll(async () => {
    scene = await TeamsTabs.open();
  });
  afterAll(() => scene?.close());
  beforeEach(() => scene.found());

  it('MT2 in the side panel an account enters under its name, is asked nothing the next time, and follows theme and language', async () => {
    const panel = await scene.inTeams({});
    const { tab } = panel;
    await tab.getByLabel('Votre prénom et votre nom').waitFor();
    expect(await tab.getByLabel('Votre prénom et votre nom').inputValue()).toBe(`Personne ${scene.lastPerson}`);
    await scene.enter(panel);
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
    scene.noComplaints();
  });

  it('MT3 what needs consent is asked for by a press; who refuses it enters with the code, inside Teams', async () => {
    const { token } = scene.somebody();
    const agreeing = await scene.inTeams({ tokens: { silent: '!resourceRequiresConsent', asking: await token } });
    await agreeing.tab.getByRole('button', { name: 'Autoriser' }).click();
    await agreeing.tab.getByRole('button', { name: 'Entrer dans l’atelier' }).waitFor();
    const refusing = await scene.inTeams({
      tokens: { silent: '!resourceRequiresConsent', asking: '!AADSTS90094: administrator consent' },
    });
    await refusing.tab.getByRole('button', { name: 'Autoriser' }).click();
    await refusing.tab.getByText('Aparté n’a pas reçu votre accord').waitFor();
    await refusing.tab.getByRole('button', { name: /Entrer sans compte/ }).click();
    await refusing.tab.getByLabel('Code ou lien').fill(scene.workshop.participant);
    await refusing.tab.getByRole('button', { name: 'Continuer' }).click();
    // The page begins anew with the link: the account is still not given, and the way without it still there.
    await refusing.tab.getByRole('button', { name: /Entrer sans compte/ }).click();
    await scene.asGuest(refusing, 'Sans Accord');
    scene.noComplaints();
  });

  it('MT4 whoever has no account enters as a guest by the code, without being asked anything about one', async () => {
    const { objectId: _none, ...nobody } = { objectId: '' };
    const anonymous = await scene.theatre.frame('anonymous', sidePanel, '/t', {
      frameContext: 'sidePanel',
      tokens: { silent: '!User is not authenticated', asking: '!User is not authenticated' },
      ...chat,
      ...nobody,
    });
    await anonymous.tab.getByLabel('Code ou lien').fill(tokenOf(scene.workshop.participant));
    await anonymous.tab.getByRole('button', { name: 'Continuer' }).click();
    await scene.asGuest(anonymous, 'Anne Onyme');
    scene.noComplaints();
  });

  it('MT5 a frame in which nobody answers is given up after four seconds, for the browser or a code', async () => {
    const silent = await scene.inTeams({ isSilent: true }, `/t#${tokenOf(scene.workshop.participant)}`);
    const link = silent.tab.getByRole('link', { name: 'Ouvrir dans le navigateur' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(`/p#${tokenOf(scene.workshop.participant)}`);
    await silent.tab.getByRole('button', { name: 'Continuer ici, avec un code' }).click();
    await scene.asGuest(silent, 'Sans Teams');
    expect((await silent.calls('getContext')).length).toBe(0);
    scene.noComplaints();
  });

  it('MT6 the page opens in a plain browser as any other, and no plain page loads anything of Teams', async () => {
    for (const [address, shown] of [
      ['/t', /Aparté/],
      [`/t#${tokenOf(scene.workshop.participant)}`, /Modèles/],
      [scene.workshop.participant, /Modèles/],
      [scene.workshop.host, /Modèles/],
      [scene.workshop.display, /Modèles/],
    ] as const) {
      const { page, asked } = await scene.theatre.plain('plain', phone, address);
      await page.getByText(shown).first().waitFor();
      expect(new URL(page.url()).pathname).not.toBe('/t');
      expect(asked.filter((url) => /teamsHost|office\.net/.test(url))).toEqual([]);
      await page.close();
    }
    scene.noComplaints();
  });

  it('MT12 a guest’s phone shows a code that makes an account of Teams the same person', async () => {
    const mobile = await scene.theatre.plain('guest', phone, scene.workshop.participant);
    await mobile.page.getByLabel('Votre prénom et votre nom').fill('Venue Avant');
    await mobile.page.getByRole('button', { name: 'Entrer dans l’atelier' }).click();
    await mobile.page.getByRole('button', { name: 'C’est moi dans Teams' }).click();
    const shown = await mobile.page.getByText(/Code\s: [A-Z2-9]{4}-[A-Z2-9]{4}/).textContent();
    const panel = await scene.inTeams({});
    await panel.tab.getByText('J’ai déjà rejoint sur mon téléphone').click();
    await panel.tab.getByLabel('Code affiché sur le téléphone').fill('AAAA-AAAA');
    await panel.tab.getByRole('button', { name: 'C’est moi', exact: true }).click();
    await panel.tab.getByRole('alert').waitFor();
    await panel.tab.getByLabel('Code affiché sur le téléphone').fill(shown?.split(': ')[1] ?? '');
    await panel.tab.getByRole('button', { name: 'C’est moi', exact: true }).click();
    await panel.tab.getByText('Venue Avant', { exact: false }).waitFor();
    // In Teams, as a guest first, then by the account.
    const guest = await scene.inTeams(
      { tokens: { silent: '!resourceRequiresConsent', asking: await scene.somebody().token } },
      `/t#${tokenOf(scene.workshop.participant)}`,
    );
    await guest.tab.getByRole('button', { name: /Entrer sans compte/ }).click();
    await scene.asGuest(guest, 'Plus Tard');
    await guest.tab.getByRole('button', { name: 'C’est moi dans Teams' }).click();
    await guest.tab.getByText('Teams vous reconnaît désormais ici.').waitFor();
    scene.noComplaints(/status of 409.*api\/teams\/attach/);
  });

  it('MT13 a deep link to a group opens it on the console; a browser that refuses to store stops nobody', async () => {
    const { objectId, token } = scene.somebody();
    scene.roles.set(objectId, 'organizer');
    await scene.send({ kind: 'StartAgenda', plan: 'fromNow' });
    await scene.send({ kind: 'FormGroups', slotId: breakoutSlotId });
    const host = await scene.inTeams({
      userObjectId: objectId,
      tokens: { silent: await token, asking: await token },
      subEntityId: groupSubPage(groupIdOf(2)),
    });
    await scene.enter(host);
    await host.tab
      .getByRole('dialog')
      .getByText(/Groupe 2/)
      .first()
      .waitFor();
    const refusing = await scene.inTeams({});
    await refusing.page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await refusing.page.reload();
    await scene.enter(refusing);
    await refusing.tab
      .getByText(/Groupe \d|Vous êtes bien arrivé·e./)
      .first()
      .waitFor();
    scene.noComplaints();
  });
});
