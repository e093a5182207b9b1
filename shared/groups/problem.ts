/**
 * What a split is asked for. Groups are numbered from 0; people are known by their ids; every weight is a whole number.
 * The cost of a split is Σ weight × pairs of people of one group who share the value (missing values are shared with
 * nobody), plus what meetings again, wishes and moves cost. Rules come before any cost: fewer broken rules always wins.
 */
export interface SplitProblem {
  readonly people: readonly SplitPerson[];
  readonly groups: readonly GroupLimits[];
  /** Attribute → how much sharing one of its values in a group costs. */
  readonly mix?: Readonly<Record<string, number>>;
  /** Sets of people who must share a group. */
  readonly together?: readonly (readonly string[])[];
  /** Sets of people no two of whom may share a group. */
  readonly apart?: readonly (readonly string[])[];
  /** Attributes no value of which may come twice in a group, such as the organisation. */
  readonly apartBy?: readonly string[];
  readonly pinned?: readonly Placement[];
  readonly needs?: readonly Need[];
  /** Earlier splits: two people whom an earlier split put in one group have met, once a split. */
  readonly earlier?: readonly (readonly Placement[])[];
  /** Pairs who met in any other way, `times` times. */
  readonly met?: readonly { readonly pair: readonly [string, string]; readonly times: number }[];
  /** What one pair's meeting again costs, once a time; negative when people should meet again. */
  readonly metWeight?: number;
  /** Where people are now, and what moving one of them costs. */
  readonly current?: readonly Placement[];
  readonly moveWeight?: number;
  /** What a person's being in a group costs (negative: wished for). */
  readonly wishes?: readonly (Placement & { readonly cost: number })[];
}

export interface SplitPerson {
  readonly id: string;
  /** A value that is absent or empty is missing. */
  readonly values: Readonly<Record<string, string>>;
}

/** How many people a group takes, both included; `largest` is not under `smallest`. */
export interface GroupLimits {
  readonly smallest: number;
  readonly largest: number;
}

export interface Placement {
  readonly personId: string;
  readonly group: number;
}

/** At least `atLeast` people with that value in the group, or in every group when none is named. */
export interface Need {
  readonly attribute: string;
  readonly value: string;
  readonly atLeast: number;
  readonly group?: number;
}

/** For each group, the sorted ids of its people. */
export type Split = readonly (readonly string[])[];

/** Groups whose sizes differ by one at most; which of them get one more is for the search to choose. */
export function evenGroups(people: number, groups: number): GroupLimits[] {
  const limits = { smallest: Math.floor(people / groups), largest: Math.ceil(people / groups) };
  return Array.from({ length: groups }, () => limits);
}

/** Ids are compared by code unit, so the order is the same in every locale. */
export const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
