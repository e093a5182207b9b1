import { type ReadTiming, readTiming, trimEdges } from './readItem.ts';
import { readMarks } from './readMarks.ts';
import { joinRich, type RichText, readRich } from './richText.ts';
import { RANK_LABEL, RANK_PLAIN } from './sourceLine.ts';
import { type Role, roleOf, rolesByContent, rolesByHeader } from './tableColumns.ts';

/** A row of an agenda written as a table. */
export interface TableRow {
  readonly title: RichText;
  readonly timing?: ReadTiming;
  /** The cell of the column of speakers ("Intervenants", "Who"). */
  readonly who?: string;
  /** The cell of the column that names who runs the slot ("Animation", "Lead"). */
  readonly ledBy?: string;
  /** The cells without a place of their own, as written. */
  readonly extra: readonly string[];
  readonly rank: number;
}

/** A cell without the pictogram that begins its row. */
const bareCell = (cell: string): string =>
  cell.trim().replace(/^(?:[▶►➤•▪■●]|\p{Extended_Pictographic})\s+(?=\S)/u, '');

const splitCells = (line: string): string[] => {
  const trimmed = line.trim();
  if (!trimmed.includes('|')) return line.replace(/\s+$/, '').split('\t').map(bareCell);
  return trimmed.replace(/^\|/, '').replace(/\|$/, '').split('|').map(bareCell);
};

const isRule = (line: string): boolean => /^[\s|:+=-]{3,400}$/.test(line) && line.includes('-');
/** More cells than any agenda has columns. */
const MOST_CELLS = 60;
/** A row has at least two cells; a tab that only indents makes none. */
const isRow = (line: string): boolean =>
  line.length < 10_000 &&
  (line.match(/[|\t]/g)?.length ?? 0) <= MOST_CELLS &&
  (/^\s{0,8}\|.{0,9000}\|/.test(line) ||
    /\S\s{0,4}\t/.test(line) ||
    /^\t+\S.*\t\S/.test(line) ||
    /\S\s\|\s\S/.test(line));

/** "20", "20'" in a column of lengths. */
const bareMinutes = /^(\d{1,3})(?:\s?(?:min|mn|['’])?)?$/i;

/** True for a row that says an hour or a length, or is the header of such rows. */
const isTimedRow = (line: string): boolean =>
  splitCells(line).some((cell) => {
    const { clocks, lengths } = readMarks(cell);
    return clocks.length > 0 || lengths.length > 0 || roleOf(cell) === 'length';
  });

/**
 * For each line, the end (exclusive) of the table that begins there, or the line itself when none does. Blank lines do
 * not end a table. One pass from the last line, so that rows without hours are not searched again from every row.
 */
export const tableEnds = (lines: readonly string[]): readonly number[] => {
  const ends: number[] = new Array(lines.length);
  let end = 0;
  let rows = 0;
  let timed = 0;
  let counted = 0;
  let follows = false;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] ?? '';
    ends[at] = at;
    if (line.trim() === '') {
      follows &&= (lines[at + 1] ?? '').trim() !== '';
      continue;
    }
    const row = isRow(line);
    if (!row && !isRule(line)) {
      follows = false;
      continue;
    }
    if (!follows) {
      end = at + 1;
      rows = 0;
      timed = 0;
      counted = 0;
    }
    follows = true;
    if (!row) continue;
    rows++;
    if (isTimedRow(line)) timed++;
    else if (splitCells(line).some((cell) => bareMinutes.test(cell))) counted++;
    // Bare numbers are minutes once a header says so.
    const told = timed + (splitCells(line).some((cell) => roleOf(cell) === 'length') ? counted : 0);
    if (rows >= 2 && told >= 2 && told * 3 >= rows) ends[at] = end;
  }
  return ends;
};

const empty: RichText = { text: '', bolds: [] };

const readRow = (cells: readonly string[], columns: readonly Role[]): TableRow => {
  const of = (role: Role): string => cells[columns.indexOf(role)] ?? '';
  const filled = cells.filter((cell) => cell !== '');
  const timeCell = readRich(of('time'));
  const fromTime = timeCell.text ? readTiming(timeCell) : undefined;
  const endClock = of('end') ? readMarks(of('end')).clocks[0] : undefined;
  const lengthText = readRich(of('length')).text;
  const plainMinutes = bareMinutes.exec(lengthText);
  const fromLength = lengthText && !plainMinutes ? readMarks(`(${lengthText})`).lengths[0]?.minutes : undefined;
  const minutes = plainMinutes ? Number(plainMinutes[1]) : fromLength;
  const titleCell = readRich(of('title'));
  const fromTitle = titleCell.text ? readTiming(titleCell) : undefined;
  const extra = cells.filter((cell, column) => cell !== '' && (columns[column] ?? 'other') === 'other');
  const unread = [
    ...(timeCell.text && !fromTime ? [timeCell.text] : []),
    ...(lengthText && minutes === undefined && fromLength === undefined ? [lengthText] : []),
  ];
  const timed =
    fromTime?.startMinute !== undefined ||
    minutes !== undefined ||
    fromTime?.minutes !== undefined ||
    fromTitle !== undefined;
  let title = trimEdges(
    fromTime ? joinRich(fromTime.head, fromTitle?.head ?? titleCell) : (fromTitle?.head ?? titleCell),
  );
  const notes = [...unread, ...extra].map((cell) => readRich(cell).text);
  if (title.text === '' && notes.length > 0) title = readRich(notes.shift() ?? '');
  const end = fromTime?.endMinute ?? endClock?.startMinute;
  const start = fromTime?.startMinute ?? fromTitle?.startMinute;
  const exact = minutes ?? fromTime?.minutes ?? fromTitle?.minutes;
  const who = readRich(of('who')).text;
  const ledBy = readRich(of('lead')).text;
  return {
    title,
    ...(timed
      ? {
          timing: {
            ...(fromTitle ?? {}),
            ...(start === undefined ? {} : { startMinute: start, halfDayUnknown: fromTime?.halfDayUnknown ?? true }),
            ...(end === undefined || start === undefined ? {} : { endMinute: end }),
            ...(exact === undefined ? {} : { minutes: exact }),
            head: title,
            tail: fromTitle?.tail ?? fromTime?.tail ?? empty,
          },
        }
      : {}),
    ...(who ? { who } : {}),
    ...(ledBy ? { ledBy } : {}),
    extra: notes,
    // A row with a single cell and no hour is the heading of the rows below it.
    rank: !timed && filled.length === 1 ? RANK_LABEL : timed ? RANK_PLAIN : RANK_PLAIN + 1,
  };
};

/** The rows of a table of lines, each new part of the programme before its rows. The header row is used up. */
export const readTable = (lines: readonly string[]): TableRow[] => {
  const rows = lines.filter((line) => line.trim() !== '' && !isRule(line)).map(splitCells);
  const header = (rows[0] ?? []).map(roleOf);
  const named = header.filter((role) => role !== 'other').length;
  const headed = named >= 2 && !(rows[0] ?? []).some((cell) => readMarks(cell).clocks.length > 0);
  const body = rows.slice(headed ? 1 : 0);
  const columns = headed ? rolesByHeader(header, body) : rolesByContent(rows);
  const partAt = columns.indexOf('part');
  let part = '';
  return body.flatMap((cells) => {
    const row = readRow(cells, columns);
    const cell = cells[partAt] ?? '';
    if (cell === '' || cell === part) return [row];
    part = cell;
    const heading: TableRow = { title: readRich(cell), extra: [], rank: RANK_LABEL };
    return row.title.text === '' && !row.timing ? [heading] : [heading, row];
  });
};
