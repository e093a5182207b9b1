import { byId, type SplitProblem } from './problem.ts';

/** People who move as one: a set of `together`, or one person. */
export interface Blocks {
  /** Sorted ids; people are numbered by their place here. */
  readonly ids: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** Person → block. Blocks are numbered by their first person. */
  readonly blockOf: Int32Array;
  /** Block → its people. */
  readonly members: readonly Int32Array[];
  /** Block → the group that it is pinned to, or −1. The first pin of a block counts; a second is a contradiction. */
  readonly fixed: Int32Array;
}

/** Contracts together into blocks (union–find) and finds where they are pinned. Ids that nobody has are left out. */
export function contract({ people, groups, together = [], pinned = [] }: SplitProblem): Blocks {
  const ids = [...new Set(people.map(({ id }) => id))].sort(byId);
  const numberOf = new Map(ids.map((id, index) => [id, index]));
  const parent = Int32Array.from(ids.keys());
  const root = (person: number): number => {
    let at = person;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  for (const set of together) {
    const known = set.flatMap((id) => numberOf.get(id) ?? []);
    for (const person of known) {
      const [first, second] = [root(known[0] as number), root(person)];
      // The smaller number is the root, so the numbering does not depend on the order of the rules.
      if (first !== second) parent[Math.max(first, second)] = Math.min(first, second);
    }
  }
  const blockOf = new Int32Array(ids.length);
  const members: number[][] = [];
  for (let person = 0; person < ids.length; person++) {
    const at = root(person);
    if (at === person) blockOf[person] = members.push([person]) - 1;
    else {
      blockOf[person] = blockOf[at] as number;
      members[blockOf[at] as number]?.push(person);
    }
  }
  const fixed = new Int32Array(members.length).fill(-1);
  for (const { personId, group } of pinned) {
    const person = numberOf.get(personId);
    if (person === undefined || !(group >= 0 && group < groups.length)) continue;
    const block = blockOf[person] as number;
    if (fixed[block] === -1) fixed[block] = group;
  }
  return { ids, numberOf, blockOf, members: members.map((people) => Int32Array.from(people)), fixed };
}
