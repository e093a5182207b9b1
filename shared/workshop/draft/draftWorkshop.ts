import { typesetProgramme } from '../../agenda/frenchTypography.ts';
import type { Programme, ProgrammeSlot } from '../../agenda/programme.ts';
import { DAY_MINUTES, formatMinuteOfDay, MINUTE_MS } from '../../core/time.ts';
import { type CreateWorkshop, createWorkshopSchema, type SlotContent } from '../commands.ts';
import { limits } from '../limits.ts';
import type { Language } from '../state.ts';
import { fitLine, fitNotes } from './fitText.ts';
import { type MinutesChoice, settleMinutes } from './settleMinutes.ts';

/** What the set-up page edits before it sends `CreateWorkshop`. */
export type WorkshopDraft = Omit<CreateWorkshop, 'kind' | 'timeZone'>;

/** What was decided for the person because the document did not say it, to be shown for correction. */
export type DraftChoice =
  | MinutesChoice
  /** Too long, or too many, for its field: the whole stands in the notes of the slot. */
  | {
      readonly kind: 'moved_to_notes';
      readonly slotIndex: number;
      readonly field: 'title' | 'section' | 'lead' | 'speakers' | 'animators' | 'prompts' | 'lenses';
    }
  /** Slots after the limit became notes of the last one. */
  | { readonly kind: 'slots_folded'; readonly slotIndex: number; readonly count: number }
  /** Lines of the document that belong to no slot were kept with the first one. */
  | { readonly kind: 'document_notes_kept'; readonly slotIndex: number; readonly count: number }
  /** Lines for which no note was left. */
  | { readonly kind: 'lines_left_out'; readonly lines: readonly string[] }
  /** The document does not say how many groups. */
  | { readonly kind: 'groups_by_default'; readonly count: number }
  | { readonly kind: 'groups_limited'; readonly asked: number; readonly count: number };

export interface Draft {
  readonly workshop: WorkshopDraft;
  readonly choices: readonly DraftChoice[];
}

const words = {
  fr: {
    workshop: 'Atelier',
    slot: 'Séquence',
    group: 'Groupe',
    animators: 'Animation :',
    tracks: 'Au choix :',
    pause: 'Coupure :',
  },
  en: {
    workshop: 'Workshop',
    slot: 'Slot',
    group: 'Group',
    animators: 'Animators:',
    tracks: 'A choice of:',
    pause: 'Stop:',
  },
} as const;
const defaultGroups = 3;
const defaultKeyIdeas = 2;

