import { type PeopleFile, plain } from './peopleFile.ts';

/** What a file calls those who they are, in the order in which they are believed; French and English. */
const idNames = ['id', 'identifiant', 'personid', 'participantid'];
const mailNames = [
  'email',
  'mail',
  'courriel',
  'adressemail',
  'adresseemail',
  'emailaddress',
  'adresseelectronique',
  'upn',
];
const nameNames = [
  'nom',
  'prenom',
  'name',
  'firstname',
  'lastname',
  'surname',
  'fullname',
  'displayname',
  'nomcomplet',
  'nomprenom',
  'prenomnom',
];

const columnsAmong = ({ columns }: PeopleFile, names: readonly string[]): number[] =>
  columns.flatMap((column, index) => (names.includes(plain(column)) ? [index] : []));

/** Columns that say who somebody is, so they are nothing to mix by. */
export const identifying = (file: PeopleFile): ReadonlySet<number> =>
  new Set([idNames, mailNames, nameNames].flatMap((names) => columnsAmong(file, names)));

/**
 * A key for each row, the same for the same person in another file: the id, else the e-mail address, else the name, else the
 * whole row. Rows that say nothing of their own get their line.
 */
export function personKeys(file: PeopleFile): string[] {
  const [ids, mails, names] = [idNames, mailNames, nameNames].map((known) => columnsAmong(file, known)) as [
    number[],
    number[],
    number[],
  ];
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
  const known = [nameNames, mailNames, idNames].map((names) => columnsAmong(file, names));
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
