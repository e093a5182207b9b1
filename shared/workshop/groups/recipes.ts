import { err, ok } from '../../core/result.ts';
import type { Decisions } from '../decision.ts';
import type { Evolution } from '../evolution.ts';
import { limits } from '../limits.ts';

type RecipeCommand = 'SaveRecipe' | 'DropRecipe' | 'NoteEarlierGroups' | 'ForgetEarlierGroups';
type RecipeEvent = 'RecipeSaved' | 'RecipeDropped' | 'EarlierGroupsNoted' | 'EarlierGroupsForgotten';

/** What a split is made by, kept for the next one: recipes, and who has met elsewhere. */
export const recipeDecisions: Decisions<RecipeCommand> = {
  SaveRecipe: (state, { recipeId, name, recipe }, { commandId }) => {
    if (recipeId !== undefined && state.recipes[recipeId] === undefined) return err('recipe_unknown');
    if (recipeId === undefined && Object.keys(state.recipes).length >= limits.recipes) return err('too_many_recipes');
    return ok([{ kind: 'RecipeSaved', saved: { id: recipeId ?? commandId, name, recipe } }]);
  },
  DropRecipe: (state, { recipeId }) =>
    state.recipes[recipeId] === undefined ? err('recipe_unknown') : ok([{ kind: 'RecipeDropped', recipeId }]),
  NoteEarlierGroups: (state, { name, groups }, { commandId }) => {
    if (state.earlier.length >= limits.earlierSplits) return err('too_many_earlier');
    const isKnown = (id: string): boolean => state.people[id] !== undefined || state.expected[id] !== undefined;
    if (!groups.flat().every(isKnown)) return err('person_unknown');
    return ok([{ kind: 'EarlierGroupsNoted', earlier: { id: commandId, name, groups } }]);
  },
  ForgetEarlierGroups: (state, { earlierId }) =>
    state.earlier.some(({ id }) => id === earlierId)
      ? ok([{ kind: 'EarlierGroupsForgotten', earlierId }])
      : err('earlier_unknown'),
};

export const recipeEvolution: Evolution<RecipeEvent> = {
  RecipeSaved: (state, { saved }) => ({ ...state, recipes: { ...state.recipes, [saved.id]: saved } }),
  RecipeDropped: (state, { recipeId }) => {
    const { [recipeId]: _dropped, ...recipes } = state.recipes;
    return { ...state, recipes };
  },
  EarlierGroupsNoted: (state, { earlier }) => ({ ...state, earlier: [...state.earlier, earlier] }),
  EarlierGroupsForgotten: (state, { earlierId }) => ({
    ...state,
    earlier: state.earlier.filter(({ id }) => id !== earlierId),
  }),
};
