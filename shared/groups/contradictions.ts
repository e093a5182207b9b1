import { contract } from './blocks.ts';
import { apartPairs } from './pairs.ts';
import type { Need, SplitProblem } from './problem.ts';

/** Rules that cannot all hold, found by counting, as data that a page can put into words. Groups are numbered from 0. */
export type Contradiction =
  | { readonly kind: 'duplicate_person'; readonly personId: string }
  | { readonly kind: 'unknown_person'; readonly personId: string; readonly rule: RuleName }
  | { readonly kind: 'unknown_group'; readonly personId: string; readonly group: number }
  | { readonly kind: 'no_group' }
  | { readonly kind: 'not_enough_places'; readonly people: number; readonly places: number }
  | { readonly kind: 'not_enough_people'; readonly people: number; readonly needed: number }
  | { readonly kind: 'together_and_apart'; readonly people: readonly [string, string] }
  | { readonly kind: 'together_shares'; readonly attribute: string; readonly value: string; readonly people: Ids }
  | { readonly kind: 'two_pins'; readonly people: Ids; readonly groups: readonly number[] }
  | { readonly kind: 'pinned_apart'; readonly people: readonly [string, string]; readonly group: number }
  | { readonly kind: 'set_too_big'; readonly people: Ids; readonly places: number }
  | { readonly kind: 'pins_too_many'; readonly people: Ids; readonly group: number; readonly places: number }
  /** More people of one value than groups: they cannot all be apart. */
  | {
      readonly kind: 'too_many_of_value';
      readonly attribute: string;
      readonly value: string;
      readonly people: Ids;
      readonly groups: number;
    }
  /** More people than groups, every two of whom must be apart. */
  | { readonly kind: 'too_many_apart'; readonly people: Ids; readonly groups: number }
  | { readonly kind: 'not_enough_skilled'; readonly need: Need; readonly people: Ids; readonly needed: number };

export type RuleName = 'together' | 'apart' | 'pinned';
type Ids = readonly string[];

/** Everything that contradicts, each named once; empty when counting finds nothing. */
export function findContradictions(problem: SplitProblem): Contradiction[] {
  return [...unknowns(problem), ...places(problem), ...sets(problem), ...crowds(problem), ...skills(problem)];
}

function* unknowns({ people, groups, together = [], apart = [], pinned = [] }: SplitProblem): Generator<Contradiction> {
  const known = new Set<string>();
  for (const { id } of people) {
    if (known.has(id)) yield { kind: 'duplicate_person', personId: id };
    known.add(id);
  }
  const named: Readonly<Record<RuleName, Ids>> = {
    together: together.flat(),
    apart: apart.flat(),
    pinned: pinned.map(({ personId }) => personId),
  };
  for (const rule of ['together', 'apart', 'pinned'] as const)
    for (const personId of new Set(named[rule]))
      if (!known.has(personId)) yield { kind: 'unknown_person', personId, rule };
  for (const { personId, group } of pinned)
    if (!(Number.isInteger(group) && group >= 0 && group < groups.length))
      yield { kind: 'unknown_group', personId, group };
}

function* places({ people, groups }: SplitProblem): Generator<Contradiction> {
  if (groups.length === 0) {
    if (people.length > 0) yield { kind: 'no_group' };
    return;
  }
  const room = groups.reduce((sum, { largest }) => sum + largest, 0);
  const needed = groups.reduce((sum, { smallest }) => sum + smallest, 0);
  if (people.length > room) yield { kind: 'not_enough_places', people: people.length, places: room };
  if (people.length < needed) yield { kind: 'not_enough_people', people: people.length, needed };
}

