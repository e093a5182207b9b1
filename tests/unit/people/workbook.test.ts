import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zipOf } from '../../doubles/zipOf.ts';
import { readBytes } from './listRead.ts';

interface Parts {
  readonly sheet?: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly workbook?: string;
}

const oneSheet = '<workbook><workbookPr/><sheets><sheet name="Inscrits" r:id="rId1"/></sheets></workbook>';

function workbook({ sheet = '', strings = '', styles = '', workbook: sheets = oneSheet }: Parts, claimed = {}) {
  return zipOf(
    {
      'xl/workbook.xml': sheets,
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
      'xl/sharedStrings.xml': strings,
      'xl/styles.xml': styles,
      'xl/worksheets/sheet1.xml': sheet,
      'xl/worksheets/sheet2.xml':
        '<worksheet><sheetData><row><c t="inlineStr"><is><t>deux</t></is></c></row></sheetData></worksheet>',
    },
    claimed,
  );
}

function rowsOf(parts: Parts) {
  const read = readBytes(workbook(parts));
  if (!read.ok) throw new Error(read.problem);
  return read.value.rows.map(({ line, cells }) => [line, ...cells]);
}

describe('a workbook', () => {
  it('IP3 gives shared and inline texts, numbers as they are shown, days, ticked boxes, and nothing for errors', () => {
    const rows = rowsOf({
      strings:
        '<sst><si><t>Zoé &amp; </t></si><si><r><t>Le </t></r><r><t xml:space="preserve">Goff</t></r><rPh><t>x</t></rPh></si></sst>',
      styles:
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="[$-40C]d\\ mmmm\\ yyyy\\ hh:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs></styleSheet>',
      sheet:
        '<worksheet><sheetData><row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c><c r="D3"><v>0.30000000000000004</v></c></row>' +
        '<row r="7"><c r="A7" s="1"><v>46093</v></c><c r="B7" s="2"><v>1000</v></c><c r="C7" s="3"><v>46093.604166666664</v></c><c r="D7" s="4"><v>0.39583333333333331</v></c>' +
        '<c r="E7" t="b"><v>1</v></c><c r="F7" t="e"><v>#N/A</v></c><c r="G7" t="inlineStr"><is><t>a_x000D_b</t></is></c><c r="H7" t="str"><f>A1</f><v>calculé</v></c></row></sheetData></worksheet>',
    });
    expect(rows).toEqual([
      [3, 'Zoé &', '', 'Le Goff', '0.3'],
      [7, '2026-03-12', '01000', '2026-03-12 14:30', '09:30', 'Oui', '', 'a\rb', 'calculé'],
    ]);
  });

  it('IP3 a merged value makes no row of its own, and one that reaches the end of the sheet costs nothing', () => {
    const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const merged = Array.from({ length: 5_000 }, () => '<mergeCell ref="B1:B1048576"/>').join('');
    const sheet = `<worksheet><sheetData><row r="1">${cell('A1', 'Zoé')}${cell('B1', 'MSA')}</row><row r="2"/><row r="1048576">${cell('A1048576', 'Luc')}</row></sheetData><mergeCells>${merged}</mergeCells></worksheet>`;
    expect(rowsOf({ sheet })).toEqual([
      [1, 'Zoé', 'MSA'],
      [1_048_576, 'Luc', 'MSA'],
    ]);
  });

  it('IP3 counts days from 1904 where the workbook does', () => {
    const sheet = '<sheetData><row><c s="0"><v>0</v></c><c s="0"><v>44631</v></c></row></sheetData>';
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>';
    expect(rowsOf({ sheet, styles })).toEqual([[1, '1899-12-31', '2022-03-11']]);
    expect(
      rowsOf({ sheet, styles, workbook: oneSheet.replace('<workbookPr/>', '<workbookPr date1904="1"/>') }),
    ).toEqual([[1, '1904-01-01', '2026-03-12']]);
  });

  it('IP3 what rows share in a merged cell stands in each; a title across columns stands once', () => {
    const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = rowsOf({
      sheet:
        `<x:worksheet xmlns:x="u"><x:sheetData><x:row r="1">${cell('A1', 'Liste')}</x:row><x:row r="2">${cell('A2', 'Zoé')}${cell('B2', 'MSA')}</x:row>` +
        `<x:row r="3">${cell('A3', 'Luc')}</x:row><x:row r="4">${cell('A4', 'Max')}</x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:D1"/><x:mergeCell ref="B2:B3"/></x:mergeCells></x:worksheet>`,
    });
    expect(rows).toEqual([
      [1, 'Liste'],
      [2, 'Zoé', 'MSA'],
      [3, 'Luc', 'MSA'],
      [4, 'Max'],
    ]);
  });

  it('IP3 hidden sheets are passed over; any sheet that is seen may be chosen', () => {
    const sheets = (state: string) =>
      `<workbook><sheets><sheet name="A" r:id="rId1"${state}/><sheet name="B" state="visible" r:id="rId2"/></sheets></workbook>`;
    const sheet = '<sheetData><row><c><v>1</v></c></row></sheetData>';
    const hidden = readBytes(workbook({ sheet, workbook: sheets(' state="veryHidden"') }));
    expect(hidden).toMatchObject({ ok: true, value: { sheets: ['B'], sheet: 'B', rows: [{ cells: ['deux'] }] } });
    const seen = workbook({ sheet, workbook: sheets('') });
    expect(readBytes(seen)).toMatchObject({ value: { sheets: ['A', 'B'], sheet: 'A', rows: [{ cells: ['1'] }] } });
    expect(readBytes(seen, { sheet: 'B' })).toMatchObject({ value: { sheet: 'B' } });
  });
});

