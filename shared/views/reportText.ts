import type { Language } from '../workshop/state.ts';

const nbsp = '\u00a0';

/** "1 réponse", "3 réponses": French counts 0 and 1 as singular, English only 1. */
const counted = (language: Language, count: number, one: string, many: string): string =>
  `${count.toLocaleString(language)}${nbsp}${(language === 'fr' ? count < 2 : count === 1) ? one : many}`;

/** The name that a group has when nobody gave it one, in either language. */
const isNumberAlone = (number: number, name: string): boolean =>
  name === '' || name === `Groupe ${number}` || name === `Group ${number}`;

const fr = {
  report: 'Compte rendu d’atelier',
  madeAt: (when: string) => `Établi le ${when}`,
  notStarted: 'l’atelier n’a pas commencé',
  underWay: 'l’atelier est en cours',
  ended: 'l’atelier est terminé',
  heldFrom: (start: string, end: string) => `Tenu de ${start} à ${end}`,
  startedAt: (start: string) => `Commencé à ${start}`,
  summary: 'En bref',
  participants: (count: number) => counted('fr', count, 'participant·e', 'participant·es'),
  animators: (count: number) => counted('fr', count, 'animateur·rice', 'animateur·rices'),
  answers: (count: number) => counted('fr', count, 'réponse', 'réponses'),
  supports: (count: number) => counted('fr', count, 'soutien', 'soutiens'),
  keyIdeasSubmitted: (count: number) => counted('fr', count, 'idée force transmise', 'idées forces transmises'),
  keyIdeasDrafted: (count: number) => counted('fr', count, 'idée force en brouillon', 'idées forces en brouillon'),
  keyIdeas: 'Idées forces',
  noKeyIdea: 'Aucune idée force.',
  draft: 'brouillon, non transmise',
  citations: 'D’après les réponses',
  agenda: 'Déroulé',
  planned: 'Prévu',
  actual: 'Réel',
  slot: 'Séquence',
  plannedLength: 'Durée prévue',
  actualLength: 'Durée réelle',
  slotUnderWay: 'en cours',
  slotNotDone: 'non tenue',
  slotToCome: 'à venir',
  by: (name: string) => `par ${name}`,
  restitution: 'Ordre de restitution',
  notPresented: 'non présenté',
  groups: 'Groupes et réponses',
  groupTitle: (number: number, name: string) =>
    isNumberAlone(number, name) ? `Groupe ${number}` : `Groupe ${number} – ${name}`,
  animator: (name: string) => `Animation${nbsp}: ${name}`,
  members: (names: string) => `Membres${nbsp}: ${names}`,
  noMember: 'Personne n’était dans ce groupe.',
  unnamed: 'personne sans nom',
  noAnswer: 'Aucune réponse.',
  prompt: (text: string) => `Question de relance${nbsp}: ${text}`,
  untitledPrompt: 'Réponses',
  notDone: 'Ce qui n’a pas eu lieu',
  notDoneYet: 'Ce qui n’a pas encore eu lieu',
  gapAgendaNotStarted: 'L’atelier n’a pas commencé.',
  gapSlots: (titles: string) => `Séquences non tenues${nbsp}: ${titles}.`,
  gapSlotsToCome: (titles: string) => `Séquences à venir${nbsp}: ${titles}.`,
  gapNotFormed: (title: string) => `Les groupes n’ont pas été formés${nbsp}: ${title}.`,
  gapNotOpened: (title: string) => `Les groupes ont été formés mais n’ont pas été lancés${nbsp}: ${title}.`,
  gapNotSubmitted: (title: string, groups: string) => `Idées forces non transmises (${title})${nbsp}: ${groups}.`,
  gapNotPresented: (title: string, groups: string) => `Non présentés en plénière (${title})${nbsp}: ${groups}.`,
  anonymous: 'Les réponses sont anonymes.',
  colon: `${nbsp}:`,
  quote: (text: string) => `«${nbsp}${text}${nbsp}»`,
};

/** The words of the reports. */
export type ReportWords = {
  readonly [Key in keyof typeof fr]: (typeof fr)[Key] extends string ? string : (typeof fr)[Key];
};

const en: ReportWords = {
  report: 'Workshop report',
  madeAt: (when) => `Made on ${when}`,
  notStarted: 'the workshop has not started',
  underWay: 'the workshop is under way',
  ended: 'the workshop is over',
  heldFrom: (start, end) => `Held from ${start} to ${end}`,
  startedAt: (start) => `Started at ${start}`,
  summary: 'In short',
  participants: (count) => counted('en', count, 'participant', 'participants'),
  animators: (count) => counted('en', count, 'animator', 'animators'),
  answers: (count) => counted('en', count, 'answer', 'answers'),
  supports: (count) => counted('en', count, 'support', 'supports'),
  keyIdeasSubmitted: (count) => counted('en', count, 'key idea submitted', 'key ideas submitted'),
  keyIdeasDrafted: (count) => counted('en', count, 'key idea in draft', 'key ideas in draft'),
  keyIdeas: 'Key ideas',
  noKeyIdea: 'No key idea.',
  draft: 'draft, not submitted',
  citations: 'From the answers',
  agenda: 'Agenda',
  planned: 'Planned',
  actual: 'Actual',
  slot: 'Slot',
  plannedLength: 'Planned length',
  actualLength: 'Actual length',
  slotUnderWay: 'under way',
  slotNotDone: 'not held',
  slotToCome: 'to come',
  by: (name) => `by ${name}`,
  restitution: 'Order of report back',
  notPresented: 'not presented',
  groups: 'Groups and answers',
  groupTitle: (number, name) => (isNumberAlone(number, name) ? `Group ${number}` : `Group ${number} – ${name}`),
  animator: (name) => `Animator: ${name}`,
  members: (names) => `Members: ${names}`,
  noMember: 'Nobody was in this group.',
  unnamed: 'someone without a name',
  noAnswer: 'No answer.',
  prompt: (text) => `Prompt: ${text}`,
  untitledPrompt: 'Answers',
  notDone: 'What did not take place',
  notDoneYet: 'What has not taken place yet',
  gapAgendaNotStarted: 'The workshop has not started.',
  gapSlots: (titles) => `Slots not held: ${titles}.`,
  gapSlotsToCome: (titles) => `Slots to come: ${titles}.`,
  gapNotFormed: (title) => `The groups were not formed: ${title}.`,
  gapNotOpened: (title) => `The groups were formed but not opened: ${title}.`,
  gapNotSubmitted: (title, groups) => `Key ideas not submitted (${title}): ${groups}.`,
  gapNotPresented: (title, groups) => `Not presented in plenary (${title}): ${groups}.`,
  anonymous: 'Answers are anonymous.',
  colon: ':',
  quote: (text) => `“${text}”`,
};

/** By language: a key that one of them lacks does not compile. */
export const reportText: Readonly<Record<Language, ReportWords>> = { fr, en };
