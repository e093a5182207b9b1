import type { PersonName } from '../../../shared/views/surroundings.ts';
import type { WorkshopEvent } from '../../../shared/workshop/events.ts';
import { evolve } from '../../../shared/workshop/evolve.ts';
import type { Slot, WorkshopState } from '../../../shared/workshop/state.ts';

const MINUTE = 60_000;
/** 7 July 2026, 15:00 in Paris. */
export const start = Date.UTC(2026, 6, 7, 13);

const slot = (id: string, kind: Slot['kind'], title: string, minutes: number, more: Partial<Slot> = {}): Slot => ({
  id,
  kind,
  title,
  speakers: [],
  durationMs: minutes * MINUTE,
  notes: [],
  prompts: [],
  lenses: [],
  ...more,
});
const group = (number: number, name: string, animatorName: string) => ({
  kind: 'GroupAdded' as const,
  group: { id: `group-${number}`, number, name, animatorName, roomUrl: '' },
});
const joined = (personId: string, role: 'animator' | 'participant', groupId?: string): WorkshopEvent => ({
  kind: 'PersonJoined',
  personId,
  role,
  linkId: 'link-0001',
  ...(groupId === undefined ? {} : { groupId }),
});
const inGroup = (number: number) => ({ slotId: 'work', groupId: `group-${number}` });
export const posted = (number: number, id: string, text: string, promptIndex = 0): WorkshopEvent => ({
  kind: 'AnswerPosted',
  ...inGroup(number),
  answer: { id, promptIndex, authorId: `person-${number}`, text },
});
const keyIdea = (number: number, id: string, text: string, citations: string[]): WorkshopEvent => ({
  kind: 'KeyIdeaDrafted',
  ...inGroup(number),
  keyIdea: { id, text, citations },
});

export const founding: WorkshopEvent[] = [
  {
    kind: 'WorkshopCreated',
    workshopId: 'workshop-1',
    title: 'Atelier 2 – Modèles socio-économiques',
    date: '2026-07-07',
    language: 'fr',
    timeZone: 'Europe/Paris',
    options: { keyIdeasPerGroup: 2, authors: 'animators', graceMs: 30_000 },
  },
  { kind: 'SlotAdded', index: 0, slot: slot('intro', 'talk', 'Introduction', 5, { plannedStart: 900, lead: 'ADASI' }) },
  {
    kind: 'SlotAdded',
    index: 1,
    slot: slot('work', 'breakout', 'Répartition en groupes', 20, {
      plannedStart: 905,
      prompts: ["Qu'est-ce que vous reprenez ?", "Qu'est-ce que cela vous inspire ?"],
    }),
  },
  { kind: 'SlotAdded', index: 2, slot: slot('plenary', 'restitution', 'Retour en plénière', 5) },
  { kind: 'SlotAdded', index: 3, slot: slot('focus', 'talk', 'Pastille', 30, { plannedStart: 930 }) },
  group(1, 'Fondation de Lille', 'Fondation de Lille'),
  group(2, 'Groupe 2', ''),
  joined('animator-1', 'animator', 'group-1'),
  joined('person-1', 'participant'),
  joined('person-2', 'participant'),
  joined('person-3', 'participant'),
  joined('person-4', 'participant'),
  { kind: 'PersonRemoved', personId: 'person-4' },
];

export const begun: WorkshopEvent[] = [
  { kind: 'AgendaStarted', planOrigin: start - 900 * MINUTE },
  { kind: 'SlotStarted', slotId: 'intro', endsAt: start + 5 * MINUTE },
  { kind: 'SlotEnded', slotId: 'intro', leftMs: 0 },
  { kind: 'SlotStarted', slotId: 'work', endsAt: start + 25 * MINUTE },
  {
    kind: 'GroupsFormed',
    slotId: 'work',
    placements: { 'person-1': 'group-1', 'person-2': 'group-2', 'person-3': 'group-1', 'person-4': 'group-1' },
  },
  { kind: 'BreakoutOpened', slotId: 'work' },
];

export const worked: WorkshopEvent[] = [
  posted(1, 'answer-1', 'Mutualiser les achats'),
  posted(1, 'answer-2', 'Mutualiser, oui !\nEt les locaux aussi'),
  posted(1, 'answer-3', 'à oublier'),
  posted(1, 'answer-4', 'Un fonds commun', 1),
  posted(2, 'answer-5', 'Former les élus'),
  { kind: 'AnswerSupported', ...inGroup(1), answerId: 'answer-2', personId: 'person-1' },
  { kind: 'AnswerSupported', ...inGroup(1), answerId: 'answer-2', personId: 'person-4' },
  keyIdea(1, 'idea-draft', 'Un brouillon', ['answer-4']),
  keyIdea(1, 'idea-one', 'Mutualiser achats et locaux', ['answer-2', 'answer-1', 'answer-3']),
  keyIdea(1, 'idea-two', 'Un fonds de territoire', ['answer-4']),
  { kind: 'AnswerWithdrawn', ...inGroup(1), answerId: 'answer-3' },
  keyIdea(2, 'idea-five', 'Former', ['answer-5']),
  { kind: 'KeyIdeasSubmitted', ...inGroup(1), keyIdeaIds: ['idea-two', 'idea-one'] },
];

export const presented: WorkshopEvent[] = [
  { kind: 'BreakoutClosed', slotId: 'work', answersUntil: start + 30 * MINUTE },
  { kind: 'SlotEnded', slotId: 'work', leftMs: 0 },
  { kind: 'SlotStarted', slotId: 'plenary', endsAt: start + 60 * MINUTE },
  { kind: 'RestitutionOrdered', slotId: 'plenary', breakoutSlotId: 'work', order: ['group-2', 'group-1'] },
  {
    kind: 'GroupPresented',
    slotId: 'plenary',
    breakoutSlotId: 'work',
    groupId: 'group-1',
    endsAt: start + 50 * MINUTE,
  },
];

export const endedEarly: WorkshopEvent[] = [
  { kind: 'SlotEnded', slotId: 'plenary', leftMs: 0 },
  { kind: 'WorkshopEnded' },
];

/** The state after these events, one a minute. */
export function stateAfter(...parts: (readonly WorkshopEvent[])[]): WorkshopState {
  let state: WorkshopState | undefined;
  let begunAt: number | undefined;
  parts.flat().forEach((event, index) => {
    if (event.kind === 'AgendaStarted') begunAt = index;
    const at = start + (begunAt === undefined ? -60 : index - begunAt) * MINUTE;
    state = evolve(state, { version: index + 1, at, actorId: 'host-0001', commandId: `command-${index}`, event });
  });
  if (state === undefined) throw new Error('no events');
  return state;
}

export const names: ReadonlyMap<string, PersonName> = new Map(
  Object.entries({
    'animator-1': { name: 'Zoé', organisation: 'Fondation de Lille' },
    'person-1': { name: 'Émile', organisation: 'Ville d’Arras' },
    'person-2': { name: 'Anne', organisation: '' },
    'person-4': { name: 'Partie', organisation: '' },
  }),
);
