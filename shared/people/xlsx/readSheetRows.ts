import { isBlank, type TableRow } from '../table.ts';
import { type CellFormat, showNumber } from './cellFormats.ts';
import { readXml } from './xml.ts';

export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly since1904: boolean;
}

/** A stray cell far to the right would make every row as wide. */
const mostColumns = 200;
const mostMerged = 5_000;
/** Words for a ticked and an empty box, in the language of whoever reads. */
export type TruthWords = readonly [yes: string, no: string];

interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * Rows of a sheet that hold something, at most `mostRows`, with the numbers of the spreadsheet. What rows share in a merged
 * cell stands in each of them.
 */
export function readSheetRows(xml: string, context: SheetContext, truth: TruthWords, mostRows: number): TableRow[] {
  const rows = new Map<number, string[]>();
  const merged: string[] = [];
  const within = new Set<string>();
  let place: Place = { line: 0, column: -1 };
  let kind = '';
  let format: CellFormat | undefined;
  let raw = '';
  readXml(xml, {
    open: (name, attribute) => {
      within.add(name);
      if (name === 'row') place = { line: Number(attribute('r') ?? place.line + 1), column: -1 };
      else if (name === 'c') {
        place = placeOf(attribute('r') ?? '') ?? { ...place, column: place.column + 1 };
        kind = attribute('t') ?? 'n';
        format = context.formats[Number(attribute('s') ?? -1)];
        raw = '';
      } else if (name === 'mergeCell') merged.push(attribute('ref') ?? '');
    },
    text: (words) => {
      if (within.has('c') && (within.has('v') || within.has('t')) && !within.has('rPh')) raw += words;
    },
    close: (name) => {
      within.delete(name);
      if (name !== 'c' || raw === '' || place.column >= mostColumns || rows.size > mostRows) return;
      const cells = rows.get(place.line) ?? [];
      while (cells.length < place.column) cells.push('');
      cells[place.column] = cellText(kind, raw, format, context, truth).trim();
      rows.set(place.line, cells);
    },
  });
  for (const range of merged.slice(0, mostMerged)) fillDown(rows, range);
  return [...rows]
    .map(([line, cells]) => ({ line, cells }))
    .filter(({ cells }) => !isBlank(cells))
    .sort((one, other) => one.line - other.line)
    .slice(0, mostRows);
}

function cellText(
  kind: string,
  raw: string,
  format: CellFormat | undefined,
  { strings, since1904 }: SheetContext,
  [yes, no]: TruthWords,
): string {
  switch (kind) {
    case 's':
      return unescaped(strings[Number(raw)] ?? '');
    case 'b':
      return raw === '1' || raw === 'true' ? yes : no;
    case 'n':
      return showNumber(raw, format ?? { kind: 'plain' }, since1904);
    // What a formula could not work out says nothing of anybody.
    case 'e':
      return '';
    case 'd':
      return raw.replace('T', ' ').replace(/ 00:00(:00(\.0+)?)?Z?$/, '');
    default:
      return unescaped(raw);
  }
}

/** Characters that XML cannot hold are written `_x000D_`. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** "B12" is line 12, column 1. */
function placeOf(reference: string): Place | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (letters === undefined) return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { line: Number(digits), column };
}

/** A value that stands for several rows, once; a title across columns stays where it is, and no row comes of it alone. */
function fillDown(rows: ReadonlyMap<number, string[]>, range: string): void {
  const [from, to] = range.split(':').map(placeOf);
  const value = from === undefined ? '' : (rows.get(from.line)?.[from.column] ?? '');
  if (from === undefined || to === undefined || value === '') return;
  for (const [line, cells] of rows) {
    if (line <= from.line || line > to.line) continue;
    while (cells.length < from.column) cells.push('');
    cells[from.column] ||= value;
  }
}
