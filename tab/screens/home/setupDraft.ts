import type { Programme, ProgrammeConflict, ProgrammeSection } from '../../../shared/agenda/programme.ts';
import { MINUTE_MS } from '../../../shared/core/time.ts';
import type { CreateWorkshop, GroupContent, SlotContent } from '../../../shared/workshop/commands.ts';
import { type DraftChoice, draftWorkshop, type WorkshopDraft } from '../../../shared/workshop/draft/draftWorkshop.ts';
import { slotConflicts } from '../../../shared/workshop/draft/slotConflicts.ts';
import type { Language } from '../../../shared/workshop/state.ts';
import { moveItem } from '../../parts/moveItem.ts';
import type { SlotField } from '../../parts/SlotFields.tsx';

/** One field that the importer had to guess. `range`: what the document says, in minutes. */
export interface Guess {
  readonly field: SlotField;
  readonly range?: readonly [shortest: number, longest: number];
}

export interface DraftSlot {
  readonly key: string;
  readonly content: SlotContent;
  /** Which part of the document it belongs to: index into `sections`. */
  readonly sectionIndex?: number;
  readonly guesses: readonly Guess[];
}

export interface DraftGroup {
  readonly key: string;
  readonly content: GroupContent;
}

/** A workshop being prepared on this device. */
export interface SetupDraft {
  /** Sent with the creation: pressing twice founds once. */
  readonly commandId: string;
  readonly title: string;
  readonly date?: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly keyIdeasPerGroup: number;
  readonly slots: readonly DraftSlot[];
  readonly groups: readonly DraftGroup[];
  readonly sections: readonly ProgrammeSection[];
  readonly declaredMinutes?: number;
  /** Contradictions as the document has them, ranges included; gone once a time is corrected. */
  readonly readConflicts?: readonly ProgrammeConflict[];
  /** What the import decided, to be told. */
  readonly remarks: readonly DraftChoice[];
  readonly madeKeys: number;
}

interface Circumstances {
  readonly commandId: string;
  readonly timeZone: string;
}

function startDraft(workshop: WorkshopDraft, { commandId, timeZone }: Circumstances): SetupDraft {
  const { slots, groups, ...rest } = workshop;
  return {
    ...rest,
    commandId,
    timeZone,
    slots: slots.map((content, index) => ({ key: `s${index}`, content, guesses: [] })),
    groups: groups.map((content, index) => ({ key: `g${index}`, content })),
    sections: [],
    remarks: [],
    madeKeys: Math.max(slots.length, groups.length),
  };
}

export const draftFromTemplate = startDraft;

const guessedFields: Readonly<Record<string, SlotField>> = {
  kind: 'kind',
  startMinute: 'plannedStart',
  minutes: 'durationMs',
  title: 'title',
};

/** A programme as read becomes a draft, with every guess beside its field. */
export function draftFromProgramme(programme: Programme, circumstances: Circumstances): SetupDraft {
  const { workshop, choices } = draftWorkshop(programme);
  const draft = startDraft(workshop, circumstances);
  return {
    ...draft,
    slots: draft.slots.map((slot, index): DraftSlot => {
      const sectionIndex = programme.sections.findIndex((part) => part.fromSlot <= index && index < part.toSlot);
      return {
        ...slot,
        ...(sectionIndex === -1 ? {} : { sectionIndex }),
        guesses: guessesOf(programme, choices, index),
      };
    }),
    sections: programme.sections,
    ...(programme.declaredMinutes === undefined ? {} : { declaredMinutes: programme.declaredMinutes }),
    readConflicts: programme.conflicts,
    remarks: choices.filter((choice) => !settlesMinutes(choice)),
  };
}

const settlesMinutes = (choice: DraftChoice): choice is Extract<DraftChoice, { minutes: number }> =>
  choice.kind === 'range_settled' || choice.kind === 'minutes_from_next_start' || choice.kind === 'minutes_by_default';

function guessesOf(programme: Programme, choices: readonly DraftChoice[], index: number): Guess[] {
  const guesses = new Map<SlotField, Guess>();
  for (const name of programme.slots[index]?.guessed ?? []) {
    const field = guessedFields[name];
    if (field !== undefined) guesses.set(field, { field });
  }
  for (const choice of choices) {
    if (!settlesMinutes(choice) || choice.slotIndex !== index) continue;
    guesses.set('durationMs', {
      field: 'durationMs',
      ...(choice.kind === 'range_settled' ? { range: [choice.shortestMinutes, choice.longestMinutes] } : {}),
    });
  }
  return [...guesses.values()];
}

