import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSecrets } from '../../bot/secrets.ts';
import { BotWorld, groupChat, meetingChat, meetingId, teamsUser, tenant, workshopId } from '../doubles/botWorld.ts';
import { cardOf, personalChat } from '../doubles/fakeTeams.ts';
import { breakoutSlot, MINUTE } from '../doubles/workshopScenario.ts';

let world: BotWorld;
beforeEach(async () => {
  world = await new BotWorld().open();
});
afterEach(async () => {
  expect(world.node.faults).toEqual([]);
  await world.close();
});

/** The bot's last words in a chat, once it has answered. */
async function answerTo(text: string, where: { chat?: string; user?: string } = {}): Promise<string> {
  const chat = where.chat ?? meetingChat;
  await world.quiet();
  const before = world.teams.in(chat).length;
  const { status } = await world.said(text, where);
  expect(status).toBe(200);
  await world.until(() => world.teams.in(chat).length > before, `an answer to ${text}`);
  return world.teams.spoken(chat).at(-1) ?? '';
}

const endsAt = (): number => (world.state.run.kind === 'running' ? world.state.run.endsAt : Number.NaN);

async function underWay(): Promise<string> {
  await world.linkedEverywhere();
  const host = await world.joined('host-0001', 'host');
  await world.isInTeams(host, 'Hôte');
  await world.joined('person-0001', 'participant');
  await world.isInTeams('person-0001', 'Zoé');
  await world.given(host, { kind: 'StartAgenda', plan: 'fromNow' });
  await world.given(host, { kind: 'NextSlot', fromSlotId: 'slot-0001' });
  await world.given(host, { kind: 'FormGroups', slotId: breakoutSlot });
  await world.given(host, { kind: 'OpenBreakout', slotId: breakoutSlot });
  await world.quiet();
  return host;
}