/** One slot of the document as `CreateWorkshop` takes it; what does not fit its field goes to the notes. */
function draftSlot(
  slot: ProgrammeSlot,
  {
    minutes,
    language,
    slotIndex,
    extraNotes,
  }: { minutes: number; language: Language; slotIndex: number; extraNotes: readonly string[] },
): { readonly content: SlotContent; readonly choices: DraftChoice[] } {
  const choices: DraftChoice[] = [];
  const overflow: string[] = [];
  const move = (field: Extract<DraftChoice, { kind: 'moved_to_notes' }>['field'], lines: readonly string[]): void => {
    overflow.push(...lines);
    choices.push({ kind: 'moved_to_notes', slotIndex, field });
  };
  const line = (field: 'title' | 'section' | 'lead', text = ''): string => {
    const fitted = fitLine(text, limits.titleChars);
    if (!fitted.whole) move(field, [text]);
    return fitted.text;
  };
  const list = (
    field: 'speakers' | 'prompts' | 'lenses',
    texts: readonly string[] = [],
    maxItems: number,
    maxChars: number,
  ): string[] => {
    const items = texts
      .map((text) => ({ text, fitted: fitLine(text, maxChars) }))
      .filter((item) => item.fitted.text !== '');
    const moved = items.filter((item, index) => index >= maxItems || !item.fitted.whole);
    if (moved.length > 0)
      move(
        field,
        moved.map((item) => item.text),
      );
    return items.slice(0, maxItems).map((item) => item.fitted.text);
  };
  const section = line('section', slot.section);
  const lead = line('lead', slot.lead);
  const { startMinute } = slot;
  const content = {
    kind: slot.kind,
    title: line('title', slot.title) || words[language].slot,
    ...(section === '' ? {} : { section }),
    ...(lead === '' ? {} : { lead }),
    ...(startMinute === undefined
      ? {}
      : { plannedStart: ((Math.floor(startMinute) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES }),
    speakers: list('speakers', slot.speakers, limits.speakers, limits.titleChars),
    durationMs: Math.min(limits.slotDurationMs, Math.max(0, Math.round(minutes * MINUTE_MS))),
    prompts: list('prompts', slot.prompts, limits.prompts, limits.noteChars),
    lenses: list('lenses', slot.lenses, limits.lenses, limits.titleChars),
  };
  const { notes, leftOut } = fitNotes(
    [...(slot.notes ?? []), ...overflow, ...extraNotes],
    limits.noteChars,
    limits.notes,
  );
  if (leftOut.length > 0) choices.push({ kind: 'lines_left_out', lines: leftOut });
  return { content: { ...content, notes }, choices };
}

/** Every word of a slot, for one that becomes a note. */
const linesOf = (slot: ProgrammeSlot): string[] =>
  [
    slot.section,
    slot.title,
    slot.lead,
    slot.speakers,
    slot.animators,
    slot.prompts,
    slot.lenses,
    slot.tracks,
    slot.notes,
  ]
    .flat()
    .filter((text) => text !== undefined);

function draftGroups(programme: Programme): {
  readonly groups: CreateWorkshop['groups'];
  readonly choices: DraftChoice[];
} {
  const breakouts = programme.slots.filter((slot) => slot.kind === 'breakout');
  const animators = breakouts.find((slot) => (slot.animators ?? []).length > 0)?.animators ?? [];
  const said = Math.max(0, ...breakouts.map((slot) => slot.groups ?? 0));
  const asked = said > 0 ? said : animators.length > 1 ? animators.length : defaultGroups;
  const count = Math.max(1, Math.min(limits.groups, Math.floor(asked)));
  const choices: DraftChoice[] = [];
  if (count < asked) choices.push({ kind: 'groups_limited', asked, count });
  else if (said === 0 && animators.length < 2) choices.push({ kind: 'groups_by_default', count });
  return { groups: groupsOf(count, programme.language, animators), choices };
}

const groupsOf = (count: number, language: Language, animators: readonly string[]): CreateWorkshop['groups'] =>
  Array.from({ length: count }, (_, index) => {
    const animatorName = fitLine(animators[index] ?? '', limits.titleChars).text;
    return {
      name: fitLine(animatorName, limits.nameChars).text || `${words[language].group} ${index + 1}`,
      animatorName,
      roomUrl: '',
    };
  });

/** Animators of a breakout who run no group of the workshop: kept with the slot. */
function animatorsLeft(slot: ProgrammeSlot, groups: CreateWorkshop['groups']): string[] {
  const placed = new Set(groups.map((group) => group.animatorName));
  return (slot.animators ?? []).filter((name) => !placed.has(fitLine(name, limits.titleChars).text));
}

/** What a slot says that a workshop has no field for: who else animates, a stop inside it, workshops in parallel. */
function unplacedWords(slot: ProgrammeSlot, language: Language, animators: readonly string[]): string[] {
  const { pause, tracks = [] } = slot;
  const hours = pause === undefined ? [] : [pause.startMinute, pause.startMinute + pause.minutes];
  return [
    ...(animators.length === 0 ? [] : [`${words[language].animators} ${animators.join(', ')}`]),
    ...(hours.length === 0 ? [] : [`${words[language].pause} ${hours.map(formatMinuteOfDay).join(' – ')}`]),
    ...(tracks.length === 0 ? [] : [words[language].tracks, ...tracks]),
  ];
}

/** A workshop ready to be corrected and founded, from a programme as read. Indices are those of `read.slots`. */
export function draftWorkshop(read: Programme): Draft {
  const programme = typesetProgramme(read);
  const { language } = programme;
  const { groups, choices: groupChoices } = draftGroups(programme);
  const settled = settleMinutes(programme);
  const kept = programme.slots.slice(0, limits.slots);
  const folded = programme.slots.slice(limits.slots);
  const choices: DraftChoice[] = settled.choices.filter((choice) => choice.slotIndex < limits.slots);
  const slots = kept.map((slot, slotIndex) => {
    const left = animatorsLeft(slot, groups);
    if (left.length > 0) choices.push({ kind: 'moved_to_notes', slotIndex, field: 'animators' });
    const extraNotes = [
      ...unplacedWords(slot, language, left),
      ...(slotIndex === 0 ? programme.notes : []),
      ...(slotIndex === limits.slots - 1 ? folded.flatMap(linesOf) : []),
    ];
    const drafted = draftSlot(slot, { minutes: settled.minutes[slotIndex] ?? 0, language, slotIndex, extraNotes });
    choices.push(...drafted.choices);
    return drafted.content;
  });
  if (folded.length > 0) choices.push({ kind: 'slots_folded', slotIndex: limits.slots - 1, count: folded.length });
  if (programme.notes.length > 0) {
    if (slots.length > 0) choices.push({ kind: 'document_notes_kept', slotIndex: 0, count: programme.notes.length });
    else choices.push({ kind: 'lines_left_out', lines: programme.notes });
  }
  const date = createWorkshopSchema.shape.date.safeParse(programme.date);
  const keyIdeas = programme.slots.find((slot) => slot.keyIdeasPerGroup !== undefined)?.keyIdeasPerGroup;
  return {
    workshop: {
      title: fitLine(programme.title, limits.titleChars).text || words[language].workshop,
      ...(programme.date !== undefined && date.success ? { date: programme.date } : {}),
      language,
      slots,
      groups,
      keyIdeasPerGroup: Math.max(1, Math.min(limits.keyIdeasPerGroup, Math.floor(keyIdeas ?? defaultKeyIdeas))),
    },
    choices: [...choices, ...groupChoices],
  };
}

/** A workshop from nothing: introduction, breakout with the usual prompt, restitution. */
export function blankWorkshop(language: Language): WorkshopDraft {
  const french = language === 'fr';
  const slot = (kind: SlotContent['kind'], title: string, minutes: number, prompts: string[] = []): SlotContent => ({
    kind,
    title,
    speakers: [],
    durationMs: minutes * MINUTE_MS,
    notes: [],
    prompts,
    lenses: [],
  });
  return {
    title: french ? 'Nouvel atelier' : 'New workshop',
    language,
    slots: [
      slot('talk', 'Introduction', 5),
      slot('breakout', french ? 'Travail en groupes' : 'Work in groups', 20, [
        french
          ? 'Qu’est-ce que vous reprenez\u202f? Qu’est-ce que cela vous inspire\u202f?'
          : 'What will you take away? What does it inspire in you?',
      ]),
      slot('restitution', french ? 'Restitution en plénière' : 'Report back in plenary', 10),
    ],
    groups: groupsOf(defaultGroups, language, []),
    keyIdeasPerGroup: defaultKeyIdeas,
  };
}
