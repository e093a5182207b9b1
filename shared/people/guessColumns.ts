import { type ColumnUse, type GuessedColumn, isFieldOfOne, type PersonField } from './columns.ts';
import { looksLikeEmail } from './email.ts';
import type { HeadedTable } from './findHeader.ts';
import { meaningOf } from './headerWords.ts';
import { quoted } from './quoted.ts';
import { foldValue } from './unifyValues.ts';

/** Values of a column are looked at up to this row: enough to guess, however long the file. */
const rowsLookedAt = 500;
const sampleCount = 3;
/** Longer texts are remarks, not something that several people share. */
const attributeChars = 60;

interface ColumnValues {
  readonly header: string;
  /** Those that say something. */
  readonly values: readonly string[];
  readonly distinct: number;
  readonly filled: number;
}

type Guess = Pick<GuessedColumn, 'use' | 'isSure'>;

/** What each column is for, by its header, else by its values. At most one column for each field of a person. */
export function guessColumns({ headers, body }: HeadedTable): GuessedColumn[] {
  const width = body.reduce((most, { cells }) => Math.max(most, cells.length), headers.length);
  const columns = Array.from({ length: width }, (_, column): ColumnValues => {
    const values = body.slice(0, rowsLookedAt).flatMap(({ cells }) => cells[column] || []);
    const looked = Math.min(body.length, rowsLookedAt);
    return {
      header: headers[column] ?? '',
      values,
      distinct: new Set(values).size,
      filled: looked === 0 ? 0 : values.length / looked,
    };
  });
  const guesses = splitNames(columns.map(guessByHeader));
  const settled = onlyOnce(guessByValues(columns, guesses));
  return columns.map(({ header, values }, column) => ({
    header,
    samples: [...new Set(values)].slice(0, sampleCount).map(quoted),
    ...(settled[column] ?? ignored),
  }));
}

const ignored: Guess = { use: { kind: 'ignored' }, isSure: false };
const field = (kind: PersonField, isSure: boolean): Guess => ({ use: { kind }, isSure });

function guessByHeader(column: ColumnValues): Guess | undefined {
  const { header, values } = column;
  const meaning = meaningOf(header);
  switch (meaning) {
    case undefined:
      return undefined;
    case 'ignored':
      return { use: { kind: 'ignored' }, isSure: true };
    case 'attribute':
      return { use: { kind: 'attribute', name: header }, isSure: true };
    case 'fullName':
      return field('name', true);
    case 'email':
      return values.length === 0 || values.some(looksLikeEmail) ? field('email', true) : undefined;
    case 'pinnedGroup':
      // Names of groups pin nobody to a number: they tell where people were.
      return field(
        values.filter((value) => /\d/.test(value)).length * 2 >= values.length ? meaning : 'earlierGroup',
        false,
      );
    case 'earlierGroup':
      return field(meaning, false);
    default:
      return field(meaning, true);
  }
}

/** "Nom" is the last name beside a "Prénom", else the whole name. */
function splitNames(guesses: readonly (Guess | undefined)[]): (Guess | undefined)[] {
  const has = (kind: PersonField): boolean => guesses.some((guess) => guess?.use.kind === kind);
  const isSplit = has('firstName') && !has('lastName');
  return guesses.map((guess) => (guess?.use.kind === 'name' && isSplit ? field('lastName', true) : guess));
}