describe('commands in a chat', () => {
  it('MB11 act with the rights of the console, and nobody else’s', async () => {
    await underWay();
    const before = endsAt();
    expect(await answerTo('+3 minutes', { user: 'Zoé' })).toContain('réservée à l’hôte');
    expect(endsAt()).toBe(before);
    expect(await answerTo('+3 minutes', { user: 'Hôte' })).toBe('C’est fait. Pour Nom host-0001.');
    expect(endsAt()).toBe(before + 3 * MINUTE);
    expect(await answerTo('-2 min', { user: 'Hôte' })).toBe('C’est fait. Pour Nom host-0001.');
    expect(endsAt()).toBe(before + MINUTE);
    expect(await answerTo('pause', { user: 'Hôte' })).toBe('C’est fait. Pour Nom host-0001.');
    expect(world.state.run.kind).toBe('paused');
    expect(await answerTo('resume', { user: 'Hôte' })).toBe('Done. For Nom host-0001.');
    expect(await answerTo('rappeler', { user: 'Hôte' })).toBe('C’est fait. Pour Nom host-0001.');
    expect(world.state.breakouts[breakoutSlot]?.phase.kind).toBe('closed');
    expect(await answerTo('next', { user: 'Hôte' })).toBe('Done. For Nom host-0001.');
    expect(world.state.run).toMatchObject({ slotId: 'slot-0003' });
  });

  it('MB11 the organizer of the meeting becomes a host, as Teams says and nobody else; others take part', async () => {
    await world.linkedEverywhere();
    world.teams.roles.set('oid-Orga', 'Organizer');
    world.teams.roles.set('oid-Prés', 'Presenter');
    await answerTo('suivant', { user: 'Orga' });
    await answerTo('suivant', { user: 'Prés' });
    await answerTo('où suis-je', { user: 'Inconnu' });
    const roles = Object.values(world.state.people).map(({ role }) => role);
    expect(roles.toSorted()).toEqual(['host', 'participant', 'participant']);
    // Asked again, they are who they are.
    await answerTo('où suis-je', { user: 'Orga' });
    expect(Object.values(world.state.people)).toHaveLength(3);
  });

  it('MB11 somebody of another organisation is the same person as in the tab, whose token names their own', async () => {
    await underWay();
    const home = '22222222-2222-2222-2222-222222222222';
    const { id, aadObjectId } = teamsUser('Externe');
    const subjectHash = createSecrets(Buffer.alloc(32, 7)).subjectHash(home, aadObjectId.toLowerCase());
    await world.joined('person-0009', 'participant');
    await world.store.directory.bindSubject({ subjectHash, workshopId, personId: 'person-0009' });
    world.teams.members.set(meetingChat, [{ id, name: 'Externe', aadObjectId, tenantId: home }]);
    const people = Object.keys(world.state.people).length;
    expect(await answerTo('où suis-je', { user: 'Externe' })).toMatch(/^Vous êtes dans le groupe/);
    expect(Object.keys(world.state.people)).toHaveLength(people);
    expect(await world.store.chats.whoIs(id)).toEqual([{ workshopId, personId: 'person-0009' }]);
  });

  it('MB11 the same message told twice by Teams acts once, and is answered once', async () => {
    await underWay();
    const before = endsAt();
    const activity = world.activity({ text: '+3' }, { user: 'Hôte' });
    await Promise.all([world.node.tell(activity), world.node.tell(activity)]);
    await world.node.tell(activity);
    await world.quiet();
    expect(endsAt()).toBe(before + 3 * MINUTE);
    expect(world.teams.spoken(meetingChat).filter((text) => text.startsWith('C’est fait.'))).toHaveLength(1);
  });

  it('MB10 whoever asks is answered, in the language of the question', async () => {
    await underWay();
    expect(await answerTo('temps ?', { user: 'Zoé' })).toBe('Il reste 20\u00a0minutes, jusqu’à 14:20.');
    expect(await answerTo('time left', { user: 'Zoé' })).toContain('minutes left, until 14:20');
    expect(await answerTo('groupes', { user: 'Zoé' })).toContain('Groupe 1');
    expect(await answerTo('où suis-je', { user: 'Zoé' })).toMatch(/^Vous êtes dans le groupe/);
    expect(await answerTo('où suis-je', { user: 'Hôte' })).toContain('Vous menez la plénière');
    expect(await answerTo('où suis-je', { user: 'Zoé' })).toMatch(/Pour Nom person-0001\.$/);
    expect(JSON.stringify(world.teams.in(meetingChat).at(-1)?.activity)).toContain('"text":"Pour Nom person-0001"');
    expect(await answerTo('suivant', { user: 'Zoé' })).toMatch(/rien n’a changé\. Pour Nom person-0001\.$/);
    expect(await answerTo('help', { user: 'Zoé' })).toContain('What you can ask');
    expect(await answerTo('quelle belle journée', { user: 'Zoé' })).toContain('Je n’ai pas compris');
  });

  it('MB10 in a 1:1 chat the workshop is the one that the person is in', async () => {
    await underWay();
    const chat = personalChat('29:Zoé');
    const answer = await answerTo('où suis-je', { chat, user: 'Zoé' });
    expect(answer).toMatch(/^Vous êtes dans le groupe/);
    expect(answer).not.toContain('Pour');
    expect(await answerTo('où suis-je', { chat: personalChat('29:Inconnu'), user: 'Inconnu' })).toContain(
      'aucun atelier',
    );
  });

  it('MB10 where no workshop takes place the bot says how one comes there', async () => {
    expect(await answerTo('bonjour', { chat: '19:autre@thread.v2' })).toContain('onglet Aparté');
    expect(await answerTo('next', { chat: '19:autre@thread.v2' })).toContain('No workshop is linked');
  });
});

