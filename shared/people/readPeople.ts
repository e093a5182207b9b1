import { cleanText } from '../core/typedText.ts';
import type { Column } from './columns.ts';
import { readEmail } from './email.ts';
import type { ListedPerson, PeopleLimits, RowProblem, RowProblemCode } from './person.ts';
import { quoted } from './quoted.ts';
import type { TableRow } from './table.ts';
import { unifyValues } from './unifyValues.ts';

export interface PeopleRead {
  /** In the order of the file. */
  readonly people: readonly ListedPerson[];
  /** By line. Every row is a person, or has a problem that leaves it out. */
  readonly problems: readonly RowProblem[];
}

/** People of the rows below the header. What is wrong with one is told with its line, and the others come in. */
export function readPeople(body: readonly TableRow[], columns: readonly Column[], limits: PeopleLimits): PeopleRead {
  const people: ListedPerson[] = [];
  const problems: RowProblem[] = [];
  for (const row of body) {
    const { person, found } = readRow(row, columns, limits);
    if (person !== undefined && people.length < limits.people) people.push(person);
    else if (person !== undefined) found.push({ line: row.line, code: 'too_many_people' });
    problems.push(...found);
  }
  return { people: unifyValues(people), problems };
}

function readRow({ line, cells }: TableRow, columns: readonly Column[], limits: PeopleLimits) {
  const found: RowProblem[] = [];
  const tell = (code: RowProblemCode, column: Column | undefined, value: string): void => {
    const said = { ...(column?.header ? { column: column.header } : {}), ...(value ? { value: quoted(value) } : {}) };
    found.push({ line, code, ...said });
  };
  const cellsOf = columns.map((column, index) => ({ column, cell: oneLine(cells[index] ?? '') }));
  const cellOf = (kind: Column['use']['kind']) => cellsOf.find(({ column }) => column.use.kind === kind);
  const fitting = (given: (typeof cellsOf)[number] | undefined, chars: number): string => {
    if (given === undefined || given.cell.length <= chars) return given?.cell ?? '';
    tell('value_too_long', given.column, given.cell);
    return '';
  };

  const address = cellOf('email');
  const read = readEmail(address?.cell ?? '');
  if (read === undefined || read.email.length > limits.emailChars)
    tell('email_invalid', address?.column, address?.cell ?? '');
  const name = nameOf(cellOf('name')?.cell, cellOf('firstName')?.cell, cellOf('lastName')?.cell) || (read?.name ?? '');
  if (name === '') return { person: undefined, found: [{ line, code: 'no_name' as const }] };
  if (name.length > limits.nameChars) {
    return { person: undefined, found: [{ line, code: 'name_too_long' as const, value: quoted(name) }] };
  }
  const attributes: Record<string, string> = {};
  const earlierGroups: Record<string, string> = {};
  for (const given of cellsOf) {
    const { use, header } = given.column;
    if (use.kind === 'attribute' && use.name !== '') put(attributes, use.name, fitting(given, limits.valueChars));
    if (use.kind === 'earlierGroup') put(earlierGroups, header, fitting(given, limits.valueChars));
  }
  const pin = cellOf('pinnedGroup');
  const pinnedGroup = groupNumber(pin?.cell ?? '', limits.groups);
  if (pinnedGroup === undefined && pin?.cell) tell('group_not_number', pin.column, pin.cell);
  const person: ListedPerson = {
    line,
    name,
    organisation: fitting(cellOf('organisation'), limits.nameChars),
    email: read !== undefined && read.email.length <= limits.emailChars ? read.email : '',
    attributes,
    ...(pinnedGroup === undefined ? {} : { pinnedGroup }),
    earlierGroups,
  };
  return { person, found };
}

const nameOf = (whole = '', first = '', last = ''): string =>
  whole || [first, last].filter((part) => part !== '').join(' ');

/** "3", "Groupe 3", "G3", "3.0"; undefined for everything else. */
function groupNumber(cell: string, groups: number): number | undefined {
  const [, digits] = /^[\p{L}\s.°#:-]*0*(\d{1,4})(?:[.,]0+)?$/u.exec(cell) ?? [];
  const number = Number(digits);
  return digits !== undefined && number >= 1 && number <= groups ? number : undefined;
}

/** A value is one line of text; its no-break spaces and apostrophes are the writer's. */
const oneLine = (cell: string): string => cleanText(cell.normalize('NFC').replace(/[\t\r\n ]+/g, ' '));

function put(record: Record<string, string>, name: string, value: string): void {
  // `__proto__` and its like would be lost otherwise.
  if (value !== '')
    Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
}
