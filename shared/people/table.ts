/** What a file or a pasted text holds: rows of cells, before anything is known of its columns. */
export interface TableRow {
  /** Where it begins, from 1, as an editor or a spreadsheet counts. */
  readonly line: number;
  /** Trimmed; as many as the row has, the last ones may be missing. */
  readonly cells: readonly string[];
}

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '');
