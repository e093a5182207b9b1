import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { searchDistances } from '../../shared/groups/distanceSearch.ts';
import type { DistanceProblem } from '../../shared/groups/distanceState.ts';

/** An instance of MDGPLIB, with the distances as they were given beside the whole numbers that are searched. */
export interface DistanceFile {
  readonly problem: DistanceProblem;
  /** [i * people + j], symmetric. */
  readonly distances: Float64Array;
}

/** The largest sum of a row that the search's 32-bit integers may reach. */
const largestRow = 2 ** 30;
const finest = 10_000;
/** Small instances are solved by starting over; one long annealing is better for large ones. */
const [few, starts] = [40, 20];
const rowsPerLook = 8;
/** The last part of the time takes gains only. */
const cooled = 0.96;

/** Reads `n groups ss|ds lo hi lo hi …` and lines `i j distance`. @throws Error naming the line */
export function readDistances(path: string): DistanceFile {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
  const lines = text.split(/\r?\n/);
  const head = (lines[0] ?? '').trim().split(/\s+/);
  const [people, groups] = [Number(head[0]), Number(head[1])];
  if (!(people > 0 && groups > 0)) throw new Error(`${path}: line 1: expected "people groups ss|ds lo hi …"`);
  const limits = head.slice(3).map(Number);
  const limit = (group: number, side: number): number => limits[2 * group + side] ?? Number.NaN;
  const smallest = Int32Array.from({ length: groups }, (_, group) => limit(group, 0));
  const largest = Int32Array.from({ length: groups }, (_, group) => limit(group, 1));
  if (limits.length < 2 * groups || limits.some(Number.isNaN)) throw new Error(`${path}: line 1: sizes are missing`);
  const distances = new Float64Array(people * people);
  for (let at = 1; at < lines.length; at++) {
    const line = (lines[at] as string).trim();
    if (line === '') continue;
    const [i, j, distance] = line.split(/\s+/).map(Number) as [number, number, number];
    if (!(i >= 0 && i < people && j >= 0 && j < people && Number.isFinite(distance)))
      throw new Error(`${path}: line ${at + 1}: expected "i j distance"`);
    distances[i * people + j] = distance;
    distances[j * people + i] = distance;
  }
  return { problem: { people, smallest, largest, distances: toWhole(distances, people) }, distances };
}

/** Whole numbers as fine as 32-bit sums allow. */
function toWhole(distances: Float64Array, people: number): Int32Array {
  let most = 1;
  for (let row = 0; row < people; row++) {
    let sum = 0;
    for (let at = row * people; at < (row + 1) * people; at++) sum += Math.abs(distances[at] as number);
    most = Math.max(most, sum);
  }
  const scale = Math.min(finest, 2 ** Math.floor(Math.log2(largestRow / most)));
  return Int32Array.from(distances, (distance) => Math.round(distance * scale));
}

/** Searches for that long by a clock in ms. @returns the group of each person and the sum of the given distances */
export function solveDistances(
  { problem, distances }: DistanceFile,
  ms: number,
  seed: number,
  now: () => number = () => performance.now(),
): { value: number; groupOf: Int32Array } {
  const runs = problem.people <= few ? starts : 1;
  let best: { value: number; groupOf: Int32Array } | undefined;
  const startedAt = now();
  for (let run = 0; run < runs; run++) {
    const search = searchDistances(problem, seed + run);
    const [from, until] = [(run * ms) / runs, ((run + 1) * ms) / runs];
    for (;;) {
      const progress = (now() - startedAt - from) / (until - from);
      if (progress >= 1 || search.isSettled()) break;
      search.pass(progress / cooled, rowsPerLook);
    }
    const groupOf = search.best();
    const value = sumInside(distances, groupOf);
    if (best === undefined || value > best.value) best = { value, groupOf };
  }
  return best ?? { value: 0, groupOf: new Int32Array(problem.people) };
}

function sumInside(distances: Float64Array, groupOf: Int32Array): number {
  let value = 0;
  for (let i = 0; i < groupOf.length; i++)
    for (let j = 0; j < i; j++) if (groupOf[i] === groupOf[j]) value += distances[i * groupOf.length + j] as number;
  // Sums of decimals: six digits are given, and the rest is noise of the addition.
  return Math.round(value * 1e6) / 1e6;
}

/** @returns `{"value": …, "groups": …}` */
export function splitDistances(path: string, ms: number, seed: number): string {
  const file = readDistances(path);
  const { value, groupOf } = solveDistances(file, ms, seed);
  const groups = Array.from(file.problem.smallest, (): number[] => []);
  for (const [person, group] of groupOf.entries()) groups[group]?.push(person);
  return `${JSON.stringify({ value, groups })}\n`;
}
