import { formatMinuteOfDay } from '../../core/time.ts';
import type { Minutes, Programme, ProgrammeConflict, ProgrammeSlot } from '../programme.ts';
import { mealMinutesOf, sectionLabel } from './findConflicts.ts';

/** A slot as the command line prints it. Absent fields are absent, never null. */
export interface SlotJson {
  readonly section?: string;
  readonly title: string;
  /** The kind, or "tracks" for a slot in which people choose one of several parallel workshops. */
  readonly kind: string;
  readonly start?: string;
  readonly minutes?: Minutes;
  readonly lead?: string;
  readonly speakers?: readonly string[];
  readonly groups?: number;
  readonly animators?: readonly string[];
  readonly prompts?: readonly string[];
  readonly lenses?: readonly string[];
  readonly keyIdeasPerGroup?: number;
  readonly break?: { readonly start: string; readonly minutes: number };
  readonly tracks?: readonly string[];
  readonly minutesPerTrack?: number;
  readonly notes?: readonly string[];
  readonly guessed?: readonly string[];
}

export interface ConflictJson {
  readonly section: string;
  readonly why: string;
  readonly overByMinutes: readonly [number, number];
}

/** The public JSON of a programme: what `aparte import` prints. */
export interface ProgrammeJson {
  readonly title: string;
  readonly date?: string;
  readonly start?: string;
  readonly end?: string;
  readonly declaredMinutes?: number;
  readonly slots: readonly SlotJson[];
  readonly conflicts: readonly ConflictJson[];
  readonly notes: readonly string[];
}

const slotJson = (slot: ProgrammeSlot): SlotJson => {
  const { startMinute, pause, guessed, kind, title, section, minutes, ...rest } = slot;
  return {
    ...(section === undefined ? {} : { section }),
    title,
    kind: slot.tracks ? 'tracks' : kind,
    ...(startMinute === undefined ? {} : { start: formatMinuteOfDay(startMinute) }),
    ...(minutes === undefined ? {} : { minutes }),
    ...rest,
    ...(pause ? { break: { start: formatMinuteOfDay(pause.startMinute), minutes: pause.minutes } } : {}),
    ...(guessed ? { guessed: guessed.map((field) => (field === 'startMinute' ? 'start' : field)) } : {}),
  };
};

const shown = (minutes: Minutes): string =>
  typeof minutes === 'number' ? String(minutes) : `${minutes[0]}/${minutes[1]}`;
/** "3 h 30", "3 h", "40 min". */
const hours = (minutes: number): string =>
  minutes < 60
    ? `${minutes} min`
    : `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${String(minutes % 60).padStart(2, '0')}` : ''}`;

const conflictJson = (conflict: ProgrammeConflict, programme: Programme): ConflictJson => {
  const french = programme.language === 'fr';
  const { overByMinutes } = conflict;
  switch (conflict.kind) {
    case 'section_overflow': {
      const parts = conflict.parts.map(shown).join(' + ');
      const why = french
        ? `${parts} min ne tiennent pas dans ${conflict.availableMinutes} min`
        : `${parts} min do not fit in ${conflict.availableMinutes} min`;
      return { section: sectionLabel(conflict), why, overByMinutes };
    }
    case 'total_mismatch': {
      const [declared, planned] = [hours(conflict.declaredMinutes), hours(conflict.plannedMinutes)];
      const meal = mealMinutesOf(programme.slots) > 0;
      const why = french
        ? `durée déclarée ${declared} ; les séquences${meal ? ' hors déjeuner' : ''} s’étendent sur ${planned}`
        : `declared ${declared}; the slots${meal ? ' outside lunch' : ''} span ${planned}`;
      return { section: 'whole', why, overByMinutes };
    }
    case 'overlap': {
      const slot = programme.slots[conflict.slotIndex];
      const before = programme.slots[conflict.slotIndex - 1];
      const start = slot?.startMinute === undefined ? '' : formatMinuteOfDay(slot.startMinute);
      const why = french
        ? `« ${slot?.title ?? ''} » commence à ${start}, avant la fin de « ${before?.title ?? ''} »`
        : `“${slot?.title ?? ''}” starts at ${start}, before “${before?.title ?? ''}” has ended`;
      return { section: start, why, overByMinutes };
    }
  }
};

/** The programme with the field names and the notation of hours that people and other tools read. */
export const toGoldJson = (programme: Programme): ProgrammeJson => ({
  title: programme.title,
  ...(programme.date === undefined ? {} : { date: programme.date }),
  ...(programme.startMinute === undefined ? {} : { start: formatMinuteOfDay(programme.startMinute) }),
  ...(programme.endMinute === undefined ? {} : { end: formatMinuteOfDay(programme.endMinute) }),
  ...(programme.declaredMinutes === undefined ? {} : { declaredMinutes: programme.declaredMinutes }),
  slots: programme.slots.map(slotJson),
  conflicts: programme.conflicts.map((conflict) => conflictJson(conflict, programme)),
  notes: programme.notes,
});