function guessByValues(columns: readonly ColumnValues[], known: readonly (Guess | undefined)[]): Guess[] {
  const guesses = [...known];
  const free = (): number[] => columns.flatMap((_, column) => (guesses[column] === undefined ? [column] : []));
  const has = (...kinds: readonly PersonField[]): boolean =>
    guesses.some((guess) => guess !== undefined && kinds.some((kind) => kind === guess.use.kind));
  const valuesOf = (column: number): ColumnValues => columns[column] as ColumnValues;
  const take = (kind: PersonField, column: number | undefined): void => {
    if (column !== undefined) guesses[column] = field(kind, false);
  };
  if (!has('email'))
    take(
      'email',
      free().find((column) => isMostly(valuesOf(column).values, looksLikeEmail)),
    );
  if (!has('name', 'firstName', 'lastName')) {
    const whole = free().find(
      (column) => isMostly(valuesOf(column).values, isWholeName) && isMostlyDistinct(valuesOf(column)),
    );
    const [first, last] = free().filter((column) => isMostly(valuesOf(column).values, isNamePart));
    if (whole !== undefined) take('name', whole);
    else if (first !== undefined && last !== undefined && isMostlyDistinct(valuesOf(first), valuesOf(last))) {
      // A last name is written in capitals; when none is, the first name comes first.
      const isTurned = isMostly(valuesOf(first).values, isCapitals) && !isMostly(valuesOf(last).values, isCapitals);
      take('firstName', isTurned ? last : first);
      take('lastName', isTurned ? first : last);
    } else
      take(
        'name',
        free().find((column) => isMostly(valuesOf(column).values, (value) => /\p{L}/u.test(value))),
      );
  }
  const isShared = (column: number): boolean => {
    const { values, distinct } = valuesOf(column);
    const most = Math.max(...values.map((value) => value.length));
    return (
      distinct > 1 && distinct <= Math.max(2, values.length / 2) && most <= attributeChars && !isMostly(values, isDate)
    );
  };
  if (!has('organisation') && columns.every(({ header }) => header === '')) {
    take(
      'organisation',
      free().find((column) => isShared(column) && !isMostly(valuesOf(column).values, isShort)),
    );
  }
  for (const column of free()) {
    const name = valuesOf(column).header;
    guesses[column] = name !== '' && isShared(column) ? { use: { kind: 'attribute', name }, isSure: false } : ignored;
  }
  return guesses.map((guess) => guess ?? ignored);
}

/** The first column of a field keeps it, the surer one first. Two attributes never share their name, however it is spelt. */
function onlyOnce(guesses: readonly Guess[]): Guess[] {
  const taken = new Map<string, number>();
  const order = guesses
    .map((_, column) => column)
    .sort((a, b) => Number(guesses[b]?.isSure) - Number(guesses[a]?.isSure) || a - b);
  for (const column of order) {
    const use = guesses[column]?.use;
    const key = use === undefined || use.kind === 'ignored' ? undefined : keyOf(use);
    if (key !== undefined && !taken.has(key)) taken.set(key, column);
  }
  return guesses.map((guess, column) => {
    const key = guess.use.kind === 'ignored' ? undefined : keyOf(guess.use);
    return key === undefined || taken.get(key) === column ? guess : ignored;
  });
}

const keyOf = (use: ColumnUse): string | undefined =>
  use.kind === 'attribute' ? `attribute ${foldValue(use.name)}` : isFieldOfOne(use) ? use.kind : undefined;

const isMostly = (values: readonly string[], test: (value: string) => boolean): boolean =>
  values.length > 0 && values.filter(test).length >= values.length * 0.6;
const isMostlyDistinct = (one: ColumnValues, other?: ColumnValues): boolean =>
  new Set(one.values.map((value, row) => `${value} ${other?.values[row] ?? ''}`)).size >= one.values.length * 0.8;
const isCapitals = (value: string): boolean => value === value.toUpperCase() && /\p{L}{2}/u.test(value);
/** Two to four words that each begin with a capital, nothing else. */
const isWholeName = (value: string): boolean =>
  /^\p{Lu}[\p{L}'’.-]*(?:,?\s+(?:(?:de|du|des|la|le|d|von|van)\s+)*\p{Lu}[\p{L}'’.-]*){1,3}$/u.test(value);
const isNamePart = (value: string): boolean => /^\p{Lu}[\p{L}'’-]*(?:[\s-]\p{Lu}?[\p{L}'’-]*)?$/u.test(value);
const isDate = (value: string): boolean => /^\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}\b/.test(value);
const isShort = (value: string): boolean => value.length <= 3;
