import type { Placement, SplitProblem } from '../../shared/groups/problem.ts';
import { evenGroups } from '../../shared/groups/problem.ts';
import { reportSplit } from '../../shared/groups/report.ts';
import { createSearch } from '../../shared/groups/search.ts';
import { findColumn, type PeopleFile, readPeopleFile, writePeopleFile } from './peopleFile.ts';
import { identifying, personKeys, personLabels } from './personKeys.ts';
import { readable } from './reportJson.ts';

export interface PeopleArgs {
  readonly path: string;
  readonly groups: number;
  readonly mix?: string | undefined;
  readonly apart?: string | undefined;
  readonly together?: string | undefined;
  readonly pin?: string | undefined;
  readonly met: readonly string[];
  readonly seed: number;
  readonly ms?: number | undefined;
  readonly proposals?: number | undefined;
}

/** Without a time to keep, proposals are counted, so that the same file gives the same bytes on every machine. */
const usualProposals = 4_000_000;
const proposalsPerLook = 5_000;
/** The column that a split writes, or that somebody wrote for it. */
const earlierGroup = /^groupe?( \d+)?$/i;

/** @returns on stdout the file with a column `group`, numbered from 1, and on stderr the report. @throws Error in one line */
export function splitPeople(args: PeopleArgs): { readonly stdout: string; readonly stderr: string } {
  const startedAt = performance.now();
  const file = readPeopleFile(args.path);
  const { ids, warnings } = idsOf(file);
  const problem = problemOf(args, file, ids);
  const search = createSearch(problem, args.seed);
  if (args.ms === undefined) search.advance(args.proposals ?? usualProposals);
  else while (!search.isDone() && performance.now() - startedAt < args.ms) search.advance(proposalsPerLook);
  const groups = search.best();
  const groupOf = new Map(groups.flatMap((members, group) => members.map((id) => [id, String(group + 1)])));
  const stdout = writePeopleFile(
    file,
    newColumn(file),
    ids.map((id) => groupOf.get(id) ?? ''),
  );
  const labels = new Map(personLabels(file).map((label, row) => [ids[row] as string, label]));
  const report = { ...reportSplit(problem, groups), proposals: search.proposals(), warnings };
  return { stdout, stderr: `${JSON.stringify(readable(report, (id) => labels.get(id) ?? id))}\n` };
}

/** One id a row. Two rows of the same person are both placed, and said. */
function idsOf(file: PeopleFile): { readonly ids: readonly string[]; readonly warnings: readonly string[] } {
  const lineOf = new Map<string, number>();
  const warnings = [...file.warnings];
  const ids = personKeys(file).map((key, index) => {
    const line = file.rows[index]?.line ?? 0;
    const first = lineOf.get(key);
    if (first === undefined) {
      lineOf.set(key, line);
      return key;
    }
    warnings.push(`line ${line}: the same person as line ${first}`);
    return `${key} line ${line}`;
  });
  return { ids, warnings };
}

function problemOf(args: PeopleArgs, file: PeopleFile, ids: readonly string[]): SplitProblem {
  const list = (text: string | undefined): string[] =>
    (text ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
  const named = (option: string, name: string): string => file.columns[findColumn(file, name, option)] ?? name;
  const apartBy = list(args.apart).map((name) => named('--apart', name));
  const together = list(args.together).map((name) => findColumn(file, name, '--together'));
  const pin = args.pin === undefined ? undefined : findColumn(file, args.pin, '--pin');
  const mix =
    args.mix === undefined
      ? usualMix(file, [...together, ...(pin === undefined ? [] : [pin])])
      : readMix(list(args.mix), named);
  return {
    people: ids.map((id, row) => ({
      id,
      values: Object.fromEntries(file.columns.map((column, index) => [column, file.rows[row]?.cells[index] ?? ''])),
    })),
    groups: evenGroups(ids.length, args.groups),
    mix,
    apartBy,
    together: together.flatMap((column) => {
      const rows = Map.groupBy(ids.keys(), (row) => file.rows[row]?.cells[column] ?? '');
      return [...rows].filter(([value]) => value !== '').map(([, members]) => members.map((row) => ids[row] as string));
    }),
    pinned: pin === undefined ? [] : pins(file, pin, ids, args.groups),
    earlier: args.met.map((path) => earlierSplit(path)),
    // Meeting again weighs as much as having everything in common.
    metWeight: Math.max(
      1,
      Object.values(mix).reduce((sum, weight) => sum + weight, 0),
    ),
  };
}

function readMix(wishes: readonly string[], named: (option: string, name: string) => string): Record<string, number> {
  return Object.fromEntries(
    wishes.map((wish) => {
      const [, name = '', weight = '1'] = wish.match(/^(.*?)(?:=([^=]*))?$/) ?? [];
      if (!/^\d{1,4}$/.test(weight.trim()))
        throw new Error(`--mix: "${wish}": the weight is a whole number from 0 to 9999`);
      return [named('--mix', name.trim()), Number(weight)];
    }),
  );
}

/** Columns that people share without saying who they are: some value comes twice, and there are fewer values than rows by half. */
function usualMix(file: PeopleFile, used: readonly number[]): Record<string, number> {
  const names = identifying(file);
  const kept = file.columns.filter((column, index) => {
    const values = file.rows.map(({ cells }) => cells[index] ?? '').filter((cell) => cell !== '');
    const distinct = new Set(values).size;
    return (
      column !== '' &&
      !names.has(index) &&
      !earlierGroup.test(column) &&
      !used.includes(index) &&
      distinct > 1 &&
      distinct <= values.length / 2
    );
  });
  return Object.fromEntries(kept.map((column) => [column, 1]));
}

function pins(file: PeopleFile, column: number, ids: readonly string[], groups: number): Placement[] {
  return file.rows.flatMap(({ cells, line }, row) => {
    const cell = cells[column] ?? '';
    if (cell === '') return [];
    const group = Number(cell);
    if (!Number.isInteger(group) || group < 1 || group > groups)
      throw new Error(`${file.path}: line ${line}: "${cell}" is no group; groups are 1 to ${groups}`);
    return [{ personId: ids[row] as string, group: group - 1 }];
  });
}

/** The last column of that name counts: a file that was split again has one for each time. */
function earlierSplit(path: string): Placement[] {
  const file = readPeopleFile(path);
  const column = file.columns.findLastIndex((name) => earlierGroup.test(name));
  if (column < 0) throw new Error(`--met: ${path} has no column "group", only: ${file.columns.join(', ')}`);
  const labels = new Map<string, number>();
  return personKeys(file).flatMap((personId, row) => {
    const label = file.rows[row]?.cells[column] ?? '';
    if (label === '') return [];
    if (!labels.has(label)) labels.set(label, labels.size);
    return [{ personId, group: labels.get(label) as number }];
  });
}

function newColumn({ columns }: PeopleFile): string {
  let name = 'group';
  for (let turn = 2; columns.includes(name); turn++) name = `group ${turn}`;
  return name;
}
