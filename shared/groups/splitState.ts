import type { Instance } from './compile.ts';

/**
 * A split under search: where each block is, and the counts that make the cost of a change O(columns).
 * Everything is a typed array, and nothing is allocated after construction. A block that is nowhere yet is in group −1.
 */
export class SplitState {
  readonly instance: Instance;
  readonly groupOf: Int32Array;
  readonly sizes: Int32Array;
  /** [group * values + value]: people with the value, less the group's allowance. */
  readonly counts: Int32Array;
  /** [group * skills + skill]: people with the skill, less those needed. */
  readonly spare: Int32Array;
  cost: number;

  constructor(instance: Instance) {
    this.instance = instance;
    this.groupOf = new Int32Array(instance.blocks.members.length).fill(-1);
    this.sizes = new Int32Array(instance.groups);
    this.counts = new Int32Array(instance.groups * instance.values);
    this.spare = new Int32Array(instance.skills.needed.length);
    this.cost = 0;
    this.clear();
  }

  /** Takes everybody out. */
  clear(): void {
    const { allowance, skills, smallest, rule, sizeRule, pairs } = this.instance;
    this.groupOf.fill(-1);
    this.sizes.fill(0);
    for (let at = 0; at < allowance.length; at++) this.counts[at] = -(allowance[at] as number);
    let cost = pairs.within;
    for (let at = 0; at < skills.needed.length; at++) {
      this.spare[at] = -(skills.needed[at] as number);
      cost += rule * (skills.needed[at] as number);
    }
    for (let group = 0; group < smallest.length; group++) cost += sizeRule * (smallest[group] as number);
    this.cost = cost;
  }

  /** Goes to another split, given as the group of each block. */
  restore(groupOf: Int32Array): void {
    for (let block = 0; block < groupOf.length; block++) this.shift(block, groupOf[block] as number);
  }

  /**
   * Moves a block to a group, from wherever it is (−1: nowhere, also as the destination).
   * @returns what that adds to the cost, exactly
   */
  shift(block: number, to: number): number {
    const from = this.groupOf[block] as number;
    if (from === to) return 0;
    const { blocks, columns, valueAt, values, weightOf, unary, groups } = this.instance;
    const { counts } = this;
    let delta = this.pairDelta(block, from, to) + this.shiftSkills(block, from, to);
    if (unary.length > 0) {
      if (to >= 0) delta += unary[block * groups + to] as number;
      if (from >= 0) delta -= unary[block * groups + from] as number;
    }
    const members = blocks.members[block] as Int32Array;
    for (let index = 0; index < members.length; index++) {
      const person = members[index] as number;
      for (let at = person * columns; at < (person + 1) * columns; at++) {
        const value = valueAt[at] as number;
        if (from >= 0) {
          const cell = from * values + value;
          const left = (counts[cell] as number) - 1;
          counts[cell] = left;
          delta -= (weightOf[value] as number) * left;
        }
        if (to >= 0) {
          const cell = to * values + value;
          const met = counts[cell] as number;
          counts[cell] = met + 1;
          delta += (weightOf[value] as number) * met;
        }
      }
    }
    delta += this.shiftSize(from, -members.length) + this.shiftSize(to, members.length);
    this.groupOf[block] = to;
    this.cost += delta;
    return delta;
  }

  /** What exchanging two people of different groups would add to the cost. Both blocks hold one person each. */
  swapDelta(a: number, b: number): number {
    const { blocks, columns, valueAt, values, weightOf, unary, groups, pairs, skills } = this.instance;
    const { counts } = this;
    const from = this.groupOf[a] as number;
    const to = this.groupOf[b] as number;
    const fromRow = from * values;
    const toRow = to * values;
    let atA = ((blocks.members[a] as Int32Array)[0] as number) * columns;
    let atB = ((blocks.members[b] as Int32Array)[0] as number) * columns;
    let delta = 0;
    for (const end = atA + columns; atA < end; atA++, atB++) {
      const va = valueAt[atA] as number;
      const vb = valueAt[atB] as number;
      if (va === vb) continue;
      const gainA = (counts[toRow + va] as number) - (counts[fromRow + va] as number) + 1;
      const gainB = (counts[fromRow + vb] as number) - (counts[toRow + vb] as number) + 1;
      delta += (weightOf[va] as number) * gainA + (weightOf[vb] as number) * gainB;
    }
    if (pairs.other.length > 0) {
      delta += this.pairDelta(a, from, to, b) + this.pairDelta(b, to, from, a);
    }
    if (unary.length > 0) {
      const rowA = a * groups;
      const rowB = b * groups;
      delta +=
        (unary[rowA + to] as number) -
        (unary[rowA + from] as number) +
        (unary[rowB + from] as number) -
        (unary[rowB + to] as number);
    }
    // Needs are few: what they cost is found by trying.
    if (skills.skill.length > 0 && (this.isSkilled(a) || this.isSkilled(b))) {
      delta += this.shiftSkills(a, from, to) + this.shiftSkills(b, to, from);
      this.shiftSkills(a, to, from);
      this.shiftSkills(b, from, to);
    }
    return delta;
  }

  private isSkilled(block: number): boolean {
    const { start } = this.instance.skills;
    return (start[block + 1] as number) > (start[block] as number);
  }

  /** The pairs of a block, when it goes from a group to another; a pair with `except` stays as it is. */
  private pairDelta(block: number, from: number, to: number, except = -1): number {
    const { start, other, cost } = this.instance.pairs;
    let delta = 0;
    const end = start[block + 1] as number;
    for (let at = start[block] as number; at < end; at++) {
      const one = other[at] as number;
      if (one === except) continue;
      const group = this.groupOf[one] as number;
      if (group < 0) continue;
      if (group === to) delta += cost[at] as number;
      else if (group === from) delta -= cost[at] as number;
    }
    return delta;
  }

  private shiftSkills(block: number, from: number, to: number): number {
    const { start, skill, count, names } = this.instance.skills;
    const { rule } = this.instance;
    let missing = 0;
    for (let at = start[block] as number; at < (start[block + 1] as number); at++) {
      const people = count[at] as number;
      if (from >= 0) missing += this.shiftSkill(from * names.length + (skill[at] as number), -people);
      if (to >= 0) missing += this.shiftSkill(to * names.length + (skill[at] as number), people);
    }
    return missing * rule;
  }

  private shiftSkill(cell: number, change: number): number {
    const before = this.spare[cell] as number;
    this.spare[cell] = before + change;
    return Math.max(0, -before - change) - Math.max(0, -before);
  }

  private shiftSize(group: number, change: number): number {
    if (group < 0) return 0;
    const { smallest, largest, sizeRule } = this.instance;
    const before = this.sizes[group] as number;
    const after = before + change;
    this.sizes[group] = after;
    const least = smallest[group] as number;
    const most = largest[group] as number;
    const broken = Math.max(0, after - most, least - after) - Math.max(0, before - most, least - before);
    return broken * sizeRule;
  }
}
