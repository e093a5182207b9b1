import type { SplitPerson } from '../../../../shared/groups/problem.ts';
import { emptyRecipe, type Recipe, usualRecipe } from '../../../../shared/groups/recipe.ts';
import type { HostView } from '../../../../shared/views/views.ts';
import { fittedRecipe } from './recipeFile.ts';

/** Where a preparation's recipe comes from; said on the page, since a host may want to start from nothing. */
export type RecipeSource = 'breakout' | 'workshop' | 'device' | 'usual';

/** The part of a recipe that names attributes only: good for other people, in another workshop. */
type RememberedRecipe = Pick<Recipe, 'mix' | 'apartBy' | 'togetherBy' | 'met'>;

export const rememberable = ({ mix, apartBy, togetherBy, met }: Recipe): string =>
  JSON.stringify({ mix, apartBy, togetherBy, met } satisfies RememberedRecipe);

/** What this device remembers, as far as it speaks of what is known here. @returns undefined when nothing of it does */
export function remembered(text: string | undefined, attributes: readonly string[]): Recipe | undefined {
  const read = parsed(text);
  if (read === undefined) return undefined;
  const { recipe } = fittedRecipe({ ...emptyRecipe, ...read }, attributes);
  const saysNothing = Object.keys(recipe.mix).length + recipe.apartBy.length + recipe.togetherBy.length === 0;
  return saysNothing ? undefined : recipe;
}

/** Whatever stands in a browser's memory may be of another version, or spoilt. */
function parsed(text: string | undefined): RememberedRecipe | undefined {
  if (text === undefined) return undefined;
  try {
    const { mix, apartBy, togetherBy, met } = JSON.parse(text) as RememberedRecipe;
    const areNames = (names: unknown): boolean =>
      Array.isArray(names) && names.every((name) => typeof name === 'string');
    const areWeights = Object.values(mix).every((weight) => Number.isInteger(weight) && weight >= 1 && weight <= 9);
    if (!areWeights || !areNames(apartBy) || !areNames(togetherBy)) return undefined;
    return ['avoid', 'repeat', 'ignore'].includes(met) ? { mix, apartBy, togetherBy, met } : undefined;
  } catch {
    return undefined;
  }
}

/** The breakout's own recipe, else that of the last breakout of this workshop that had one, else the device's, else the usual one. */
export function startingRecipe(
  view: Pick<HostView, 'breakouts' | 'agenda'>,
  slotId: string,
  people: readonly SplitPerson[],
  ofDevice: Recipe | undefined,
): { readonly recipe: Recipe; readonly source: RecipeSource } {
  const own = view.breakouts[slotId]?.recipe;
  if (own !== undefined) return { recipe: own, source: 'breakout' };
  const other = view.agenda.slots
    .map(({ id }) => view.breakouts[id]?.recipe)
    .findLast((recipe) => recipe !== undefined);
  if (other !== undefined) return { recipe: other, source: 'workshop' };
  if (ofDevice !== undefined) return { recipe: ofDevice, source: 'device' };
  return { recipe: usualRecipe(people), source: 'usual' };
}
