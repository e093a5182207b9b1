import { isBlank, type TableRow } from './table.ts';

/** Rows of a text that a spreadsheet wrote or copied. Rows without anything are left out. */
export interface CellText {
  readonly rows: readonly TableRow[];
  readonly delimiter: string;
  readonly hasMark: boolean;
  /** Lines on which a quote opens that nothing closes; it is read as a plain character. */
  readonly openQuotes: readonly number[];
}

const byteOrderMark = '\uFEFF';
const delimiters = [';', ',', '\t'];
/** Lines that are looked at to find what separates the cells. */
const linesLookedAt = 30;

/** Any text is taken: cells in quotes may hold separators, line ends and doubled quotes. Never throws. */
export function readCells(text: string): CellText {
  const hasMark = text.startsWith(byteOrderMark);
  const whole = hasMark ? text.slice(1) : text;
  // Excel's own first line, with which it tells itself the separator.
  const told = /^sep=(.)(?:\r\n|\r|\n|$)/i.exec(whole);
  const delimiter = told?.[1] ?? findDelimiter(whole);
  const { rows, openQuotes } = scan(whole, delimiter, told?.[0].length ?? 0, told === null ? 1 : 2);
  return { rows: rows.filter(({ cells }) => !isBlank(cells)), delimiter, hasMark, openQuotes };
}

/** The separator that stands equally often in most lines: a comma in the title above the table separates nothing. */
function findDelimiter(text: string): string {
  const lines = text
    .slice(0, 50_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => /[^ ]/.test(line))
    .slice(0, linesLookedAt);
  const scored = delimiters.map((delimiter) => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const count = line.split(delimiter).length - 1;
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    const alike = Math.max(0, ...counts.values());
    return { delimiter, alike, total: [...counts].reduce((sum, [count, times]) => sum + count * times, 0) };
  });
  return scored.reduce((best, one) =>
    one.alike > best.alike || (one.alike === best.alike && one.total > best.total) ? one : best,
  ).delimiter;
}

function scan(text: string, delimiter: string, from: number, firstLine: number) {
  const rows: TableRow[] = [];
  const openQuotes: number[] = [];
  let cells: string[] = [];
  let line = firstLine;
  let rowLine = line;
  let at = from;
  // The end of the text is looked for once, not once for each quote that stays open.
  let hasCloser = true;
  while (at <= text.length) {
    let quoted = text[at] === '"' && hasCloser ? readQuoted(text, at) : undefined;
    if (text[at] === '"' && quoted === undefined) hasCloser = false;
    // A quote forgotten on one line meets the one that opens a cell further down: text goes on right after it.
    if (quoted && quoted.lineEnds > 0 && !isCellEnd(text[quoted.end], delimiter)) quoted = undefined;
    if (text[at] === '"' && quoted === undefined) openQuotes.push(line);
    const start = quoted?.end ?? at;
    let end = start;
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
    cells.push(`${quoted?.content ?? ''}${text.slice(start, end)}`.trim());
    line += quoted?.lineEnds ?? 0;
    if (text[end] === delimiter) {
      at = end + 1;
      continue;
    }
    rows.push({ line: rowLine, cells });
    cells = [];
    line++;
    rowLine = line;
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
  }
  return { rows, openQuotes };
}

const isCellEnd = (char: string | undefined, delimiter: string): boolean =>
  char === undefined || char === delimiter || /\s/.test(char);

/** What stands between a quote and the one that closes it; undefined when none does. */
function readQuoted(text: string, from: number) {
  let at = from + 1;
  let content = '';
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    content += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      return { content, end: quote + 1, lineEnds: content.match(/\r\n|\r|\n/g)?.length ?? 0 };
    }
    content += '"';
    at = quote + 2;
  }
  return undefined;
}
