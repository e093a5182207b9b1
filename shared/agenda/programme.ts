import type { MinuteOfDay } from '../core/time.ts';

/** What happens during a slot. The words are those of SPEC.md. */
export const slotKinds = ['talk', 'qa', 'poll', 'break', 'breakout', 'restitution', 'openForum'] as const;
export type SlotKind = (typeof slotKinds)[number];

/** A duration as a programme writes it: "20 min" or "5/10 min" (a range, shortest first). */
export type Minutes = number | readonly [shortest: number, longest: number];

/** One item of a programme as read from a document, before anyone corrected it. */
export interface ProgrammeSlot {
  /** Heading of the part of the programme that holds the slot, without its number and its hours. */
  readonly section?: string;
  readonly title: string;
  readonly kind: SlotKind;
  /** Start written in the document, or worked out from what precedes; absent when neither is certain. */
  readonly startMinute?: MinuteOfDay;
  readonly minutes?: Minutes;
  readonly lead?: string;
  readonly speakers?: readonly string[];
  /** Number of groups of a breakout. */
  readonly groups?: number;
  readonly animators?: readonly string[];
  readonly prompts?: readonly string[];
  readonly lenses?: readonly string[];
  readonly keyIdeasPerGroup?: number;
  /** A stop inside a longer slot: "11h45-16h (avec coupure 13h-14h)". */
  readonly pause?: { readonly startMinute: MinuteOfDay; readonly minutes: number };
  /** Names of the parallel workshops among which people choose ("3 parcours au choix"). */
  readonly tracks?: readonly string[];
  /** Time that each parallel workshop has in a restitution ("10' par parcours"). */
  readonly minutesPerTrack?: number;
  /** Lines of the document that belong here and have no field of their own, in order: nothing is dropped. */
  readonly notes?: readonly string[];
  /** Which fields were guessed rather than read, for the person to check. */
  readonly guessed?: readonly ('kind' | 'startMinute' | 'minutes' | 'title')[];
}

/** A part of the programme that declares its own hours: "2. PASTILLE (12h à 12h20)". */
export interface ProgrammeSection {
  readonly title: string;
  readonly startMinute?: MinuteOfDay;
  readonly endMinute?: MinuteOfDay;
  /** Declared length, for "1. Ouverture immersive (1h00)". */
  readonly minutes?: number;
  /** Indices into `Programme.slots` of the first slot and after the last one. */
  readonly fromSlot: number;
  readonly toSlot: number;
}

export type ProgrammeConflict =
  /** The slots of a section need more time than its declared hours. */
  | {
      readonly kind: 'section_overflow';
      readonly section: string;
      readonly startMinute?: MinuteOfDay;
      readonly endMinute?: MinuteOfDay;
      readonly availableMinutes: number;
      readonly neededMinutes: readonly [number, number];
      readonly overByMinutes: readonly [number, number];
      readonly parts: readonly Minutes[];
      readonly slotIndices: readonly number[];
    }
  /** The whole declares "3 h" and its slots outside breaks last something else. */
  | {
      readonly kind: 'total_mismatch';
      readonly declaredMinutes: number;
      readonly plannedMinutes: number;
      readonly overByMinutes: readonly [number, number];
    }
  /** A slot starts before the one in front of it can have ended. */
  | { readonly kind: 'overlap'; readonly slotIndex: number; readonly overByMinutes: readonly [number, number] };

/** What reading a programme document gives. */
export interface Programme {
  readonly title: string;
  /** ISO day, "2026-07-07". */
  readonly date?: string;
  readonly startMinute?: MinuteOfDay;
  readonly endMinute?: MinuteOfDay;
  /** "Durée totale : 3h" → 180. */
  readonly declaredMinutes?: number;
  readonly language: 'fr' | 'en';
  readonly sections: readonly ProgrammeSection[];
  readonly slots: readonly ProgrammeSlot[];
  readonly conflicts: readonly ProgrammeConflict[];
  /** Lines before the first slot or after the last one that are no slot (objectives, presentation…). */
  readonly notes: readonly string[];
}
