import { synthesize } from '../../shared/synthesis/synthesize.ts';
import type { AnswerToGather } from '../../shared/synthesis/voices.ts';
import type { Language } from '../../shared/workshop/state.ts';
import { type PeopleFile, plain, readPeopleFile } from './peopleFile.ts';

/** Names of columns, without capitals, accents and spaces. */
const names = {
  text: [
    'text',
    'texte',
    'answer',
    'answers',
    'reponse',
    'reponses',
    'contribution',
    'commentaire',
    'comment',
    'message',
  ],
  id: ['id', 'identifiant', 'ref', 'reference', 'numero', 'n', 'no'],
  person: ['person', 'personne', 'auteur', 'author', 'nom', 'name', 'email', 'courriel', 'participant'],
  supports: ['supports', 'soutiens', 'votes', 'likes'],
} as const;

/**
 * The synthesis of a file of answers, as JSON: `{themes: [{label, answers}], ideas: [{text, answers, coverage}],
 * uncovered}`, answers and uncovered by id. @throws Error naming the file and what is wrong with it
 */
export function synthesizeAnswers(input: {
  readonly path: string;
  readonly ideas: number;
  readonly language: Language | undefined;
  readonly question: string;
}): string {
  const { themes, ideas, uncovered } = synthesize({ ...input, answers: readAnswers(readPeopleFile(input.path)) });
  const printed = {
    themes: themes.map(({ label, answers }) => ({ label, answers })),
    ideas: ideas.map(({ text, answers, coverage }) => ({ text, answers, coverage })),
    uncovered,
  };
  return `${JSON.stringify(printed, undefined, 2)}\n`;
}

/** Answers without an id are numbered from 1, as people count the lines below the column names. */
export function readAnswers(given: PeopleFile): AnswerToGather[] {
  const file = withFirstLine(given);
  const columnOf = (known: readonly string[]): number => file.columns.findIndex((name) => known.includes(plain(name)));
  const [id, person, supports] = [columnOf(names.id), columnOf(names.person), columnOf(names.supports)];
  const text = textColumn(file, columnOf(names.text), [id, person, supports]);
  const seen = new Set<string>();
  return file.rows.map(({ line, cells }, index) => {
    const answer = id < 0 ? String(index + 1) : (cells[id] ?? '');
    if (answer === '') throw new Error(`${file.path}: line ${line}: the answer has no id`);
    if (seen.has(answer)) throw new Error(`${file.path}: line ${line}: the id "${answer}" comes twice`);
    seen.add(answer);
    const count = Number(cells[supports] ?? 0);
    return {
      id: answer,
      text: cells[text] ?? '',
      supports: Number.isInteger(count) && count > 0 ? count : 0,
      ...((cells[person] ?? '') === '' ? {} : { person: cells[person] ?? '' }),
    };
  });
}

/** A list of answers and nothing else: its first line is one of them, unless it names the column or asks the question. */
function withFirstLine(file: PeopleFile): PeopleFile {
  const { columns, rows } = file;
  const [first = ''] = columns;
  const isHeader = first.endsWith('?') || Object.values<readonly string[]>(names).flat().includes(plain(first));
  return columns.length > 1 || isHeader ? file : { ...file, rows: [{ line: 1, cells: [first] }, ...rows] };
}

/** The column named so, or else the one with the longest texts. */
function textColumn({ columns, rows }: PeopleFile, named: number, others: readonly number[]): number {
  if (named >= 0) return named;
  const lengths = columns.map((_, column) =>
    others.includes(column) ? -1 : rows.reduce((sum, { cells }) => sum + (cells[column]?.length ?? 0), 0),
  );
  return lengths.reduce((best, length, column) => (length > (lengths[best] ?? 0) ? column : best), 0);
}
