import { evenGroups, type SplitPerson, type SplitProblem } from './problem.ts';

/** A roster as measuring files give it: groups are numbered from 1, attributes stand beside the id. */
export interface Roster {
  readonly people: readonly Readonly<Record<string, string>>[];
  readonly groups: number;
  readonly weights: Readonly<Record<string, number>>;
  readonly together: readonly (readonly string[])[];
  readonly apart: readonly (readonly string[])[];
  readonly pinned: readonly (readonly [string, number])[];
  readonly previousGroups: readonly (readonly [string, number])[];
  readonly metWeight?: number;
}

export function rosterProblem(roster: Roster): SplitProblem {
  const place = ([personId, group]: readonly [string, number]) => ({ personId, group: group - 1 });
  return {
    people: roster.people.map((values): SplitPerson => ({ id: values.id ?? '', values })),
    groups: evenGroups(roster.people.length, roster.groups),
    mix: roster.weights,
    together: roster.together,
    apart: roster.apart,
    pinned: roster.pinned.map(place),
    earlier: roster.previousGroups.length > 0 ? [roster.previousGroups.map(place)] : [],
    metWeight: roster.metWeight ?? 1,
  };
}
