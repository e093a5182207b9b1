import { findDoubles } from '../../shared/people/doubles.ts';
import { findHeader } from '../../shared/people/findHeader.ts';
import { guessColumns } from '../../shared/people/guessColumns.ts';
import { createNameIndex } from '../../shared/people/nameIndex.ts';
import { readCells } from '../../shared/people/readCells.ts';
import { readPeople } from '../../shared/people/readPeople.ts';
import { type BenchOptions, type Figure, percentile } from './figure.ts';

const limits = { people: 5_000, nameChars: 80, emailChars: 254, valueChars: 80, groups: 50 };
const firstNames =
  'Marie Jean Pierre Nathalie Inès Hugo Zoé Benoît Élodie Yann Samira Théo Anaïs Loïc Camille Léa'.split(' ');
const consonants = [...'bcdfglmnprstvz'];
const vowels = [...'aeiou'];
const sizes = [1_000, 5_000];
const repeats = 7;

/** Made of 980 last names of which each has some thirty others at one letter: more than any real list. */
const lastName = (row: number): string =>
  `${consonants[row % 14]}a${consonants[Math.floor(row / 70) % 14]}${vowels[Math.floor(row / 14) % 5]}nier`;

const listOf = (rows: number): string =>
  [
    'Nom;Prénom;E-mail;Structure;Région',
    ...Array.from(
      { length: rows },
      (_, row) =>
        `${lastName(row)};${firstNames[(row * 7) % 16]};${row % 4 === 0 ? '' : `p${row}@example.org`};Structure ${row % 60};Région ${row % 13}`,
    ),
  ].join('\n');

/** From the text of a list to its people and doubles, and who a newcomer may be among them. */
export async function benchPeople(_options: BenchOptions): Promise<Figure> {
  const measured = sizes.map((rows) => {
    const text = listOf(rows);
    const runs = Array.from({ length: repeats }, () => {
      const startedAt = performance.now();
      const table = findHeader(readCells(text).rows);
      const { people } = readPeople(table.body, guessColumns(table), limits);
      const readAt = performance.now();
      const doubles = findDoubles(people, []);
      return { read: readAt - startedAt, doubles: performance.now() - readAt, people, found: doubles.length };
    });
    const look = createNameIndex(runs[0]?.people.map(({ name }) => name) ?? []);
    const looks = Array.from({ length: rows }, (_, row) => {
      const startedAt = performance.now();
      look(`${firstNames[(row * 7) % 16]} ${lastName(row + 1)}`);
      return performance.now() - startedAt;
    });
    return [
      runs[0]?.read,
      percentile(
        runs.map(({ read }) => read),
        0.5,
      ),
      percentile(
        runs.map(({ doubles }) => doubles),
        0.5,
      ),
      runs[0]?.found,
      percentile(looks, 0.5),
    ];
  });
  const row = (label: string, at: number, unit: 'ms' | ''): Figure['rows'][number] => ({
    label,
    unit,
    values: measured.map((values) => values[at]),
  });
  return {
    name: 'people',
    title: 'A list of people becomes people and doubles',
    columns: sizes.map((rows) => `${rows} rows`),
    rows: [
      row('read, first time', 0, 'ms'),
      row('read, then p50', 1, 'ms'),
      row('doubles, p50', 2, 'ms'),
      row('doubles found', 3, ''),
      row('one name looked up', 4, 'ms'),
    ],
    notes: [],
  };
}
