import type { IntegerRandom } from './integerRandom.ts';

/** People as nothing but their distances: maximise the sum of distances inside groups (maximally diverse grouping). */
export interface DistanceProblem {
  readonly people: number;
  readonly smallest: Int32Array;
  readonly largest: Int32Array;
  /** [i * people + j], symmetric, whole numbers; their sum fits 53 bits and a row's sum 31. */
  readonly distances: Int32Array;
}

/** A partition under search, with the distance of everybody to every group, so that an exchange is judged in O(1). */
export class DistanceState {
  readonly problem: DistanceProblem;
  readonly groupOf: Int32Array;
  readonly sizes: Int32Array;
  /** [group * people + person]: the sum of the person's distances to the group's people. */
  readonly toGroup: Int32Array;
  /** Person → the sum of distances within the own group. */
  readonly own: Int32Array;
  value: number;

  constructor(problem: DistanceProblem) {
    this.problem = problem;
    this.groupOf = new Int32Array(problem.people);
    this.sizes = new Int32Array(problem.smallest.length);
    this.toGroup = new Int32Array(problem.people * problem.smallest.length);
    this.own = new Int32Array(problem.people);
    this.value = 0;
  }

  /** Fills groups in random order: everybody gets the group that is emptiest for its smallest size. */
  scatter(random: IntegerRandom): void {
    const { people, smallest, largest } = this.problem;
    const order = Int32Array.from({ length: people }, (_, index) => index);
    random.shuffle(order);
    this.sizes.fill(0);
    for (const person of order) {
      let best = 0;
      let bestRoom = Number.NEGATIVE_INFINITY;
      for (let group = 0; group < smallest.length; group++) {
        const size = this.sizes[group] as number;
        // Those under their smallest size come first, whatever the room elsewhere.
        const room =
          size < (smallest[group] as number)
            ? people + (smallest[group] as number) - size
            : (largest[group] as number) - size;
        if (room > bestRoom) {
          bestRoom = room;
          best = group;
        }
      }
      this.groupOf[person] = best;
      this.sizes[best] = (this.sizes[best] as number) + 1;
    }
    this.recount();
  }

  restore(groupOf: Int32Array): void {
    this.groupOf.set(groupOf);
    this.recount();
  }

  /** All sums from scratch, O(people²). */
  recount(): void {
    const { people, distances } = this.problem;
    this.toGroup.fill(0);
    this.sizes.fill(0);
    for (let i = 0; i < people; i++) {
      const row = (this.groupOf[i] as number) * people;
      this.sizes[this.groupOf[i] as number] = (this.sizes[this.groupOf[i] as number] as number) + 1;
      for (let j = 0; j < people; j++)
        this.toGroup[row + j] = (this.toGroup[row + j] as number) + (distances[i * people + j] as number);
    }
    this.value = 0;
    for (let i = 0; i < people; i++) {
      this.own[i] = this.toGroup[(this.groupOf[i] as number) * people + i] as number;
      this.value += this.own[i] as number;
    }
    this.value /= 2;
  }

  /** Exchanges two people of different groups. @param gain what that adds to the value */
  swap(u: number, v: number, gain: number): void {
    const { people, distances } = this.problem;
    const { toGroup, own, groupOf } = this;
    const [g, h] = [groupOf[u] as number, groupOf[v] as number];
    let [atU, atV, atG, atH] = [u * people, v * people, g * people, h * people];
    for (const end = atU + people; atU < end; atU++, atV++, atG++, atH++) {
      const change = (distances[atV] as number) - (distances[atU] as number);
      toGroup[atG] = (toGroup[atG] as number) + change;
      toGroup[atH] = (toGroup[atH] as number) - change;
    }
    groupOf[u] = h;
    groupOf[v] = g;
    // Only the people of the two groups have another own sum now.
    for (let person = 0; person < people; person++) {
      const group = groupOf[person] as number;
      if (group === g || group === h) own[person] = toGroup[group * people + person] as number;
    }
    this.value += gain;
  }

  /** Moves one person. @param gain what that adds to the value */
  move(u: number, to: number, gain: number): void {
    const { people, distances } = this.problem;
    const from = this.groupOf[u] as number;
    for (let person = 0; person < people; person++) {
      const distance = distances[u * people + person] as number;
      const [g, h] = [from * people + person, to * people + person];
      this.toGroup[g] = (this.toGroup[g] as number) - distance;
      this.toGroup[h] = (this.toGroup[h] as number) + distance;
    }
    this.groupOf[u] = to;
    this.sizes[from] = (this.sizes[from] as number) - 1;
    this.sizes[to] = (this.sizes[to] as number) + 1;
    for (let person = 0; person < people; person++)
      this.own[person] = this.toGroup[(this.groupOf[person] as number) * people + person] as number;
    this.value += gain;
  }
}
