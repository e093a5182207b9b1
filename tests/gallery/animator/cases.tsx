import type { AnimatorBreakoutView, AnimatorView, GroupDefinition, Me } from '../../../shared/views/views.ts';
import type { ClientSnapshot } from '../../../tab/net/client.ts';
import { writeDraft } from '../../../tab/net/drafts.ts';
import { AnimatorPage } from '../../../tab/screens/animator/AnimatorPage.tsx';
import { fakeClient } from '../fakeClient.ts';
import type { GalleryCase } from '../gallery.tsx';
import { withLongWords } from '../longWords.ts';
import {
  answers,
  common,
  companions,
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
const me: Me = {
  personId: 'person-animator',
  role: 'animator',
  name: 'Camille Delattre',
  organisation: 'Réseau Alliances',
  groupId: 'group-2',
  arrived: true,
  answerIds: [],
  supportedIds: [],
};
const closed = {
  kind: 'closed',
  openedAt: now - 20 * minute,
  closedAt: now - 3 * minute,
  answersUntil: now - 2 * minute,
} as const;

const breakout = (more: Partial<AnimatorBreakoutView['work']> = {}): AnimatorBreakoutView => ({
  slotId: 'slot-breakout',
  phase: open,
  prompts: [prompt],
  work: {
    groupId: 'group-2',
    members: Object.fromEntries(
      Object.values(companions).map((person, index) => [
        person.id,
        { ...person, connected: index !== 1, arrived: index > 1 },
      ]),
    ),
    answers,
    keyIdeas: {},
    outcome: { kind: 'drafting' },
    presented: false,
    ...more,
  },
  elsewhere: {
    'person-90': { id: 'person-90', name: 'Paul Ferrand', groupNumber: 1 },
    'person-91': { id: 'person-91', name: 'Yasmine Haddad', groupNumber: 3 },
  },
});
const ideas = {
  'idea-1': {
    id: 'idea-1',
    text: 'Financer le temps de la coopération, pas seulement ses projets.',
    citations: ['answer-0', 'answer-4'],
  },
  'idea-2': {
    id: 'idea-2',
    text: 'Créer un fonds commun de territoire, gouverné avec les habitants.',
    citations: [],
  },
};
const at8 = running('slot-breakout', 8 * minute);
const view = (more: Partial<AnimatorView> = {}): AnimatorView => ({
  kind: 'animator',
  ...common(at8),
  group: groups[1] as GroupDefinition,
  breakout: breakout(),
  ...more,
});
const screen = (name: string, shown: AnimatorView, more: Partial<ClientSnapshot> = {}): GalleryCase => ({
  name,
  element: <AnimatorPage client={fakeClient({ view: shown, me, now, ...more })} />,
});

const { breakout: _none, ...beforeGroups } = view(common(running('slot-grandest', 3 * minute)));

// The draft of a conflict: what was typed here started from a text that is no longer the stored one.
writeDraft(
  'workshop-1:person-animator:keyIdea:slot-conflict:group-2:idea-1',
  JSON.stringify({ seenText: 'Financer la coopération.', text: 'Financer les postes de coordination.' }),
);

export const cases: readonly GalleryCase[] = [
  screen('before', beforeGroups),
  screen('arrivals', view({ announcement: { id: 'announcement-1', text: 'Il reste 2 minutes.', at: now } })),
  screen(
    'ideas',
    view({
      breakout: breakout({
        keyIdeas: ideas,
        helpCall: { id: 'call-1', text: 'Le partage d’écran ne marche pas.', at: now, byName: 'Lucie Martin' },
      }),
    }),
  ),
  screen(
    'three-ideas',
    view({
      options: { keyIdeasPerGroup: 2, authors: 'animators', graceMs: minute },
      breakout: {
        ...breakout({
          keyIdeas: { ...ideas, 'idea-3': { id: 'idea-3', text: 'Mesurer autrement.', citations: ['answer-5'] } },
          answers: Object.fromEntries(
            Object.values(answers).map((answer, index) => [
              answer.id,
              { ...answer, promptIndex: index % 2, authorName: ['Amina Benali', 'Lucie Martin'][index % 2] ?? '' },
            ]),
          ),
        }),
        prompts: [prompt, 'Quelle première action, lundi\u202f?'],
      },
    }),
  ),
  screen('conflict', view({ breakout: { ...breakout({ keyIdeas: ideas }), slotId: 'slot-conflict' } })),
  screen(
    'closed',
    view({
      ...common(running('slot-plenary', 5 * minute)),
      breakout: { ...breakout({ keyIdeas: ideas }), phase: closed },
    }),
  ),
  screen(
    'submitted',
    view({
      breakout: breakout({
        keyIdeas: ideas,
        outcome: { kind: 'submitted', keyIdeaIds: ['idea-1', 'idea-2'], at: now, by: 'person-animator' },
      }),
    }),
  ),
  screen(
    'your-turn',
    view({
      ...common(running('slot-plenary', 4 * minute)),
      stage: stage(groupScene(presented[1])),
      breakout: {
        ...breakout({
          keyIdeas: ideas,
          presented: true,
          outcome: { kind: 'submitted', keyIdeaIds: ['idea-1', 'idea-2'], at: now, by: 'person-animator' },
        }),
        phase: closed,
      },
    }),
  ),
  screen(
    'long-words',
    withLongWords(
      view({
        options: { keyIdeasPerGroup: 2, authors: 'animators', graceMs: minute },
        announcement: { id: 'announcement-1', text: '', at: now },
        breakout: breakout({
          keyIdeas: ideas,
          helpCall: { id: 'call-1', text: '', at: now, byName: '' },
          answers: Object.fromEntries(
            Object.values(answers).map((answer) => [answer.id, { ...answer, authorName: 'Amina Benali' }]),
          ),
        }),
      }),
    ),
  ),
  screen(
    'long-words-turn',
    withLongWords(
      view({
        ...common(running('slot-plenary', 4 * minute)),
        stage: stage(groupScene(presented[1])),
        breakout: {
          ...breakout({
            keyIdeas: ideas,
            presented: true,
            outcome: { kind: 'submitted', keyIdeaIds: ['idea-1', 'idea-2'], at: now, by: 'person-animator' },
          }),
          phase: closed,
        },
      }),
    ),
  ),
];
