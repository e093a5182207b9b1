const byteOrderMark = '\uFEFF';

export interface CellFormatting {
  readonly delimiter: string;
  /** A mark at the beginning, by which spreadsheets know UTF-8. */
  readonly hasMark: boolean;
}

/** Rows of cells as a text that spreadsheets open, and that `readCells` reads back; lines end as they want them. */
export function writeCells(rows: readonly (readonly string[])[], { delimiter, hasMark }: CellFormatting): string {
  const written = (cell: string): string =>
    cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const lines = rows.map((cells) => `${cells.map(written).join(delimiter)}\r\n`);
  return `${hasMark ? byteOrderMark : ''}${lines.join('')}`;
}
