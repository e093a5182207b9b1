import { thresholdBits, thresholds } from './acceptance.ts';
import { type DistanceProblem, DistanceState } from './distanceState.ts';
import { IntegerRandom } from './integerRandom.ts';
import { rootOf } from './root.ts';

/** A search by annealing whose temperature follows how far the caller says it is: by proposals, or by a clock of its own. */
export interface DistanceSearch {
  /**
   * One pass over some rows of pairs.
   * @param progress 0 (hot) to 1 (cold); past 1 only gains are taken
   * @returns how many exchanges were looked at
   */
  readonly pass: (progress: number, rows: number) => number;
  /** Whether the last full round of rows past progress 1 found nothing. */
  readonly isSettled: () => boolean;
  readonly best: () => Int32Array;
  readonly value: () => number;
}

const thresholdMask = (1 << thresholdBits) - 1;
const steps = 256;
/** The first descent: so many rounds of rows, then the temperature is known. */
const firstRounds = 2;
/** The temperature goes from a share of what the easiest exchanges at a local optimum lose down to a share of that. */
const [easiest, hot, cold] = [0.003, 0.65, 0.12];

/**
 * Pairs are tried in order, not at random: the annealing sees each equally often and memory is read in a row. Connolly,
 * "An improved annealing scheme for the QAP", 1990. Gains are kept for everybody and group: Gallego, Laguna, Martí & Duarte 2013.
 */
export function searchDistances(problem: DistanceProblem, seed: number): DistanceSearch {
  const random = new IntegerRandom(seed);
  const state = new DistanceState(problem);
  state.scatter(random);
  const best = state.groupOf.slice();
  let bestValue = state.value;
  const ratio = rootOf(cold, steps);
  const temperatures = new Float64Array(steps);
  let descending = problem.people * firstRounds;
  const table = thresholds(0);
  let tableStep = -1;
  let row = 0;
  let quiet = 0;

  const keep = (): void => {
    if (state.value <= bestValue) return;
    bestValue = state.value;
    best.set(state.groupOf);
  };
  return {
    pass(progress, rows) {
      if (descending > 0) {
        descending -= rows;
        if (descending <= 0) {
          let temperature = hot * easyLoss(state);
          for (let step = 0; step < steps; step++, temperature *= ratio) temperatures[step] = temperature;
        }
      }
      const step = progress >= 1 || descending > 0 ? steps : Math.floor(progress * steps);
      if (step !== tableStep) {
        if (step === steps) table.fill(0);
        else thresholds(temperatures[step] as number, table);
        tableStep = step;
        quiet = 0;
      }
      let looked = 0;
      for (let count = 0; count < rows; count++) {
        const changed = passRow(state, row, table, random);
        quiet = changed ? 0 : quiet + 1;
        looked += problem.people;
        row = row + 1 === problem.people ? 0 : row + 1;
      }
      keep();
      return looked;
    },
    isSettled: () => tableStep === steps && quiet > problem.people,
    best: () => best,
    value: () => bestValue,
  };
}

/** Tries one person with everybody in turn. @returns whether anything was taken */
function passRow(state: DistanceState, u: number, table: Float64Array, random: IntegerRandom): boolean {
  const { people, distances, smallest, largest } = state.problem;
  const { groupOf, own, toGroup, sizes } = state;
  // The largest threshold: what is worse needs no draw.
  const worst = -(table[0] as number);
  const rowU = u * people;
  let g = groupOf[u] as number;
  let rowG = g * people;
  let ownU = own[u] as number;
  let changed = false;
  for (let v = 0; v < people; v++) {
    const h = groupOf[v] as number;
    if (h === g) continue;
    const gain =
      (toGroup[h * people + u] as number) +
      (toGroup[rowG + v] as number) -
      ownU -
      (own[v] as number) -
      2 * (distances[rowU + v] as number);
    if (gain < worst || gain === 0) continue;
    if (gain < 0 && -gain > (table[random.next() & thresholdMask] as number)) continue;
    state.swap(u, v, gain);
    changed = true;
    g = h;
    rowG = g * people;
    ownU = own[u] as number;
  }
  for (let h = 0; h < sizes.length; h++) {
    if (h === g || (sizes[g] as number) <= (smallest[g] as number) || (sizes[h] as number) >= (largest[h] as number))
      continue;
    const gain = (toGroup[h * people + u] as number) - ownU;
    if (gain <= 0 && -gain > (table[random.next() & thresholdMask] as number)) continue;
    state.move(u, h, gain);
    changed ||= gain > 0;
    g = h;
    ownU = own[u] as number;
  }
  return changed;
}

/** What an exchange loses that only a share `easiest` of all exchanges undercuts. */
function easyLoss({ problem, groupOf, own, toGroup }: DistanceState): number {
  const { people, distances } = problem;
  const losses: number[] = [];
  for (let u = 0; u < people; u++)
    for (let v = 0; v < u; v++) {
      const [g, h] = [groupOf[u] as number, groupOf[v] as number];
      if (g === h) continue;
      losses.push(
        (own[u] as number) +
          (own[v] as number) +
          2 * (distances[u * people + v] as number) -
          (toGroup[h * people + u] as number) -
          (toGroup[g * people + v] as number),
      );
    }
  const sorted = Float64Array.from(losses).sort();
  return Math.max(1, sorted[Math.floor(sorted.length * easiest)] ?? 1);
}
