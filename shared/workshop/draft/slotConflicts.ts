import { findConflicts } from '../../agenda/import/findConflicts.ts';
import { plannedTimes } from '../../agenda/planTime.ts';
import type { ProgrammeConflict, ProgrammeSection, ProgrammeSlot } from '../../agenda/programme.ts';
import { MINUTE_MS } from '../../core/time.ts';
import type { SlotContent } from '../commands.ts';

/** What a document declares beside its slots: `Programme` has it. */
interface DeclaredHours {
  readonly sections?: readonly ProgrammeSection[];
  readonly declaredMinutes?: number;
}

/** A slot as people edit it, or as a view shows it. */
export type ConflictSlot = Pick<SlotContent, 'kind' | 'title' | 'durationMs'> &
  Partial<Pick<SlotContent, 'section' | 'plannedStart'>>;

/**
 * Where the declared sections stand among slots that were edited, moved or removed since: each keeps its title, and
 * sections of one title ("EXPLORATION" three times) follow each other when another section or their own hour begins.
 */
function placeSections(slots: readonly ConflictSlot[], sections: readonly ProgrammeSection[]): ProgrammeSection[] {
  const placed: ProgrammeSection[] = [];
  let from = 0;
  for (const [rank, section] of sections.entries()) {
    const fromSlot = slots.findIndex((slot, index) => index >= from && slot.section === section.title);
    if (fromSlot < 0) continue;
    const namesake = sections.slice(rank + 1).find((later) => later.title === section.title);
    let toSlot = fromSlot;
    for (; toSlot < slots.length; toSlot++) {
      const slot = slots[toSlot] as ConflictSlot;
      if (slot.section !== section.title) break;
      const begins = namesake?.startMinute;
      if (toSlot > fromSlot && begins !== undefined && slot.plannedStart !== undefined && slot.plannedStart >= begins)
        break;
    }
    placed.push({ ...section, fromSlot, toSlot });
    from = toSlot;
  }
  return placed;
}

const asProgrammeSlot = (slot: ConflictSlot): ProgrammeSlot => ({
  kind: slot.kind,
  title: slot.title,
  minutes: slot.durationMs / MINUTE_MS,
  ...(slot.section === undefined ? {} : { section: slot.section }),
  ...(slot.plannedStart === undefined ? {} : { startMinute: slot.plannedStart }),
});

/**
 * Slots that start before the one in front of them can have ended, also when that one's own hour is worked out from
 * what precedes it. `told`: slots whose part of the programme says already that it overflows.
 */
function overlapsOf(slots: readonly ConflictSlot[], told: ReadonlySet<number>): ProgrammeConflict[] {
  const times = plannedTimes(slots);
  return slots.flatMap((slot, slotIndex): ProgrammeConflict[] => {
    const over = (times[slotIndex - 1]?.endMinute ?? 0) - (times[slotIndex]?.startMinute ?? 0);
    if (slotIndex === 0 || slot.plannedStart === undefined || over <= 0 || told.has(slotIndex - 1)) return [];
    return [{ kind: 'overlap', slotIndex, overByMinutes: [over, over] }];
  });
}

/** Contradictions of edited slots, live: those that the importer finds, and every overlap. Indices are those of `slots`. */
export function slotConflicts(slots: readonly ConflictSlot[], declared: DeclaredHours = {}): ProgrammeConflict[] {
  const sections = placeSections(slots, declared.sections ?? []);
  const found = findConflicts(sections, slots.map(asProgrammeSlot), declared.declaredMinutes).filter(
    (conflict) => conflict.kind !== 'overlap',
  );
  const told = new Set(found.flatMap((conflict) => (conflict.kind === 'section_overflow' ? conflict.slotIndices : [])));
  return [...found, ...overlapsOf(slots, told)];
}
