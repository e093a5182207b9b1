import { type Blocks, contract } from './blocks.ts';
import { compileColumns, type ValueName } from './columns.ts';
import { compilePairs, type Pairs } from './pairs.ts';
import type { SplitProblem } from './problem.ts';
import { compileSkills, type Skills } from './skills.ts';

/** The problem as numbers: people, blocks, groups and values are indices; costs are whole numbers. */
export interface Instance {
  readonly blocks: Blocks;
  readonly people: number;
  readonly groups: number;
  /** How many columns each person has; person p's values are valueAt[p * columns …]. */
  readonly columns: number;
  readonly valueAt: Int32Array;
  readonly values: number;
  /** Value → what a pair that shares it costs. */
  readonly weightOf: Float64Array;
  /** Value → how many people have it. */
  readonly totalOf: Int32Array;
  /**
   * [group * values + value]: how many more people with the value the group may hold before they count, negative for
   * fewer. Zero when sizes are even; otherwise it makes an equal share of a value one in proportion to the group's size.
   */
  readonly allowance: Int32Array;
  readonly valueNames: readonly ValueName[];
  readonly pairs: Pairs;
  readonly skills: Skills;
  /** [block * groups + group], or empty when no block prefers a group. */
  readonly unary: Float64Array;
  readonly smallest: Int32Array;
  readonly largest: Int32Array;
  /** What breaking one rule costs: more than all costs together. */
  readonly rule: number;
  /** What one person too many or too few in a group costs: sizes come before the other rules. */
  readonly sizeRule: number;
}

const sizeOverRule = 8;

/** Numbers the problem. Anything that names an unknown person, attribute or group is left out: contradictions name it. */
export function compile(problem: SplitProblem): Instance {
  const { groups, wishes = [], current = [], moveWeight = 0 } = problem;
  const blocks = contract(problem);
  const people = blocks.ids.length;
  const soft = compileColumns(problem, blocks, 0);
  const softPairs = compilePairs(problem, blocks, 0);
  const wished = [
    ...wishes,
    ...current.flatMap(({ personId, group }) =>
      // Staying is what is wished for, so that the cost of a move is the same whatever the group.
      moveWeight === 0 ? [] : [{ personId, group, cost: -moveWeight }],
    ),
  ];
  let most = 1 + softPairs.most;
  for (let value = 0; value < soft.values; value++) {
    const total = soft.totalOf[value] as number;
    most += ((soft.weightOf[value] as number) * total * (total + 1)) / 2;
  }
  const unary = new Float64Array(wished.length > 0 ? blocks.members.length * groups.length : 0);
  for (const { personId, group, cost } of wished) {
    const person = blocks.numberOf.get(personId);
    if (person === undefined || !(group >= 0 && group < groups.length)) continue;
    const at = (blocks.blockOf[person] as number) * groups.length + group;
    unary[at] = (unary[at] as number) + cost;
    most += Math.abs(cost);
  }
  const rule = most;
  return {
    blocks,
    people,
    groups: groups.length,
    ...compileColumns(problem, blocks, rule),
    pairs: compilePairs(problem, blocks, rule),
    skills: compileSkills(problem, blocks),
    unary,
    smallest: Int32Array.from(groups, ({ smallest }) => smallest),
    largest: Int32Array.from(groups, ({ largest }) => Math.min(largest, people)),
    rule,
    sizeRule: rule * sizeOverRule,
  };
}
