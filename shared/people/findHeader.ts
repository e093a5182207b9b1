import { looksLikeEmail } from './email.ts';
import { meaningOf, saysWho } from './headerWords.ts';
import type { TableRow } from './table.ts';

/** The names of the columns, and the rows below them. */
export interface HeadedTable {
  readonly headers: readonly string[];
  readonly body: readonly TableRow[];
  /** How many rows stand above the body, the header among them; 0 when the table has none. */
  readonly headerRows: number;
}

/** A header stands among the first rows: above it are a title, a date, who exported the list. */
const rowsLookedAt = 15;

/** Finds the row that says what people's columns are; else the first one, when it holds no person; else none. */
export function findHeader(rows: readonly TableRow[]): HeadedTable {
  const known = rows.slice(0, rowsLookedAt).map(({ cells }) => {
    const meanings = cells.map((cell) => (cell.length > 60 || looksLikeEmail(cell) ? undefined : meaningOf(cell)));
    return meanings.some(saysWho) ? new Set(meanings.filter((meaning) => meaning !== undefined)).size : 0;
  });
  const most = Math.max(0, ...known);
  if (most > 0) return below(rows, known.indexOf(most));
  return startsWithHeader(rows) ? below(rows, 0) : headless(rows);
}

/** Every row is somebody. */
export const headless = (rows: readonly TableRow[]): HeadedTable => ({ headers: [], body: rows, headerRows: 0 });

/** The first row names the columns, whatever it says. */
export const headedByFirst = (rows: readonly TableRow[]): HeadedTable => below(rows, 0);

/** A header in two rows (a title above several columns, each with its own below): what the lower row lacks is said above. */
function below(rows: readonly TableRow[], at: number): HeadedTable {
  const above = rows[at - 1]?.cells ?? [];
  const isTitle = above.filter((cell) => cell !== '').length < 2;
  const own = rows[at]?.cells ?? [];
  const headers = Array.from({ length: Math.max(own.length, isTitle ? 0 : above.length) }, (_, column) =>
    oneLine((own[column] ?? '') || (isTitle ? '' : (above[column] ?? ''))),
  );
  return { headers, body: rows.slice(at + 1), headerRows: at + 1 };
}

/** Without a word that is known: the first row has no address where all others have one. */
function startsWithHeader([first, ...others]: readonly TableRow[]): boolean {
  return (first?.cells ?? []).some((cell, column) => {
    const addresses = others.filter(({ cells }) => looksLikeEmail(cells[column] ?? '')).length;
    return cell !== '' && !looksLikeEmail(cell) && addresses > 0 && addresses >= others.length / 2;
  });
}

const oneLine = (text: string): string => text.replace(/[\s*:]+$/u, '').replace(/[\t\r\n ]+/g, ' ');
