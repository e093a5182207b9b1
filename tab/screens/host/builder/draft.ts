import { placeLate } from '../../../../shared/groups/placeLate.ts';
import {
  byId,
  type Placement,
  type Split,
  type SplitPerson,
  type SplitProblem,
} from '../../../../shared/groups/problem.ts';
import { type Recipe, recipeProblem } from '../../../../shared/groups/recipe.ts';
import { withMoves } from '../../../../shared/groups/splitChange.ts';
import { splitEvenly } from '../../../../shared/groups/splitEvenly.ts';
import { type GroupSize, groupCount, type PlannedGroup } from './plannedGroups.ts';

/** One step of a preparation: what is asked for, who is where, and what a new search leaves alone. */
export interface Draft {
  readonly size: GroupSize;
  readonly recipe: Recipe;
  readonly seed: number;
  /** By the place of the group in the plan; everybody is in it. */
  readonly split: Split;
  /** People who stay where they are, and groups that stay as they are, when the groups are mixed again. */
  readonly lockedPeople: ReadonlySet<string>;
  readonly lockedGroups: ReadonlySet<number>;
}

type Earlier = readonly (readonly Placement[])[];

/** What the recipe asks of these people, in so many groups. */
export const askedProblem = (
  recipe: Recipe,
  people: readonly SplitPerson[],
  groups: readonly PlannedGroup[],
  earlier: Earlier,
): SplitProblem =>
  recipeProblem(
    recipe,
    people,
    groups.map(({ number }) => number),
    earlier,
  );

/** The same with what is locked held in its place. Locks are the host's hand, not part of the recipe. */
export function searchedProblem(
  { recipe, split, lockedPeople, lockedGroups }: Draft,
  people: readonly SplitPerson[],
  groups: readonly PlannedGroup[],
  earlier: Earlier,
): SplitProblem {
  const pinned: Record<string, number> = { ...recipe.pinned };
  const limits: Record<string, Recipe['limits'][string]> = { ...recipe.limits };
  for (const [index, ids] of split.entries()) {
    const group = groups[index];
    if (group === undefined) continue;
    const isLocked = lockedGroups.has(index);
    if (isLocked) limits[group.number] = { smallest: ids.length, largest: ids.length };
    for (const id of ids) if (isLocked || lockedPeople.has(id)) pinned[id] = group.number;
  }
  return askedProblem({ ...recipe, pinned, limits }, people, groups, earlier);
}

/**
 * So many groups: everybody somewhere, at once, until a search has an answer. Who is locked stays, the others are dealt out.
 * The number of groups is what it was then: whoever comes later changes no size of a group into another number of groups.
 */
export function resized(before: Draft, size: GroupSize, people: readonly SplitPerson[]): Draft {
  const draft = { ...before, size };
  const count = groupCount(size, people.length);
  if (count === draft.split.length) return draft;
  const staying = draft.split.slice(0, count);
  const kept = staying.map((ids, index) =>
    ids.filter((id) => draft.lockedGroups.has(index) || draft.lockedPeople.has(id)),
  );
  const held = new Set(kept.flat());
  const indices = Array.from({ length: count }, (_, index) => String(index));
  const rest = splitEvenly(
    people.map(({ id }) => id).filter((id) => !held.has(id)),
    indices,
    draft.seed,
  );
  const split = indices.map((index) =>
    [...(kept[Number(index)] ?? []), ...Object.keys(rest).filter((id) => rest[id] === index)].sort(byId),
  );
  return {
    ...draft,
    split,
    lockedPeople: new Set([...draft.lockedPeople].filter((id) => held.has(id))),
    lockedGroups: new Set([...draft.lockedGroups].filter((index) => index < count)),
  };
}

/** The groups as they stand, as the plan holds them; people without a place are still to come in. */
export const standingSplit = (placements: Readonly<Record<string, string>>, groups: readonly PlannedGroup[]): Split =>
  groups.map(({ groupId }) =>
    groupId === undefined
      ? []
      : Object.keys(placements)
          .filter((id) => placements[id] === groupId)
          .sort(byId),
  );

/**
 * The draft for the people who are there now: whoever has gone is out, whoever has come is placed where they fit best and
 * nobody else moves. Somebody whom the server has placed already stands there.
 */
export function withPeople(
  draft: Draft,
  problem: SplitProblem,
  groups: readonly PlannedGroup[],
  placements: Readonly<Record<string, string>>,
): Draft {
  const present = new Set(problem.people.map(({ id }) => id));
  const placed = new Set(draft.split.flat());
  const isWhole = placed.size === present.size && [...placed].every((id) => present.has(id));
  if (isWhole) return draft;
  let split: Split = draft.split.map((ids) =>
    ids.every((id) => present.has(id)) ? ids : ids.filter((id) => present.has(id)),
  );
  for (const { id } of problem.people) {
    if (placed.has(id)) continue;
    const place = placements[id];
    const there = place === undefined ? -1 : groups.findIndex(({ groupId }) => groupId === place);
    const group = there >= 0 ? there : (placeLate(problem, split, id)?.group ?? 0);
    split = withMoves(split, [{ personId: id, group }]);
  }
  return { ...draft, split };
}

/** Where somebody is in the plan; −1: nowhere. */
export const groupOfPerson = (split: Split, personId: string): number =>
  split.findIndex((ids) => ids.includes(personId));

/** People moved by hand stay where they were put. */
export function moved(draft: Draft, moves: readonly Placement[]): Draft {
  return {
    ...draft,
    split: withMoves(draft.split, moves),
    lockedPeople: new Set([...draft.lockedPeople, ...moves.map(({ personId }) => personId)]),
  };
}

export function lockToggled<Thing>(locked: ReadonlySet<Thing>, thing: Thing): ReadonlySet<Thing> {
  const next = new Set(locked);
  if (!next.delete(thing)) next.add(thing);
  return next;
}

/** Whether a change asks for a new search: another number of groups, another recipe, another roll. */
export const asksAnew = (before: Draft, after: Draft): boolean =>
  before.recipe !== after.recipe || before.seed !== after.seed || before.split.length !== after.split.length;
