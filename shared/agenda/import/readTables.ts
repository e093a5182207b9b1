import { type ReadTiming, readMarks, readTiming, trimEdges } from './readItem.ts';
import { folded, joinRich, type RichText, readRich } from './richText.ts';
import { RANK_LABEL, RANK_PLAIN } from './sourceLine.ts';

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

type Role = 'time' | 'end' | 'length' | 'title' | 'who' | 'lead' | 'part' | 'other';

const roles: readonly (readonly [Role, RegExp])[] = [
  ['end', /^(?:fin|heure de fin|end|ends|end time|finish|to|jusqu'a)$/],
  ['length', /^(?:durees?|duration|length|temps|minutes|min|mins|timing \(min\)|how long|combien)\b/],
  [
    'time',
    /^(?:horaires?|heures?|time|times|when|quand|start|starts|start time|debut|heure de debut|from|timing|creneaux?|plage|hour|slot)\b/,
  ],
  [
    'lead',
    /^(?:leads?|led by|run by|facilitated by|(?:anime|porte|pilote)\S{0,3} par|animation|animat(?:eurs?|rices?)(?: .{0,20})?|moderat\S{1,6}|facilitat\S{1,6}|responsables?|porteurs?|pilotes?|hosts?|chairs?|referents?)\b/,
  ],
  [
    'who',
    /^(?:qui|intervenant\S{0,4}(?: .{0,20})?|who|presente\S{0,3} par|presented by|speakers?|presenters?|orateurs?|par qui|by whom|enseignants?)\b/,
  ],
  [
    'part',
    /^(?:parties?|phases?|blocs?|volets?|modules?|chapitres?|jours?|demi-journees?|parts?|sections?|stages?|blocks?|days?)$/,
  ],
  [
    'title',
    /^(?:sequences?|quoi|what|sessions?|activit(?:e|y|ies|es)|themes?|sujets?|contenus?|content|titres?|title|topics?|items?|etapes?|objets?|intitules?|programme|agenda|points?|deroule|subject|description|temps fort|step|agenda item)\b/,
  ],
];

const roleOf = (header: string): Role => {
  const name = folded(header).replace(/[*#]/g, '').trim();
  return roles.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other';
};

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

/** Without a header, a column is named by what it holds: hours, lengths, then the first text is the title. */
const rolesByContent = (rows: readonly (readonly string[])[]): Role[] => {
  const width = Math.max(...rows.slice(0, 500).map((row) => row.length));
  const result: Role[] = [];
  for (let column = 0; column < Math.min(width, 20); column++) {
    let clocks = 0;
    let lengths = 0;
    let filled = 0;
    for (const row of rows.slice(0, 200)) {
      const cell = row[column] ?? '';
      if (!cell) continue;
      filled++;
      const marks = readMarks(cell);
      if (cell.length > 40) continue;
      if (marks.clocks.length > 0) clocks++;
      else if (marks.lengths.length > 0) lengths++;
    }
    if (clocks * 2 > filled && !result.includes('time')) result.push('time');
    else if (clocks * 2 > filled && result.at(-1) === 'time') result.push('end');
    else if (lengths * 2 > filled && !result.includes('length')) result.push('length');
    else if (!result.includes('title')) result.push('title');
    else if (!result.includes('who')) result.push('who');
    else result.push('other');
  }
  return result;
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

/**
 * Names the columns after the header row. A column of parts ("Phase", or the first of two columns of titles) holds
 * each part once, or again on every row; one that says something else on each row only comments it.
 */
const rolesByHeader = (header: readonly Role[], rows: readonly (readonly string[])[]): Role[] => {
  const merges = (column: number): boolean => {
    const cells = rows.map((row) => row[column] ?? '');
    return cells.some((cell, at) => at > 0 && (cell === '' || cell === cells[at - 1]));
  };
  const titles = header.flatMap((role, at) => (role === 'title' ? [at] : []));
  const [first = -1, second] = titles;
  const part = second !== undefined && merges(first) ? first : header.indexOf('part');
  const keepsPart = part >= 0 && merges(part);
  const named = header.map((role, at) => (at === part ? (keepsPart ? 'part' : 'other') : role));
  const columns = named.map((role, at) => (named.indexOf(role) === at ? role : 'other'));
  const free = columns.indexOf('other');
  if (!columns.includes('title') && free >= 0) columns[free] = 'title';
  return columns;
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
