import { lowerBound, spreadOf, valueBound } from './bound.ts';
import { type BrokenRule, brokenRules } from './brokenRules.ts';
import { isEarlierColumn } from './columns.ts';
import { compile } from './compile.ts';
import { type Contradiction, findContradictions } from './contradictions.ts';
import { meetings, pairsThatMeetAgain } from './meetings.ts';
import type { Split, SplitProblem } from './problem.ts';
import { instanceCost } from './splitCost.ts';

/** Why a split is good, or not: everything a preview explains. Groups are numbered from 0. */
export interface SplitReport {
  readonly sizes: readonly number[];
  readonly cost: number;
  /** No split costs less. */
  readonly bound: number;
  /** 'proved': the cost is the bound. Otherwise how far above it the cost is, which the best split may be, too. */
  readonly optimum: 'proved' | { readonly gap: number };
  readonly attributes: readonly AttributeReport[];
  readonly contradictions: readonly Contradiction[];
  readonly broken: readonly BrokenRule[];
  readonly meetAgain: MeetAgain;
  /** How many people are elsewhere than in `current`. */
  readonly moved: number;
}

export interface AttributeReport {
  readonly attribute: string;
  readonly weight: number;
  /** Pairs of people of one group who share a value, and the fewest that there can be. */
  readonly pairs: number;
  readonly fewestPairs: number;
  readonly groups: readonly {
    readonly pairs: number;
    /** Values that come more or less often than in an even spread. */
    readonly uneven: readonly {
      readonly value: string;
      readonly count: number;
      readonly fewest: number;
      readonly most: number;
    }[];
  }[];
}

export interface MeetAgain {
  /** Meetings again: a pair counts once for each time it met before. */
  readonly times: number;
  /** How many there must be at least, by counting, earlier split by earlier split. */
  readonly fewest: number;
  readonly pairs: readonly {
    readonly people: readonly [string, string];
    readonly group: number;
    readonly times: number;
  }[];
}

/** Explains a split; recomputed from the problem and the split alone. */
export const reportSplit = (problem: SplitProblem, split: Split): SplitReport => splitReporter(problem)(split);

/** Explains many splits of one problem: what does not depend on the split is worked out once. */
export function splitReporter(problem: SplitProblem): (split: Split) => SplitReport {
  const instance = compile(problem);
  const bound = lowerBound(instance);
  const current = new Map((problem.current ?? []).map(({ personId, group }) => [personId, group]));
  const met = meetings(problem);
  const fewest = fewestMeetings(problem);
  const contradictions = findContradictions(problem);
  const reportAttributes = attributeReporter(problem);
  return (split) => {
    const cost = instanceCost(instance, split);
    const pairs = pairsThatMeetAgain(met, split);
    return {
      sizes: split.map((ids) => ids.length),
      cost,
      bound,
      optimum: cost <= bound ? 'proved' : { gap: cost - bound },
      attributes: reportAttributes(split),
      contradictions,
      broken: brokenRules(problem, split),
      meetAgain: { times: pairs.reduce((sum, { times }) => sum + times, 0), fewest, pairs },
      moved: split.reduce(
        (sum, ids, group) => sum + ids.filter((id) => current.has(id) && current.get(id) !== group).length,
        0,
      ),
    };
  };
}

function attributeReporter(problem: SplitProblem): (split: Split) => AttributeReport[] {
  const { people, mix = {}, apartBy = [] } = problem;
  const attributes = [...new Set([...Object.keys(mix), ...apartBy])].sort();
  const valuesOf = new Map(people.map(({ id, values }) => [id, values]));
  const idealOf = new Map(attributes.map((attribute) => [attribute, idealSpread(problem, attribute)]));
  return (split) =>
    attributes.map((attribute) => {
      const { quotas, fewestPairs } = idealOf.get(attribute) as IdealSpread;
      const groupReports = split.map((ids) => {
        const counts = new Map<string, number>();
        for (const id of ids) {
          const value = valuesOf.get(id)?.[attribute] ?? '';
          if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
        }
        return {
          pairs: [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0),
          uneven: [...quotas].flatMap(([value, { fewest, most }]) => {
            const count = counts.get(value) ?? 0;
            return count < fewest || count > most ? [{ value, count, fewest, most }] : [];
          }),
        };
      });
      return {
        attribute,
        weight: mix[attribute] ?? 0,
        pairs: groupReports.reduce((sum, { pairs }) => sum + pairs, 0),
        fewestPairs,
        groups: groupReports,
      };
    });
}

interface IdealSpread {
  readonly quotas: ReadonlyMap<string, { readonly fewest: number; readonly most: number }>;
  readonly fewestPairs: number;
}

function idealSpread({ people, groups, together = [], pinned = [] }: SplitProblem, attribute: string): IdealSpread {
  // Weight 1 for this attribute alone: what it costs then is its number of pairs.
  const instance = compile({ people, groups, together, pinned, mix: { [attribute]: 1 } });
  const quotas = new Map<string, { fewest: number; most: number }>();
  let fewestPairs = 0;
  for (let value = 1; value < instance.values; value++) {
    const spread = spreadOf(instance, value);
    fewestPairs += spread.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
    quotas.set(instance.valueNames[value]?.value ?? '', { fewest: Math.min(...spread), most: Math.max(...spread) });
  }
  return { quotas, fewestPairs };
}

function fewestMeetings({ people, groups, together = [], pinned = [], earlier = [] }: SplitProblem): number {
  const instance = compile({ people, groups, together, pinned, earlier, metWeight: 1 });
  let fewest = 0;
  for (const [value, { attribute }] of instance.valueNames.entries())
    if (isEarlierColumn(attribute)) fewest += valueBound(instance, value);
  return fewest;
}
