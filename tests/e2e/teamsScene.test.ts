import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { personalChat } from '../doubles/fakeTeams.ts';
import { until } from '../doubles/headlessClient.ts';
import { groupChat, meetingChat, type TeamsProcess } from '../doubles/teamsProcess.ts';
import { opens, posts, writesTo } from '../doubles/weather.ts';
import type { ChatPerson } from './chatPerson.ts';
import { host, participant } from './roles.ts';
import { breakoutTitle, type Cast, networks, roomOf } from './teamsSceneCast.ts';
import { allIdeas, eventually, groupChats, Play, sees, words } from './teamsScenePlay.ts';

const minute = 60_000;
/** Time for the product to hear of a clock that was changed, before the minute that it is to tell of. */
const noticeMs = 10_000;
const headlessPhones = ['Jules Petit', 'Karima Saïdi', 'Léon Bernard', 'Noé Fontaine'];
const welcome = 'announcement Bienvenue dans les groupes';
const twoIdeas = 'announcement Deux idées par groupe';

/** The whole scene once more, half of the people in Teams: each step stands on the ones before it. */
describe('a workshop of which half takes place in Teams', () => {
  let play: Play;
  let world: TeamsProcess;
  let cast: Cast;
  let claire: ChatPerson;
  let david: ChatPerson;
  let elodie: ChatPerson;
  let farid: ChatPerson;
  let gaelle: ChatPerson;
  let ophelie: ChatPerson;

  beforeAll(async () => {
    play = await Play.begin();
    ({ world, cast } = play);
  });
  afterAll(() => play?.end());
  // A failing step leaves pictures of what the people concerned saw: tests/out is not committed.
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    for (const screen of [cast.panel, cast.stage, cast.amina]) {
      const path = `tests/out/${task.name.slice(0, 3)}-teams-${screen?.name}.png`;
      await screen?.frame.page.screenshot({ path });
    }
  });

  it('Z25 the organizer founds the workshop in the panel, and says which chat is whose', async () => {
    const { organizer } = cast;
    world.teams.roles.set(organizer.aadObjectId, 'Organizer');
    for (const chat of [meetingChat, ...groupChats]) await world.botComes(organizer, chat);
    await cast.found();
    await eventually(() => play.chat(meetingChat)).toEqual(['welcome', 'workshop']);
    await cast.hostsAndAnimators();
    for (const number of [1, 2, 3]) {
      await cast.organizerInChat().say(`groupe ${number}`, groupChat(number));
      await eventually(() => play.chat(groupChat(number))).toEqual(['welcome', `linked ${number}`]);
    }
  });

  it('Z25 people come from the tab, the card and phones; one of them from all three', async () => {
    await cast.tabs();
    await cast.phonesOf(headlessPhones);
    claire = cast.inChats(4, 'Claire Lemoine');
    david = cast.inChats(5, 'David Nguyen');
    elodie = cast.inChats(6, 'Élodie Faure');
    farid = cast.inChats(7, 'Farid Haddad');
    for (const person of cast.chatPeople) expect(await person.whereAmI()).toContain('pas encore de groupe');
    // An old client is answered by a message that it alone is shown.
    gaelle = cast.inChats(8, 'Gaëlle Le Goff');
    await gaelle.submitWhereAmI();
    await eventually(() => play.told(meetingChat, 'no place yet').map(({ targeted }) => targeted)).toEqual([true]);
    const participants = () => Object.values(cast.view().people).filter(({ role }) => role === 'participant');
    await eventually(() => participants().length).toBe(13);
  });

  it('Z26 groups open while Teams throttles: the server is killed with messages and answers in hand, and nobody misses any', async () => {
    await play.directs({ kind: 'ChooseOptions', options: { ...cast.view().options, graceMs: 5_000 } });
    await host.startAgenda(cast.browser);
    await host.jumpTo(cast.browser, breakoutTitle);
    await host.press(cast.panel, 'Former les groupes');
    await host.settled(cast.panel, 'Ouvrir les groupes');
    await eventually(() => cast.places().size).toBe(13);
    play.groupOf = cast.places();

    // The calm chat is where most of those work who answer from a card: they do not wait for the others.
    const crowd = (chat: string) => [claire, david, elodie].filter((person) => play.chatOf(person) === chat);
    const [calm = '', rough = '', stuck = ''] = groupChats.toSorted(
      (one, other) => crowd(other).length - crowd(one).length,
    );
    world.weather.meet(writesTo(calm), { status: 429, retryAfter: '1' });
    world.weather.meet(writesTo(rough), { status: 503 }, { status: 429 });
    world.weather.meet(opens(claire.account.id), { status: 429, retryAfter: '1' }, { status: 500 });
    world.weather.meet(opens(elodie.account.id), { status: 500, cut: true });
    world.teams.unreachable.add(farid.account.id);
    const inHand = [writesTo(stuck), writesTo(meetingChat), opens(david.account.id)].map((which) =>
      world.weather.hold(which),
    );
    await host.press(cast.panel, 'Ouvrir les groupes');
    await Promise.all(inHand.map(({ arrived }) => arrived));
    await play.directs({ kind: 'Announce', text: 'Bienvenue dans les groupes' });
    for (const chat of [calm, rough]) await eventually(() => play.told(chat, welcome).length).toBe(1);
    // Whatever is not held has been told: that it comes twice or not at all would be the play's doing.
    const held = [meetingChat, stuck, `user:${david.account.id}`].toSorted();
    await eventually(() => world.unsettled(cast.links.workshopId)).toEqual(held);

    // Answers are under way from every door when it strikes: with the first of them stored.
    const typed = await Promise.all(
      [cast.amina, cast.hugo, cast.ines, cast.basilePhone].map((visitor, index) =>
        play.types(visitor, words(visitor.name, `écrit (${index})`)),
      ),
    );
    expect(play.complaints()).toEqual([]);
    const sent = [
      ...cast.phones.map((client) => play.posts(client, words(client.name, 'envoie'))),
      ...crowd(calm).map((person) => play.presses(person, words(person.name, 'répond'))),
    ];
    await Promise.race(sent);
    await world.kill();
    for (const call of inHand) call.release();
    await world.revive();
    await Promise.all(sent);
    for (const isStored of typed) await isStored();
    expect(play.complaints({ isCut: true })).toEqual([]);
  });

  it('Z26 everyone is told their own group once, with its room; whom Teams refuses is called by name', async () => {
    for (const person of [claire, david, elodie, gaelle]) {
      const chat = personalChat(person.account.id);
      await eventually(() => play.chat(chat)).toEqual([`place ${play.numberOf(person)}`]);
      expect(JSON.stringify(world.teams.in(chat))).toContain(roomOf(play.numberOf(person)));
    }
    const call = `call ${play.numberOf(farid)}`;
    await eventually(() => play.says(meetingChat, call)).toContain(`<at>${farid.name}</at>`);
    for (const [index, chat] of groupChats.entries()) {
      const number = index + 1;
      await eventually(() => play.chat(chat)).toEqual(['welcome', `linked ${number}`, `questions ${number}`, welcome]);
    }
    for (const visitor of cast.participants()) {
      expect(await participant.groupName(visitor)).toContain(`Groupe ${play.numberOf(visitor)}`);
    }
    await play.sameClock();
  });

  it('Z27 late arrivals from both sides are placed at once, and nobody else moves', async () => {
    ophelie = cast.inChats(9, 'Ophélie Marchand');
    const place = await ophelie.whereAmI();
    const paul = await cast.onPhone('Paul Girard');
    await until(paul, ({ view }) => (view?.kind === 'group' ? true : undefined));
    await eventually(() => cast.places().size).toBe(15);
    for (const [name, number] of play.groupOf) expect(cast.places().get(name), name).toBe(number);
    play.groupOf = cast.places();
    expect(place).toContain(`Vous êtes dans le groupe ${play.numberOf(ophelie)}`);
  });

  it('Z27 everybody answers by their own door while Teams throttles: each answer once, for its group alone', async () => {
    const [one = '', two = '', three = ''] = groupChats;
    world.weather.meet(writesTo(one), { status: 429, retryAfter: '1' });
    world.weather.meet(writesTo(two), { status: 502 }, { status: 429 });
    const slow = world.weather.hold(writesTo(three));
    await play.directs({ kind: 'PauseAgenda' });
    await slow.arrived;
    for (const person of [claire, david, elodie, farid, ophelie]) {
      await play.presses(person, words(person.name, 'reprend'));
    }
    for (const client of cast.phones) await play.posts(client, words(client.name, 'ajoute'));
    // One person, three doors: tab, chat and phone.
    const isStored = await play.types(cast.basile, words('Basile Roux', 'écrit dans l’onglet'));
    await play.presses(cast.basileInChat(), words('Basile Roux', 'écrit dans le fil'));
    await isStored();
    await play.directs({ kind: 'ResumeAgenda' });
    slow.release();
    for (const [index, chat] of groupChats.entries()) await play.tellsTheEnd(chat, `questions ${index + 1}`);
    await play.tellsTheEnd(meetingChat, 'workshop');

    const chat = play.chatOf(gaelle);
    world.weather.meet(posts(chat), { status: 429 });
    await gaelle.submitAnswer(chat, words(gaelle.name, 'envoie par message'));
    await eventually(() => play.told(chat, 'received').map(({ targeted }) => targeted)).toEqual([true]);
    play.acknowledged.set(words(gaelle.name, 'envoie par message'), gaelle.name);
    await play.readsTheirOwnGroup();
  });

  it('Z28 a clock that is changed reminds every chat five minutes and one minute before its end; what Teams refuses is told', async () => {
    await play.shortenTo(5 * minute + noticeMs);
    await play.sameClock();
    await eventually(() => play.reminders()).toEqual(Array(4).fill(['reminder 5']));

    world.weather.meet(writesTo(groupChat(3)), { status: 403, code: 'BotNotInConversationRoster' });
    await play.directs({ kind: 'Announce', text: 'Deux idées par groupe' });
    for (const screen of [cast.panel, cast.browser]) await sees(screen, 'Un message n’a pas pu être envoyé dans Teams');
    for (const animator of cast.animators) await play.submits(animator);

    await play.shortenTo(minute + noticeMs);
    await eventually(() => play.reminders()).toEqual(Array(4).fill(['reminder 5', 'reminder 1']));
  });

  it('Z28 a host adds three minutes in the chat, another brings everyone back: every screen, phone and chat follows', async () => {
    const before = play.endsAt();
    await cast.organizerInChat().say('+3 minutes');
    for (const client of cast.headless()) await eventually(() => play.endsAt(client)).toBe(before + 3 * minute);
    await eventually(() => play.told(meetingChat, 'done').length).toBe(1);
    await play.tellsTheEnd(meetingChat, 'workshop');
    await play.sameClock();
    await host.press(cast.panel, 'Ramener tout le monde');
    for (const visitor of cast.participants()) await sees(visitor, 'Retour en plénière');
    for (const chat of [meetingChat, ...groupChats]) await eventually(() => play.chat(chat).at(-1)).toBe('recall');
    // The questions close in their place.
    for (const [index, chat] of groupChats.entries()) {
      await eventually(() => play.says(chat, `questions ${index + 1}`)).toContain('Le temps de réponse est terminé');
    }
  });

  it('Z29 the stage and the chat show the same key ideas, and the workshop ends', async () => {
    const card = () => JSON.stringify(play.told(meetingChat, 'key ideas'));
    await host.press(cast.browser, 'Séquence suivante');
    for (const [index, network] of networks.entries()) {
      await host.press(cast.browser, new RegExp(`^Présenter ${network}`));
      for (const idea of allIdeas.slice(2 * index, 2 * index + 2)) {
        await sees(cast.stage, idea);
        await eventually(card).toContain(idea);
      }
    }
    await host.press(cast.browser, 'Montrer le mur des idées forces');
    for (const idea of allIdeas) {
      await sees(cast.stage, idea);
      await eventually(card).toContain(idea);
    }
    await host.press(cast.browser, 'Autres actions');
    await cast.browser.page.getByRole('menuitem', { name: 'Terminer l’atelier' }).click();
    await cast.browser.page
      .getByRole('dialog')
      .getByRole('button', { name: /Terminer/ })
      .click();
    await eventually(() => play.says(meetingChat, 'workshop')).toContain('L’atelier est terminé');
  });

  it('Z29 the report, every screen and the log hold each answer once, by whoever was told that it is stored', async () => {
    const report = await play.report();
    const groups = report.breakouts.flatMap((breakout) => breakout.groups);
    const reported = groups.flatMap(({ number, answers }) => answers.flat().map(({ text }) => [text, number] as const));
    const expected = [...play.acknowledged].map(([text, author]) => [text, play.groupOf.get(author)] as const);
    expect(reported.toSorted()).toEqual(expected.toSorted());
    expect(groups.flatMap(({ keyIdeas }) => keyIdeas.map(({ text }) => text))).toEqual(allIdeas);
    expect(report.counts).toMatchObject({ participants: 15, answers: expected.length, keyIdeasSubmitted: 6 });
    for (const client of cast.animators) expect(client.snapshot().pending).toEqual([]);
    const works = Object.values(cast.view().breakouts).flatMap((breakout) => Object.values(breakout.works));
    expect(works.flatMap(({ answers }) => Object.values(answers).map(({ text }) => text)).toSorted()).toEqual(
      expected.map(([text]) => text).toSorted(),
    );
    expect(play.complaints()).toEqual([]);
  });

  it('Z30 in the end each chat has had every message once and in order; only what Teams refused is missing, and told', async () => {
    await world.server.stop();
    const { answers, names, places, failed, due } = await play.log();
    expect(answers.toSorted()).toEqual([...play.acknowledged].toSorted());
    expect(names.filter((name) => name === 'Basile Roux')).toHaveLength(1);
    expect(places).toEqual(play.groupOf);

    expect(play.chat(meetingChat).filter((label) => label !== `call ${play.numberOf(farid)}`)).toEqual([
      ...['welcome', 'workshop', 'no place yet', welcome, 'reminder 5', twoIdeas, 'reminder 1', 'done', 'recall'],
      'key ideas',
    ]);
    expect(play.told(meetingChat, `call ${play.numberOf(farid)}`)).toHaveLength(1);
    for (const [index, chat] of groupChats.entries()) {
      const number = index + 1;
      const opening = ['welcome', `linked ${number}`, `questions ${number}`, welcome];
      const received = chat === play.chatOf(gaelle) ? ['received'] : [];
      const ideas = number === 3 ? [] : [twoIdeas];
      expect(play.chat(chat)).toEqual([...opening, ...received, 'reminder 5', ...ideas, 'reminder 1', 'recall']);
    }
    for (const person of cast.chatPeople) {
      const chat = play.chat(personalChat(person.account.id));
      // Somebody who comes late from a card reads their place on it; Teams itself refuses another.
      const mayBeUntold = person === ophelie || person === farid;
      if (!mayBeUntold || chat.length > 0) expect(chat, person.name).toEqual([`place ${play.numberOf(person)}`]);
    }
    expect(world.teams.posted.map(({ conversationId }) => conversationId)).toEqual(
      expect.not.arrayContaining([personalChat(farid.account.id)]),
    );

    expect(failed.map(({ lane, reason }) => [lane, reason])).toEqual([[groupChat(3), 'blocked']]);
    expect(due).toEqual([]);
    expect(world.weather.unmet()).toBe(0);
    expect(new Set(world.teams.calls.map(({ authorization }) => authorization))).toEqual(
      new Set([world.microsoft.botAuthorization]),
    );
    expect([...world.microsoft.strangers]).toEqual([]);
    expect(world.output()).not.toMatch(/"level":(?:4|5|6)0/);
  });
});
