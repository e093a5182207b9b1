import type {
  AnswerView,
  CommonView,
  GroupDefinition,
  GroupView,
  LobbyView,
  Me,
  PresentedGroup,
  SlotView,
  StageView,
} from '../../../shared/views/views.ts';
import type { BreakoutPhase } from '../../../shared/workshop/state.ts';

/** 7 July 2026, 15:22 in Paris: twelve minutes into the breakout of 15:10. */
export const fixtureNow = Date.UTC(2026, 6, 7, 13, 22, 0);
const minute = 60_000;
export const breakoutStart = fixtureNow - 12 * minute;
export const prompt = 'Qu’est-ce que vous reprenez\u202f? Qu’est-ce que cela vous inspire\u202f?';

const slot = (id: string, kind: SlotView['kind'], title: string, start: number, minutes: number): SlotView => ({
  id,
  kind,
  title,
  plannedStart: start,
  durationMs: minutes * minute,
  allottedMs: minutes * minute,
  speakers: [],
  prompts: [],
  lenses: [],
});

export const slots: readonly SlotView[] = [
  {
    ...slot('slot-opening', 'talk', 'Introduction, déroulé et objectifs des trois heures d’atelier', 690, 5),
    lead: 'Réseau Alliances, Fondation de Lille et ADASI',
  },
  {
    ...slot(
      'slot-grandest',
      'talk',
      'Témoignage\u00a0: comment les collectivités territoriales innovent\u202f?',
      720,
      20,
    ),
    lead: 'Fondation de Lille',
    speakers: ['Collectivité Grand Est'],
  },
  {
    ...slot(
      'slot-breakout',
      'breakout',
      'Réflexion collective\u00a0: en quoi ces actions créent-elles de la valeur\u202f?',
      910,
      20,
    ),
    prompts: [prompt],
    lenses: ['Richesses humaines', 'Ressources financières', 'Alliances stratégiques'],
    startedAt: breakoutStart,
  },
  slot('slot-plenary', 'restitution', 'Les points saillants par chaque animateur', 930, 5),
  {
    ...slot('slot-last', 'talk', 'Focus sur l’accompagnement à la transformation des modèles', 930, 30),
    lead: 'ADASI',
    speakers: ['Fondation GRDF', 'ADASI'],
  },
];

export const groups: readonly GroupDefinition[] = [
  {
    id: 'group-1',
    number: 1,
    name: 'Fondation de Lille',
    animatorName: 'Fondation de Lille',
    roomUrl: 'https://teams.example.org/salle-1',
  },
  {
    id: 'group-2',
    number: 2,
    name: 'Réseau Alliances',
    animatorName: 'Camille Delattre',
    roomUrl: 'https://teams.example.org/salle-2',
  },
  { id: 'group-3', number: 3, name: 'ADASI', animatorName: 'ADASI', roomUrl: '' },
];
const own = groups[1] as GroupDefinition;

type Run = CommonView['agenda']['run'];
export const running = (slotId: string, leftMs: number, lengthMs = 20 * minute): Run => ({
  kind: 'running',
  slotId,
  startedAt: fixtureNow + leftMs - lengthMs,
  endsAt: fixtureNow + leftMs,
});

export const common = (run: Run, more: Partial<CommonView> = {}): CommonView => ({
  workshopId: 'workshop-1',
  title: 'Vers de nouveaux équilibres socio-économiques des organisations publiques et privées',
  date: '2026-07-07',
  language: 'fr',
  timeZone: 'Europe/Paris',
  options: { keyIdeasPerGroup: 2, authors: 'hidden', graceMs: minute },
  agenda: { slots, run },
  ...more,
});

const texts = [
  'La coopération demande du temps financé\u00a0: sans poste de coordination, tout retombe sur deux bénévoles.',
  'Mettre les fondations territoriales et les collectivités autour de la même table, dès le diagnostic.',
  'Oui',
  'On reprend l’idée du fonds commun, abondé par les entreprises du territoire.\nEt on le fait gérer par les habitants.',
  'Arrêter les appels à projets annuels\u00a0: ils nous mettent en concurrence au lieu de nous faire coopérer.',
  'Mesurer la valeur autrement que par le nombre de bénéficiaires.',
];
export const answers: Readonly<Record<string, AnswerView>> = Object.fromEntries(
  texts.map((text, index) => [
    `answer-${index}`,
    {
      id: `answer-${index}`,
      promptIndex: 0,
      text,
      postedAt: breakoutStart + (index + 1) * minute,
      edited: index === 3,
      supports: [4, 2, 0, 7, 1, 0][index] ?? 0,
    },
  ]),
);

const names = ['Amina Benali', 'Jean-Christophe Vandenbroucke', 'Lucie Martin', 'Mehdi Kaci', 'Sophie Lemaire'];
export const companions = Object.fromEntries(
  names.map((name, index) => [
    `person-${index}`,
    {
      id: `person-${index}`,
      name,
      organisation: ['Cluster Jura', '', 'Ronalpia', 'PTCE Vivre les Mureaux', 'Grand Est'][index] ?? '',
    },
  ]),
);

export const me: Me = {
  personId: 'person-me',
  role: 'participant',
  name: 'Nadia Fournier',
  organisation: 'Centre social Les Lilas',
  groupId: 'group-2',
  arrived: true,
  answerIds: ['answer-1'],
  supportedIds: ['answer-3'],
};

export const lobby = (run: Run, more: Partial<CommonView> = {}): LobbyView => ({ kind: 'lobby', ...common(run, more) });

export const inGroup = (run: Run, phase: BreakoutPhase, more: Partial<GroupView> = {}): GroupView => ({
  kind: 'group',
  ...common(run),
  group: own,
  breakout: {
    slotId: 'slot-breakout',
    phase,
    prompts: [prompt],
    answers,
    companions,
    helpCalled: false,
    outcome: 'drafting',
  },
  ...more,
});
export const open: BreakoutPhase = { kind: 'open', openedAt: breakoutStart };

const idea = (id: string, text: string, citations: readonly string[]) => ({
  id,
  text,
  citations: citations.map((citation, index) => ({ id: `${id}-${index}`, text: citation })),
});
export const presented: readonly PresentedGroup[] = groups.map((group, index) => ({
  id: group.id,
  number: group.number,
  name: group.name,
  animatorName: group.animatorName,
  keyIdeas: [
    idea(`idea-${index}-a`, 'Financer le temps de la coopération, pas seulement ses projets.', [
      texts[0] ?? '',
      texts[4] ?? '',
    ]),
    idea(
      `idea-${index}-b`,
      'Créer un fonds commun de territoire, abondé par les entreprises et gouverné avec les habitants.',
      [texts[3] ?? ''],
    ),
  ],
}));

export const stage = (scene: StageView['scene']): StageView => ({
  slotId: 'slot-plenary',
  breakoutSlotId: 'slot-breakout',
  order: groups.map((group) => group.id),
  presented: ['group-1'],
  onAir: true,
  scene,
});
export const groupScene = (group: PresentedGroup = presented[1] as PresentedGroup): StageView['scene'] => ({
  kind: 'group',
  group,
  startedAt: fixtureNow - 30_000,
  endsAt: fixtureNow + 70_000,
});
