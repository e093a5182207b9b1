import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { emptyRecipe } from '../../shared/groups/recipe.ts';
import { seenPlaces } from '../../shared/workshop/groups/seenPlaces.ts';
import { breakoutSlotId, carryOut, type FoundedWorkshop, foundWorkshop, groupIdOf } from '../doubles/breakoutScene.ts';
import { type HeadlessClient, joinWorkshop, until } from '../doubles/headlessClient.ts';
import type { ServerProcess } from '../doubles/serverProcess.ts';
import type { Theatre, Visitor } from './browser.ts';
import { type House, openHouse } from './house.ts';
import { animator, enter, host as hostPage, participant } from './roles.ts';

/** The day on which nothing goes as announced, once: each step stands on the ones before it. */
describe('a workshop on the day itself', () => {
  let house: House;
  let server: ServerProcess;
  let theatre: Theatre;
  let links: FoundedWorkshop;
  /** Prepares what a host would have prepared the day before. */
  let prepared: HeadlessClient;
  let host: Visitor;
  let amina: Visitor;
  let basile: Visitor;
  let chloe: Visitor;
  const animators: Visitor[] = [];

  const button = ({ page }: Visitor, name: string | RegExp) => page.getByRole('button', { name });
  const sees = ({ page }: Visitor, text: string | RegExp) => page.getByText(text).first().waitFor();
  const groupOf = async (visitor: Visitor) => /Groupe (\d)/.exec(await participant.groupName(visitor))?.[1];
  const arrive = async (name: string, organisation = ''): Promise<Visitor> => {
    const visitor = await theatre.open(name, 'phone', links.participant);
    await enter(visitor, organisation);
    return visitor;
  };

  beforeAll(async () => {
    house = await openHouse();
    ({ server, theatre } = house);
    links = await foundWorkshop(server.origin, server.setUpKey, 3);
    prepared = await joinWorkshop({ origin: server.origin, link: links.host, name: 'Préparation' });
    await carryOut(prepared, {
      kind: 'ChooseAttributes',
      attributes: [{ name: 'Région', asked: true, choices: ['Bretagne', 'Grand Est'] }],
    });
    const known = { email: '', attributes: {} };
    await carryOut(prepared, {
      kind: 'ExpectPeople',
      people: [
        { name: 'Amina Benali', organisation: 'Cluster Jura', ...known },
        { name: 'Basile Nguyen', organisation: 'Ronalpia', ...known },
        { name: 'Chloé Marchand', organisation: 'Cluster Jura', ...known },
      ],
    });
    for (const { id, number, name } of (await hostView()).groups) {
      const group = { name, animatorName: '', roomUrl: `https://rooms.example.org/salle-${number}` };
      await carryOut(prepared, { kind: 'ReviseGroup', groupId: id, group });
    }
  });

  // A failing step leaves pictures of what the people concerned saw: tests/out is not committed.
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    for (const visitor of [host, amina, basile, chloe, ...animators].filter((each) => each !== undefined))
      await visitor.page.screenshot({
        path: join('tests/out', `day-${task.name.slice(0, 3).trim()}-${visitor.name}.png`),
        fullPage: true,
      });
  });

  afterAll(async () => {
    prepared?.close();
    await house?.close();
  });

  const hostView = () => until(prepared, ({ view }) => (view?.kind === 'host' ? view : undefined));
  const idOf = (name: string) =>
    until(prepared, ({ view }) =>
      view?.kind === 'host' ? Object.values(view.people).find((person) => person.name === name)?.id : undefined,
    );
  /** Whatever stands in the log by now is in the host's view. */
  const placeOf = (name: string) =>
    until(prepared, ({ view }) => {
      if (view?.kind !== 'host') return undefined;
      const works = Object.values(view.breakouts[breakoutSlotId]?.works ?? {});
      const work = works.find(({ members }) => Object.values(members).some((member) => member.name === name));
      return work && view.groups.find(({ id }) => id === work.groupId)?.number;
    });

  it('Z19 somebody expected comes under nearly her name, says that it is her, and stands where she was placed', async () => {
    host = await theatre.open('Hélène Hôte', 'laptop', links.host);
    await enter(host, 'Réseau');
    for (const link of links.animators) {
      const visitor = await theatre.open(`Anim ${animators.length + 1}`, 'laptop', link);
      await enter(visitor, '');
      animators.push(visitor);
    }
    const groups = await Promise.all(
      ['Amina Benali', 'Basile Nguyen', 'Chloé Marchand'].map(async (name, index) => ({
        groupId: groupIdOf(index + 1),
        personIds: [await idOf(name)],
      })),
    );
    const publishing = { kind: 'PublishGroups', slotId: breakoutSlotId, groups, recipe: emptyRecipe } as const;
    const personIds = groups.flatMap((group) => group.personIds);
    await carryOut(prepared, { ...publishing, seenPlaces: seenPlaces({}, personIds) });
    amina = await theatre.open('BENALI amina', 'phone', links.participant);
    const { page } = amina;
    // What is asked may be answered, and stops nobody.
    await page.getByLabel(/Région/).selectOption('Bretagne');
    await enter(amina, '');
    await sees(amina, 'C’est vous ?');
    await button(amina, /^Oui, je suis Amina Benali Cluster Jura$/).click();
    await sees(amina, 'Bienvenue, BENALI amina');
    expect(await placeOf('BENALI amina')).toBe(1);

    basile = await arrive('Basile Nguyen');
    await button(basile, /Oui, je suis Basile Nguyen/).click();
    await sees(basile, 'Vous êtes bien arrivé·e.');
    // A namesake is somebody else, and says so.
    const namesake = await arrive('Chloé Marchand', 'Ailleurs');
    await button(namesake, 'Non, je suis quelqu’un d’autre').click();
    await sees(namesake, 'Vous êtes bien arrivé·e.');
    chloe = await arrive('Chloe Marchand');
    await button(chloe, /Oui, je suis Chloé Marchand/).click();
    await sees(chloe, 'Vous êtes bien arrivé·e.');
    const { people } = await hostView();
    expect(Object.values(people).filter(({ expected }) => expected)).toEqual([]);
    await carryOut(prepared, { kind: 'RemovePerson', personId: await idOf('Chloé Marchand') });
    await namesake.context.close();
  });

  it('J6 she puts right what she said of herself', async () => {
    const { page } = amina;
    await button(amina, 'Mes informations').click();
    await page.getByLabel('Votre prénom et votre nom').fill('Amina Benali');
    expect(await page.getByLabel(/Votre organisation/).inputValue()).toBe('Cluster Jura');
    expect(await page.getByLabel(/Région/).inputValue()).toBe('Bretagne');
    await page.getByLabel(/Région/).selectOption('Grand Est');
    await button(amina, 'Enregistrer').click();
    await sees(amina, 'Vos informations sont enregistrées.');
    await sees(amina, 'Bienvenue, Amina Benali');
    const found = await until(prepared, ({ view }) =>
      view?.kind === 'host' ? Object.values(view.people).find(({ name }) => name === 'Amina Benali') : undefined,
    );
    expect(found).toMatchObject({ organisation: 'Cluster Jura', attributes: { Région: 'Grand Est' } });
  });

  it('Z20 people choose their group; the last place is one person’s, and the choice ends for all', async () => {
    await carryOut(prepared, {
      kind: 'OfferChoice',
      slotId: breakoutSlotId,
      capacities: { [groupIdOf(1)]: 2, [groupIdOf(2)]: 1 },
    });
    const offer = ({ page }: Visitor, number: number, state: ':disabled' | '[aria-pressed=true]' | ':enabled') =>
      page.getByRole('button', { name: new RegExp(`^Groupe ${number}`) }).and(page.locator(state));
    // Whoever had a place keeps it, and may change.
    for (const [index, visitor] of [amina, basile, chloe].entries()) {
      await sees(visitor, 'Choisissez votre groupe');
      await offer(visitor, index + 1, '[aria-pressed=true]').waitFor();
    }
    await offer(chloe, 2, ':disabled').waitFor();
    await sees(chloe, '1 place libre sur 2');
    await offer(chloe, 1, ':enabled').click();
    await offer(chloe, 1, '[aria-pressed=true]').waitFor();
    await offer(basile, 1, ':disabled').waitFor();
    await offer(chloe, 3, ':enabled').click();
    await offer(basile, 1, ':enabled').waitFor();
    await carryOut(prepared, { kind: 'CloseChoice', slotId: breakoutSlotId });
    await sees(chloe, 'Le choix est terminé.');
    await carryOut(prepared, { kind: 'StartAgenda', plan: 'fromNow' });
    await carryOut(prepared, { kind: 'OpenBreakout', slotId: breakoutSlotId });
    for (const [index, visitor] of [amina, basile, chloe].entries()) {
      await sees(visitor, 'Votre groupe');
      expect(await groupOf(visitor)).toBe(String(index + 1));
    }
  });

  it('P31 whoever was taken out and comes back takes a place by opening the page; a page looked at offers it', async () => {
    const moving = { personId: await idOf('Chloe Marchand'), fromGroupId: groupIdOf(3) };
    await carryOut(prepared, { kind: 'MovePeople', slotId: breakoutSlotId, moves: [moving] });
    await sees(chloe, 'Vous n’êtes dans aucun groupe pour l’instant.');
    await chloe.page.reload();
    await sees(chloe, 'Une place vous attendait');
    expect(await groupOf(chloe)).toBe('3');
    await carryOut(prepared, { kind: 'MovePeople', slotId: breakoutSlotId, moves: [moving] });
    await button(chloe, 'Rejoindre un groupe').click();
    await sees(chloe, 'Une place vous attendait');
    await button(chloe, 'Compris').click();
  });

  it('Z21 P32 the animator vanishes: somebody of the group is named, on their own page, and finishes the key ideas', async () => {
    await participant.answer(basile, 'Mutualiser les achats des petites structures.');
    await participant.sent(basile, 'Mutualiser les achats');
    await animators[1]?.context.close();
    const card = host.page.getByRole('article', { name: 'Groupe 2' });
    await card.getByText('animation pas connectée').waitFor();
    await card.getByRole('button', { name: 'Confier l’animation à…' }).click();
    await host.page
      .getByRole('dialog')
      .getByLabel(/Basile Nguyen/)
      .check();
    await host.page.getByRole('dialog').getByRole('button', { name: 'Confier l’animation' }).click();

    const { page } = basile;
    await sees(basile, 'Vous animez maintenant le groupe 2');
    await sees(basile, 'Votre groupe a une nouvelle personne à l’animation');
    await button(basile, 'Compris').click();
    // The page, whichever address opens it, is that of whoever runs the group.
    await page.reload();
    await page.getByRole('heading', { name: /Groupe 2/ }).waitFor();
    await page.goto(links.participant.replace('/p#', '/a#'));
    await page.getByRole('heading', { name: /Groupe 2/ }).waitFor();
    await button(basile, /^Idées forces/).click();
    for (const [index, text] of ['Acheter ensemble.', 'Partager les postes.'].entries())
      await animator.draft(basile, index + 1, text, [/Mutualiser les achats/]);
    await animator.submit(basile);
    await card.getByText('remises').waitFor();
  });

  it('Z21 P32 released, they are a participant again, in the group', async () => {
    await button(host, 'Autres actions : Groupe 2').click();
    await host.page.getByRole('menuitem', { name: 'Reprendre Basile Nguyen comme participant·e' }).click();
    await sees(basile, 'Merci d’avoir animé');
    expect(await groupOf(basile)).toBe('2');
    // It was submitted, and stands: the group's own page says so.
    await basile.page.reload();
    expect(await groupOf(basile)).toBe('2');
  });

  it('Z22 two groups become one: everybody is told, the answers come along, and a late arrival is not lost', async () => {
    await participant.answer(chloe, 'Partir des besoins des habitants.');
    await participant.sent(chloe, 'Partir des besoins');
    await button(host, 'Autres actions : Groupe 3').click();
    await host.page.getByRole('menuitem', { name: 'Fusionner avec…' }).click();
    const dialog = host.page.getByRole('dialog');
    await dialog.getByLabel(/Groupe 1/).check();
    await dialog.getByRole('button', { name: 'Fusionner' }).click();

    await sees(chloe, 'Votre groupe a rejoint le groupe 1. Vos réponses vous suivent.');
    expect(await groupOf(chloe)).toBe('1');
    expect(await chloe.page.getByRole('link', { name: /Rejoindre la salle/ }).getAttribute('href')).toMatch(/salle-1$/);
    for (const visitor of [chloe, amina]) await sees(visitor, 'rendez-vous dans la salle du groupe 1');
    await sees(amina, 'Le groupe 3 a rejoint ce groupe.');
    await sees(amina, 'Partir des besoins des habitants.');
    const third = animators[2] as Visitor;
    await sees(third, 'Votre groupe a rejoint : Groupe 1');
    expect(await third.page.getByRole('link', { name: 'Salle du groupe 1' }).getAttribute('href')).toMatch(/salle-1$/);
    await host.page.getByRole('article', { name: 'Groupe 3' }).getByText('a rejoint le groupe 1').waitFor();

    const late = await arrive('Maëlle Durand');
    await sees(late, 'Votre groupe');
    // Of the two groups that are left, the second one has fewer people.
    expect(await groupOf(late)).toBe('2');
    await late.context.close();
  });

  it('Z22 the plenary hears the groups that are left, and the report tells what became of the other', async () => {
    await carryOut(prepared, { kind: 'BringBack', slotId: breakoutSlotId });
    await hostPage.press(host, 'Séquence suivante');
    await host.page.getByRole('heading', { name: 'Restitution', exact: true }).first().waitFor();
    await button(host, 'Présenter Groupe 1').first().waitFor();
    expect(await button(host, 'Présenter Groupe 3').count()).toBe(0);
    const report = await fetch(`${server.origin}/api/report.md`, {
      headers: { authorization: `Bearer ${prepared.identity}` },
    });
    expect(await report.text()).toContain('Groupe 3 a rejoint ce groupe.');
    expect(theatre.complaints).toEqual([]);
  });
});
