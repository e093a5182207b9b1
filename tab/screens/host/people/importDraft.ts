import { type ColumnUse, type GuessedColumn, withUse } from '../../../../shared/people/columns.ts';
import { type Double, findDoubles, type KnownPerson } from '../../../../shared/people/doubles.ts';
import { findHeader, type HeadedTable, headedByFirst, headless } from '../../../../shared/people/findHeader.ts';
import { guessColumns } from '../../../../shared/people/guessColumns.ts';
import { type ListedPerson, leavesOut, type RowProblem } from '../../../../shared/people/person.ts';
import { readPeople } from '../../../../shared/people/readPeople.ts';
import type { Spreadsheet } from '../../../../shared/people/readSpreadsheet.ts';
import { type Settled, settleDoubles } from '../../../../shared/people/settleDoubles.ts';
import { foldValue, unifyValues } from '../../../../shared/people/unifyValues.ts';
import type { PersonView } from '../../../../shared/views/views.ts';
import { limits } from '../../../../shared/workshop/limits.ts';

/** A list under way: what the file holds, what its columns were said to be, who was said to be who. */
export interface ImportDraft {
  /** Of the file; empty when it was pasted. */
  readonly name: string;
  readonly sheet: Spreadsheet;
  readonly table: HeadedTable;
  readonly columns: readonly GuessedColumn[];
  /** By line: what was said of a possible double. */
  readonly verdicts: Readonly<Record<number, Verdict>>;
}
export type Verdict = 'same' | 'other';

/** Why a list cannot be added yet. */
export type DraftFault =
  | 'only_titles'
  | 'nobody'
  | 'attribute_unnamed'
  | 'attribute_twice'
  | 'attribute_forbidden'
  | 'too_many_attributes'
  | 'too_many_people';

export function startDraft(name: string, sheet: Spreadsheet, attributes: readonly string[]): ImportDraft {
  return headed({ name, sheet, verdicts: {} }, findHeader(sheet.rows), attributes);
}

/** The first row names the columns after all, or it does not. */
export function withHeader(draft: ImportDraft, hasHeader: boolean, attributes: readonly string[]): ImportDraft {
  const found = findHeader(draft.sheet.rows);
  const named = found.headerRows > 0 ? found : headedByFirst(draft.sheet.rows);
  return headed(draft, hasHeader ? named : headless(draft.sheet.rows), attributes);
}

function headed(
  draft: Omit<ImportDraft, 'table' | 'columns'>,
  table: HeadedTable,
  attributes: readonly string[],
): ImportDraft {
  const known = new Map(attributes.map((name) => [foldValue(name), name]));
  const columns = guessColumns(table).map((column): GuessedColumn => {
    if (column.use.kind !== 'attribute') return column;
    const name = column.use.name.slice(0, limits.attributeNameChars).trim();
    // "région" of this list is the "Région" of the list before.
    return { ...column, use: { kind: 'attribute', name: known.get(foldValue(name)) ?? name } };
  });
  return { ...draft, table, columns, verdicts: {} };
}

/** Chosen by a person, so no guess any more. */
export function chooseUse(draft: ImportDraft, at: number, use: ColumnUse): ImportDraft {
  const columns = withUse(draft.columns, at, use).map((column, index) =>
    index === at ? { ...column, isSure: true } : column,
  );
  return { ...draft, columns };
}

export const saySo = (draft: ImportDraft, line: number, verdict: Verdict): ImportDraft => ({
  ...draft,
  verdicts: { ...draft.verdicts, [line]: verdict },
});

export const verdictOf = (draft: ImportDraft, double: Double): Verdict =>
  draft.verdicts[double.line] ?? (double.isSure ? 'same' : 'other');

/** What is read of a list with its columns as they are said. */
export interface ReadList {
  readonly people: readonly ListedPerson[];
  readonly problems: readonly RowProblem[];
  readonly doubles: readonly Double[];
}

export function readList(
  { table, columns, sheet }: Pick<ImportDraft, 'table' | 'columns' | 'sheet'>,
  known: readonly KnownPerson[],
): ReadList {
  const read = readPeople(table.body, columns, {
    people: limits.people,
    nameChars: limits.nameChars,
    emailChars: limits.emailChars,
    valueChars: limits.nameChars,
    groups: limits.groups,
  });
  const quotes = sheet.openQuotes.map((line): RowProblem => ({ line, code: 'quote_not_closed' }));
  const people = unifyValues(read.people, known);
  return {
    people,
    problems: [...read.problems, ...quotes].sort((one, other) => one.line - other.line),
    doubles: findDoubles(people, known),
  };
}

export const settle = (draft: ImportDraft, list: ReadList, known: readonly KnownPerson[]): Settled =>
  settleDoubles(list.people, known, list.doubles, (double) => verdictOf(draft, double) === 'same');

export const rowsLeftOut = (list: ReadList): number => list.problems.filter(leavesOut).length;

/** The names of the attributes that a list brings. */
export const attributesOf = (columns: readonly GuessedColumn[]): readonly string[] =>
  columns.flatMap(({ use }) => (use.kind === 'attribute' ? [use.name] : []));

export function draftFaults(
  draft: ImportDraft,
  settled: Settled,
  workshop: { readonly attributes: readonly string[]; readonly people: number },
): DraftFault[] {
  const names = attributesOf(draft.columns);
  const folded = names.map(foldValue);
  const isForbidden = (name: string): boolean =>
    name in {} || ['organisation', 'organization'].includes(foldValue(name));
  const isEmpty = draft.table.body.length === 0;
  const faults: readonly (readonly [DraftFault, boolean])[] = [
    ['only_titles', isEmpty],
    ['nobody', !isEmpty && settled.added.length + settled.revised.length === 0],
    ['attribute_unnamed', names.includes('')],
    [
      'attribute_twice',
      new Set(folded.filter((name) => name !== '')).size < folded.filter((name) => name !== '').length,
    ],
    ['attribute_forbidden', names.some(isForbidden)],
    ['too_many_attributes', new Set([...workshop.attributes, ...names]).size > limits.attributes],
    ['too_many_people', workshop.people + settled.added.length > limits.people],
  ];
  return faults.flatMap(([fault, isSo]) => (isSo ? [fault] : []));
}

/** People of the workshop as a list is held against them. */
export const knownPeople = (people: Readonly<Record<string, PersonView>>): KnownPerson[] =>
  Object.values(people)
    .filter(({ role }) => role !== 'display')
    .map(({ id, name, organisation, email = '', attributes = {} }) => ({
      personId: id,
      name,
      organisation,
      email,
      attributes,
    }));
