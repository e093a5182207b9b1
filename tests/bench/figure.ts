/** One row of a table. A value that could not be measured here is undefined. */
export interface Row {
  readonly label: string;
  readonly unit: 'ms' | 's' | 'MB' | 'kB' | '/s' | '';
  /** In the order of the figure's columns. */
  readonly values: readonly (number | undefined)[];
}

/** What one bench found. */
export interface Figure {
  readonly name: string;
  /** What was done, in one line. */
  readonly title: string;
  readonly columns: readonly string[];
  /** Two columns that are held against each other. */
  readonly isComparison?: boolean;
  readonly rows: readonly Row[];
  /** What a reader must know to believe it. */
  readonly notes: readonly string[];
}

/** How a bench is told to differ from its usual size. */
export interface BenchOptions {
  readonly people: number;
  readonly groups: number;
  /** Everyone posts once within this many milliseconds. */
  readonly withinMs: number;
  /** Where rosters and instances to split are; by default beside the repository. */
  readonly data?: string | undefined;
}

/** The value that a share `rank` (0–1) of the samples do not exceed; undefined without samples. */
export function percentile(samples: readonly number[], rank: number): number | undefined {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * rank) - 1))];
}

const significant = (value: number): string =>
  Number.isInteger(value) || value >= 100 ? String(Math.round(value)) : value.toPrecision(value >= 10 ? 3 : 2);

const shown = (value: number | undefined, unit: Row['unit']): string =>
  value === undefined ? 'not measured' : unit === '' ? significant(value) : `${significant(value)} ${unit}`;

/** Of the first column to the second, where both are there: what the work beyond a bare relay costs. */
function ratio([first, second]: Row['values']): string {
  return first === undefined || second === undefined || second === 0 ? '' : `× ${significant(first / second)}`;
}

/** The figure as a table for a terminal. */
export function formatFigure({ name, title, columns, rows, notes, isComparison: compared = false }: Figure): string {
  const head = ['', ...columns, ...(compared ? ['ratio'] : [])];
  const body = rows.map(({ label, unit, values }) => [
    label,
    ...values.map((value) => shown(value, unit)),
    ...(compared ? [ratio(values)] : []),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...body].map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return [
    `${name}: ${title}`,
    '',
    ...[head, ...body].map((cells) => `  ${line(cells)}`),
    '',
    ...notes.map((note) => `  ${note}`),
    '',
  ].join('\n');
}
