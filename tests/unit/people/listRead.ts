import { inflateRawSync } from 'node:zlib';
import { findDoubles, type KnownPerson } from '../../../shared/people/doubles.ts';
import { findHeader } from '../../../shared/people/findHeader.ts';
import { guessColumns } from '../../../shared/people/guessColumns.ts';
import type { ListedPerson, PersonFacts } from '../../../shared/people/person.ts';
import { readCells } from '../../../shared/people/readCells.ts';
import { readPeople } from '../../../shared/people/readPeople.ts';
import { type FileOptions, readSpreadsheet } from '../../../shared/people/readSpreadsheet.ts';
import type { TableRow } from '../../../shared/people/table.ts';

export const limits = { people: 1_000, nameChars: 80, emailChars: 254, valueChars: 80, groups: 50 };
const fileOptions = { truth: ['Oui', 'Non'], mostBytes: 5_000_000, mostRows: 5_000 } as const;

/** Reads bytes as the command line does. */
export function readBytes(bytes: Uint8Array, options: Partial<FileOptions> = {}) {
  const reading = readSpreadsheet(bytes, { ...fileOptions, ...options });
  let step = reading.next();
  while (!step.done) step = reading.next(unpack(step.value.packed, step.value.size));
  return step.value;
}

function unpack(packed: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    return undefined;
  }
}

/** From the rows of a table to people, with what was guessed of its columns. */
export function listRead(rows: readonly TableRow[], known: readonly KnownPerson[] = []) {
  const table = findHeader(rows);
  const columns = guessColumns(table);
  const { people, problems } = readPeople(table.body, columns, limits);
  return { table, columns, people, problems, doubles: findDoubles(people, known) };
}

export const listOf = (text: string, known: readonly KnownPerson[] = []) => listRead(readCells(text).rows, known);

/** A person of a file, by what matters to a test. */
export const listed = (line: number, name: string, facts: Partial<PersonFacts> = {}): ListedPerson => ({
  line,
  name,
  organisation: '',
  email: '',
  attributes: {},
  earlierGroups: {},
  ...facts,
});
