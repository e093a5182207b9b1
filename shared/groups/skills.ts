import type { Blocks } from './blocks.ts';
import type { Need, SplitProblem } from './problem.ts';

/** Skills that groups need. A skill is an attribute and a value; the skills of block b are skill[start[b] … start[b + 1]]. */
export interface Skills {
  readonly names: readonly Pick<Need, 'attribute' | 'value'>[];
  readonly start: Int32Array;
  readonly skill: Int32Array;
  /** How many of the block's people have it. */
  readonly count: Int32Array;
  /** [group * skills + skill]: how many the group needs. */
  readonly needed: Int32Array;
}

export function compileSkills({ people, groups, needs = [] }: SplitProblem, blocks: Blocks): Skills {
  const names = [
    ...new Map(
      needs.map(({ attribute, value }) => [JSON.stringify([attribute, value]), { attribute, value }]),
    ).values(),
  ];
  const needed = new Int32Array(groups.length * names.length);
  for (const need of needs) {
    const skill = names.findIndex(({ attribute, value }) => attribute === need.attribute && value === need.value);
    for (let group = 0; group < groups.length; group++) {
      if (need.group !== undefined && need.group !== group) continue;
      const at = group * names.length + skill;
      needed[at] = Math.max(needed[at] as number, need.atLeast);
    }
  }
  const table = new Map(people.map(({ id, values }) => [id, values]));
  const start = new Int32Array(blocks.members.length + 1);
  const skills: number[] = [];
  const counts: number[] = [];
  for (const [block, members] of blocks.members.entries()) {
    for (const [skill, { attribute, value }] of names.entries()) {
      let count = 0;
      for (const person of members) if (table.get(blocks.ids[person] as string)?.[attribute] === value) count++;
      if (count === 0) continue;
      skills.push(skill);
      counts.push(count);
    }
    start[block + 1] = skills.length;
  }
  return { names, start, skill: Int32Array.from(skills), count: Int32Array.from(counts), needed };
}
