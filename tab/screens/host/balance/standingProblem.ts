import type { SwapOffer } from '../../../../shared/groups/offerSwaps.ts';
import type { Split, SplitProblem } from '../../../../shared/groups/problem.ts';
import { emptyRecipe, recipeProblem } from '../../../../shared/groups/recipe.ts';
import { fewestMoves } from '../../../../shared/groups/settle.ts';
import type { HostBreakoutView, HostView } from '../../../../shared/views/views.ts';
import type { Command } from '../../../../shared/workshop/commands.ts';
import { earlierGroups, placementsOf, splitPeople } from '../builder/builderPeople.ts';

type Moves = Extract<Command, { kind: 'MovePeople' }>['moves'];

/** Groups as they stand, with the recipe that made them. */
export interface Standing {
  /** By the place of the group in the split. */
  readonly groupIds: readonly string[];
  readonly problem: SplitProblem;
  readonly split: Split;
}

/** @param isKept who counts: people who are set aside are asked nothing of */
export function standingProblem(
  view: HostView,
  breakout: HostBreakoutView,
  isKept: (personId: string) => boolean = () => true,
): Standing {
  const groups = view.groups.filter(({ id }) => breakout.merged[id] === undefined);
  const placements = placementsOf(breakout);
  const people = splitPeople(view.people).filter(({ id }) => placements[id] !== undefined && isKept(id));
  const earlier = earlierGroups(view, breakout.slotId).map(({ places }) => places);
  const numbers = groups.map(({ number }) => number);
  return {
    groupIds: groups.map(({ id }) => id),
    problem: recipeProblem(breakout.recipe ?? emptyRecipe, people, numbers, earlier),
    split: groups.map(({ id }) => people.filter((person) => placements[person.id] === id).map((person) => person.id)),
  };
}

/** Whoever sits in their room already is not asked to leave it for a better mix. */
export function withoutArrived({ problem, split, ...rest }: Standing, breakout: HostBreakoutView): Standing {
  const hasArrived = (personId: string): boolean =>
    Object.values(breakout.works).some(({ members }) => members[personId]?.arrived === true);
  const pins = split.flatMap((ids, group) => ids.filter(hasArrived).map((personId) => ({ personId, group })));
  return { ...rest, split, problem: { ...problem, pinned: [...pins, ...(problem.pinned ?? [])] } };
}

/** Offered exchanges as moves; each offer stands on the ones before it, so that somebody may be in two of them. */
export function movesOfOffers({ groupIds, split }: Standing, offers: readonly SwapOffer[]): Moves {
  const to = new Map<string, number>();
  for (const { people, groups } of offers) {
    to.set(people[0], groups[1]);
    to.set(people[1], groups[0]);
  }
  return movesTo({ groupIds, split }, to);
}

function movesTo({ groupIds, split }: Pick<Standing, 'groupIds' | 'split'>, to: ReadonlyMap<string, number>): Moves {
  return split.flatMap((ids, from) =>
    ids.flatMap((personId) => {
      const group = to.get(personId) ?? from;
      const [fromGroupId, toGroupId] = [groupIds[from], groupIds[group]];
      return group === from || fromGroupId === undefined || toGroupId === undefined
        ? []
        : [{ personId, fromGroupId, toGroupId }];
    }),
  );
}

/** Sharing a value that nobody should share weighs as much as so many ordinary pairs. */
const heavy = 10;

/**
 * The question of a re-balance: even groups of those who are kept, with as few moves as possible, and the best mix that these
 * moves allow. Nobody is moved only because two people of one organisation sit together already.
 */
export function rebalanceProblem({ problem, split }: Standing): SplitProblem {
  const { mix = {}, apartBy = [] } = problem;
  const most = Math.max(1, ...Object.values(mix));
  const softened = Object.fromEntries(apartBy.map((name) => [name, heavy * most]));
  return fewestMoves({ ...problem, apartBy: [], mix: { ...mix, ...softened } }, split);
}

/** What a re-balance does: whoever is away goes out of the groups, and those who are here move as the search found. */
export function movesOfRebalance(standing: Standing, found: Split, away: Readonly<Record<string, string>>): Moves {
  const to = new Map(found.flatMap((ids, group) => ids.map((id) => [id, group] as const)));
  const leaving = Object.entries(away).map(([personId, fromGroupId]) => ({ personId, fromGroupId }));
  return [...leaving, ...movesTo(standing, to)];
}

/** Whether groups differ by more than one person once those who are away are not counted. */
export function isUneven({ works, merged }: HostBreakoutView, away: Readonly<Record<string, string>>): boolean {
  const sizes = Object.values(works)
    .filter(({ groupId }) => merged[groupId] === undefined)
    .map(({ members }) => Object.keys(members).filter((id) => away[id] === undefined).length);
  return Math.max(...sizes) - Math.min(...sizes) > 1;
}

/** People with a place who are not here: person → their group. Whoever was seen in a room is here, whatever their phone does. */
export function absentPeople(breakout: HostBreakoutView): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.values(breakout.works).flatMap(({ groupId, members }) =>
      Object.values(members)
        .filter(({ connected, arrived }) => !connected && !arrived)
        .map(({ id }) => [id, groupId]),
    ),
  );
}
