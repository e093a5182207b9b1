import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SharedLink } from '../../shared/protocol/http.ts';
import { type ServerProcess, startServer } from '../doubles/serverProcess.ts';
import { openTheatre, type Theatre, type Visitor } from './browser.ts';
import { animator, clockSeconds, clockSpread, enter, host, participant } from './roles.ts';

const programme = readFileSync(
  new URL('../fixtures/programmes/atelier-2-modeles-socio-economiques.md', import.meta.url),
  'utf8',
);
const breakoutTitle = 'Répartition en 3 groupes';
const networks = ['Fondation de Lille', 'Réseau Alliances', 'ADASI'];
const names = [
  'Amina Benali',
  'Basile Roux',
  'Claire Lemoine',
  'David Nguyen',
  'Élodie Faure',
  'Farid Haddad',
  'Gaëlle Le Goff',
  'Hugo Martin',
  'Inès Carvalho',
  'Jules Petit',
  'Karima Saïdi',
  'Léon Bernard',
];
const latecomer = 'Maëlle Durand';

/** The whole scene, once: each step stands on the ones before it, so they share one workshop and run in order. */
describe('a workshop from its programme to the restitution', () => {
  let dataDir: string;
  let server: ServerProcess;
  let theatre: Theatre;
  let links: Record<'host' | 'participant' | 'display' | 'code', string> & { animators: string[] };
  let mainHost: Visitor;
  let secondHost: Visitor;
  let display: Visitor;
  const animators: Visitor[] = [];
  const people: Visitor[] = [];
  /** Person → number of their group, as their own phone says. */
  const groupOf = new Map<string, number>();
  const posted: string[] = [];

  const everyone = (): Visitor[] => [mainHost, secondHost, ...animators, ...people, display];
  const person = (name: string): Visitor => {
    const found = people.find((each) => each.name === name);
    if (found === undefined) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const inGroup = (number: number): Visitor[] => people.filter((each) => groupOf.get(each.name) === number);
  const groupNumber = async (visitor: Visitor): Promise<number> =>
    Number(/Groupe (\d)/.exec(await participant.groupName(visitor))?.[1]);

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'aparte-scene-'));
    server = await startServer({ dataDir, environment: { RATE_LIMIT_SCALE: '10' } });
    theatre = await openTheatre();
  });

  // A failing step leaves pictures of what the people concerned saw: tests/out is not committed.
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    for (const { name, page } of [mainHost, secondHost, display, ...animators, people[0]].filter(
      (each) => each !== undefined,
    )) {
      await page.screenshot({ path: join('tests/out', `${task.name.slice(0, 3).trim()}-${name}.png`), fullPage: true });
    }
  });

  afterAll(async () => {
    await theatre?.close();
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('Z1 a newcomer pastes the programme, sees its guesses and contradictions, corrects it and gets the links', async () => {
    const newcomer = await theatre.open('Newcomer', 'laptop', `${server.origin}/#${server.setUpKey}`);
    const { page } = newcomer;
    await page.getByLabel('Programme').fill(programme);
    await page.getByRole('button', { name: 'Lire le programme' }).click();
    await page.getByText('18 séquences').waitFor();
    await page.getByText('3 contradictions dans le programme').waitFor();
    expect(await page.getByText('3 + 40 + 5/10 min n’entrent pas dans 40 min').count()).toBeGreaterThan(0);
    expect(await page.getByText('deviné').count()).toBeGreaterThan(0);

    // Correcting one contradiction takes it away at once; a reload loses nothing of it.
    const minutesOfBreakout = page.getByLabel('Minutes').nth(15);
    expect(await minutesOfBreakout.inputValue()).toBe('20');
    await minutesOfBreakout.fill('15');
    await page.getByText('2 contradictions dans le programme').waitFor();
    await page.reload();
    await page.getByText('2 contradictions dans le programme').waitFor();

    for (const [index, field] of (await page.getByLabel('Lien de la salle').all()).entries()) {
      await field.fill(`https://rooms.example.org/salle-${index + 1}`);
    }
    const reply = page.waitForResponse(
      (response) => response.url().endsWith('/api/workshops') && response.status() === 201,
    );
    await page.getByRole('button', { name: 'Créer l’atelier' }).click();
    const body = (await (await reply).json()) as { links: SharedLink[] };
    await page.getByText('L’atelier est prêt.').waitFor();
    const addressOf = (role: SharedLink['role'], medium: SharedLink['medium'] = 'link') =>
      body.links.find((link) => link.role === role && link.medium === medium)?.value ?? '';
    links = {
      host: addressOf('host'),
      participant: addressOf('participant'),
      display: addressOf('display'),
      code: addressOf('participant', 'code'),
      animators: body.links.filter((link) => link.role === 'animator').map((link) => link.value),
    };
    expect(links.animators).toHaveLength(3);
    // What is handed out is what the page shows.
    for (const link of [links.host, links.participant, links.display, ...links.animators]) {
      expect(await page.locator(`input[value="${link}"]`).count()).toBe(1);
    }
    await newcomer.context.close();
  });

  it('Z2 hosts, animators, twelve phones and a display come in without an account', async () => {
    mainHost = await theatre.open('Hélène Hôte', 'laptop', links.host);
    await enter(mainHost, 'Réseau des catalyseurs');
    secondHost = await theatre.open('Second Hôte', 'laptop', links.host);
    await enter(secondHost, 'Réseau des catalyseurs');
    display = await theatre.open('Display', 'screen', links.display);
    for (const [index, link] of links.animators.entries()) {
      const visitor = await theatre.open(`Anim ${networks[index]}`, 'laptop', link);
      await enter(visitor, networks[index] ?? '');
      animators.push(visitor);
    }
    for (const [index, name] of names.entries()) {
      // One of them types the code on the first page instead of following the link.
      const byCode = index === 0;
      const visitor = await theatre.open(name, 'phone', byCode ? `${server.origin}/` : links.participant);
      if (byCode) {
        await visitor.page.getByLabel('Code de l’atelier').fill(links.code.toLowerCase());
        await visitor.page.getByRole('button', { name: 'Entrer' }).click();
      }
      await enter(visitor, `Organisation ${index % 4}`);
      people.push(visitor);
    }
    for (const visitor of people) await visitor.page.getByText('Vous êtes bien arrivé·e.').waitFor();
    await display.page.getByText(links.code).waitFor();
  });

  it('Z3 the host starts the agenda and every screen shows the same clock', async () => {
    await host.startAgenda(mainHost);
    for (const visitor of everyone()) await visitor.page.locator('.clock__digits').first().waitFor();
    expect(await clockSpread(everyone())).toBeLessThanOrEqual(1);
  });

  it('Z4 two hosts press Next together: one step', async () => {
    await mainHost.page.getByText('Séquence 1 sur 18').waitFor();
    await secondHost.page.getByText('Séquence 1 sur 18').waitFor();
    await host.pressTogether([mainHost, secondHost], 'Séquence suivante');
    await mainHost.page.getByText('Séquence 2 sur 18').waitFor();
    await secondHost.page.getByText('Séquence 2 sur 18').waitFor();
    await host.jumpTo(mainHost, breakoutTitle);
    await secondHost.page.getByText('Séquence 16 sur 18').waitFor();
  });

  it('H19 the host presses twice in a hurry: the groups are formed, and wait to be opened', async () => {
    await host.pressTwice(mainHost, 'Former les groupes', 'Ouvrir les groupes');
    await mainHost.page.getByRole('article').nth(2).waitFor();
    await host.settled(mainHost, 'Ouvrir les groupes');
    await mainHost.page.getByText('formés, pas encore ouverts').waitFor();
  });

  it('Z5 the host adjusts three groups by hand, opens; each person sees group, animator and room', async () => {
    const moved = 'Karima Saïdi';
    const cards = mainHost.page.getByRole('article');
    const before = await cards.filter({ hasText: moved }).getAttribute('aria-label');
    const target = networks.find((network) => !before?.includes(network)) ?? '';
    await host.movePerson(mainHost, moved, target);
    await cards
      .filter({ hasText: moved })
      .and(mainHost.page.getByRole('article', { name: new RegExp(target) }))
      .waitFor();
    await host.press(mainHost, 'Ouvrir les groupes');
    for (const visitor of people) {
      await visitor.page
        .getByRole('heading', { name: /Groupe \d/ })
        .first()
        .waitFor();
      const number = await groupNumber(visitor);
      groupOf.set(visitor.name, number);
      expect(await visitor.page.getByText(networks[number - 1] ?? '?').count()).toBeGreaterThan(0);
      const room = visitor.page.getByRole('link', { name: /Rejoindre la salle/ });
      expect(await room.getAttribute('href')).toBe(`https://rooms.example.org/salle-${number}`);
    }
    expect(groupOf.get(moved)).toBe(networks.indexOf(target) + 1);
    const sizes = [1, 2, 3].map((number) => inGroup(number).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(names.length);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(3);
    // The clock is the same for those who just turned to their groups.
    expect(await clockSpread(everyone())).toBeLessThanOrEqual(1);
  });

  it('Z6 a late arrival is placed at once and nobody else moves', async () => {
    const late = await theatre.open(latecomer, 'phone', links.participant);
    await enter(late, 'Organisation 9');
    await late.page
      .getByRole('heading', { name: /Groupe \d/ })
      .first()
      .waitFor();
    for (const visitor of people) expect(await groupNumber(visitor)).toBe(groupOf.get(visitor.name));
    groupOf.set(latecomer, await groupNumber(late));
    people.push(late);
  });

  it('Z7 people say that they have arrived, and animators see who has and who has not', async () => {
    // All of the first group, one of the second, nobody of the third: whoever was drawn into which.
    const arrived = [inGroup(1), inGroup(2).slice(0, 1), []];
    for (const visitor of arrived.flat()) {
      await visitor.page.getByRole('button', { name: 'J’y suis' }).click();
      await visitor.page.getByText('Vous y êtes').waitFor();
    }
    const [all, some, none] = animators as [Visitor, Visitor, Visitor];
    await all.page.getByText('Tout le monde est là.').waitFor();
    await all.page.getByText(`Dans la salle (${inGroup(1).length})`).waitFor();
    await some.page.getByText('Dans la salle (1)').waitFor();
    await some.page.getByText(`Pas encore là (${inGroup(2).length - 1})`).waitFor();
    await none.page.getByText(`Pas encore là (${inGroup(3).length})`).waitFor();
  });

  it('Z8 answers are sent, seen live by their group alone, while the server is killed and a phone is cut off', async () => {
    theatre.expectCuts(true);
    const cut = person('Basile Roux');
    const cutText = 'Écrit pendant la coupure : financer le temps de coopération.';
    await cut.context.setOffline(true);
    await cut.page
      .getByText(/Hors ligne/)
      .first()
      .waitFor();
    const cutAt = await clockSeconds(mainHost);
    await participant.answer(cut, cutText);
    await cut.page.getByText('gardée sur cet appareil').first().waitFor();
    posted.push(cutText);

    for (const [index, visitor] of people.filter((each) => each !== cut).entries()) {
      const text = `Réponse ${index + 1} de ${visitor.name} : mutualiser les moyens du territoire.`;
      posted.push(text);
      await participant.answer(visitor, text);
      if (index === 4) {
        await server.kill();
        server = await startServer({ dataDir, port: server.port, environment: { RATE_LIMIT_SCALE: '10' } });
      }
    }
    for (const visitor of people) {
      if (visitor === cut) continue;
      await participant.sent(visitor, visitor.name);
    }
    // What was typed and not yet sent survives a reload of the page.
    const typing = person('Claire Lemoine');
    await typing.page.getByRole('textbox', { name: /Votre réponse/ }).fill('Un brouillon pas encore envoyé');
    await typing.page.reload();
    await expect
      .poll(() => typing.page.getByRole('textbox', { name: /Votre réponse/ }).inputValue(), { timeout: 20_000 })
      .toBe('Un brouillon pas encore envoyé');
    await typing.page.getByRole('textbox', { name: /Votre réponse/ }).fill('');

    // The phone stays cut off for a minute of the workshop's own clock.
    await expect
      .poll(async () => (cutAt ?? 0) - ((await clockSeconds(mainHost)) ?? 0), { timeout: 120_000, interval: 1_000 })
      .toBeGreaterThanOrEqual(60);
    await cut.context.setOffline(false);
    await participant.sent(cut, cutText);
    theatre.expectCuts(false);

    for (const [index, visitor] of animators.entries()) {
      const number = index + 1;
      for (const member of inGroup(number)) {
        const text = member === cut ? cutText : member.name;
        await visitor.page.getByRole('listitem').filter({ hasText: text }).first().waitFor();
      }
    }
    for (const visitor of people) {
      for (const other of people) {
        if (groupOf.get(other.name) === groupOf.get(visitor.name) || other === cut) continue;
        expect(await visitor.page.getByText(`de ${other.name} :`).count()).toBe(0);
      }
    }
  });

  it('Z9 a host who reloads is back where everybody is', async () => {
    await mainHost.page.reload();
    await mainHost.page.getByText('Séquence 16 sur 18').waitFor();
    expect(await clockSpread([mainHost, secondHost, display])).toBeLessThanOrEqual(1);
  });

  it('Z10 an animator calls for help, a host answers', async () => {
    const caller = animators[1] as Visitor;
    await caller.page.getByRole('button', { name: 'Appeler l’hôte à l’aide' }).click();
    await caller.page.getByLabel(/Que se passe-t-il/).fill('Le son ne marche pas.');
    await caller.page.getByRole('button', { name: 'Appeler', exact: true }).click();
    await mainHost.page.getByText('Le son ne marche pas.').waitFor();
    await mainHost.page.getByRole('button', { name: 'Répondu' }).click();
    await mainHost.page.getByText('Le son ne marche pas.').waitFor({ state: 'detached' });
    await caller.page.getByText('Le son ne marche pas.').waitFor({ state: 'detached' });
  });

  it('Z11 each animator drafts two key ideas that cite answers, and submits exactly two', async () => {
    for (const [index, visitor] of animators.entries()) {
      const number = index + 1;
      const [first, second] = inGroup(number).filter((each) => each.name !== 'Basile Roux');
      const quoted = (member: Visitor | undefined) => new RegExp(`de ${member?.name} :`);
      await animator.draft(visitor, 1, `Idée A du groupe ${number}`, [quoted(first)]);
      await visitor.page.getByRole('button', { name: /Encore une idée force à/ }).waitFor();
      await animator.draft(visitor, 2, `Idée B du groupe ${number}`, [quoted(second)]);
      await animator.submit(visitor);
    }
    for (const network of networks) {
      await mainHost.page
        .getByRole('article', { name: new RegExp(network) })
        .getByText('remises')
        .waitFor();
    }
  });

  it('Z12 the host announces, extends by three minutes and brings everyone back', async () => {
    await host.announce(mainHost, 'Il reste 2 minutes.');
    for (const visitor of [...people, ...animators])
      await visitor.page.getByText('Il reste 2 minutes.').first().waitFor();
    const before = (await clockSeconds(mainHost)) ?? 0;
    await host.press(mainHost, 'Prolonger de 3 minutes');
    await expect.poll(async () => (await clockSeconds(mainHost)) ?? 0).toBeGreaterThan(before + 150);
    await expect.poll(() => clockSpread(everyone())).toBeLessThanOrEqual(1);
    await host.press(mainHost, 'Ramener tout le monde');
    for (const visitor of people) await visitor.page.getByText('Retour en plénière').first().waitFor();
  });

  it('Z13 the display shows the groups one by one with their share of the time, then the wall of six', async () => {
    await host.press(mainHost, 'Séquence suivante');
    for (const [index, network] of networks.entries()) {
      await host.press(mainHost, new RegExp(`^Présenter ${network}`));
      const number = index + 1;
      await display.page.getByText(`Idée A du groupe ${number}`).waitFor();
      await display.page.getByText(`Idée B du groupe ${number}`).waitFor();
      expect(await display.page.getByText(network).count()).toBeGreaterThan(0);
      const share = await clockSeconds(display);
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThanOrEqual(300);
      await person('Amina Benali').page.getByText(`Idée A du groupe ${number}`).waitFor();
    }
    await host.press(mainHost, 'Montrer le mur des idées forces');
    for (const number of [1, 2, 3]) {
      for (const letter of ['A', 'B']) await display.page.getByText(`Idée ${letter} du groupe ${number}`).waitFor();
    }
  });

  it('Z14 the report holds every answer once, the six key ideas and their citations', async () => {
    await host.press(mainHost, 'Autres actions');
    await mainHost.page.getByRole('menuitem', { name: 'Compte rendu' }).click();
    const download = mainHost.page.waitForEvent('download');
    await mainHost.page
      .getByRole('dialog')
      .getByRole('button', { name: /Markdown/ })
      .click();
    const report = readFileSync(await (await download).path(), 'utf8');
    const occurrences = (text: string) => report.split(text).length - 1;
    for (const text of posted) expect(occurrences(text.slice(0, 30)), text).toBeGreaterThanOrEqual(1);
    for (const number of [1, 2, 3]) {
      for (const letter of ['A', 'B']) expect(report).toContain(`Idée ${letter} du groupe ${number}`);
    }
  });

  it('Z15 no page complained', () => {
    expect(theatre.complaints).toEqual([]);
  });
});
