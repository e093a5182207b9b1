import { MINUTE_MS } from '../../../shared/core/time.ts';
import type { HttpProblem, SharedLink } from '../../../shared/protocol/http.ts';
import type {
  AnswerView,
  GroupDefinition,
  GroupWorkView,
  HostBreakoutView,
  HostView,
  MemberView,
  PersonView,
  SlotView,
} from '../../../shared/views/views.ts';
import type { HostServices } from '../../../tab/screens/host/hostContext.ts';

/** 7 July 2026, midnight in Paris: the day of the programme. */
export const midnight = Date.UTC(2026, 6, 6, 22);
export const at = (hours: number, minutes: number, seconds = 0): number =>
  midnight + (hours * 60 + minutes) * MINUTE_MS + seconds * 1_000;

type SlotSketch = readonly [
  id: string,
  kind: SlotView['kind'],
  title: string,
  start: number | undefined,
  minutes: number,
  section?: string,
  lead?: string,
];
const sketches: readonly SlotSketch[] = [
  [
    'slot-0001',
    'talk',
    'Introduction, déroulé et objectifs des trois heures d’atelier',
    690,
    5,
    'OUVERTURE : partager les enjeux',
    'Réseau Alliances / Fondation de Lille / ADASI',
  ],
  ['slot-0002', 'talk', 'Exposé des motifs : éléments introductifs', 695, 20, 'OUVERTURE : partager les enjeux'],
  ['slot-0003', 'qa', 'Questions / réponses via le chat', 715, 5, 'OUVERTURE : partager les enjeux'],
  [
    'slot-0004',
    'talk',
    'Témoignage de la Collectivité Grand Est',
    720,
    20,
    'PASTILLE : focus sur la place d’un acteur public',
    'Fondation de Lille',
  ],
  ['slot-0005', 'break', 'Déjeuner', 780, 60],
  [
    'slot-0006',
    'talk',
    'Introduction & Animation',
    870,
    3,
    'EXPLORATION : les acteurs de l’économie sociale et solidaire',
    'ADASI',
  ],
  [
    'slot-0007',
    'talk',
    'Témoignages / table ronde',
    873,
    32,
    'EXPLORATION : les acteurs de l’économie sociale et solidaire',
    'ADASI',
  ],
  [
    'slot-0008',
    'breakout',
    'Répartition en 3 groupes',
    910,
    20,
    'RÉFLEXION COLLECTIVE : en quoi ces actions créent-elles de la valeur ?',
  ],
  [
    'slot-0009',
    'restitution',
    'Retour en plénière : les points saillants par chaque animateur',
    undefined,
    5,
    'RÉFLEXION COLLECTIVE : en quoi ces actions créent-elles de la valeur ?',
  ],
  ['slot-0010', 'talk', 'Focus sur l’accompagnement à la transformation des modèles', 935, 25, 'PASTILLE', 'ADASI'],
];

/** The afternoon of a real programme; every slot before `currentId` ran, two minutes late. */
export function slotsUntil(currentId?: string): SlotView[] {
  const current = sketches.findIndex(([id]) => id === currentId);
  return sketches.map(([id, kind, title, start, minutes, section, lead], index) => ({
    id,
    kind,
    title,
    ...(section === undefined ? {} : { section }),
    ...(lead === undefined ? {} : { lead }),
    ...(start === undefined ? {} : { plannedStart: start }),
    ...(index <= current ? { startedAt: midnight + ((start ?? 930) + 2) * MINUTE_MS } : {}),
    ...(index < current ? { endedAt: midnight + ((start ?? 930) + 2 + minutes) * MINUTE_MS } : {}),
    speakers: [],
    durationMs: minutes * MINUTE_MS,
    allottedMs: minutes * MINUTE_MS,
    prompts: kind === 'breakout' ? ['Qu’est-ce que vous reprenez\u202f? Qu’est-ce que cela vous inspire\u202f?'] : [],
    notes: [],
    lenses: kind === 'breakout' ? ['richesses humaines', 'financements', 'partenariats'] : [],
  }));
}

export const groups: readonly GroupDefinition[] = [
  {
    id: 'group-0001',
    number: 1,
    name: 'Groupe 1',
    animatorName: 'Fondation de Lille',
    roomUrl: 'https://teams.example/salle-1',
  },
  {
    id: 'group-0002',
    number: 2,
    name: 'Groupe 2',
    animatorName: 'Réseau Alliances',
    roomUrl: 'https://teams.example/salle-2',
  },
  { id: 'group-0003', number: 3, name: 'Groupe 3', animatorName: 'ADASI', roomUrl: '' },
];

const names =
  'Amina Benali,Basile Roux,Claire Lemoine,David Nguyen,Élodie Faure,Farid Haddad,Gaëlle Le Goff,Hugo Martin,Inès Carvalho,Jules Petit,Karima Saïdi,Léon Bernard,Maëlle Durand,Noé Garnier,Océane Mercier,Paul Dubois,Quitterie de La Roche-Saint-André,Rachid Amrani,Sophie Klein,Théo Blanc'.split(
    ',',
  );
const organisations = [
  'Ville de Roubaix',
  'PTCE Vivre les Mureaux',
  '',
  'Cluster Jura',
  'Ronalpia',
  'Fondation GRDF',
  'Communauté de communes du Haut-Jura et des Vallées réunies',
];

