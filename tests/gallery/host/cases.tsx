import { MINUTE_MS } from '../../../shared/core/time.ts';
import type { AgendaView, HostBreakoutView, HostView } from '../../../shared/views/views.ts';
import type { ClientSnapshot } from '../../../tab/net/client.ts';
import { HostConsole } from '../../../tab/screens/host/HostConsole.tsx';
import type { ConsoleDialog } from '../../../tab/screens/host/hostContext.ts';
import { listKinds } from '../../../tab/screens/host/lists/GroupListsDialog.tsx';
import { forty, fortySynthesis } from '../animator/fortyFixture.ts';
import { fakeClient } from '../fakeClient.ts';
import type { GalleryCase } from '../gallery.tsx';
import { withLongWords } from '../longWords.ts';
import { builderViews, formedOfThirty, soon } from './builderScenes.ts';
import { at, breakout, groups, hostView, midnight, services, slotsUntil } from './fixtures.ts';
import { importCases } from './importCases.tsx';
import { roomsCases } from './roomsCases.tsx';

const running = (slotId: string, startedAt: number, minutes: number): AgendaView => ({
  slots: slotsUntil(slotId),
  run: { kind: 'running', slotId, startedAt, endsAt: startedAt + minutes * MINUTE_MS },
  planOrigin: midnight,
});

interface Sketch {
  readonly now: number;
  readonly view?: Partial<HostView>;
  readonly snapshot?: Partial<ClientSnapshot>;
  readonly opened?: ConsoleDialog;
}

function scene(name: string, { now, view, snapshot = {}, opened }: Sketch): GalleryCase {
  const client = fakeClient({ now, view: hostView(view), ...snapshot });
  return {
    name,
    element: <HostConsole client={client} services={services} {...(opened === undefined ? {} : { opened })} />,
  };
}

/** The first group has forty answers, and nobody has written a key idea. */
const withForty = (open: HostBreakoutView): HostBreakoutView => {
  const [id = ''] = Object.keys(open.works);
  const work = open.works[id];
  if (work === undefined) return open;
  const full = {
    ...work,
    answers: forty,
    synthesis: fortySynthesis,
    keyIdeas: {},
    outcome: { kind: 'drafting' },
  } as const;
  return { ...open, works: { ...open.works, [id]: full } };
};

const inBreakout = running('slot-0008', at(15, 12), 20);
const inRestitution: AgendaView = running('slot-0009', at(15, 32), 5);
/** Table 4 lags in every way. */
const eight = Array.from({ length: 8 }, (_, index) => ({
  id: `group-000${index + 1}`,
  number: index + 1,
  name: index === 2 ? 'Fédération départementale des familles rurales' : `Table ${index + 1}`,
  animatorName: '',
  roomUrl: index === 3 ? '' : `https://teams.example/salle-${index + 1}`,
}));
const opened = breakout('open');
const breakoutOfEight: HostBreakoutView = {
  ...opened,
  works: Object.fromEntries(
    eight.flatMap((group, index) => {
      const work = Object.values(opened.works)[index % 3];
      if (work === undefined) return [];
      const away = Object.values(work.members).map((member) => [member.id, { ...member, arrived: false }]);
      const idle = index === 3 ? { answers: {}, members: Object.fromEntries(away) } : {};
      return [[group.id, { ...work, ...idle, groupId: group.id }]];
    }),
  ),
};
/** Every third one has not come yet, and one has who was not announced. */
function withExpected(formed: HostBreakoutView): Pick<HostView, 'people' | 'breakouts'> {
  const { people } = hostView();
  const awaited = new Set(Object.keys(people).filter((_id, index) => index % 3 === 1));
  const isAwaited = (id: string) => (awaited.has(id) ? { connected: false, expected: true as const } : {});
  const works = Object.entries(formed.works).map(([groupId, work]) => {
    const members = Object.values(work.members).map((one) => [one.id, { ...one, ...isAwaited(one.id) }]);
    return [groupId, { ...work, members: Object.fromEntries(members) }];
  });
  return {
    people: Object.fromEntries(
      Object.values(people).map((one) => [
        one.id,
        { ...one, ...isAwaited(one.id), ...(one.id === 'person-0003' ? { unexpected: true as const } : {}) },
      ]),
    ),
    breakouts: { 'slot-0008': { ...formed, works: Object.fromEntries(works) } },
  };
}
const presented = { id: 'idea-0-00000', text: 'Mutualiser les achats.', citations: [] };

