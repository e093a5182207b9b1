import { meaningOf, saysWho } from '../../shared/people/headerWords.ts';
import { type PeopleFile, plain } from './peopleFile.ts';

/** What a file calls the ids of its own, in French and English; they are believed before addresses and names. */
const idNames = ['id', 'identifiant', 'personid', 'participantid'];

const named = ({ columns }: PeopleFile, isMeant: (name: string) => boolean): number[] =>
  columns.flatMap((column, index) => (isMeant(column) ? [index] : []));
const idColumns = (file: PeopleFile): number[] => named(file, (name) => idNames.includes(plain(name)));
const mailColumns = (file: PeopleFile): number[] => named(file, (name) => meaningOf(name) === 'email');
const nameColumns = (file: PeopleFile): number[] =>
  named(file, (name) => meaningOf(name) !== 'email' && saysWho(meaningOf(name)));

/** Columns that say who somebody is, so they are nothing to mix by. */
export const identifying = (file: PeopleFile): ReadonlySet<number> =>
  new Set([...idColumns(file), ...mailColumns(file), ...nameColumns(file)]);

/**
 * A key for each row, the same for the same person in another file: the id, else the e-mail address, else the name, else the
 * whole row. Rows that say nothing of their own get their line.
 */
export function personKeys(file: PeopleFile): string[] {
  const [ids, mails, names] = [idColumns(file), mailColumns(file), nameColumns(file)];
  // The order of first and last name differs between files.
  const nameOf = (cells: readonly string[]): string =>
    names
      .flatMap((index) => (cells[index] ?? '').split(/\s+/))
      .map(plain)
      .filter((part) => part !== '')
      .sort()
      .join(' ');
  return file.rows.map(({ cells, line }) => {
    const id = ids.map((index) => cells[index] ?? '').find((cell) => cell !== '');
    if (id !== undefined) return `id ${id}`;
    const mail = mails.map((index) => (cells[index] ?? '').toLowerCase()).find((cell) => cell !== '');
    if (mail !== undefined) return `mail ${mail}`;
    const name = nameOf(cells);
    if (name !== '') return `name ${name}`;
    return names.length + mails.length + ids.length > 0 ? `line ${line}` : `row ${JSON.stringify(cells.slice(0, 1))}`;
  });
}

/** What to call the person of each row: the names, else the e-mail address, else the id, and the line where it stands. */
export function personLabels(file: PeopleFile): string[] {
  const known = [nameColumns(file), mailColumns(file), idColumns(file)];
  return file.rows.map(({ cells, line }) => {
    const texts = known.map((columns) =>
      columns
        .map((index) => cells[index] ?? '')
        .filter((cell) => cell !== '')
        .join(' '),
    );
    return `${texts.find((text) => text !== '') ?? ''} (line ${line})`.trim();
  });
}
