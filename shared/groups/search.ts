import { thresholds } from './acceptance.ts';
import { lowerBound } from './bound.ts';
import { brokenRules } from './brokenRules.ts';
import { compile, type Instance } from './compile.ts';
import { construct } from './construct.ts';
import { IntegerRandom } from './integerRandom.ts';
import { byId, type Split, type SplitProblem } from './problem.ts';
import { rootOf } from './root.ts';
import { SplitState } from './splitState.ts';
import { Walk } from './walk.ts';

/** A search that can be stopped and asked at any time. */
export interface Search {
  /** Goes on for about that many proposals; the same sum of proposals gives the same split, however it is sliced. */
  readonly advance: (proposals: number) => void;
  readonly best: () => Split;
  readonly cost: () => number;
  /** How many rules the best split breaks. */
  readonly brokenRules: () => number;
  /** No split costs less. */
  readonly bound: number;
  /** Proposals so far. */
  readonly proposals: () => number;
  /** Nothing better can be found: the cost is the bound, or nothing can be changed. */
  readonly isDone: () => boolean;
}

const chunk = 500;
/** Short annealings come first, for an answer soon; the next ones are eight times as long, then twice. */
const firstAnnealing = 20_000;
const quickCycles = 3;
const iterations = 20_000;
/** From a share of the mean weight down to a share of the least: measured on rosters from 3 groups to 50. */
const [hot, cold] = [0.25, 0.2];

/** A first valid split at once, then better ones. Deterministic by seed. */
export function createSearch(problem: SplitProblem, seed: number): Search {
  const instance = compile(problem);
  const bound = lowerBound(instance);
  const random = new IntegerRandom(seed);
  const state = new SplitState(instance);
  construct(state, random);
  const walk = new Walk(state, random);
  const steps = improve(walk, instance, random);
  let allowed = 0;
  let spent = 0;
  const isDone = (): boolean => walk.isStuck || walk.bestCost <= bound;
  return {
    advance(proposals) {
      allowed += proposals;
      while (spent < allowed && !isDone()) spent += steps.next().value as number;
    },
    best: () => toSplit(instance, walk.best),
    cost: () => walk.bestCost,
    brokenRules: () => brokenRules(problem, toSplit(instance, walk.best)).length,
    bound,
    proposals: () => spent,
    isDone,
  };
}

/**
 * The portfolio: exchanges tried one after the other until none lowers the cost; iterated local search from the best, which
 * finishes few groups at once; then annealing, which finishes many groups, each time longer. Yields the proposals of each slice.
 */
function* improve(walk: Walk, instance: Instance, random: IntegerRandom): Generator<number, never> {
  yield* descend(walk, instance.people * 4);
  yield* polish(walk);
  for (let cycle = 0, length = firstAnnealing; ; cycle++, length *= cycle < quickCycles ? 8 : 2) {
    yield* iterate(walk, instance, iterations);
    construct(walk.state, random);
    yield* anneal(walk, instance, length);
    yield* polish(walk);
  }
}

function* anneal(walk: Walk, instance: Instance, proposals: number): Generator<number> {
  const weights = [...instance.weightOf].filter((weight) => weight > 0 && weight < instance.rule);
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights.length);
  const from = Math.max(1, hot * mean);
  const slices = Math.max(1, Math.ceil(proposals / chunk));
  const ratio = rootOf(Math.min(1, (cold * Math.min(...weights, mean + 1)) / from), slices);
  let temperature = from;
  let table = thresholds(temperature);
  for (let slice = 0; slice < slices; slice++) {
    walk.propose(chunk, table);
    temperature *= ratio;
    table = thresholds(temperature, table);
    yield chunk;
  }
  yield* descend(walk, chunk * 2);
}

function* descend(walk: Walk, proposals: number): Generator<number> {
  for (let left = proposals; left > 0; left -= chunk) {
    walk.propose(chunk, undefined);
    yield chunk;
  }
}

function* polish(walk: Walk): Generator<number> {
  let quiet = 0;
  for (let row = 0; quiet < walk.rows; row = (row + 1) % Math.max(1, walk.rows)) {
    const looked = walk.polishRow(row);
    quiet = looked < 0 ? 0 : quiet + 1;
    yield Math.abs(looked);
  }
}

function* iterate(walk: Walk, { people, groups }: Instance, proposals: number): Generator<number> {
  const swaps = Math.max(2, Math.round(people / (3 * groups)));
  walk.return();
  let kept = walk.bestCost;
  const mark = walk.best.slice();
  for (let left = proposals; left > 0; ) {
    walk.disturb(swaps);
    for (const spent of descend(walk, Math.min(left, people * 10))) {
      left -= spent;
      yield spent;
    }
    if (walk.state.cost <= kept) {
      kept = walk.state.cost;
      mark.set(walk.state.groupOf);
    } else walk.state.restore(mark);
  }
}

export function toSplit({ blocks, groups }: Instance, groupOf: Int32Array): Split {
  const split: string[][] = Array.from({ length: groups }, () => []);
  for (const [person, id] of blocks.ids.entries()) split[groupOf[blocks.blockOf[person] as number] as number]?.push(id);
  return split.map((ids) => ids.sort(byId));
}