const participants: readonly PersonView[] = names.map((name, index) => ({
  id: `person-${String(index).padStart(4, '0')}`,
  name,
  organisation: organisations[index % organisations.length] ?? '',
  role: 'participant',
  connected: index % 9 !== 4,
}));
const animators: readonly PersonView[] = groups.slice(0, 2).map((group, index) => ({
  id: `animator-${group.id}`,
  name: ['Nathalie Vasseur', 'Olivier Lambert'][index] ?? '',
  organisation: group.animatorName,
  role: 'animator',
  groupId: group.id,
  connected: index === 0,
}));
const byId = <Thing extends { readonly id: string }>(things: readonly Thing[]): Record<string, Thing> =>
  Object.fromEntries(things.map((thing) => [thing.id, thing]));

const texts = [
  'Mutualiser les achats entre petites structures d’un même bassin de vie.',
  'La fondation territoriale comme tiers de confiance : elle réunit sans prendre la place de personne.',
  'Impliquer les entreprises dès le diagnostic, pas seulement au moment du financement.',
];
const answersOf = (group: number, count: number): Record<string, AnswerView> =>
  byId(
    Array.from({ length: count }, (_, index) => ({
      id: `answer-${group}-${String(index).padStart(3, '0')}`,
      promptIndex: 0,
      text: texts[index % texts.length] ?? '',
      postedAt: at(15, 15 + index),
      edited: index === 1,
      supports: index % 3,
    })),
  );

export type Scene = 'formed' | 'open' | 'closed';

export function breakout(scene: Scene, help = false): HostBreakoutView {
  const works = groups.map((group, index): GroupWorkView => {
    const members = participants.slice(0, 18).filter((_, place) => place % 3 === index);
    const submitted = scene === 'closed' || (scene === 'open' && index === 0);
    const count = scene === 'formed' ? 0 : 6 - index * 2;
    const keyIdeas = scene === 'formed' ? 0 : submitted ? 2 : 1;
    return {
      groupId: group.id,
      members: byId(
        members.map(
          ({ id, name, organisation, connected }, place): MemberView => ({
            id,
            name,
            organisation,
            connected,
            arrived: scene !== 'formed' && place % 4 !== 3,
          }),
        ),
      ),
      answers: answersOf(index, count),
      keyIdeas: byId(
        Array.from({ length: keyIdeas }, (_, place) => ({
          id: `idea-${index}-${place}0000`,
          text: texts[place] ?? '',
          citations: [`answer-${index}-000`],
        })),
      ),
      outcome: submitted
        ? {
            kind: 'submitted',
            keyIdeaIds: [`idea-${index}-00000`, `idea-${index}-10000`],
            at: at(15, 28),
            by: 'animator-1',
          }
        : { kind: 'drafting' },
      presented: false,
      ...(help && index === 1
        ? {
            helpCall: {
              id: 'help-0001',
              text: 'Deux personnes n’arrivent pas à entrer dans la salle.',
              at: at(15, 19),
              byName: 'Olivier Lambert',
            },
          }
        : {}),
    };
  });
  return {
    slotId: 'slot-0008',
    phase:
      scene === 'formed'
        ? { kind: 'formed' }
        : scene === 'open'
          ? { kind: 'open', openedAt: at(15, 12) }
          : { kind: 'closed', openedAt: at(15, 12), closedAt: at(15, 32), answersUntil: at(15, 33) },
    merged: {},
    works: Object.fromEntries(works.map((work) => [work.groupId, work])),
  };
}

export function hostView(change: Partial<HostView> = {}): HostView {
  return {
    kind: 'host',
    workshopId: 'workshop-0001',
    title: 'Atelier 2 – Parcours « modèles socio-économiques »',
    date: '2026-07-07',
    language: 'fr',
    timeZone: 'Europe/Paris',
    options: { keyIdeasPerGroup: 2, authors: 'hidden', graceMs: 60_000 },
    agenda: { slots: slotsUntil(), run: { kind: 'notStarted' } },
    people: byId([...participants, ...animators]),
    groups,
    breakouts: {},
    links: {},
    attributes: [],
    recipes: {},
    earlier: [],
    ...change,
  };
}

const link = (linkId: string, role: SharedLink['role'], page: string, groupId?: string): SharedLink => ({
  linkId,
  role,
  medium: 'link',
  value: `https://aparte.example/${page}#Zm9yLXRoZS1nYWxsZXJ5LW9ubHktMTIzNDU2Nzg5MA`,
  ...(groupId === undefined ? {} : { groupId }),
});
export const links: readonly SharedLink[] = [
  link('link-host', 'host', 'h'),
  ...groups.map((group) => link(`link-${group.id}`, 'animator', 'a', group.id)),
  link('link-participant', 'participant', 'p'),
  { linkId: 'link-code', role: 'participant', medium: 'code', value: 'KMRT-7PXW' },
  link('link-display', 'display', 'd'),
];

const refusal: HttpProblem = { code: 'fault', reference: 'k3v9' };
export const services: HostServices = {
  links: () => Promise.resolve({ ok: true, value: links }),
  makeRooms: () => Promise.resolve({ rooms: [] }),
  history: () => Promise.resolve({ ok: true, value: [] }),
  takeReport: () => Promise.resolve({ ok: false, problem: refusal }),
};
