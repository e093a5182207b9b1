import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCells } from '../../../shared/people/readCells.ts';
import { writeCells } from '../../../shared/people/writeCells.ts';

it('IP2 what is written is read back, whatever the cells hold', () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', 'é', ';', ',', '"', '\n', ' ', '\t') })
    .map((text) => text.trim());
  const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(rows, fc.boolean(), (cells, hasMark) => {
      const table = [['Nom', 'Ville', 'Note'], ...cells.filter((row) => row.some((one) => one !== ''))];
      const read = readCells(`sep=;\n${writeCells(table, { delimiter: ';', hasMark: false })}`);
      expect(read.rows.map((row) => row.cells)).toEqual(table);
      expect(writeCells(table, { delimiter: ';', hasMark }).startsWith('\uFEFF')).toBe(hasMark);
    }),
  );
});