/** The document's own hours no longer tell the whole once a time was corrected: contradictions are worked out anew. */
const retimed = ({ readConflicts: _read, ...draft }: SetupDraft): SetupDraft => draft;

export function reviseSlot(draft: SetupDraft, key: string, content: SlotContent, field: keyof SlotContent): SetupDraft {
  const next: SetupDraft = {
    ...draft,
    slots: draft.slots.map((slot) =>
      slot.key === key ? { ...slot, content, guesses: slot.guesses.filter((guess) => guess.field !== field) } : slot,
    ),
  };
  const isTime = field === 'durationMs' || field === 'plannedStart' || field === 'kind';
  return isTime ? retimed(next) : next;
}

/** The person has looked at a slot: what was guessed is right. */
export const acceptGuesses = (draft: SetupDraft, key: string): SetupDraft => ({
  ...draft,
  slots: draft.slots.map((slot) => (slot.key === key ? { ...slot, guesses: [] } : slot)),
});

export function shiftSlot(draft: SetupDraft, from: number, to: number): SetupDraft {
  const slots = moveItem(draft.slots, from, to);
  return slots === draft.slots ? draft : retimed({ ...draft, slots });
}

/** A new slot behind another one, in the same part of the programme; at the end without `afterKey`. */
export function insertSlot(draft: SetupDraft, title: string, afterKey?: string): SetupDraft {
  const at = afterKey === undefined ? draft.slots.length : draft.slots.findIndex((slot) => slot.key === afterKey) + 1;
  const before = draft.slots[at - 1];
  const slot: DraftSlot = {
    key: `s${draft.madeKeys}`,
    content: {
      kind: 'talk',
      title,
      ...(before?.content.section === undefined ? {} : { section: before.content.section }),
      speakers: [],
      durationMs: 10 * MINUTE_MS,
      notes: [],
      prompts: [],
      lenses: [],
    },
    ...(before?.sectionIndex === undefined ? {} : { sectionIndex: before.sectionIndex }),
    guesses: [],
  };
  return retimed({
    ...draft,
    madeKeys: draft.madeKeys + 1,
    slots: [...draft.slots.slice(0, at), slot, ...draft.slots.slice(at)],
  });
}

export const dropSlot = (draft: SetupDraft, key: string): SetupDraft =>
  retimed({ ...draft, slots: draft.slots.filter((slot) => slot.key !== key) });

export const reviseGroup = (draft: SetupDraft, key: string, content: GroupContent): SetupDraft => ({
  ...draft,
  groups: draft.groups.map((group) => (group.key === key ? { ...group, content } : group)),
});

export const insertGroup = (draft: SetupDraft, name: string): SetupDraft => ({
  ...draft,
  madeKeys: draft.madeKeys + 1,
  groups: [...draft.groups, { key: `g${draft.madeKeys}`, content: { name, animatorName: '', roomUrl: '' } }],
});

export const dropGroup = (draft: SetupDraft, key: string): SetupDraft => ({
  ...draft,
  groups: draft.groups.filter((group) => group.key !== key),
});

/** Where each part of the document now stands; a part whose slots were pulled apart no longer has hours to hold. */
function currentSections(draft: SetupDraft): ProgrammeSection[] {
  return draft.sections.flatMap((section, sectionIndex) => {
    const indices = draft.slots.flatMap((slot, index) => (slot.sectionIndex === sectionIndex ? [index] : []));
    const fromSlot = indices[0];
    if (fromSlot === undefined || indices.at(-1) !== fromSlot + indices.length - 1) return [];
    return { ...section, fromSlot, toSlot: fromSlot + indices.length };
  });
}

/** Contradictions of the draft as it stands. Indices are those of `draft.slots`. */
export const conflictsOf = (draft: SetupDraft): readonly ProgrammeConflict[] =>
  draft.readConflicts ??
  slotConflicts(
    draft.slots.map((slot) => slot.content),
    {
      sections: currentSections(draft),
      ...(draft.declaredMinutes === undefined ? {} : { declaredMinutes: draft.declaredMinutes }),
    },
  );

export const workshopOf = (draft: SetupDraft): CreateWorkshop => ({
  kind: 'CreateWorkshop',
  title: draft.title.trim(),
  ...(draft.date === undefined ? {} : { date: draft.date }),
  language: draft.language,
  timeZone: draft.timeZone,
  slots: draft.slots.map((slot) => slot.content),
  groups: draft.groups.map((group) => group.content),
  keyIdeasPerGroup: draft.keyIdeasPerGroup,
});
