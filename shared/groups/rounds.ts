import { thresholdBits, thresholds } from './acceptance.ts';
import { IntegerRandom } from './integerRandom.ts';
import { rootOf } from './root.ts';

/** `rounds` rounds of `groups` groups of `size` people, in which as few pairs as possible meet more than once. */
export interface RoundsProblem {
  readonly groups: number;
  readonly size: number;
  readonly rounds: number;
}

/** Round → group → people, numbered from 0. */
export type Schedule = readonly (readonly (readonly number[])[])[];

export interface RoundsSearch {
  /** Goes on for about that many proposals; the same sum gives the same schedule. */
  readonly advance: (proposals: number) => void;
  readonly best: () => Schedule;
  readonly repeats: () => number;
  readonly bound: number;
  readonly isDone: () => boolean;
}

const thresholdMask = (1 << thresholdBits) - 1;
const chunk = 2_000;
const firstAnnealing = 100_000;
const [hot, cold] = [0.7, 0.12];

/**
 * Annealing over all rounds at once. A pair that meets m times costs m(m − 1)/2, which is smoother to descend than its
 * repeats m − 1, so every other annealing counts that way; the schedule kept is the one with the fewest repeats.
 */
export function searchRounds(problem: RoundsProblem, seed: number): RoundsSearch {
  const walk = new RoundsWalk(problem, new IntegerRandom(seed));
  const bound = fewestRepeats(problem);
  const steps = improve(walk);
  let allowed = 0;
  let spent = 0;
  const isDone = (): boolean => walk.bestRepeats <= bound || problem.groups < 2;
  return {
    advance(proposals) {
      allowed += proposals;
      while (spent < allowed && !isDone()) spent += steps.next().value;
    },
    best: () => walk.schedule(),
    repeats: () => walk.bestRepeats,
    bound,
    isDone,
  };
}

function* improve(walk: RoundsWalk): Generator<number, never> {
  const { rounds } = walk.problem;
  const prices = [
    Int32Array.from({ length: rounds + 1 }, (_, met) => met),
    Int32Array.from({ length: rounds + 1 }, (_, met) => Math.min(met, 1)),
  ];
  for (let length = firstAnnealing, cycle = 0; ; length *= 2, cycle++) {
    const slices = Math.ceil(length / chunk);
    const ratio = rootOf(cold / hot, slices);
    let temperature = hot;
    for (let slice = 0; slice < slices; slice++, temperature *= ratio) {
      walk.propose(chunk, thresholds(temperature, walk.table), prices[cycle % 2] as Int32Array);
      yield chunk;
    }
  }
}

/**
 * Repeats that no schedule avoids. Each person meets rounds × (size − 1) times but only so many others; and a group whose
 * people come from fewer groups of another round brings pairs together again, a pair of m meetings being m(m − 1)/2 of
 * those for m − 1 repeats.
 */
export function fewestRepeats({ groups, size, rounds }: RoundsProblem): number {
  const people = groups * size;
  const perPerson = Math.max(0, rounds * (size - 1) - (people - 1));
  const [each, more] = [Math.floor(size / groups), size % groups];
  const perGroup = (groups * each * (each - 1)) / 2 + more * each;
  const perPairOfRounds = groups * perGroup;
  const again = (perPairOfRounds * rounds * (rounds - 1)) / 2;
  return Math.max(Math.ceil((people * perPerson) / 2), rounds > 0 ? Math.ceil((again * 2) / rounds) : 0);
}

/** Counted afresh: meetings of a pair beyond its first, over all pairs. */
export function countRepeats(schedule: Schedule): number {
  const seen = new Set<string>();
  let repeats = 0;
  for (const group of schedule.flat())
    for (const [index, first] of group.entries())
      for (const second of group.slice(index + 1)) {
        const pair = first < second ? `${first} ${second}` : `${second} ${first}`;
        if (seen.has(pair)) repeats++;
        seen.add(pair);
      }
  return repeats;
}

