import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readProgramme } from '../../../shared/agenda/import/readProgramme.ts';
import type { Programme } from '../../../shared/agenda/programme.ts';
import type { SlotContent } from '../../../shared/workshop/commands.ts';
import { draftWorkshop } from '../../../shared/workshop/draft/draftWorkshop.ts';
import { slotConflicts } from '../../../shared/workshop/draft/slotConflicts.ts';

const fixture = (name: string): Programme => {
  const read = readProgramme(readFileSync(new URL(`../../fixtures/programmes/${name}.md`, import.meta.url), 'utf8'));
  if (!read.ok) throw new Error(String(read.problem));
  return read.value;
};
const atelier2 = fixture('atelier-2-modeles-socio-economiques');
const { slots, groups } = draftWorkshop(atelier2).workshop;
const found = (edited: readonly SlotContent[], declared: Parameters<typeof slotConflicts>[1]) =>
  slotConflicts(edited, declared).map((conflict) => [
    conflict.kind,
    conflict.kind === 'section_overflow' ? conflict.slotIndices : conflict.kind === 'overlap' ? conflict.slotIndex : 0,
    conflict.overByMinutes[0],
  ]);
const replaced = (index: number, change: Partial<SlotContent>): SlotContent[] =>
  slots.map((slot, at) => (at === index ? { ...slot, ...change } : slot));

describe('slotConflicts', () => {
  it('D6 a real programme has, drafted, the three contradictions that it had when read', () => {
    expect(found(slots, atelier2)).toEqual([
      ['section_overflow', [12, 13, 14], 8],
      ['section_overflow', [15, 16], 5],
      ['total_mismatch', 0, 30],
    ]);
    expect(groups.map((group) => group.animatorName)).toEqual(['Fondation de Lille', 'Réseau Alliances', 'ADASI']);
  });

  it('D6 a correction takes its contradiction away, and a mistake brings one', () => {
    const shorter = replaced(13, { durationMs: 32 * 60_000 });
    expect(found(shorter, atelier2)).toEqual([
      ['section_overflow', [15, 16], 5],
      ['total_mismatch', 0, 30],
    ]);
    const longLunch = replaced(8, { durationMs: 75 * 60_000 });
    expect(found(longLunch, { sections: atelier2.sections })).toContainEqual(['overlap', 9, 15]);
  });

  it('D6 parts of the programme are found again when slots are removed or moved', () => {
    const withoutLunch = slots.filter((_, index) => index !== 8);
    expect(found(withoutLunch, { sections: atelier2.sections })).toContainEqual(['section_overflow', [11, 12, 13], 8]);
    const withoutOpening = slots.slice(3);
    expect(found(withoutOpening, { sections: atelier2.sections })).toContainEqual(['section_overflow', [9, 10, 11], 8]);
  });

  it('D6 without the hours of its parts, slots that cannot have ended in time are still told', () => {
    expect(found(slots, {})).toEqual([
      ['overlap', 15, 8],
      ['overlap', 17, 5],
    ]);
    expect(slotConflicts([])).toEqual([]);
  });
});
