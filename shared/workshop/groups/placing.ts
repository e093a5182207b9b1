import { placeLate } from '../../groups/placeLate.ts';
import type { Placement, SplitPerson, SplitProblem } from '../../groups/problem.ts';
import { type Recipe, recipeProblem, usualRecipe } from '../../groups/recipe.ts';
import { createSearch } from '../../groups/search.ts';
import { splitEvenly } from '../../groups/splitEvenly.ts';
import type { DecisionContext } from '../decision.ts';
import type { Breakout, Group, WorkshopState } from '../state.ts';
import { smallestGroup } from './smallestGroup.ts';
import { standingGroups } from './standingGroups.ts';

type Placements = Breakout['placements'];
type Roster = DecisionContext['roster'];

/** Exchanges that are tried when groups are made at once: some 50 ms, while the server does nothing else. */
const quickProposals = 200_000;

/** Everyone who takes a place in a group: participants, and those who are expected. */
export const placeableIds = (state: WorkshopState): readonly string[] => [
  ...Object.values(state.people)
    .filter((member) => member.role === 'participant' && !member.removed)
    .map((member) => member.id),
  ...Object.keys(state.expected),
];

export function isPlaceable(state: WorkshopState, personId: string): boolean {
  const member = state.people[personId];
  return state.expected[personId] !== undefined || (member?.role === 'participant' && !member.removed);
}

const rosterOf = (personIds: readonly string[], roster: Roster): readonly SplitPerson[] =>
  personIds.map((id) => ({ id, values: roster.get(id) ?? {} }));

/** Who was with whom: in the breakouts of this workshop that took place, and in the earlier splits that were noted. */
export function earlierMeetings(state: WorkshopState, slotId: string): readonly (readonly Placement[])[] {
  const here = Object.entries(state.breakouts)
    .filter(([id, { phase }]) => id !== slotId && phase.kind !== 'formed')
    .map(([, { placements }]) =>
      Object.entries(placements).map(([personId, groupId]) => ({
        personId,
        group: state.groups.findIndex(({ id }) => id === groupId),
      })),
    );
  const elsewhere = state.earlier.map(({ groups }) =>
    groups.flatMap((ids, group) => ids.map((personId) => ({ personId, group }))),
  );
  return [...here, ...elsewhere];
}

/**
 * Everyone's place, found at once: by the recipe, or, when none is given, by what is known of people; by lot where
 * nothing is known.
 */
export function drawGroups(
  state: WorkshopState,
  slotId: string,
  asked: Recipe | undefined,
  { roster, seed }: Pick<DecisionContext, 'roster' | 'seed'>,
): { readonly placements: Placements; readonly recipe?: Recipe } {
  const ids = placeableIds(state);
  const people = rosterOf(ids, roster);
  const recipe = asked ?? usualRecipe(people);
  const earlier = earlierMeetings(state, slotId);
  const saysNothing =
    Object.keys(recipe.mix).length === 0 &&
    recipe.apartBy.length === 0 &&
    (recipe.met === 'ignore' || earlier.length === 0);
  if (asked === undefined && saysNothing) {
    const groupIds = state.groups.map((group) => group.id);
    return { placements: splitEvenly(ids, groupIds, seed) };
  }
  const numbers = state.groups.map((group) => group.number);
  const search = createSearch(recipeProblem(recipe, people, numbers, earlier), seed | 0);
  search.advance(quickProposals);
  const placements = Object.fromEntries(
    search.best().flatMap((members, index) => members.map((id) => [id, state.groups[index]?.id ?? ''] as const)),
  );
  return { placements, recipe };
}

/** The recipe of the breakout, or the usual one, in which no group takes more than is offered. */
export function offeredRecipe(
  state: WorkshopState,
  slotId: string,
  capacities: Readonly<Record<string, number>>,
  roster: Roster,
): Recipe {
  const recipe = state.breakouts[slotId]?.recipe ?? usualRecipe(rosterOf(placeableIds(state), roster));
  const limits = state.groups.flatMap(({ id, number }) => {
    const largest = capacities[id];
    return largest === undefined ? [] : [[number, { smallest: 0, largest }] as const];
  });
  return { ...recipe, limits: Object.fromEntries(limits) };
}

/** What a late arrival is placed by: the groups as they stand, and the recipe that made them. */
function lateProblem(
  state: WorkshopState,
  slotId: string,
  recipe: Recipe,
  groups: readonly Group[],
  ids: readonly string[],
  roster: Roster,
): SplitProblem {
  const numbers = groups.map((group) => group.number);
  return recipeProblem(recipe, rosterOf(ids, roster), numbers, earlierMeetings(state, slotId));
}

/** The best group for one more person, nobody else moved; undefined when there is no group. */
export function placeForOne(
  state: WorkshopState,
  slotId: string,
  breakout: Pick<Breakout, 'placements' | 'merged' | 'recipe'>,
  personId: string,
  roster: Roster,
): string | undefined {
  const groups = standingGroups(state, breakout);
  const { recipe, placements } = breakout;
  if (recipe === undefined) return smallestGroup(groups, placements);
  const placed = Object.keys(placements).filter((id) => id !== personId);
  const problem = lateProblem(state, slotId, recipe, groups, [...placed, personId], roster);
  // One look at each person: with fifty groups of twenty, a look for each group is most of the time.
  const members = Map.groupBy(placed, (id) => placements[id]);
  const split = groups.map(({ id }) => members.get(id) ?? []);
  const late = placeLate(problem, split, personId);
  return late === undefined ? undefined : groups[late.group]?.id;
}
