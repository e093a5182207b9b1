import { type BrokenRule, brokenRules } from '../../../shared/groups/brokenRules.ts';
import type { Placement, Split, SplitPerson, SplitProblem } from '../../../shared/groups/problem.ts';
import { organisation, recipeProblem, usualRecipe } from '../../../shared/groups/recipe.ts';
import { reportSplit } from '../../../shared/groups/report.ts';
import { splitCost } from '../../../shared/groups/splitCost.ts';
import type { GroupDefinition, HostBreakoutView, HostView } from '../../../shared/views/views.ts';

type Known = Pick<HostView, 'people' | 'groups' | 'breakouts' | 'earlier'>;

/** A group that another one may join. */
export interface MergeOffer {
  readonly group: GroupDefinition;
  readonly size: number;
  /** The plenary has seen its key ideas: nobody joins it any more. */
  readonly isPresented: boolean;
  /** The groups as they would be, this one at `index`. */
  readonly problem: SplitProblem;
  readonly split: Split;
  readonly index: number;
}

/** What is to be known of the larger group, in the engine's own counting. */
export interface MergedMix {
  readonly broken: readonly Extract<BrokenRule, { kind: 'shares' | 'apart' }>[];
  readonly attributes: readonly {
    readonly attribute: string;
    /** The value that comes too often, if one does; `most`: in an even spread. */
    readonly worst?: { readonly value: string; readonly count: number; readonly most: number };
  }[];
  /** Pairs of people who would meet again. */
  readonly meetAgain: number;
}

const membersOf = (breakout: HostBreakoutView, groupId: string): readonly string[] =>
  Object.keys(breakout.works[groupId]?.members ?? {});

/** Who was with whom before this breakout. */
function meetingsBefore({ breakouts, earlier, groups }: Known, slotId: string): readonly (readonly Placement[])[] {
  const here = Object.values(breakouts)
    .filter((breakout) => breakout.slotId !== slotId && breakout.phase.kind !== 'formed')
    .map((breakout) =>
      groups.flatMap(({ id }, group) => membersOf(breakout, id).map((personId) => ({ personId, group }))),
    );
  const elsewhere = earlier.map((split) =>
    split.groups.flatMap((ids, group) => ids.map((personId) => ({ personId, group }))),
  );
  return [...here, ...elsewhere];
}

/** The groups that one may join, the best first: fewest broken rules of the recipe, then how mixed all of them are. */
export function mergeOffers(view: Known, breakout: HostBreakoutView, fromGroupId: string): readonly MergeOffer[] {
  const standing = view.groups.filter(({ id }) => breakout.merged[id] === undefined && id !== fromGroupId);
  const moving = membersOf(breakout, fromGroupId);
  const ids = [...standing.flatMap(({ id }) => membersOf(breakout, id)), ...moving];
  const people = ids.map((id): SplitPerson => {
    const { attributes, organisation: own = '' } = view.people[id] ?? {};
    return { id, values: { ...attributes, [organisation]: own } };
  });
  const numbers = standing.map(({ number }) => number);
  const recipe = breakout.recipe ?? usualRecipe(people);
  const asked = recipeProblem(recipe, people, numbers, meetingsBefore(view, breakout.slotId));
  const problem: SplitProblem = {
    ...asked,
    // Sizes are told beside it: the limits of the groups would only say that there is one group less.
    groups: numbers.map(() => ({ smallest: 0, largest: ids.length })),
    pinned: (asked.pinned ?? []).filter(({ group }) => group >= 0),
  };
  return standing
    .map((group, index) => {
      const split = standing.map(({ id }, at) => [...membersOf(breakout, id), ...(at === index ? moving : [])]);
      const isPresented = breakout.works[group.id]?.presented ?? false;
      const size = membersOf(breakout, group.id).length;
      const rank = [Number(isPresented), brokenRules(problem, split).length, splitCost(problem, split), size] as const;
      return { offer: { group, size, isPresented, problem, split, index }, rank };
    })
    .sort((one, other) => firstDifference(one.rank, other.rank))
    .map(({ offer }) => offer);
}

const firstDifference = (one: readonly number[], other: readonly number[]): number =>
  one.map((value, index) => value - (other[index] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** What joining that group makes of it. */
export function mergedMix({ problem, split, index }: MergeOffer): MergedMix {
  const report = reportSplit(problem, split);
  return {
    broken: report.broken.flatMap((rule) =>
      (rule.kind === 'shares' || rule.kind === 'apart') && rule.group === index ? [rule] : [],
    ),
    attributes: report.attributes
      .filter(({ weight }) => weight > 0)
      .map(({ attribute, groups }) => {
        const over = (groups[index]?.uneven ?? []).filter(({ count, most }) => count > most);
        const [worst] = over.toSorted((one, other) => other.count - other.most - (one.count - one.most));
        return { attribute, ...(worst === undefined ? {} : { worst }) };
      }),
    meetAgain: report.meetAgain.pairs.filter((pair) => pair.group === index).length,
  };
}
