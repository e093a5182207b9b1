import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readDistances, solveDistances } from '../../bot/cli/splitDistances.ts';
import { lowerBound } from '../../shared/groups/bound.ts';
import { compile } from '../../shared/groups/compile.ts';
import type { SplitProblem } from '../../shared/groups/problem.ts';
import { type Roster, rosterProblem } from '../../shared/groups/roster.ts';
import { type RoundsProblem, searchRounds } from '../../shared/groups/rounds.ts';
import { createSearch } from '../../shared/groups/search.ts';
import type { BenchOptions, Figure, Row } from './figure.ts';
import { dealAtRandom, dealSorted, softCost } from './splitPeers.ts';
import { realisticWorkshop } from './splitWorkshops.ts';

const budgets = [10, 100, 1_000];
const randomDeals = 20;
const proposalsPerLook = 2_000;

/** CPU, not time: what else the machine does must not change the figures. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Rosters, workshops, schedules and distance instances at 10 ms, 100 ms and 1 s, beside random and sorted dealing. */
export async function benchSplit({
  data = join(import.meta.dirname, '../../../shared/data/groups'),
}: BenchOptions): Promise<Figure> {
  const hasData = existsSync(join(data, 'rosters'));
  const workshops = (
    [
      [30, 3],
      [100, 12],
      [300, 30],
      [1_000, 50],
    ] as const
  ).flatMap(([people, groups]) =>
    [false, true].map((hasMet) =>
      problemRow(
        `workshop ${people}/${groups}${hasMet ? ', second round' : ''}`,
        realisticWorkshop(people, groups, hasMet),
      ),
    ),
  );
  return {
    name: 'split',
    title: 'Gap to the proved bound or the best known value, in %',
    columns: ['10 ms', '100 ms', '1 s', 'random', 'sorted', 'broken rules', 'CPU ms to the bound'],
    rows: [...workshops, ...(hasData ? [...rosterRows(data), ...roundRows(data), ...distanceRows(data)] : [])],
    notes: [
      ...(hasData
        ? []
        : [`No rosters, schedules and instances in ${data}: only generated workshops were split (--data FOLDER).`]),
      'Rosters and workshops: cost over the bound proved by counting, which rules may keep out of reach; broken rules at 1 s.',
      'Rounds: repeated meetings over the bound, as a number. MDGPLIB: sum under the best known, below 0 when it is better.',
      'Random is the mean of 20 deals; sorted is dealing by the weightiest attribute. Both break rules, which are not counted.',
      'Budgets are CPU of this process, garbage collection included; a first run is slower than the next ones.',
      'npm has no package that splits people by attributes or distances: no peer from there runs beside.',
    ],
  };
}

const percent = (value: number, bound: number): number =>
  bound === 0 ? value : Math.round((1e5 * (value - bound)) / bound) / 1e3;

function problemRow(label: string, problem: SplitProblem): Row {
  const bound = lowerBound(compile(problem));
  const startedAt = cpuMs();
  const search = createSearch(problem, 1);
  let reachedAt: number | undefined;
  const gaps = budgets.map((budget) => {
    while (!search.isDone() && cpuMs() - startedAt < budget) search.advance(proposalsPerLook);
    if (search.isDone()) reachedAt ??= cpuMs() - startedAt;
    return percent(search.cost(), bound);
  });
  let random = 0;
  for (let seed = 0; seed < randomDeals; seed++) random += softCost(problem, dealAtRandom(problem, seed)) / randomDeals;
  const sorted = softCost(problem, dealSorted(problem));
  return {
    label,
    unit: '',
    values: [...gaps, percent(random, bound), percent(sorted, bound), search.brokenRules(), reachedAt],
  };
}

function rosterRows(data: string): Row[] {
  const folder = join(data, 'rosters');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) =>
      problemRow(
        basename(name, '.json'),
        rosterProblem(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Roster),
      ),
    );
}

function roundRows(data: string): Row[] {
  const { cases } = JSON.parse(readFileSync(join(data, 'rounds.json'), 'utf8')) as {
    readonly cases: readonly (RoundsProblem & { readonly random: number })[];
  };
  return cases.map((problem) => {
    const startedAt = cpuMs();
    const search = searchRounds(problem, 1);
    let reachedAt: number | undefined;
    const repeats = budgets.map((budget) => {
      while (!search.isDone() && cpuMs() - startedAt < budget) search.advance(proposalsPerLook);
      if (search.isDone()) reachedAt ??= cpuMs() - startedAt;
      return search.repeats() - search.bound;
    });
    const label = `rounds ${problem.groups} × ${problem.size}, ${problem.rounds} rounds`;
    return { label, unit: '', values: [...repeats, problem.random - search.bound, undefined, 0, reachedAt] };
  });
}

function distanceRows(data: string): Row[] {
  const folder = join(data, 'mdgplib');
  const best = new Map(
    readFileSync(join(folder, 'best-known.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => [line.split(',')[0] ?? '', Number(line.split(',')[3])]),
  );
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt.gz'))
    .map((name) => {
      const file = readDistances(join(folder, name));
      const label = basename(name, '.txt.gz');
      const known = best.get(label) ?? Number.NaN;
      const gap = (value: number): number => -percent(value, known);
      const { people, smallest } = file.problem;
      const groupOf = Int32Array.from({ length: people }, (_, person) => person % smallest.length);
      let random = 0;
      for (let i = 0; i < people; i++)
        for (let j = 0; j < i; j++) if (groupOf[i] === groupOf[j]) random += file.distances[i * people + j] as number;
      const gaps = budgets.map((ms) => gap(solveDistances(file, ms, 1, cpuMs).value));
      return { label, unit: '', values: [...gaps, gap(random), undefined, undefined, undefined] };
    });
}