/** People on a list who have not come yet, and what is known of everybody. */
const announced: Partial<HostView> = {
  attributes: [
    { name: 'Région', asked: true, choices: ['Bretagne', 'Grand Est', 'Hauts-de-France'] },
    { name: 'Type de structure', asked: false, choices: [] },
  ],
  people: {
    ...hostView().people,
    ...Object.fromEntries(
      ['Aïssatou Ndiaye', 'Bérengère Le Goff', 'Jean-Pierre Martin'].map((name, index) => [
        `expected-${index}`,
        {
          id: `expected-${index}`,
          name,
          organisation: 'La Fabrique des tiers-lieux',
          role: 'participant' as const,
          connected: false,
          expected: true as const,
          email: `expected${index}@fabrique.example`,
          attributes: { Région: index === 0 ? 'Bretagne' : 'Grand Est', 'Type de structure': 'Association' },
        },
      ]),
    ),
  },
};

export const cases: readonly GalleryCase[] = [
  ...importCases,
  ...roomsCases,
  scene('not-started', { now: at(11, 28) }),
  scene('empty', { now: at(11, 28), view: { people: {}, agenda: { slots: [], run: { kind: 'notStarted' } } } }),
  scene('talk', { now: at(15, 4, 20), view: { agenda: running('slot-0007', at(14, 35), 32) } }),
  scene('overrun', { now: at(15, 17, 43), view: { agenda: running('slot-0007', at(14, 35), 32) } }),
  scene('form', { now: at(15, 12, 10), view: { agenda: inBreakout } }),
  scene('formed', {
    now: at(15, 12, 40),
    view: { agenda: inBreakout, breakouts: { 'slot-0008': breakout('formed') } },
  }),
  scene('open', {
    now: at(15, 20, 12),
    view: {
      agenda: inBreakout,
      breakouts: { 'slot-0008': breakout('open', true) },
      announcement: { id: 'announcement-1', text: 'Il reste 10 minutes.', at: at(15, 19) },
    },
  }),
  scene('name-animator', {
    now: at(15, 20, 12),
    view: { agenda: inBreakout, breakouts: { 'slot-0008': opened } },
    opened: { kind: 'nameAnimator', slotId: 'slot-0008', groupId: 'group-0002' },
  }),
  scene('merge', {
    now: at(15, 20, 12),
    view: { agenda: inBreakout, breakouts: { 'slot-0008': opened } },
    opened: { kind: 'mergeGroup', slotId: 'slot-0008', groupId: 'group-0003' },
  }),
  scene('merged', {
    now: at(15, 20, 12),
    view: {
      agenda: inBreakout,
      breakouts: { 'slot-0008': { ...opened, merged: { 'group-0003': 'group-0001' } } },
    },
  }),
  scene('expected', {
    now: at(15, 12, 40),
    view: { agenda: inBreakout, ...withExpected(breakout('formed')) },
  }),
  scene('undelivered', {
    now: at(15, 20, 12),
    view: {
      agenda: inBreakout,
      breakouts: { 'slot-0008': breakout('open', true) },
      undelivered: Object.fromEntries(
        (
          [
            { what: 'recall', reason: 'blocked' },
            { what: 'reminder', reason: 'unreachable', groupNumber: 2 },
            { what: 'place', reason: 'refused', personName: 'Marie-Charlotte de Villeneuve-Bargemon' },
            { what: 'prompts', reason: 'not_installed', groupNumber: 1 },
            { what: 'announcement', reason: 'gone', groupNumber: 3 },
          ] as const
        ).map((message, index) => [
          `message-${index}`,
          { id: `message-${index}`, at: at(15, 19, 40 - index), ...message },
        ]),
      ),
    },
  }),
  scene('many-groups', {
    now: at(15, 20, 12),
    view: { agenda: inBreakout, groups: eight, breakouts: { 'slot-0008': breakoutOfEight } },
  }),
  scene('wall-on-screen', {
    now: at(15, 36),
    view: {
      agenda: inRestitution,
      breakouts: { 'slot-0008': breakout('closed') },
      stage: {
        slotId: 'slot-0009',
        breakoutSlotId: 'slot-0008',
        order: groups.map((group) => group.id),
        presented: groups.map((group) => group.id),
        onAir: true,
        scene: { kind: 'wall', by: 'nearness', groups: [] },
      },
    },
  }),
  scene('restitution', {
    now: at(15, 34),
    view: {
      agenda: inRestitution,
      breakouts: { 'slot-0008': breakout('closed') },
      stage: {
        slotId: 'slot-0009',
        breakoutSlotId: 'slot-0008',
        order: groups.map((group) => group.id),
        presented: ['group-0001'],
        onAir: true,
        scene: {
          kind: 'group',
          group: {
            id: 'group-0001',
            number: 1,
            name: 'Groupe 1',
            animatorName: 'Fondation de Lille',
            keyIdeas: [presented],
          },
          startedAt: at(15, 33),
          endsAt: at(15, 34, 40),
        },
      },
    },
  }),
  scene('paused-offline', {
    now: at(15, 20, 12),
    view: {
      agenda: {
        slots: slotsUntil('slot-0007'),
        planOrigin: midnight,
        run: {
          kind: 'paused',
          slotId: 'slot-0007',
          startedAt: at(14, 35),
          pausedAt: at(15, 2),
          remainingMs: 5 * MINUTE_MS,
        },
      },
    },
    snapshot: {
      status: { kind: 'offline', since: at(15, 19) },
      failed: [
        {
          commandId: 'failed-1',
          command: { kind: 'NextSlot', fromSlotId: 'slot-0006' },
          queuedAt: at(15, 18),
          problem: { kind: 'rejected', code: 'slot_not_current' },
        },
      ],
    },
  }),
  scene('ended', {
    now: at(16, 9),
    view: {
      agenda: { slots: slotsUntil('slot-0010'), planOrigin: midnight, run: { kind: 'ended', endedAt: at(16, 7) } },
      breakouts: { 'slot-0008': breakout('closed') },
    },
  }),
  scene('dialog-options-model', {
    now: at(10, 2),
    opened: { kind: 'options' },
    view: { languageModel: { host: 'aparte-ateliers.openai.azure.com', allowed: false } },
  }),
  ...(['links', 'people', 'groups', 'options', 'report', 'shortcuts', 'start', 'end'] as const).map((kind) =>
    scene(`dialog-${kind}`, { now: at(10, 2), opened: { kind } }),
  ),
  scene('dialog-links-closed', {
    now: at(10, 2),
    view: { links: { 'link-code': { id: 'link-code', role: 'participant', medium: 'code', revoked: true } } },
    opened: { kind: 'links' },
  }),
  scene('dialog-cuts', {
    now: at(15, 17, 43),
    view: { agenda: running('slot-0007', at(14, 35), 32) },
    opened: { kind: 'cuts' },
  }),
  ...Object.entries(builderViews).map(([name, view]) =>
    scene(`builder-${name}`, { now: soon, view, opened: { kind: 'builder', slotId: 'slot-0008' } }),
  ),
  ...listKinds.map((first) =>
    scene(`lists-${first}`, {
      now: soon,
      view: formedOfThirty,
      opened: { kind: 'groupLists', slotId: 'slot-0008', first },
    }),
  ),
  scene('rebalance', { now: soon, view: formedOfThirty, opened: { kind: 'rebalance', slotId: 'slot-0008' } }),
  scene('formed-of-thirty', { now: soon, view: formedOfThirty }),
  scene('dialog-slot', { now: at(10, 2), opened: { kind: 'editSlot', slotId: 'slot-0008' } }),
  scene('dialog-group', {
    now: at(15, 20, 12),
    view: { agenda: inBreakout, breakouts: { 'slot-0008': breakout('open') } },
    opened: { kind: 'group', slotId: 'slot-0008', groupId: 'group-0001' },
  }),
  scene('dialog-group-forty', {
    now: at(15, 20, 12),
    view: { agenda: inBreakout, breakouts: { 'slot-0008': withForty(breakout('open')) } },
    opened: { kind: 'group', slotId: 'slot-0008', groupId: 'group-0001' },
  }),
  scene('people-empty', { now: at(11, 28), view: { people: {} }, opened: { kind: 'people' } }),
  scene('people-expected', { now: at(11, 28), view: announced, opened: { kind: 'people', personId: 'expected-1' } }),
  scene('people-here', { now: at(11, 28), view: announced, opened: { kind: 'people', personId: 'person-0001' } }),
  ...(
    [
      ['long-words', 'open', undefined],
      ['long-words-formed', 'formed', undefined],
      ['long-words-group', 'open', { kind: 'group', slotId: 'slot-0008', groupId: 'group-0001' }],
      ['long-words-people', 'open', { kind: 'people' }],
      ['long-words-groups', 'open', { kind: 'groups' }],
      ['long-words-links', 'open', { kind: 'links' }],
      ['long-words-slot', 'open', { kind: 'editSlot', slotId: 'slot-0008' }],
    ] as const
  ).map(([name, phase, dialog]) =>
    scene(name, {
      now: at(15, 20, 12),
      view: withLongWords(
        hostView({
          agenda: inBreakout,
          breakouts: { 'slot-0008': breakout(phase, true) },
          announcement: { id: 'announcement-1', text: '', at: at(15, 19) },
        }),
      ),
      ...(dialog === undefined ? {} : { opened: dialog }),
    }),
  ),
  scene('long-words-restitution', {
    now: at(15, 34),
    view: withLongWords(
      hostView({
        agenda: inRestitution,
        breakouts: { 'slot-0008': breakout('closed') },
        stage: {
          slotId: 'slot-0009',
          breakoutSlotId: 'slot-0008',
          order: groups.map((group) => group.id),
          presented: [],
          onAir: true,
          scene: { kind: 'waiting' },
        },
      }),
    ),
  }),
];
