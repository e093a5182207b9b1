import { evenGroups, type GroupLimits, type Placement, type SplitPerson, type SplitProblem } from './problem.ts';

/**
 * What a host asks of a split, in words that outlive one list of people: attributes and groups' numbers, so that a recipe can
 * be kept and used again. The organisation is the attribute `organisation`.
 */
export interface Recipe {
  /** Attribute → how much it counts that a group does not share one of its values: 1 to 9. What is not named is not mixed. */
  readonly mix: Readonly<Record<string, number>>;
  /** Attributes no value of which may come twice in a group. */
  readonly apartBy: readonly string[];
  /** Attributes whose value is shared by people who stay together, such as a column of pairs. */
  readonly togetherBy: readonly string[];
  readonly together: readonly (readonly string[])[];
  readonly apart: readonly (readonly string[])[];
  /** Person → number of the group. */
  readonly pinned: Readonly<Record<string, number>>;
  /** Number of a group → how many people it takes; the others share the rest evenly. */
  readonly limits: Readonly<Record<string, GroupLimits>>;
  /** `group`: the number of the only group that is meant; absent: every group. */
  readonly needs: readonly {
    readonly attribute: string;
    readonly value: string;
    readonly atLeast: number;
    readonly group?: number;
  }[];
  /** People who have met: in other groups than before, in the same ones, or as it comes. */
  readonly met: 'avoid' | 'repeat' | 'ignore';
}

/** Where nobody has asked for anything. */
export const emptyRecipe: Recipe = {
  mix: {},
  apartBy: [],
  togetherBy: [],
  together: [],
  apart: [],
  pinned: {},
  limits: {},
  needs: [],
  met: 'ignore',
};

/** The attribute under which a person's organisation stands. */
export const organisation = 'organisation';

/**
 * Attributes that several people share without saying who they are: some value comes twice, and there are at most half as
 * many values as people who have one.
 */
export function sharedAttributes(people: readonly SplitPerson[]): readonly string[] {
  const values = new Map<string, string[]>();
  for (const person of people)
    for (const [attribute, value] of Object.entries(person.values))
      if (value !== '') values.set(attribute, [...(values.get(attribute) ?? []), value]);
  return [...values.keys()].sort().filter((attribute) => {
    const held = values.get(attribute) ?? [];
    const distinct = new Set(held).size;
    return distinct > 1 && distinct <= held.length / 2;
  });
}

/** What is asked for when nobody has said anything: people of one organisation apart, everything that is shared mixed. */
export function usualRecipe(people: readonly SplitPerson[]): Recipe {
  const organisations = people.map(({ values }) => values[organisation] ?? '').filter((value) => value !== '');
  const isShared = new Set(organisations).size < organisations.length;
  const mixed = sharedAttributes(people).filter((attribute) => attribute !== organisation);
  return {
    ...emptyRecipe,
    mix: Object.fromEntries(mixed.map((attribute) => [attribute, 1])),
    apartBy: isShared ? [organisation] : [],
    met: 'avoid',
  };
}

/**
 * The recipe for these people and groups. Groups are given by their numbers, in the order of the split; rules that name
 * people who are not here are left out, since they are not to be split.
 * @param earlier splits in which people have met
 */
export function recipeProblem(
  recipe: Recipe,
  people: readonly SplitPerson[],
  numbers: readonly number[],
  earlier: readonly (readonly Placement[])[] = [],
): SplitProblem {
  const present = new Set(people.map(({ id }) => id));
  const here = (sets: readonly (readonly string[])[]): string[][] =>
    sets.map((set) => set.filter((id) => present.has(id))).filter((set) => set.length > 1);
  const indexOf = (number: number): number => numbers.indexOf(number);
  const sharing = recipe.togetherBy.flatMap((attribute) =>
    [...Map.groupBy(people, ({ values }) => values[attribute] ?? '')].flatMap(([value, members]) =>
      value === '' ? [] : [members.map(({ id }) => id)],
    ),
  );
  const common = Object.values(recipe.mix).reduce((sum, weight) => sum + weight, 0);
  return {
    people,
    groups: limitsOf(recipe, people.length, numbers),
    mix: recipe.mix,
    apartBy: recipe.apartBy,
    together: here([...recipe.together, ...sharing]),
    apart: here(recipe.apart),
    pinned: Object.entries(recipe.pinned).flatMap(([personId, number]) =>
      present.has(personId) ? [{ personId, group: indexOf(number) }] : [],
    ),
    needs: recipe.needs.flatMap(({ group, ...need }) =>
      group === undefined ? [need] : numbers.includes(group) ? [{ ...need, group: indexOf(group) }] : [],
    ),
    earlier: recipe.met === 'ignore' ? [] : earlier,
    // Meeting again weighs as much as having everything in common.
    metWeight: Math.max(1, common) * (recipe.met === 'repeat' ? -1 : 1),
  };
}

/**
 * How many people each group takes: sizes that differ by one at most, but where a group takes fewer or more; the others
 * share what that leaves.
 */
function limitsOf(recipe: Recipe, people: number, numbers: readonly number[]): GroupLimits[] {
  const asked = numbers.map((number) => recipe.limits[number]);
  const fixed = new Map<number, number>();
  for (;;) {
    const free = numbers.length - fixed.size;
    const rest = people - [...fixed.values()].reduce((sum, size) => sum + size, 0);
    const share = free === 0 ? 0 : Math.max(0, rest) / free;
    const excess = [...asked.entries()].flatMap(([index, limits]) => {
      if (limits === undefined || fixed.has(index)) return [];
      const size = Math.min(limits.largest, Math.max(limits.smallest, share));
      return size === share ? [] : [{ index, size, excess: size - share }];
    });
    // Full groups push people to the others, groups that need more take them away: the stronger of the two comes first.
    const pull = Math.sign(excess.reduce((sum, one) => sum + one.excess, 0)) || 1;
    const next = excess.filter((one) => Math.sign(one.excess) === pull);
    if (next.length === 0 || free === 0) {
      const even = evenGroups(Math.max(0, rest), Math.max(1, free))[0] as GroupLimits;
      return asked.map((limits, index) => {
        const size = fixed.get(index);
        if (size !== undefined) return { smallest: size, largest: size };
        if (limits === undefined) return even;
        return {
          smallest: Math.min(limits.largest, Math.max(limits.smallest, even.smallest)),
          largest: Math.max(limits.smallest, Math.min(limits.largest, even.largest)),
        };
      });
    }
    for (const { index, size } of next) fixed.set(index, size);
  }
}