class RoundsWalk {
  readonly table = new Float64Array(1 << thresholdBits);
  bestRepeats = Number.POSITIVE_INFINITY;
  readonly problem: RoundsProblem;
  private readonly random: IntegerRandom;
  private readonly people: number;
  /** [round * people + group * size + seat]: who sits there. */
  private readonly seats: Int32Array;
  private readonly best: Int32Array;
  /** [a * people + b]: how often they meet. */
  private readonly meets: Int32Array;
  private repeats = 0;

  constructor(problem: RoundsProblem, random: IntegerRandom) {
    this.problem = problem;
    this.random = random;
    this.people = problem.groups * problem.size;
    this.seats = new Int32Array(problem.rounds * this.people);
    this.meets = new Int32Array(this.people * this.people);
    for (let round = 0; round < problem.rounds; round++) {
      const order = Int32Array.from({ length: this.people }, (_, person) => person);
      // The first round may be anything, as people are only numbers: it stays in order.
      if (round > 0) random.shuffle(order);
      this.seats.set(order, round * this.people);
    }
    this.best = this.seats.slice();
    this.count();
    this.keep();
  }

  /** @param price what meeting once more costs a pair, by how often it meets already */
  propose(proposals: number, table: Float64Array, price: Int32Array): void {
    const { seats, meets, people, random } = this;
    const { size, rounds } = this.problem;
    if (rounds < 2) return;
    for (let left = proposals; left > 0; left--) {
      const base = (1 + random.below(rounds - 1)) * people;
      const p = random.below(people);
      const q = random.below(people);
      const [fromP, fromQ] = [p - (p % size), q - (q % size)];
      if (fromP === fromQ) continue;
      const u = seats[base + p] as number;
      const v = seats[base + q] as number;
      const [rowU, rowV] = [u * people, v * people];
      // Those who lose u gain v, and the other way round; u and v themselves do not meet either way.
      let delta = 0;
      for (let seat = 0; seat < size; seat++) {
        const w = seats[base + fromP + seat] as number;
        if (w !== u)
          delta += (price[meets[rowV + w] as number] as number) - (price[(meets[rowU + w] as number) - 1] as number);
        const x = seats[base + fromQ + seat] as number;
        if (x !== v)
          delta += (price[meets[rowU + x] as number] as number) - (price[(meets[rowV + x] as number) - 1] as number);
      }
      if (delta > (table[random.next() & thresholdMask] as number)) continue;
      for (let seat = 0; seat < size; seat++) {
        const w = seats[base + fromP + seat] as number;
        if (w !== u) {
          this.meet(u, w, -1);
          this.meet(v, w, 1);
        }
        const x = seats[base + fromQ + seat] as number;
        if (x !== v) {
          this.meet(v, x, -1);
          this.meet(u, x, 1);
        }
      }
      seats[base + p] = v;
      seats[base + q] = u;
      if (this.repeats < this.bestRepeats) this.keep();
    }
  }

  schedule(): Schedule {
    const { groups, size, rounds } = this.problem;
    return Array.from({ length: rounds }, (_, round) =>
      Array.from({ length: groups }, (_, group) => {
        const from = round * this.people + group * size;
        return [...this.best.slice(from, from + size)].sort((a, b) => a - b);
      }),
    );
  }

  private meet(a: number, b: number, change: 1 | -1): void {
    const before = this.meets[a * this.people + b] as number;
    const after = before + change;
    this.meets[a * this.people + b] = after;
    this.meets[b * this.people + a] = after;
    this.repeats += Math.max(0, after - 1) - Math.max(0, before - 1);
  }

  private count(): void {
    const { size, rounds } = this.problem;
    for (let from = 0; from < rounds * this.people; from += size)
      for (let one = from; one < from + size; one++)
        for (let two = from; two < one; two++) this.meet(this.seats[one] as number, this.seats[two] as number, 1);
  }

  private keep(): void {
    this.bestRepeats = this.repeats;
    this.best.set(this.seats);
  }
}