function* sets(problem: SplitProblem): Generator<Contradiction> {
  const { people, groups, apart = [], apartBy = [], pinned = [] } = problem;
  const blocks = contract(problem);
  const table = new Map(people.map(({ id, values }) => [id, values]));
  const idsOf = (members: Iterable<number>): string[] => Array.from(members, (person) => blocks.ids[person] as string);
  const pinsOf = new Map<number, Set<number>>();
  for (const { personId, group } of pinned) {
    const person = blocks.numberOf.get(personId);
    if (person === undefined || !(group >= 0 && group < groups.length)) continue;
    const block = blocks.blockOf[person] as number;
    pinsOf.set(block, (pinsOf.get(block) ?? new Set()).add(group));
  }
  const places = Math.max(0, ...groups.map(({ largest }) => largest));
  for (const [block, members] of blocks.members.entries()) {
    const ids = idsOf(members);
    const pins = pinsOf.get(block);
    if (pins !== undefined && pins.size > 1)
      yield { kind: 'two_pins', people: ids, groups: [...pins].sort((a, b) => a - b) };
    if (ids.length > 1 && ids.length > places && groups.length > 0) yield { kind: 'set_too_big', people: ids, places };
    for (const attribute of ids.length > 1 ? apartBy : [])
      for (const [value, sharing] of Map.groupBy(ids, (id) => table.get(id)?.[attribute] ?? ''))
        if (value !== '' && sharing.length > 1) yield { kind: 'together_shares', attribute, value, people: sharing };
  }
  for (const [group, { largest }] of groups.entries()) {
    const inside = [...blocks.members.keys()].filter((block) => blocks.fixed[block] === group);
    const ids = inside.flatMap((block) => idsOf(blocks.members[block] ?? []));
    if (ids.length > largest) yield { kind: 'pins_too_many', people: ids, group, places: largest };
  }
  for (const [first, second] of apartPairs(apart)) {
    const [one, two] = [blocks.numberOf.get(first), blocks.numberOf.get(second)];
    if (one === undefined || two === undefined) continue;
    const [a, b] = [blocks.blockOf[one] as number, blocks.blockOf[two] as number];
    const group = blocks.fixed[a] as number;
    if (a === b) yield { kind: 'together_and_apart', people: [first, second] };
    else if (group >= 0 && group === blocks.fixed[b]) yield { kind: 'pinned_apart', people: [first, second], group };
  }
}

/** More people who must all be apart than there are groups. */
function* crowds({ people, groups, apart = [], apartBy = [] }: SplitProblem): Generator<Contradiction> {
  for (const attribute of apartBy)
    for (const [value, sharing] of Map.groupBy(people, ({ values }) => values[attribute] ?? ''))
      if (value !== '' && sharing.length > groups.length)
        yield {
          kind: 'too_many_of_value',
          attribute,
          value,
          people: sharing.map(({ id }) => id).sort(),
          groups: groups.length,
        };
  const known = new Set(people.map(({ id }) => id));
  const neighbours = new Map<string, Set<string>>();
  const connect = (from: string, to: string): void => {
    neighbours.set(from, (neighbours.get(from) ?? new Set()).add(to));
  };
  for (const [first, second] of apartPairs(apart)) {
    if (!known.has(first) || !known.has(second)) continue;
    connect(first, second);
    connect(second, first);
  }
  const told = new Set<string>();
  const order = [...neighbours.keys()].sort();
  for (const start of order) {
    if (told.has(start) || (neighbours.get(start)?.size ?? 0) < groups.length) continue;
    // The people nearest to being apart from everybody come first; a greedy clique finds every "all apart" set.
    const clique = [start];
    const degree = (id: string): number => neighbours.get(id)?.size ?? 0;
    const candidates = [...(neighbours.get(start) ?? [])].sort((a, b) => degree(b) - degree(a) || (a < b ? -1 : 1));
    for (const id of candidates) if (clique.every((member) => neighbours.get(member)?.has(id))) clique.push(id);
    if (clique.length <= groups.length) continue;
    for (const id of clique) told.add(id);
    yield { kind: 'too_many_apart', people: clique.sort(), groups: groups.length };
  }
}

function* skills({ people, groups, needs = [] }: SplitProblem): Generator<Contradiction> {
  for (const need of needs) {
    const skilled = people.filter(({ values }) => values[need.attribute] === need.value).map(({ id }) => id);
    const needed = need.atLeast * (need.group === undefined ? groups.length : 1);
    if (skilled.length < needed) yield { kind: 'not_enough_skilled', need, people: skilled.sort(), needed };
  }
}
