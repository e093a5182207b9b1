/** What a column of a people file is for. */
export type ColumnUse =
  | { readonly kind: PersonField }
  /** Kept as an attribute of that name: to mix by, to be apart by, to need in a group. */
  | { readonly kind: 'attribute'; readonly name: string }
  /** Says nothing that is kept. */
  | { readonly kind: 'ignored' };

/** Fields of which a file has one column each, but for earlier groups: a file may tell of several meetings. */
export type PersonField =
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'organisation'
  /** The number of the group in which the person must be. */
  | 'pinnedGroup'
  /** The group in which the person was at an earlier meeting, by any name. */
  | 'earlierGroup';

export interface Column {
  /** As the file calls it; empty when it does not. */
  readonly header: string;
  readonly use: ColumnUse;
}

/** A column with what was guessed of it. */
export interface GuessedColumn extends Column {
  /** The first values that it holds. */
  readonly samples: readonly string[];
  /** The header says what it is for; else its values do, and somebody should look. */
  readonly isSure: boolean;
}

/** A field that a file gives once: choosing it for a second column takes it from the first. */
export const isFieldOfOne = ({ kind }: ColumnUse): boolean =>
  kind !== 'attribute' && kind !== 'ignored' && kind !== 'earlierGroup';

/** The columns with one of them put to another use; a field that only one column can have leaves the column that had it. */
export const withUse = <Kind extends Column>(columns: readonly Kind[], at: number, use: ColumnUse): Kind[] =>
  columns.map((column, index) =>
    index === at
      ? { ...column, use }
      : isFieldOfOne(use) && column.use.kind === use.kind
        ? { ...column, use: { kind: 'ignored' } }
        : column,
  );
