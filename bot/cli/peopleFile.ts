import { readFileSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decodeText.ts';

/** A people file as it was read, to be written again with one column more. */
export interface PeopleFile {
  readonly path: string;
  readonly columns: readonly string[];
  readonly rows: readonly PeopleRow[];
  readonly delimiter: string;
  readonly hasMark: boolean;
}

export interface PeopleRow {
  /** Where it begins in the file, from 1. */
  readonly line: number;
  /** In the order of the columns. */
  readonly cells: readonly string[];
}

const byteOrderMark = '\uFEFF';

/** Reads `;`, `,` or tab separated text in UTF-8 or Windows-1252. @throws Error naming the file, the line and the reason */
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
  const text = decodeText(bytes);
  const delimiter = findDelimiter(text);
  let records: { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
  try {
    records = parse(text, {
      delimiter,
      bom: true,
      info: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as typeof records;
  } catch (problem) {
    if (!(problem instanceof CsvError)) throw problem;
    throw new Error(`${path}: line ${String(problem.lines)}: ${problem.message}`);
  }
  const [head, ...body] = records;
  if (head === undefined) throw new Error(`${path}: line 1: the file is empty; a line of column names is expected`);
  const columns = head.record;
  for (const [index, name] of columns.entries()) {
    if (name === '' && body.some(({ record }) => (record[index] ?? '') !== ''))
      throw new Error(`${path}: line 1: column ${index + 1} has no name`);
    if (name !== '' && columns.indexOf(name) !== index)
      throw new Error(`${path}: line 1: the column "${name}" comes twice`);
  }
  const rows = body.flatMap(({ record, info }) => {
    // A cell may hold line ends: the record began where its own lines began.
    const line = info.lines - record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    if (record.every((cell) => cell === '')) return [];
    if (record.length > columns.length && record.slice(columns.length).some((cell) => cell !== ''))
      throw new Error(`${path}: line ${line}: ${record.length} cells for ${columns.length} columns`);
    return [{ line, cells: columns.map((_, index) => record[index] ?? '') }];
  });
  if (rows.length === 0) throw new Error(`${path}: line ${1}: there is nobody below the column names`);
  return { path, columns, rows, delimiter, hasMark: text.startsWith(byteOrderMark) };
}

/** The separator that comes most often in the first line, outside quotes. */
function findDelimiter(text: string): string {
  const head = (text.replace(byteOrderMark, '').match(/^\s*((?:"(?:[^"]|"")*"|[^"\r\n])*)/)?.[1] ?? '').replace(
    /"(?:[^"]|"")*"/g,
    '',
  );
  const counted = [';', ',', '\t'].map((delimiter) => ({ delimiter, count: head.split(delimiter).length - 1 }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}

/** The file again, with a column at the end. Lines end as spreadsheets want them. */
export function writePeopleFile(
  { columns, rows, delimiter, hasMark }: PeopleFile,
  name: string,
  cells: readonly string[],
): string {
  const quoted = (cell: string): string =>
    cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const lines = [[...columns, name], ...rows.map((row, index) => [...row.cells, cells[index] ?? ''])];
  return `${hasMark ? byteOrderMark : ''}${lines.map((line) => line.map(quoted).join(delimiter)).join('\r\n')}\r\n`;
}

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
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
