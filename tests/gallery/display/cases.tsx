import type { SharedLink } from '../../../shared/protocol/http.ts';
import type { DisplayView, GroupProgress, PresentedGroup, StageView } from '../../../shared/views/views.ts';
import type { ClientSnapshot } from '../../../tab/net/client.ts';
import { DisplayPage } from '../../../tab/screens/display/DisplayPage.tsx';
import { fakeClient } from '../fakeClient.ts';
import type { GalleryCase } from '../gallery.tsx';
import { withLongWords } from '../longWords.ts';
import {
  common,
  groupScene,
  groups,
  fixtureNow as now,
  open,
  presented,
  prompt,
  running,
  stage,
} from '../participant/workshopFixture.ts';

const minute = 60_000;
const links: readonly SharedLink[] = [
  {
    linkId: 'link-1',
    role: 'participant',
    medium: 'link',
    value: 'https://aparte.example.org/p#Zk3vT8QmP0aYw5rB2nXc7LdEuHs9Jf4GiKo6MtRqVxA',
  },
  { linkId: 'link-2', role: 'participant', medium: 'code', value: 'KMRT-7P4W' },
];
const progress = (count: number): readonly GroupProgress[] =>
  Array.from({ length: count }, (_, index) => ({
    ...(groups[index] ?? { name: `Tablée ${index + 1}`, animatorName: `Personne ${index + 1}` }),
    id: `group-${index + 1}`,
    number: index + 1,
    memberCount: 8,
    arrivedCount: 5 + (index % 4),
    answerCount: 12 - (index % 12),
    submitted: index === 0,
  }));
const breakout = (more: Partial<NonNullable<DisplayView['breakout']>> = {}) => ({
  slotId: 'slot-breakout',
  phase: open,
  prompts: [prompt],
  groups: progress(3),
  ...more,
});
const view = (run: Parameters<typeof common>[0], more: Partial<DisplayView> = {}): DisplayView => ({
  kind: 'display',
  ...common(run),
  participantCount: 47,
  ...more,
});
const screen = (name: string, shown: DisplayView, more: Partial<ClientSnapshot> = {}): GalleryCase => ({
  name,
  element: <DisplayPage client={fakeClient({ view: shown, now, ...more })} links={links} />,
});

const long =
  'Nous proposons de financer durablement le temps de coordination entre associations, fondations, entreprises et collectivités, parce que sans personne pour tenir le lien, les meilleures intentions s’épuisent en quelques mois et les habitants ne voient rien venir. '
    .repeat(3)
    .slice(0, 600);
const first = presented[0] as PresentedGroup;
const longGroup: PresentedGroup = {
  ...first,
  name: 'Fondation territoriale des Lumières et de ses nombreux partenaires',
  animatorName: 'Marie-Charlotte de Saint-Exupéry',
  keyIdeas: first.keyIdeas.map((idea) => ({
    ...idea,
    text: long,
    citations: [1, 2, 3, 4, 5].map((n) => ({ id: `${idea.id}-${n}`, text: `${n}. ${long}` })),
  })),
};
const many: readonly PresentedGroup[] = Array.from({ length: 50 }, (_, index) => ({
  ...first,
  id: `group-${index + 1}`,
  number: index + 1,
  name: `Tablée ${index + 1}`,
}));
const closed = {
  kind: 'closed',
  openedAt: now - 20 * minute,
  closedAt: now - minute,
  answersUntil: now,
} as const;
const plenary = running('slot-plenary', 4 * minute, 5 * minute);

/** Five groups, of whom some say the same. */
const byNearness: Extract<StageView['scene'], { kind: 'wall' }> = {
  kind: 'wall',
  by: 'nearness',
  groups: [
    ['Un fonds commun de territoire, alimenté par les entreprises locales.', 'Former les bénévoles à la gestion.'],
    ['Créer un fonds territorial avec les entreprises.', 'Mutualiser les achats entre associations.'],
    ['Des financements sur plusieurs années plutôt que des appels à projets.', 'Ouvrir les lieux aux habitants.'],
    ['Sortir des appels à projets par des financements pluriannuels.', 'Donner du temps aux bénévoles pour se former.'],
    ['Un fonds abondé par les entreprises et gouverné avec les habitants.', 'Mesurer la valeur autrement.'],
  ].map((texts, index) => ({
    id: `g${index}`,
    number: index + 1,
    name: ['Fondation de Lille', 'Réseau Alliances', 'ADASI', '', 'Cluster Jura'][index] ?? '',
    animatorName: '',
    keyIdeas: texts.map((text, place) => ({
      id: `idea-${index}-${place}`,
      text,
      citations: [],
      ...(place === 0 && index < 4 ? { lens: 'Ressources financières' } : {}),
      ...(place === 1 && index % 3 === 0 ? { lens: 'Richesses humaines' } : {}),
    })),
  })),
  together: [
    ['idea-0-0', 'idea-1-0', 'idea-4-0'],
    ['idea-2-0', 'idea-3-0'],
    ['idea-0-1', 'idea-3-1'],
  ],
};

