import { decodeText } from '../core/decodeText.ts';
import { err, ok, type Result } from '../core/result.ts';
import { fileKind } from './fileKind.ts';
import { looksMisread } from './misread.ts';
import { readCells } from './readCells.ts';
import type { TableRow } from './table.ts';
import { readSheetRows, type TruthWords } from './xlsx/readSheetRows.ts';
import { listSheets, partsForAll, readSheetContext } from './xlsx/readWorkbook.ts';
import { listZip, type ZipEntry } from './xlsx/zip.ts';

/** The rows of a file. */
export interface Spreadsheet {
  readonly rows: readonly TableRow[];
  /** Of a workbook, the sheets that one may choose from, and the one that was read. */
  readonly sheets: readonly string[];
  readonly sheet?: string;
  /** How the text was written, for whoever writes it again; a workbook is written as Excel wants its text. */
  readonly delimiter: string;
  readonly hasMark: boolean;
  readonly openQuotes: readonly number[];
  /** Accents look as if the text had been written in an encoding that is not read. */
  readonly looksMisread: boolean;
}

/** Why a whole file cannot be read. */
export type FileProblem =
  | 'file_empty'
  | 'file_too_large'
  | 'too_many_rows'
  | 'file_protected'
  | 'file_other_spreadsheet'
  | 'file_not_a_table'
  | 'file_damaged';

export interface FileOptions {
  /** The sheet to read; the first one otherwise. */
  readonly sheet?: string | undefined;
  /** What a ticked and an empty box are read as. */
  readonly truth: TruthWords;
  readonly mostBytes: number;
  readonly mostRows: number;
}

/** Of one part of a workbook, unpacked: a few megabytes of cells; more than that is no list of people. */
const mostUnpackedBytes = 64 * 1_024 * 1_024;

/**
 * Reads a text or an XLSX workbook, whatever its name. It yields each part of a workbook that it needs unpacked, and is given
 * its bytes, never more than its `size`, or undefined when it cannot be unpacked: both sides have an inflater of their own.
 */
export function* readSpreadsheet(
  bytes: Uint8Array,
  options: FileOptions,
): Generator<ZipEntry, Result<Spreadsheet, FileProblem>, Uint8Array | undefined> {
  if (bytes.length === 0) return err('file_empty');
  if (bytes.length > options.mostBytes) return err('file_too_large');
  const kind = fileKind(bytes);
  if (kind === 'workbook') return yield* readWorkbook(bytes, options);
  return kind === 'text' ? readPasted(decodeText(bytes), options) : err(kind);
}

/** Reads what a spreadsheet copied, or the text of a file. */
export function readPasted(
  text: string,
  { mostRows }: Pick<FileOptions, 'mostRows'>,
): Result<Spreadsheet, FileProblem> {
  const { rows, delimiter, hasMark, openQuotes } = readCells(text);
  if (rows.length === 0) return err('file_empty');
  if (rows.length > mostRows) return err('too_many_rows');
  return ok({ rows, delimiter, hasMark, openQuotes, sheets: [], looksMisread: looksMisread(text) });
}

function* readWorkbook(
  bytes: Uint8Array,
  { sheet, truth, mostRows }: FileOptions,
): Generator<ZipEntry, Result<Spreadsheet, FileProblem>, Uint8Array | undefined> {
  const entries = listZip(bytes);
  if (entries === undefined) return err('file_damaged');
  if (!entries.has('xl/workbook.xml')) return err(otherArchive(entries));
  const texts = new Map<string, string>();
  const textOf = (part: string): string => texts.get(part) ?? '';
  let unpacked = 0;
  function* unpack(part: string): Generator<ZipEntry, FileProblem | undefined, Uint8Array | undefined> {
    const entry = entries?.get(part);
    if (entry === undefined) return undefined;
    unpacked += entry.size;
    if (unpacked > mostUnpackedBytes) return 'file_too_large';
    const content = entry.method === 'stored' ? entry.packed : yield entry;
    if (content === undefined) return 'file_damaged';
    texts.set(part, decodeText(content));
    return undefined;
  }
  for (const part of partsForAll) {
    const problem = yield* unpack(part);
    if (problem !== undefined) return err(problem);
  }
  const sheets = listSheets(textOf);
  const chosen = sheets.find(({ name }) => name === sheet) ?? sheets[0];
  if (chosen === undefined) return err('file_damaged');
  const problem = yield* unpack(chosen.part);
  if (problem !== undefined) return err(problem);
  const rows = readSheetRows(textOf(chosen.part), readSheetContext(textOf), truth, mostRows + 1);
  if (rows.length > mostRows) return err('too_many_rows');
  if (rows.length === 0 && sheets.length < 2) return err('file_empty');
  return ok({
    rows,
    sheets: sheets.map(({ name }) => name),
    sheet: chosen.name,
    delimiter: ';',
    hasMark: true,
    openQuotes: [],
    looksMisread: false,
  });
}

/** Archives of other spreadsheets, and of anything else. */
function otherArchive(entries: ReadonlyMap<string, ZipEntry>): FileProblem {
  const isSpreadsheet =
    entries.has('xl/workbook.bin') || entries.has('Index/Document.iwa') || entries.has('content.xml');
  return isSpreadsheet ? 'file_other_spreadsheet' : 'file_not_a_table';
}
