import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BotWorld, groupChat, meetingChat } from '../doubles/botWorld.ts';
import { cardOf, type FakeCard } from '../doubles/fakeTeams.ts';
import { submitting } from '../doubles/teamsActivities.ts';
import { breakoutSlot, restitutionSlot } from '../doubles/workshopScenario.ts';

let world: BotWorld;
beforeEach(async () => {
  world = await new BotWorld().open();
});
afterEach(async () => {
  expect(world.node.faults).toEqual([]);
  await world.close();
});

/** Groups are open; each of so many participants has a Teams account "P1", "P2" … */
async function atWork(people: number): Promise<string> {
  await world.linkedEverywhere();
  const host = await world.joined('host-0001', 'host');
  for (let number = 1; number <= people; number++) {
    await world.joined(idOf(number), 'participant');
    await world.isInTeams(idOf(number), `P${number}`);
  }
  await world.given(host, { kind: 'StartAgenda', plan: 'fromNow' });
  await world.given(host, { kind: 'NextSlot', fromSlotId: 'slot-0001' });
  await world.given(host, { kind: 'FormGroups', slotId: breakoutSlot });
  await world.given(host, { kind: 'OpenBreakout', slotId: breakoutSlot });
  await world.quiet();
  return host;
}

const idOf = (number: number): string => `person-${String(number).padStart(4, '0')}`;
const placeOf = (number: number): string => world.state.breakouts[breakoutSlot]?.placements[idOf(number)] ?? '';
const chatOf = (number: number): string =>
  groupChat(world.state.groups.findIndex(({ id }) => id === placeOf(number)) + 1);
const questionsIn = (chat: string): FakeCard => cardOf(world.teams.in(chat)[0]?.activity ?? {}) ?? {};
const answersOf = (groupId: string): readonly string[] =>
  Object.values(world.state.breakouts[breakoutSlot]?.works[groupId]?.answers ?? {}).map(({ text }) => text);

const answer = (number: number, typed: object, chat: string = chatOf(number), card?: string) =>
  world.pressed(
    {
      verb: 'answer',
      data: questionsIn(chat).actions?.[0]?.data ?? {},
      typed,
      ...(card === undefined ? {} : { card }),
    },
    { chat, user: `P${number}` },
  );