describe('the chat of a group', () => {
  it('MB19 whoever cannot name it is told why', async () => {
    await underWay();
    const chat = '19:salle@thread.v2';
    expect(await answerTo('groupe 2', { chat, user: 'Zoé' })).toContain('réservée à l’hôte');
    expect(await answerTo('groupe 9', { chat, user: 'Hôte' })).toContain('n’existe pas');
    expect(await answerTo('group 9', { chat, user: 'Hôte' })).toContain('no such group');
    for (const place of [meetingChat, personalChat('29:Hôte')]) {
      expect(await answerTo('groupe 2', { chat: place, user: 'Hôte' })).toContain('pas celui d’un groupe');
    }
  });

  it('MB19 is named by a host or the animator of the group, and gets its questions', async () => {
    await underWay();
    await world.joined('animator-0003', 'animator', 3);
    await world.isInTeams('animator-0003', 'Anim');
    const chat = '19:salle-trois@thread.v2';
    expect(await answerTo('groupe 2', { chat, user: 'Zoé' })).toContain('réservée');
    expect(await answerTo('groupe 2', { chat, user: 'Anim' })).toContain('réservée');
    await world.said('groupe 3', { chat, user: 'Anim' });
    await world.until(() => world.teams.in(chat).length === 4, 'the questions');
    expect(world.teams.spoken(chat)[2]).toBe('Ce fil est maintenant celui du groupe 3.');
    const questions = world.teams.in(chat)[3]?.activity ?? {};
    expect(cardOf(questions)?.actions?.map(({ verb }) => verb)).toEqual(['answer']);
    // The chat of the meeting stays everybody's.
    expect(await answerTo('groupe 1', { user: 'Hôte' })).toContain('pas celui d’un groupe');
  });
});

