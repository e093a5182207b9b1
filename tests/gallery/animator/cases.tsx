import type { GroupChange } from '../../../shared/views/groupHistory.ts';
import type {
  AnimatorBreakoutView,
  AnimatorView,
  AnswerView,
  GroupDefinition,
  Me,
  SynthesisView,
} from '../../../shared/views/views.ts';
import type { ClientSnapshot } from '../../../tab/net/client.ts';
import { writeDraft } from '../../../tab/net/drafts.ts';
import '../../../tab/screens/animator/KeyIdeasPanel.css';
import { AnimatorPage } from '../../../tab/screens/animator/AnimatorPage.tsx';
import { HistoryDialog } from '../../../tab/screens/animator/HistoryDialog.tsx';
import { ThemesPanel } from '../../../tab/screens/animator/ThemesPanel.tsx';
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
import { forty, fortySynthesis } from './fortyFixture.ts';

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
const fortyIdeas = {
  'idea-1': {
    id: 'idea-1',
    text: 'Un fonds commun de territoire, alimenté par les entreprises locales.',
    citations: ['forty-08', 'forty-09', 'forty-10'],
    lens: 'Ressources financières',
  },
  'idea-2': { id: 'idea-2', text: 'Former les bénévoles ensemble.', citations: ['forty-23', 'forty-25'] },
};
const modelSynthesis: SynthesisView = {
  themes: {},
  themeOf: Object.fromEntries(Object.keys(answers).map((id) => [id, id])),
  ideas: [
    {
      text: 'Financer le temps de la coopération plutôt que des projets.',
      wording: 'model',
      citations: ['answer-0', 'answer-4'],
      answerIds: ['answer-0', 'answer-4'],
      people: 7,
      doubtful: ['answer-4'],
      opposed: ['answer-1'],
      weak: false,
    },
    {
      text: answers['answer-3']?.text ?? '',
      wording: 'theirs',
      citations: ['answer-3'],
      answerIds: ['answer-3'],
      people: 1,
      doubtful: [],
      opposed: [],
      weak: true,
    },
  ],
  source: 'model',
  dropped: ['quote_not_found'],
};
const versions = [
  { text: 'Financer la coopération.', citations: ['answer-0'] },
  { text: 'Financer le temps de la coopération, pas seulement ses projets.', citations: ['answer-0', 'answer-4'] },
] as const;
const changed = { byName: 'Camille Delattre', keyIdeaId: 'idea-1' };
const changes: readonly GroupChange[] = [
  { ...changed, version: 20, at: now - 9 * minute, kind: 'drafted', after: versions[0] },
  { ...changed, version: 31, at: now - 6 * minute, kind: 'revised', before: versions[0], after: versions[1] },
  {
    ...changed,
    version: 32,
    at: now - 5 * minute,
    kind: 'lensPut',
    before: versions[1],
    after: { ...versions[1], lens: 'Ressources financières' },
  },
  {
    ...changed,
    keyIdeaId: 'idea-9',
    byName: '',
    version: 35,
    at: now - 4 * minute,
    kind: 'dropped',
    before: { text: 'Une idée abandonnée.', citations: [] },
  },
  {
    version: 36,
    at: now - 3 * minute,
    byName: 'Camille Delattre',
    kind: 'themesArranged',
    before: [],
    after: [{ id: 'theme-1', label: 'Financer la coopération', answerIds: ['answer-0', 'answer-4'] }],
  },
  { ...changed, version: 40, at: now - 2 * minute, kind: 'submitted', before: versions[1], after: versions[1] },
];
const history = () => Promise.resolve({ ok: true, value: changes } as const);
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
  element: <AnimatorPage client={fakeClient({ view: shown, me, now, ...more })} history={history} />,
});
const themes = (name: string, more: Partial<AnimatorBreakoutView['work']>): GalleryCase => ({
  name,
  element: (
    <main className="animator" style={{ padding: 16 }}>
      <h1 className="visually-hidden">Thèmes</h1>
      <h2 className="visually-hidden">Réponses</h2>
      <ThemesPanel
        client={fakeClient({ view: view(), me, now })}
        slotId="slot-breakout"
        work={breakout(more).work}
        unseen={{ unseen: [], storedIds: new Set() }}
        onDrafted={() => undefined}
        onRemove={() => undefined}
      />
    </main>
  ),
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
  screen('sent-answers', view({ languageModel: { host: 'aparte-ateliers.openai.azure.com', allowed: true } })),
  screen('forty', view({ breakout: breakout({ answers: forty, synthesis: fortySynthesis }) })),
  screen(
    'forty-ideas',
    view({
      ...common(running('slot-plenary', 5 * minute)),
      breakout: { ...breakout({ answers: forty, synthesis: fortySynthesis, keyIdeas: fortyIdeas }), phase: closed },
    }),
  ),
  screen(
    'proposals-of-a-model',
    view({
      ...common(running('slot-plenary', 5 * minute), { languageModel: { host: 'model.example.org', allowed: true } }),
      breakout: { ...breakout({ synthesis: modelSynthesis }), phase: closed },
    }),
  ),
  themes('themes', { answers: forty, synthesis: fortySynthesis }),
  themes('themes-long', {
    answers: {
      ...forty,
      'forty-00': { ...(forty['forty-00'] as AnswerView), text: 'Une réponse sans fin. '.repeat(180) },
    },
    synthesis: fortySynthesis,
  }),
  themes('themes-gathering', { answers: forty }),
  {
    name: 'history',
    element: (
      <HistoryDialog
        read={() => Promise.resolve({ ok: true, value: changes })}
        timeZone="Europe/Paris"
        answers={answers}
        restoreIn={(id) => ({ ...(id === 'idea-1' ? { now: versions[1] } : {}), restore: () => undefined })}
        onClose={() => undefined}
      />
    ),
  },
  {
    name: 'named',
    element: (
      <AnimatorPage
        client={fakeClient({ view: view({ joinedBy: groups.slice(2) }), me, now })}
        history={history}
        isNew
      />
    ),
  },
  screen('merged-away', view({ mergedInto: groups[0] as GroupDefinition })),
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
    'submitted-lost',
    view({
      breakout: breakout({
        keyIdeas: { 'idea-1': { id: 'idea-1', text: 'Financer la coopération.', citations: [] } },
        outcome: { kind: 'submitted', keyIdeaIds: ['idea-1'], at: now, by: 'person-animator' },
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
