import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCells } from '../../../shared/people/readCells.ts';

const cellsOf = (text: string): readonly (readonly string[])[] => readCells(text).rows.map(({ cells }) => cells);
const linesOf = (text: string): readonly number[] => readCells(text).rows.map(({ line }) => line);

it.each([
  ['semicolons, where titles hold commas', 'Liste, mars\nNom;Ville\nZoé;Lyon, 3e'],
  ['tabs, as spreadsheets copy', 'Nom\tVille\r\nZoé\tLyon; Paris'],
  ['what the first line tells', 'sep=|\nNom|Ville\nZoé|Lyon'],
])('IP2 text is cut at %s', (_, text) => {
  expect(cellsOf(text).filter((cells) => cells.length > 1)[0]).toEqual(['Nom', 'Ville']);
  expect(cellsOf(text).at(-1)).toHaveLength(2);
});

it('IP2 quotes hold separators, line ends and quotes; blank rows are left out, and lines counted on', () => {
  const text = '\uFEFFNom;Note\r\n"Zoé";"a ""b""; c\r\nd"\r\n;;\r\n\r\n  Luc ;x;;\r\n';
  expect(cellsOf(text)).toEqual([
    ['Nom', 'Note'],
    ['Zoé', 'a "b"; c\r\nd'],
    ['Luc', 'x', '', ''],
  ]);
  expect(linesOf(text)).toEqual([1, 2, 6]);
  expect(readCells(text).hasMark).toBe(true);
});

it('IP2 a quote that nothing closes is a character, told with its line, and takes no other row with it', () => {
  const end = readCells('Nom;Ville\n"Zoé;Lyon\nLuc;Paris');
  expect(end.rows.map(({ cells }) => cells)).toEqual([
    ['Nom', 'Ville'],
    ['"Zoé', 'Lyon'],
    ['Luc', 'Paris'],
  ]);
  expect(end.openQuotes).toEqual([2]);
  const middle = readCells('Nom;Ville\n"Zoé;Lyon\nLuc;"Paris"\nMax;"Rue ""A"""');
  expect(middle.rows.map(({ cells }) => cells[1])).toEqual(['Ville', 'Lyon', 'Paris', 'Rue "A"']);
  expect(middle.openQuotes).toEqual([2]);
});

const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/\0/g, '').trim());

it('IP2 what is written with quotes is read back, whatever it holds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 }),
      fc.constantFrom(';', ',', '\t'),
      (rows, delimiter) => {
        const written = rows
          .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter))
          .join('\n');
        expect(cellsOf(written)).toEqual(rows.filter((cells) => cells.some((one) => one !== '')));
      },
    ),
  );
});

it('IP2 any text gives rows, on lines that it has', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('"', ';', ',', '\t', '\n', '\r', 'a', 'é', ' ', '\uFEFF', 'sep=')),
      (parts) => {
        const text = parts.join('');
        const count = text.split(/\r\n|\r|\n/).length;
        for (const line of linesOf(text)) expect(line).toBeLessThanOrEqual(count);
        const words = cellsOf(text).flat().join('').replace(/[^aé]/g, '');
        if (!text.includes('sep=')) expect(words).toBe(text.replace(/[^aé]/g, ''));
      },
    ),
  );
});