describe('what Teams tells by the way', () => {
  it('MB13 the bot presents itself once where it comes, and writes nowhere else', async () => {
    await world.installed('19:nouveau@thread.v2');
    await world.until(() => world.teams.in('19:nouveau@thread.v2').length === 1, 'the welcome');
    await world.store.directory.linkConversation({
      conversationId: groupChat(1),
      workshopId,
      kind: 'group',
      groupId: world.groupId(1),
      reference: {},
      linkedAt: 1,
    });
    await underWay();
    await world.node.tell(world.activity({ type: 'installationUpdate', action: 'remove' }, { chat: groupChat(2) }));
    const before = world.teams.in(groupChat(2)).length;
    await world.given('host-0001', { kind: 'Announce', text: 'Bonjour' });
    await world.until(() => world.teams.spoken(groupChat(1)).at(-1)?.includes('Bonjour') === true, 'the announcement');
    await world.quiet();
    expect(world.teams.in(groupChat(2))).toHaveLength(before);
  });

  it('MB13 Teams tells twice that the bot has come: it presents itself once, and again when it comes back', async () => {
    const chat = '19:nouveau@thread.v2';
    const comes = async (): Promise<void> => {
      const membersAdded = [{ id: '28:', name: 'Aparté' }];
      await Promise.all([
        world.installed(chat),
        world.node.tell(world.activity({ type: 'conversationUpdate', membersAdded }, { chat })),
      ]);
      await world.until(() => world.teams.in(chat).length > 0, 'the welcome');
      await world.quiet();
    };
    await comes();
    expect(world.teams.in(chat)).toHaveLength(1);
    await world.node.tell(world.activity({ type: 'installationUpdate', action: 'remove' }, { chat }));
    await comes();
    expect(world.teams.in(chat)).toHaveLength(2);
  });

  it('MB13 alone with somebody it presents itself as what it does there, and knows no chat to link', async () => {
    const chat = personalChat('29:Nouvelle');
    const comes = (chosen: string) =>
      world.node.tell(
        world.activity({ type: 'installationUpdate', action: 'add' }, { chat: chosen, user: 'Nouvelle' }),
      );
    await comes(chat);
    await world.until(() => world.teams.in(chat).length === 1, 'a welcome');
    expect(world.teams.spoken(chat)[0]).toMatch(/^Aparté vous écrira ici\./);
    for (const text of ['aide', 'où suis-je']) {
      const answer = await answerTo(text, { chat, user: 'Nouvelle' });
      expect(answer).not.toContain('dans ce fil');
      expect(answer).not.toContain('relié à ce fil');
    }
    // Also who is in a workshop already.
    await underWay();
    const own = personalChat('29:Zoé');
    const before = world.teams.in(own).length;
    await world.node.tell(world.activity({ type: 'installationUpdate', action: 'add' }, { chat: own, user: 'Zoé' }));
    await world.until(() => world.teams.in(own).length > before, 'a welcome');
    expect(world.teams.spoken(own).at(-1)).toMatch(/^Aparté vous écrira ici\./);
  });

  it('MB4 a card that stands where no workshop takes place any more is answered in the language of who presses', async () => {
    for (const [locale, words] of [
      ['en-GB', 'No workshop is linked'],
      ['fr-FR', 'Aucun atelier'],
    ] as const) {
      const { body } = await world.node.tell(
        world.activity(
          {
            type: 'invoke',
            name: 'adaptiveCard/action',
            locale,
            value: { action: { type: 'Action.Execute', verb: 'whereAmI', data: {} }, trigger: 'manual' },
          },
          { chat: '19:autre@thread.v2' },
        ),
      );
      expect(JSON.stringify(body)).toContain(words);
    }
  });

  it('MB13 people who come and go, other names and the bounds of the meeting move nobody', async () => {
    await underWay();
    const { version } = world.state;
    const members = [{ id: '29:Neuf', name: 'Neuf', aadObjectId: 'oid-Neuf' }];
    for (const activity of [
      { type: 'conversationUpdate', membersAdded: members },
      { type: 'conversationUpdate', membersRemoved: members },
      { type: 'conversationUpdate', topicName: 'Un autre titre' },
      { type: 'event', name: 'application/vnd.microsoft.meetingStart', value: {} },
      { type: 'event', name: 'application/vnd.microsoft.meetingEnd', value: {} },
      {
        type: 'event',
        name: 'application/vnd.microsoft.meetingParticipantJoin',
        value: { members: [{ user: members[0] }] },
      },
      { type: 'event', name: 'application/vnd.microsoft.meetingParticipantJoin', value: 'nobody' },
      {
        type: 'event',
        name: 'application/vnd.microsoft.meetingParticipantLeave',
        value: { members: [{ user: members[0] }] },
      },
      { type: 'typing' },
      { type: 'messageReaction', reactionsAdded: [] },
    ]) {
      expect((await world.node.tell(world.activity(activity))).status).toBe(200);
    }
    await world.quiet();
    expect(world.state.version).toBe(version);
    expect((await world.store.chats.chat(meetingChat))?.title).toBe('Un autre titre');
  });

  it('MB22 whoever comes into the meeting of their group has arrived, in that of another has not', async () => {
    await underWay();
    const breakout = () => world.state.breakouts[breakoutSlot];
    const own = world.state.groups.find(({ id }) => id === breakout()?.placements['person-0001'])?.number ?? 0;
    const event = (name: 'Join' | 'Leave', number: number) =>
      world.node.tell(
        world.activity(
          {
            type: 'event',
            name: `application/vnd.microsoft.meetingParticipant${name}`,
            value: { members: [{ user: teamsUser('Zoé'), meeting: { inMeeting: name === 'Join', role: 'Attendee' } }] },
          },
          { chat: groupChat(number) },
        ),
      );
    await event('Join', (own % 3) + 1);
    expect(breakout()?.arrivals).toEqual({});
    await event('Join', own);
    expect(breakout()?.arrivals).toEqual({ 'person-0001': world.now });
    const { version } = world.state;
    await event('Leave', own);
    await event('Join', own);
    expect(world.state.version).toBe(version);
  });

  it('MB13 Teams says the role of one, and what the meeting is called', async () => {
    await world.installed();
    world.teams.roles.set('oid-A', 'Attendee');
    const { meetings } = world.node.bot;
    const asked = { conversationId: meetingChat, meetingId, tenantId: tenant, objectId: 'oid-A' };
    expect(await meetings.roleOf(asked)).toBe('attendee');
    expect(await meetings.titleOf(asked)).toBeUndefined();
    await world.node.tell(world.activity({ type: 'conversationUpdate', topicName: 'Point du mardi' }));
    expect(await meetings.titleOf(asked)).toBe('Point du mardi');
    world.teams.titles.set(meetingId, 'Comité de pilotage');
    expect(await meetings.titleOf(asked)).toBe('Comité de pilotage');
    expect(await meetings.titleOf({ ...asked, conversationId: groupChat(1) })).toBeUndefined();
    for (const other of [{ objectId: 'oid-B' }, { meetingId: 'autre' }, { conversationId: groupChat(1) }]) {
      expect(await meetings.roleOf({ ...asked, ...other })).toBeUndefined();
    }
  });
});
