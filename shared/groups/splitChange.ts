import { type BrokenRule, brokenRules } from './brokenRules.ts';
import { type Meeting, meetings, pairsThatMeetAgain } from './meetings.ts';
import { byId, type Placement, type Split, type SplitProblem } from './problem.ts';

/** What a few moves change in a split. Everything is told as a difference: what nobody touched is not looked at. */
export interface SplitChange {
  /** Attribute → how many more (fewer: negative) pairs of one group share a value; attributes that do not change are absent. */
  readonly pairs: Readonly<Record<string, number>>;
  /** Rules that do not hold afterwards, or hold less than before; and the other way round. */
  readonly broken: readonly BrokenRule[];
  readonly mended: readonly BrokenRule[];
  /** People who meet again because of it, and who no longer do. */
  readonly meetAgain: readonly Meeting[];
  readonly partAgain: readonly Meeting[];
}

/** The split with people in other groups; the moves are taken at once, so that two of them may be an exchange. */
export function withMoves(split: Split, moves: readonly Placement[]): Split {
  const to = new Map(moves.map(({ personId, group }) => [personId, group]));
  return split.map((ids, group) => {
    const staying = ids.filter((id) => (to.get(id) ?? group) === group);
    const coming = moves.filter((move) => move.group === group && !ids.includes(move.personId));
    if (staying.length === ids.length && coming.length === 0) return ids;
    return [...staying, ...coming.map(({ personId }) => personId)].sort(byId);
  });
}

/**
 * What moves would change, exactly as two whole reports would tell it, in a time that grows with the groups concerned and
 * not with the split: a hand that drags somebody over fifty groups is answered at once.
 */
export function changeOf(problem: SplitProblem, split: Split, moves: readonly Placement[]): SplitChange {
  const groups = groupsConcerned(problem, split, moves);
  const keep = (of: Split): Split => of.map((ids, group) => (groups.has(group) ? ids : []));
  const [before, after] = [keep(split), keep(withMoves(split, moves))];
  const part = onlyPeople(problem, new Set(before.flat()));
  const [brokenBefore, brokenAfter] = [brokenRules(part, before), brokenRules(part, after)];
  const met = meetings(part);
  const [meetBefore, meetAfter] = [pairsThatMeetAgain(met, before), pairsThatMeetAgain(met, after)];
  return {
    pairs: pairChanges(part, before, after),
    broken: heavier(brokenAfter, brokenBefore),
    mended: heavier(brokenBefore, brokenAfter),
    meetAgain: without(meetAfter, meetBefore),
    partAgain: without(meetBefore, meetAfter),
  };
}

/** The groups that somebody leaves or enters, and those of whoever must be together with them: no other rule reaches further. */
function groupsConcerned({ together = [] }: SplitProblem, split: Split, moves: readonly Placement[]): Set<number> {
  const moved = new Set(moves.map(({ personId }) => personId));
  const concerned = new Set([...moved, ...together.filter((set) => set.some((id) => moved.has(id))).flat()]);
  const groups = new Set(moves.map(({ group }) => group));
  for (const [group, ids] of split.entries()) if (ids.some((id) => concerned.has(id))) groups.add(group);
  return groups;
}

function onlyPeople(problem: SplitProblem, kept: ReadonlySet<string>): SplitProblem {
  const { people, together = [], apart = [], pinned = [], earlier = [], met = [] } = problem;
  const among = (sets: readonly (readonly string[])[]): string[][] =>
    sets.map((set) => set.filter((id) => kept.has(id))).filter((set) => set.length > 1);
  return {
    ...problem,
    people: people.filter(({ id }) => kept.has(id)),
    together: among(together),
    apart: among(apart),
    pinned: pinned.filter(({ personId }) => kept.has(personId)),
    earlier: earlier.map((places) => places.filter(({ personId }) => kept.has(personId))),
    met: met.filter(({ pair }) => pair.every((id) => kept.has(id))),
  };
}

function pairChanges({ people, mix = {}, apartBy = [] }: SplitProblem, before: Split, after: Split) {
  const valuesOf = new Map(people.map(({ id, values }) => [id, values]));
  const pairsIn = (split: Split, attribute: string): number => {
    let pairs = 0;
    for (const ids of split) {
      const counts = new Map<string, number>();
      for (const id of ids) {
        const value = valuesOf.get(id)?.[attribute] ?? '';
        if (value === '') continue;
        const count = counts.get(value) ?? 0;
        pairs += count;
        counts.set(value, count + 1);
      }
    }
    return pairs;
  };
  return Object.fromEntries(
    [...new Set([...Object.keys(mix), ...apartBy])]
      .sort()
      .map((attribute) => [attribute, pairsIn(after, attribute) - pairsIn(before, attribute)] as const)
      .filter(([, change]) => change !== 0),
  );
}

/** How far a rule is from holding: people too many or too few, groups too many; 1 where it only holds or does not. */
export function weightOfRule(rule: BrokenRule): number {
  switch (rule.kind) {
    case 'size':
      return Math.max(rule.size - rule.largest, rule.smallest - rule.size);
    case 'together':
      return rule.groups.length - 1;
    case 'shares':
      return rule.people.length - 1;
    case 'need':
      return rule.need.atLeast - rule.people.length;
    default:
      return 1;
  }
}

/** Which rule it is, whoever breaks it now. */
function identityOf(rule: BrokenRule): string {
  switch (rule.kind) {
    case 'size':
      return JSON.stringify([rule.kind, rule.group]);
    case 'together':
      return JSON.stringify([rule.kind, rule.people]);
    case 'shares':
      return JSON.stringify([rule.kind, rule.group, rule.attribute, rule.value]);
    case 'need':
      return JSON.stringify([rule.kind, rule.group, rule.need.attribute, rule.need.value, rule.need.atLeast]);
    case 'apart':
      return JSON.stringify([rule.kind, rule.people]);
    case 'pinned':
      // Contradictory pins may name one person twice.
      return JSON.stringify([rule.kind, rule.personId, rule.wanted]);
    default:
      return JSON.stringify([rule.kind, rule.personId]);
  }
}

/** The rules that are further from holding than among the others. */
function heavier(rules: readonly BrokenRule[], others: readonly BrokenRule[]): BrokenRule[] {
  const known = new Map(others.map((rule) => [identityOf(rule), weightOfRule(rule)]));
  return rules.filter((rule) => weightOfRule(rule) > (known.get(identityOf(rule)) ?? 0));
}

function without(meetings: readonly Meeting[], others: readonly Meeting[]): Meeting[] {
  const known = new Set(others.map(({ people }) => JSON.stringify(people)));
  return meetings.filter(({ people }) => !known.has(JSON.stringify(people)));
}
