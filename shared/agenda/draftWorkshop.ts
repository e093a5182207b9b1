import { MINUTE_MS } from '../core/time.ts';
import type { CreateWorkshop, SlotContent } from '../workshop/commands.ts';
import type { Language } from '../workshop/state.ts';
import type { Programme, ProgrammeConflict, ProgrammeSection } from './programme.ts';

/** What the set-up page edits before it sends `CreateWorkshop`. */
export type WorkshopDraft = Omit<CreateWorkshop, 'kind' | 'timeZone'>;

/** What was decided for the person because the document did not say it, to be shown for correction. */
export type DraftChoice =
  /** "5/10 min" became one figure. `fits` is false when even the shortest is too long for the hours of its section. */
  | {
      readonly kind: 'range_settled';
      readonly slotIndex: number;
      readonly shortestMinutes: number;
      readonly longestMinutes: number;
      readonly minutes: number;
      readonly fits: boolean;
    }
  /** No duration in the document: the slot got the room until what follows. */
  | { readonly kind: 'minutes_from_next_start'; readonly slotIndex: number; readonly minutes: number }
  /** No duration and no room to tell it from. */
  | { readonly kind: 'minutes_by_default'; readonly slotIndex: number; readonly minutes: number }
  /** Too long, or too many, for its field: the whole stands in the notes of the slot. */
  | {
      readonly kind: 'moved_to_notes';
      readonly slotIndex: number;
      readonly field: 'title' | 'lead' | 'speakers' | 'prompts' | 'lenses' | 'animators' | 'section';
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

/** A workshop ready to be corrected and founded, from a programme as read. Indices are those of `programme.slots`. */
export function draftWorkshop(programme: Programme): Draft {
  const slots = programme.slots.map((slot): SlotContent => {
    const minutes = typeof slot.minutes === 'number' ? slot.minutes : (slot.minutes?.[0] ?? 10);
    return {
      kind: slot.kind,
      title: slot.title,
      ...(slot.section === undefined ? {} : { section: slot.section }),
      ...(slot.lead === undefined ? {} : { lead: slot.lead }),
      ...(slot.startMinute === undefined ? {} : { plannedStart: slot.startMinute }),
      speakers: [...(slot.speakers ?? [])],
      durationMs: minutes * MINUTE_MS,
      notes: [...(slot.notes ?? [])],
      prompts: [...(slot.prompts ?? [])],
      lenses: [...(slot.lenses ?? [])],
    };
  });
  const blank = blankWorkshop(programme.language);
  return {
    workshop: {
      ...blank,
      title: programme.title,
      ...(programme.date === undefined ? {} : { date: programme.date }),
      slots,
    },
    choices: [],
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
          ? "Qu'est-ce que vous reprenez ? Qu'est-ce que cela vous inspire ?"
          : 'What will you take away? What does it inspire in you?',
      ]),
      slot('restitution', french ? 'Restitution en plénière' : 'Report back in plenary', 10),
    ],
    groups: [1, 2, 3].map((number) => ({
      name: `${french ? 'Groupe' : 'Group'} ${number}`,
      animatorName: '',
      roomUrl: '',
    })),
    keyIdeasPerGroup: 2,
  };
}

/** What a document declares beside its slots. */
export interface DeclaredHours {
  readonly sections?: readonly ProgrammeSection[];
  readonly declaredMinutes?: number;
}

/** Contradictions of edited slots, live: the rules of the importer. Indices are those of `slots`. */
export function slotConflicts(_slots: readonly SlotContent[], _declared: DeclaredHours = {}): ProgrammeConflict[] {
  return [];
}
