import { type ReadTiming, readMarks, readTiming, trimEdges } from './readItem.ts';
import { folded, joinRich, type RichText, readRich } from './richText.ts';
import { RANK_LABEL, RANK_PLAIN } from './sourceLine.ts';

/** A row of an agenda written as a table. */
export interface TableRow {
  readonly title: RichText;
  readonly timing?: ReadTiming;
  readonly who?: string;
  /** The cells without a place of their own, as written. */
  readonly extra: readonly string[];
  readonly rank: number;
}

type Role = 'time' | 'end' | 'length' | 'title' | 'who' | 'other';

const roles: readonly (readonly [Role, RegExp])[] = [
  ['end', /^(?:fin|heure de fin|end|ends|end time|finish|to|jusqu'a)$/],
  ['length', /^(?:durees?|duration|length|temps|minutes|min|mins|timing \(min\)|how long|combien)\b/],
  [
    'time',
    /^(?:horaires?|heures?|time|times|when|quand|start|starts|start time|debut|heure de debut|from|timing|creneaux?|plage|hour|slot)\b/,
  ],
  [
    'who',
    /^(?:qui|intervenants?(?: .{0,20})?|intervenante?s?|who|speakers?|leads?|led by|animation|animateurs?(?: .{0,20})?|facilitators?|responsables?|porteurs?|pilotes?|presenters?|orateurs?|par qui|hosts?|by whom|enseignants?|referents?)\b/,
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

const splitCells = (line: string): string[] => {
  const trimmed = line.trim();
  if (!trimmed.includes('|'))
    return line
      .replace(/\s+$/, '')
      .split('\t')
      .map((cell) => cell.trim());
  return trimmed
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => cell.trim());
};

const isRule = (line: string): boolean => /^[\s|:+=-]{3,400}$/.test(line) && line.includes('-');
/** A row has at least two cells; a tab that only indents makes none. */
export const isRow = (line: string): boolean =>
  line.length < 10_000 &&
  (/^\s{0,8}\|.{0,9000}\|/.test(line) ||
    /\S\s{0,4}\t/.test(line) ||
    /^\t+\S.*\t\S/.test(line) ||
    /\S\s\|\s\S/.test(line));

/** End (exclusive) of the table that begins at `from`, or `from` when there is none. Blank lines do not end it. */
export const tableEnd = (lines: readonly string[], from: number): number => {
  let end = from;
  let rows = 0;
  let timed = 0;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '' && (lines[at + 1] ?? '').trim() !== '') continue;
    if (!isRow(line) && !isRule(line)) break;
    end = at + 1;
    if (!isRow(line)) continue;
    rows++;
    const marks = splitCells(line).some((cell) => {
      const found = readMarks(cell);
      return found.clocks.length > 0 || found.lengths.length > 0;
    });
    if (marks || splitCells(line).some((cell) => roleOf(cell) === 'length')) timed++;
  }
  return rows >= 2 && timed >= 2 && timed * 3 >= rows ? end : from;
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

const bareMinutes = /^(\d{1,3})(?:\s?(?:min|mn|['’])?)?$/i;
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
  const extra = cells.filter(
    (cell, column) => cell !== '' && !['time', 'end', 'length', 'title', 'who'].includes(columns[column] ?? 'other'),
  );
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
    extra: notes,
    // A row with a single cell and no hour is the heading of the rows below it.
    rank: !timed && filled.length === 1 ? RANK_LABEL : timed ? RANK_PLAIN : RANK_PLAIN + 1,
  };
};

/** The rows of a table of lines; the header row is used, then given back as a note by the caller if it says more. */
export const readTable = (lines: readonly string[]): TableRow[] => {
  const rows = lines.filter((line) => line.trim() !== '' && !isRule(line)).map(splitCells);
  const header = (rows[0] ?? []).map(roleOf);
  const named = header.filter((role) => role !== 'other').length;
  const headed = named >= 2 && !(rows[0] ?? []).some((cell) => readMarks(cell).clocks.length > 0);
  const columns = headed
    ? header.map((role, at) => (header.indexOf(role) === at ? role : 'other'))
    : rolesByContent(rows);
  if (headed && !columns.includes('title')) {
    const free = columns.indexOf('other');
    if (free >= 0) columns[free] = 'title';
  }
  return rows.slice(headed ? 1 : 0).map((cells) => readRow(cells, columns));
};
