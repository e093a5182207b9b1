import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { findHeader, headedByFirst } from '../../shared/people/findHeader.ts';
import { plainWords } from '../../shared/people/plainWords.ts';
import { type FileProblem, readSpreadsheet, type Spreadsheet } from '../../shared/people/readSpreadsheet.ts';
import type { TableRow } from '../../shared/people/table.ts';
import { writeCells } from '../../shared/people/writeCells.ts';

/** A people file as it was read, to be written again with one column more. */
export interface PeopleFile {
  readonly path: string;
  readonly columns: readonly string[];
  /** As many cells as columns. */
  readonly rows: readonly TableRow[];
  readonly delimiter: string;
  readonly hasMark: boolean;
  /** What somebody should look at, though the file could be read. */
  readonly warnings: readonly string[];
}

/** A command line runs on a machine of one's own: far more than a page takes, far less than would fill its memory. */
const limits = { mostBytes: 64 * 1_024 * 1_024, mostRows: 200_000, truth: ['TRUE', 'FALSE'] } as const;

const words: Readonly<Record<FileProblem, string>> = {
  file_empty: 'line 1: the file is empty; a line of column names is expected',
  file_too_large: 'more than 64 MB',
  too_many_rows: `more than ${limits.mostRows} rows`,
  file_protected: 'the workbook has a password; save it without, as .xlsx or .csv',
  file_other_spreadsheet: 'only .xlsx, .csv and .tsv are read; save it as one of them',
  file_not_a_table: 'this is neither a text nor a workbook',
  file_damaged: 'the workbook is damaged; open it and save it again as .xlsx',
};

/** Reads an .xlsx workbook, or `;`, `,` or tab separated text in UTF-8, UTF-16 or Windows-1252. @throws Error naming the file, the line and the reason */
export function readPeopleFile(path: string): PeopleFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new Error(`${path}: no such file, or it may not be read`);
  }
  return parsePeople(bytes, path);
}

export function parsePeople(bytes: Uint8Array, path: string): PeopleFile {
  const { rows: all, openQuotes, delimiter, hasMark, looksMisread } = readTable(bytes, path);
  if (openQuotes[0] !== undefined) throw new Error(`${path}: line ${openQuotes[0]}: a quote opens that nothing closes`);
  const { columns, body, line: head, isKnown } = withHeader(all);
  for (const [index, name] of columns.entries()) {
    if (name === '' && body.some(({ cells }) => (cells[index] ?? '') !== ''))
      throw new Error(`${path}: line ${head}: column ${index + 1} has no name`);
    if (name !== '' && columns.indexOf(name) !== index)
      throw new Error(`${path}: line ${head}: the column "${name}" comes twice`);
  }
  const rows = body.map(({ line, cells }) => {
    if (cells.slice(columns.length).some((cell) => cell !== ''))
      throw new Error(
        `${path}: line ${line}: ${cells.length} cells for ${columns.length} columns; a text with "${delimiter}" stands between quotes`,
      );
    return { line, cells: columns.map((_, index) => cells[index] ?? '') };
  });
  if (rows.length === 0) throw new Error(`${path}: line ${head}: there is nothing below the column names`);
  const warnings = [
    ...(isKnown
      ? []
      : [`line ${head}: taken for the names of the columns, of which none is known; nobody is read from it`]),
    ...(looksMisread ? ['accents look misread; save the file as CSV UTF-8 or .xlsx'] : []),
  ];
  return { path, columns, rows, delimiter, hasMark, warnings };
}

/** The first row names the columns, or the row below the titles of the whole list. */
function withHeader(all: readonly TableRow[]) {
  const found = findHeader(all);
  const titles = all.slice(0, Math.max(0, found.headerRows - 1));
  const isBelowTitles = titles.every(({ cells }) => cells.filter((cell) => cell !== '').length < 2);
  const { body, headerRows } = isBelowTitles && found.headerRows > 0 ? found : headedByFirst(all);
  const head = all[headerRows - 1];
  return { columns: head?.cells ?? [], body, line: head?.line ?? 1, isKnown: found.headerRows > 0 };
}

function readTable(bytes: Uint8Array, path: string): Spreadsheet {
  const reading = readSpreadsheet(bytes, limits);
  let step = reading.next();
  while (!step.done) step = reading.next(unpacked(step.value.packed, step.value.size));
  if (step.value.ok) return step.value.value;
  throw new Error(`${path}: ${words[step.value.problem]}`);
}

function unpacked(packed: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    return undefined;
  }
}

/** The file again, with a column at the end. */
export const writePeopleFile = (
  { columns, rows, delimiter, hasMark }: PeopleFile,
  name: string,
  cells: readonly string[],
): string =>
  writeCells([[...columns, name], ...rows.map((row, index) => [...row.cells, cells[index] ?? ''])], {
    delimiter,
    hasMark,
  });

/** The place of a column: its name as written, or without regard to case and accents. @throws Error with the names there are */
export function findColumn({ path, columns }: PeopleFile, name: string, option: string): number {
  const exact = columns.indexOf(name);
  if (exact >= 0) return exact;
  const found = columns.flatMap((column, index) => (plain(column) === plain(name) ? [index] : []));
  if (found.length === 1) return found[0] as number;
  throw new Error(
    `${option}: ${path} has no column "${name}", only: ${columns.filter((column) => column !== '').join(', ')}`,
  );
}

/** Lower case without accents, and nothing but letters and digits. */
export const plain = (text: string): string => plainWords(text).join('');
