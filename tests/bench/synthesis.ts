import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scoreLinks, scoreMatches } from '../../bot/cli/synthesizeCases.ts';
import type { Theme } from '../../shared/synthesis/describeThemes.ts';
import { createLiveSynthesis } from '../../shared/synthesis/liveSynthesis.ts';
import { suggestKeyIdeas } from '../../shared/synthesis/suggestKeyIdeas.ts';
import { synthesize } from '../../shared/synthesis/synthesize.ts';
import { type BenchOptions, type Figure, percentile, type Row } from './figure.ts';
import { type Case, methods } from './synthesisPeers.ts';

/** Stands beside the repository, and is not part of it: SOURCES.md there says whose the texts are. */
const folder = join(import.meta.dirname, '../../../shared/data/keyideas');
const files = ['argkp-train', 'fr-syntheses-t2-t3', 'fr-mel-impots'];
const metrics = ['hit', 'both', 'precision', 'support'] as const;
/** Each row of the table is the mean of two sizes of groups. */
const tables = [
  { label: 'English', sets: ['argkp-20', 'argkp-50'] },
  { label: 'French', sets: ['fr-planted-20', 'fr-planted-50'] },
  { label: 'French, comments', sets: ['fr-mel-20', 'fr-mel-40'] },
];
const manyAnswers = 1_000;
const casesWatched = 20;
const answersWatched = 5;

/** Two ideas of a group, scored beside simple ways and what npm offers, by the scorer that stands with the data. */
export async function benchSynthesis(_options: BenchOptions): Promise<Figure> {
  const names = Object.keys(methods);
  const title = 'Two key ideas of a group: how often they are its two main ones, and are rightly cited';
  if (!existsSync(folder)) {
    return { name: 'synthesis', title, columns: names, rows: [], notes: [`The data is not there: ${folder}`] };
  }
  // First, while there is little else in memory to be swept.
  const timed = times(names.length);
  const scores = Object.fromEntries(names.map((name) => [name, scoreOf(name)]));
  const rows = tables.flatMap(({ label, sets }) =>
    metrics.map((metric): Row => {
      const values = names.map((name) => {
        const found = sets.flatMap((set) => scores[name]?.get(`${set} ${metric}`) ?? []);
        return found.length < sets.length ? undefined : found.reduce((sum, value) => sum + value, 0) / sets.length;
      });
      return { label: `${label}: ${metric}`, unit: '', values };
    }),
  );
  return {
    name: 'synthesis',
    title,
    columns: names,
    rows: [...rows, ...likeness(names.length), ...stability(names.length), ...timed],
    notes: [
      'In %, mean over groups of 20 and 50 answers (comments: 20 and 40); hit and both: of the main citations.',
      'Summarisers give sentences: they cite one answer for each idea, which is precise and proves little.',
      'Times are CPU of the thread. Pairs moved: in % of all pairs of answers of groups of 40 and 50.',
      'Figures of likeness: key points found (later script of the shared task of 2021), syntheses linked at rank 1.',
    ],
  };
}