describe('the card of the workshop in the chat of the meeting', () => {
  it('MB1 stands once, and changes in its place when the agenda moves', async () => {
    await world.linkedEverywhere();
    const host = await world.joined('host-0001', 'host');
    expect(world.teams.in(meetingChat)).toHaveLength(1);
    expect(world.teams.spoken(meetingChat)[0]).toContain('n’a pas encore commencé');
    await world.given(host, { kind: 'StartAgenda', plan: 'fromNow' });
    await world.until(() => world.teams.spoken(meetingChat)[0]?.includes('Ouverture') === true, 'the opening');
    await world.given(host, { kind: 'NextSlot', fromSlotId: 'slot-0001' });
    await world.until(() => world.teams.spoken(meetingChat)[0]?.includes('Répartition') === true, 'the breakout');
    await world.quiet();
    expect(world.teams.in(meetingChat)).toHaveLength(1);
  });

  it('MB1 of two meetings that are one workshop’s, the card in each leads to the tab there', async () => {
    const other = '19:meeting_autre@thread.v2';
    const { node } = world;
    await world.startNode({ waysInto: (_state, meeting) => ({ url: `https://tab.example.org/${meeting}`, code: '' }) });
    await node.stop();
    await world.linkedEverywhere();
    const link = { workshopId: world.state.id, kind: 'meeting', reference: {}, linkedAt: world.now + 1 } as const;
    await world.store.directory.linkConversation({ ...link, conversationId: other });
    await world.installed(other);
    const host = await world.joined('host-0001', 'host');
    await world.isInTeams(host, 'Hôte');
    await world.given(host, { kind: 'StartAgenda', plan: 'fromNow' });
    await world.until(() => world.teams.spoken(other)[0]?.includes('Ouverture') === true, 'the opening');
    await world.quiet();
    for (const chat of [meetingChat, other]) {
      const leadsTo = (card: unknown) =>
        [...JSON.stringify(card).matchAll(/tab\.example\.org\/(.*?)"/g)].map(([, to]) => to);
      expect(leadsTo(world.teams.in(chat)[0])).toEqual([chat]);
      const { body } = await world.pressed({ verb: 'whereAmI' }, { chat, user: 'Hôte' });
      expect(leadsTo(body)).toEqual([chat]);
    }
  });

  it('MB1 does not tick: time alone changes nothing in any chat', async () => {
    await atWork(2);
    const before = world.teams.calls.length;
    const from = world.now;
    await world.until(() => world.now > from + 240_000, 'four minutes', 2_000);
    expect(world.teams.calls).toHaveLength(before);
  });

  it('MB1 tells whoever presses where they are, and nobody else', async () => {
    await atWork(1);
    const posted = world.teams.posted.length;
    const { body } = await world.pressed({ verb: 'whereAmI' }, { user: 'P1' });
    expect(JSON.stringify(body)).toContain('Vous êtes dans le groupe');
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    await world.quiet();
    expect(world.teams.posted).toHaveLength(posted);
  });
});

describe('a group answers from the card', () => {
  it('MB2 an answer is stored, and its author alone sees it on the card', async () => {
    await atWork(2);
    const { status, body } = await answer(1, { answer0: 'Le mentorat', answer1: 'Un essai' });
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toMatch(/✓ Le mentorat.*✓ Un essai/);
    expect(answersOf(placeOf(1))).toEqual(['Le mentorat', 'Un essai']);
    await world.quiet();
    expect(JSON.stringify(questionsIn(chatOf(1)))).not.toContain('mentorat');
    // Looked at again, on this device or another.
    const data = { slotId: breakoutSlot, groupId: placeOf(1) };
    const mine = await world.pressed({ verb: 'mine', data, trigger: 'automatic' }, { chat: chatOf(1), user: 'P1' });
    expect(JSON.stringify(mine.body)).toContain('✓ Le mentorat');
    const theirs = await world.pressed({ verb: 'mine', data, trigger: 'automatic' }, { chat: chatOf(1), user: 'P2' });
    expect(JSON.stringify(theirs.body)).not.toContain('mentorat');
  });

  it('MB2 Teams asks for their own version those who are in the group, sixty at most', async () => {
    await atWork(2);
    await world.given('host-0001', { kind: 'PauseAgenda' });
    await world.quiet();
    expect(questionsIn(chatOf(1)).refresh?.userIds).toEqual(['29:P1']);
  });

  it('MB3 a double press is one answer, another text is another', async () => {
    await atWork(1);
    await Promise.all([1, 2, 3].map(() => answer(1, { answer0: 'Le mentorat' })));
    await answer(1, { answer0: 'Le mentorat' });
    await answer(1, { answer0: 'Autre chose' });
    expect(answersOf(placeOf(1))).toEqual(['Le mentorat', 'Autre chose']);
  });

  it('MB3 thirty people who press at once have thirty answers, each once', async () => {
    await atWork(30);
    const numbers = Array.from({ length: 30 }, (_, index) => index + 1);
    const replies = await Promise.all(
      numbers.flatMap((number) => [1, 2].map(() => answer(number, { answer0: `Réponse ${number}` }))),
    );
    expect(replies.map(({ status }) => status)).toEqual(Array(60).fill(200));
    const stored = world.state.groups.flatMap(({ id }) => answersOf(id));
    expect(stored.toSorted()).toEqual(numbers.map((number) => `Réponse ${number}`).toSorted());
  });

  it('MB4 what is not taken stays in the card, with the reason', async () => {
    const host = await atWork(2);
    const elsewhere = chatOf(1) === groupChat(1) ? groupChat(2) : groupChat(1);
    const wrong = await answer(1, { answer0: 'Je me trompe' }, elsewhere);
    expect(JSON.stringify(wrong.body)).toMatch(/pas dans ce groupe.*"value":"Je me trompe"/);
    const empty = await answer(1, { answer0: '   ' });
    expect(JSON.stringify(empty.body)).toContain('Rien n’a été envoyé');
    const long = await answer(1, { answer0: 'x'.repeat(4_001) });
    expect(JSON.stringify(long.body)).toContain('trop long');
    await world.given(host, { kind: 'BringBack', slotId: breakoutSlot });
    await world.until(() => questionsIn(chatOf(1)).actions === undefined, 'the end of the grace', 1_000);
    const late = await world.pressed(
      { verb: 'answer', data: { slotId: breakoutSlot, groupId: placeOf(1) }, typed: { answer0: 'Tard' } },
      { chat: chatOf(1), user: 'P1' },
    );
    expect(JSON.stringify(late.body)).toContain('Le temps de réponse est terminé');
    expect(world.state.groups.flatMap(({ id }) => answersOf(id))).toEqual([]);
  });

  it('MB4 an old client, which sends a card like a message, is answered alone', async () => {
    await atWork(1);
    const chat = chatOf(1);
    const data = questionsIn(chat).actions?.[0]?.data ?? {};
    const press = submitting({ verb: 'answer', data, typed: { answer0: 'Par message' } });
    await world.node.tell(world.activity(press, { chat, user: 'P1' }));
    expect(answersOf(placeOf(1))).toEqual(['Par message']);
    await world.until(() => world.teams.in(chat).at(-1)?.targeted === true, 'the answer');
    expect(world.teams.in(chat).at(-1)?.activity.recipient?.id).toBe('29:P1');
  });

  it('MB4 an old client is told where its person is, alone, and that a button is none any more', async () => {
    await atWork(1);
    for (const [verb, words] of [
      ['whereAmI', 'Vous êtes dans le groupe'],
      ['old', 'Je n’ai pas compris'],
    ] as const) {
      const before = world.teams.in(meetingChat).length;
      await world.node.tell(world.activity(submitting({ verb }), { user: 'P1' }));
      await world.until(() => world.teams.in(meetingChat).length > before, `an answer to ${verb}`);
      const answered = world.teams.in(meetingChat).at(-1);
      expect(cardOf(answered?.activity ?? {})?.speak).toContain(words);
      expect(answered?.activity.recipient?.id).toBe('29:P1');
      expect(answered?.targeted).toBe(true);
    }
  });

  it('MB4 made-up fields, verbs and groups are refused in words', async () => {
    await atWork(1);
    for (const action of [
      { verb: 'answer', data: { slotId: '../x', groupId: 7 }, typed: { answer0: 'Bonjour' } },
      { verb: 'answer', data: { slotId: breakoutSlot, groupId: 'group-9999' }, typed: { answer0: 'Bonjour' } },
      { verb: 'mine', data: {} },
      { verb: 'EndWorkshop', data: {} },
      { verb: '__proto__' },
    ]) {
      const { status, body } = await world.pressed(action, { chat: chatOf(1), user: 'P1' });
      expect(status).toBe(200);
      expect(body).toMatchObject({ statusCode: 200 });
    }
    expect(world.state.run.kind).toBe('running');
    expect(world.state.groups.flatMap(({ id }) => answersOf(id))).toEqual([]);
  });

  it('MB11 whoever answers first joins by that, with the name that Teams gives', async () => {
    await atWork(3);
    const data = questionsIn(groupChat(1)).actions?.[0]?.data ?? {};
    await world.pressed(
      { verb: 'answer', data, typed: { answer0: 'Bonjour' } },
      { chat: groupChat(1), user: 'Nouveau' },
    );
    const named = (name: string) =>
      Object.values(world.state.people).filter(({ id }) => world.node.runtime.names.get(id)?.name === name);
    expect(named('Nouveau').map(({ role }) => role)).toEqual(['participant']);
    // A card that is only looked at makes nobody a participant.
    await world.pressed({ verb: 'mine', data, trigger: 'automatic' }, { chat: groupChat(1), user: 'Curieux' });
    expect(named('Curieux')).toEqual([]);
  });
});

describe('the key ideas', () => {
  it('MB7 stand on one card that shows what the plenary is shown', async () => {
    const host = await atWork(3);
    const groupId = placeOf(1);
    await answer(1, { answer0: 'Le mentorat' });
    await answer(1, { answer0: 'Le covoiturage' });
    const [first = '', second = ''] = Object.keys(world.state.breakouts[breakoutSlot]?.works[groupId]?.answers ?? {});
    const inGroup = { slotId: breakoutSlot, groupId };
    await world.given(host, { kind: 'DraftKeyIdea', ...inGroup, text: 'Une idée', citations: [first] });
    await world.given(host, { kind: 'DraftKeyIdea', ...inGroup, text: 'Une autre', citations: [second] });
    const keyIdeaIds = Object.keys(world.state.breakouts[breakoutSlot]?.works[groupId]?.keyIdeas ?? {});
    await world.given(host, { kind: 'SubmitKeyIdeas', ...inGroup, keyIdeaIds });
    await world.given(host, { kind: 'NextSlot', fromSlotId: breakoutSlot });
    await world.quiet();
    expect(JSON.stringify(world.teams.in(meetingChat))).not.toContain('Une idée');
    await world.given(host, { kind: 'PresentGroup', slotId: restitutionSlot, groupId });
    await world.until(() => JSON.stringify(world.teams.in(meetingChat)).includes('Une idée'), 'the key ideas');
    const cards = world.teams.in(meetingChat).length;
    await world.given(host, { kind: 'ShowWall', slotId: restitutionSlot });
    await world.until(() => JSON.stringify(world.teams.in(meetingChat)).includes('n’a pas remis'), 'the wall');
    expect(JSON.stringify(world.teams.in(meetingChat))).toContain('«\u00a0Le mentorat\u00a0»');
    expect(world.teams.in(meetingChat)).toHaveLength(cards);
  });
});
