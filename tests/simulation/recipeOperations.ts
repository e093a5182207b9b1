import { emptyRecipe, type Recipe } from '../../shared/groups/recipe.ts';
import type { HostBreakoutView, HostView } from '../../shared/views/views.ts';
import { seenPlaces } from '../../shared/workshop/groups/seenPlaces.ts';
import { asHost, choose, host, type Operation, onBreakout } from './screen.ts';
import type { OperationName } from './script.ts';

type RecipeOperation = Extract<
  OperationName,
  'publish' | 'exchange' | 'saveRecipe' | 'dropRecipe' | 'noteEarlier' | 'forgetEarlier'
>;

const placeable = ({ people }: HostView): readonly string[] =>
  Object.values(people)
    .filter(({ role }) => role === 'participant')
    .map(({ id }) => id);

const placementsOf = (works: HostBreakoutView['works']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.values(works).flatMap(({ groupId, members }) => Object.keys(members).map((id) => [id, groupId])),
  );

function recipeOf(ids: readonly string[], pick: number): Recipe {
  const [one, other] = [choose(ids, pick), choose(ids, pick + 1)];
  const pair = one === undefined || other === undefined || one === other ? [] : [[one, other]];
  return { ...emptyRecipe, apart: pair, met: pick % 2 === 0 ? 'avoid' : 'repeat' };
}

/** Groups as a host prepares them, and what is kept for the next time. */
export const recipeOperations: Readonly<Record<RecipeOperation, Operation>> = {
  publish: {
    roles: host,
    press: (screen) =>
      onBreakout(screen, ['formed', undefined], ({ slotId, works = {}, merged = {} }, view) => {
        const { pick } = screen;
        const ids = placeable(view);
        const standing = view.groups.filter(({ id }) => merged[id] === undefined);
        // Now and then one group more than there are, as long as there are few.
        const count = standing.length + (pick % 9 === 8 && standing.length < 4 ? 1 : 0);
        return {
          kind: 'PublishGroups',
          slotId,
          groups: Array.from({ length: count }, (_, group) => ({
            ...(standing[group] === undefined ? {} : { groupId: standing[group].id }),
            personIds: ids.filter((_id, at) => (at + pick) % count === group),
          })),
          recipe: recipeOf(ids, pick),
          seenPlaces: seenPlaces(placementsOf(works), ids),
        };
      }),
  },
  exchange: {
    roles: host,
    press: (screen) =>
      onBreakout(screen, ['open', 'formed'], ({ slotId, works = {} }) => {
        const [one, other] = Object.values(works).filter(({ members }) => Object.keys(members).length > 0);
        if (one === undefined || other === undefined) return undefined;
        const [first, second] = [one, other].map(({ members }) => choose(Object.keys(members), screen.pick));
        if (first === undefined || second === undefined) return undefined;
        return {
          kind: 'MovePeople',
          slotId,
          moves: [
            { personId: first, fromGroupId: one.groupId, toGroupId: other.groupId },
            { personId: second, fromGroupId: other.groupId, toGroupId: one.groupId },
          ],
        };
      }),
  },
  saveRecipe: {
    roles: host,
    press: (screen) =>
      asHost(screen, (view) => {
        const known = screen.pick % 3 === 0 ? choose(Object.keys(view.recipes), screen.pick) : undefined;
        return {
          kind: 'SaveRecipe',
          ...(known === undefined ? {} : { recipeId: known }),
          name: `Recette ${screen.pick}`,
          recipe: recipeOf(placeable(view), screen.pick),
        };
      }),
  },
  dropRecipe: {
    roles: host,
    press: (screen) =>
      asHost(screen, ({ recipes }) => {
        const recipeId = choose(Object.keys(recipes), screen.pick);
        return recipeId === undefined ? undefined : { kind: 'DropRecipe', recipeId };
      }),
  },
  noteEarlier: {
    roles: host,
    press: (screen) =>
      asHost(screen, (view) => {
        const ids = placeable(view);
        const groups = [0, 1]
          .map((group) => ids.filter((_, at) => at % 2 === group))
          .filter(({ length }) => length > 0);
        return groups.length === 0 ? undefined : { kind: 'NoteEarlierGroups', name: `Avant ${screen.pick}`, groups };
      }),
  },
  forgetEarlier: {
    roles: host,
    press: (screen) =>
      asHost(screen, ({ earlier }) => {
        const split = choose(earlier, screen.pick);
        return split && { kind: 'ForgetEarlierGroups', earlierId: split.id };
      }),
  },
};