/** By "set metric", what the scorer prints. */
function scoreOf(name: string): Map<string, number> {
  const found = new Map<string, number>();
  const scratch = mkdtempSync(join(tmpdir(), 'aparte-synthesis-'));
  try {
    for (const file of files.map((each) => join(folder, `${each}.cases.jsonl`)).filter((path) => existsSync(path))) {
      const output = join(scratch, 'output.jsonl');
      const lines = casesOf(file).map((one) =>
        JSON.stringify({ id: one.id, ideas: (methods[name]?.(one) ?? []).map((citations) => ({ citations })) }),
      );
      writeFileSync(output, `${lines.join('\n')}\n`);
      const printed = execFileSync(process.execPath, [join(folder, 'score.mjs'), file, output], { encoding: 'utf8' });
      for (const line of printed.split('\n')) {
        const [set = ''] = line.split(/\s/);
        for (const [, metric = '', value = ''] of line.matchAll(/(\w+) (\d+\.\d)/g))
          found.set(`${set} ${metric}`, Number(value));
      }
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
  return found;
}

const casesOf = (path: string): Case[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case);

/** In the last column, which is ours. */
const ours = (columns: number, value: number): (number | undefined)[] => [
  ...Array.from({ length: columns - 1 }, () => undefined),
  value,
];

function likeness(columns: number): Row[] {
  const matching = join(folder, 'argkp-train.matching.json');
  const linking = join(folder, 'fr-link-t2-t3.json');
  if (!existsSync(matching) || !existsSync(linking)) return [];
  const { later } = JSON.parse(scoreMatches(matching, 'en')) as { later: { strict: number; relaxed: number } };
  const { recallAt1 } = JSON.parse(scoreLinks(linking, 'fr')) as { recallAt1: number };
  return [
    { label: 'English: key points found, strict', unit: '', values: ours(columns, 100 * later.strict) },
    { label: 'English: key points found, relaxed', unit: '', values: ours(columns, 100 * later.relaxed) },
    { label: 'French: syntheses linked', unit: '', values: ours(columns, 100 * recallAt1) },
  ];
}

/** Milliseconds that this thread has worked: a busy machine makes waiting longer, not work. */
function worked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

function times(columns: number): Row[] {
  const answers = files
    .slice(0, 1)
    .flatMap((file) => casesOf(join(folder, `${file}.cases.jsonl`)))
    .filter(({ set }) => set === 'argkp-all')
    .flatMap((one) => one.answers)
    .slice(0, manyAnswers);
  const timed = (task: () => unknown): number => {
    const from = worked();
    task();
    return worked() - from;
  };
  const fewMs = timed(() => suggestKeyIdeas({ answers: answers.slice(0, 200), ideas: 2 }));

  const live = createLiveSynthesis({ ideas: 2 });
  for (const answer of answers.slice(0, 300)) live.put(answer);
  live.advance(Number.POSITIVE_INFINITY);
  // Somebody looks at the group, and answers have come before: the code is warm, as in a server.
  for (const answer of answers.slice(290, 300)) {
    live.put(answer);
    live.current();
  }
  const puts = answers.slice(300, 400).map((answer) =>
    timed(() => {
      live.put(answer);
      live.current();
    }),
  );

  const many = createLiveSynthesis({ ideas: 2 });
  for (const answer of answers) many.put(answer);
  const steps: number[] = [];
  for (let isDone = false; !isDone; )
    steps.push(
      timed(() => {
        isDone = many.advance(1);
      }),
    );
  const row = (label: string, unit: Row['unit'], value: number | undefined): Row => ({
    label,
    unit,
    values: ours(columns, value ?? 0),
  });
  return [
    row('200 answers, CPU', 'ms', fewMs),
    row('one more answer among 300, p50', 'ms', percentile(puts, 0.5)),
    row('one more answer among 300, p95', 'ms', percentile(puts, 0.95)),
    row('one more answer among 300, slowest', 'ms', percentile(puts, 1)),
    row(`${answers.length} answers from scratch`, 's', steps.reduce((sum, step) => sum + step, 0) / 1_000),
    row(`${answers.length} answers, longest step`, 'ms', percentile(steps, 1)),
  ];
}

/** How often two answers that stood together in a theme no longer do when one more comes, or the other way round. */
function stability(columns: number): Row[] {
  const cases = files
    .map((each) => join(folder, `${each}.cases.jsonl`))
    .filter((path) => existsSync(path))
    .flatMap((path) =>
      casesOf(path)
        .filter(({ set }) => /-[45]0$/.test(set))
        .slice(0, casesWatched),
    );
  const moved = { scratch: 0, seen: 0 };
  let pairs = 0;
  for (const { answers, question, lang: language } of cases) {
    for (let size = answers.length - answersWatched; size < answers.length; size++) {
      const asked = { ideas: 2, question, language };
      const { themes: before } = synthesize({ ...asked, answers: answers.slice(0, size) });
      const all = { ...asked, answers: answers.slice(0, size + 1) };
      moved.scratch += pairsMoved(before, synthesize(all).themes);
      moved.seen += pairsMoved(before, synthesize({ ...all, seen: before }).themes);
      pairs += (size * (size - 1)) / 2;
    }
  }
  const row = (label: string, count: number): Row => ({
    label,
    unit: '',
    values: ours(columns, (100 * count) / pairs),
  });
  return [
    row('pairs moved by one more answer, from scratch', moved.scratch),
    row('pairs moved by one more answer, as screens grow', moved.seen),
  ];
}

function pairsMoved(before: readonly Theme[], after: readonly Theme[]): number {
  const [first, second] = [before, after].map(
    (themes) => new Map(themes.flatMap(({ answers }, theme) => answers.map((id) => [id, theme] as const))),
  );
  const ids = [...(first?.keys() ?? [])];
  let moved = 0;
  for (const [at, one] of ids.entries()) {
    for (const other of ids.slice(0, at)) {
      const wasTogether = first?.get(one) === first?.get(other);
      if (wasTogether !== (second?.get(one) === second?.get(other))) moved++;
    }
  }
  return moved;
}