export const cases: readonly GalleryCase[] = [
  screen('waiting', view({ kind: 'notStarted' })),
  screen('slot', view(running('slot-grandest', 12 * minute + 4_000))),
  screen('slot-soon', view(running('slot-grandest', 4 * minute + 4_000))),
  screen('slot-over', view(running('slot-last', -130_000))),
  screen(
    'paused',
    view({
      kind: 'paused',
      slotId: 'slot-grandest',
      startedAt: now - 10 * minute,
      pausedAt: now,
      remainingMs: 10 * minute,
    }),
  ),
  screen('formed', view(running('slot-breakout', 20 * minute), { breakout: breakout({ phase: { kind: 'formed' } }) })),
  screen(
    'breakout',
    view(running('slot-breakout', 8 * minute), {
      breakout: breakout(),
      announcement: {
        id: 'announcement-1',
        text: 'Plus que deux minutes\u00a0: choisissez vos idées.',
        at: now - minute,
      },
    }),
  ),
  screen('breakout-last', view(running('slot-breakout', 42_000), { breakout: breakout() }), {
    status: { kind: 'offline', since: now - minute },
  }),
  screen(
    'breakout-many',
    view(running('slot-breakout', 8 * minute), {
      breakout: breakout({ groups: progress(50), prompts: [prompt, long.slice(0, 260)] }),
    }),
  ),
  screen('back', view(running('slot-breakout', -30_000), { breakout: breakout({ phase: closed }) })),
  screen('stage-waiting', view(plenary, { stage: stage({ kind: 'waiting' }), breakout: breakout({ phase: closed }) })),
  screen('stage-group', view(plenary, { stage: stage(groupScene()), breakout: breakout({ phase: closed }) })),
  screen('stage-long', view(plenary, { stage: stage(groupScene(longGroup)) })),
  screen('stage-none', view(plenary, { stage: stage(groupScene({ ...first, keyIdeas: [] })) })),
  screen('wall', view(plenary, { stage: stage({ kind: 'wall', by: 'group', groups: presented }) })),
  screen(
    'wall-long',
    view(plenary, {
      stage: stage({
        kind: 'wall',
        by: 'group',
        groups: [longGroup, longGroup, longGroup].map((group, index) => ({ ...group, id: `g${index}` })),
      }),
    }),
  ),
  screen('wall-nearness', view(plenary, { stage: stage(byNearness) })),
  screen('wall-lens', view(plenary, { stage: stage({ ...byNearness, by: 'lens' }) })),
  screen('wall-many', view(plenary, { stage: stage({ kind: 'wall', by: 'group', groups: many }) })),
  screen('ended', view({ kind: 'ended', endedAt: now })),
  screen('long-words-waiting', withLongWords(view({ kind: 'notStarted' }))),
  screen('long-words-slot', withLongWords(view(running('slot-grandest', 12 * minute)))),
  screen(
    'long-words',
    withLongWords(
      view(running('slot-breakout', 8 * minute), {
        breakout: breakout(),
        announcement: { id: 'announcement-1', text: '', at: now - minute },
      }),
    ),
  ),
  screen(
    'long-words-order',
    withLongWords(view(plenary, { stage: stage({ kind: 'waiting' }), breakout: breakout({ phase: closed }) })),
  ),
  screen('long-words-stage', withLongWords(view(plenary, { stage: stage(groupScene()) }))),
  screen(
    'long-words-wall',
    withLongWords(view(plenary, { stage: stage({ kind: 'wall', by: 'group', groups: presented }) })),
  ),
  screen('long-words-ended', withLongWords(view({ kind: 'ended', endedAt: now }))),
];