describe('a file that is no list', () => {
  const utf16 = (text: string) => [...text].flatMap((char) => [char.charCodeAt(0), 0]);
  const container = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const row = '<row><c><v>1</v></c></row>';
  it.each([
    ['file_empty', Uint8Array.of()],
    ['file_empty', new TextEncoder().encode('\n ; ;\n')],
    ['file_empty', workbook({ sheet: '<sheetData/>' })],
    ['file_too_large', new Uint8Array(5_000_001).fill(65)],
    ['file_too_large', workbook({ sheet: row }, { 'xl/worksheets/sheet1.xml': 70_000_000 })],
    ['too_many_rows', new TextEncoder().encode('a;b\n'.repeat(5_001))],
    ['too_many_rows', workbook({ sheet: `<sheetData>${row.repeat(5_001)}</sheetData>` })],
    ['file_protected', Uint8Array.from([...container, ...utf16('EncryptedPackage')])],
    ['file_other_spreadsheet', Uint8Array.from([...container, ...utf16('Workbook')])],
    [
      'file_other_spreadsheet',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '' }),
    ],
    ['file_other_spreadsheet', new TextEncoder().encode('<html><table><tr><td>Nom</td></tr></table>')],
    ['file_not_a_table', zipOf({ 'word/document.xml': '' })],
    ['file_not_a_table', new TextEncoder().encode('%PDF-1.7')],
    ['file_not_a_table', Uint8Array.from({ length: 500 }, (_, index) => index % 32)],
    ['file_damaged', workbook({ sheet: row }).slice(0, 600)],
    // An archive that unpacks to more than it says.
    ['file_damaged', workbook({ sheet: row }, { 'xl/worksheets/sheet1.xml': 3 })],
  ])('IP4 is told: %s', (problem, bytes) => {
    expect(readBytes(bytes)).toEqual({ ok: false, problem });
  });

  it.each(['<!--', '<![CDATA[', '<?', '<a "', '<a b="', '</'])(
    'IP4 a sheet of %s that nothing closes gives a result',
    (opened) => {
      const row = '<sheetData><row><c t="inlineStr"><is><t>Zoé</t></is></c></row></sheetData>';
      expect(rowsOf({ sheet: row + opened.repeat(100_000) })).toEqual([[1, 'Zoé']]);
    },
  );

  it('IP4 any bytes give a result, also those of a damaged workbook', () => {
    const good = workbook({ sheet: `<sheetData>${row}</sheetData>` });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 8 }),
        fc.nat(good.length),
        (changes, end) => {
          const bytes = good.slice(0, Math.max(end, 30));
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          expect(typeof readBytes(bytes).ok).toBe('boolean');
        },
      ),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(typeof readBytes(bytes).ok).toBe('boolean');
      }),
    );
  });
});
