import { emptyRecipe, type Recipe } from '../../../../shared/groups/recipe.ts';
import { foldValue } from '../../../../shared/people/unifyValues.ts';

/** A recipe fit for a workshop, and the attributes of which nothing is known there. */
export interface FittedRecipe {
  readonly recipe: Recipe;
  readonly unknown: readonly string[];
}

/** A recipe that somebody took along in a file. */
export interface BroughtRecipe extends FittedRecipe {
  readonly name: string;
}

/** Far more than a recipe ever holds: a film chosen by mistake is not read. */
const mostBytes = 1_000_000;
const format = 'aparte-recipe';

/** The recipe without the rules that name people: they are nobody in another workshop. */
export const recipeFile = (name: string, { mix, apartBy, togetherBy, limits, needs, met }: Recipe): string =>
  `${JSON.stringify({ format, version: 1, name, recipe: { mix, apartBy, togetherBy, limits, needs, met } }, null, 2)}\n`;

/** What of a recipe speaks of what is known here, in the spelling of here. @param attributes known in this workshop */
export function fittedRecipe(recipe: Recipe, attributes: readonly string[]): FittedRecipe {
  const known = new Map(attributes.map((name) => [foldValue(name), name]));
  const unknown = new Set<string>();
  const here = (name: string): readonly string[] => {
    const found = known.get(foldValue(name));
    if (found === undefined) unknown.add(name);
    return found === undefined ? [] : [found];
  };
  const fitted = {
    ...recipe,
    mix: Object.fromEntries(
      Object.entries(recipe.mix).flatMap(([name, weight]) => here(name).map((one) => [one, weight])),
    ),
    apartBy: recipe.apartBy.flatMap(here),
    togetherBy: recipe.togetherBy.flatMap(here),
    needs: recipe.needs.flatMap((need) => here(need.attribute).map((attribute) => ({ ...need, attribute }))),
  };
  return { recipe: fitted, unknown: [...unknown] };
}

/** Reads what `recipeFile` wrote. @returns undefined when the file holds no recipe, or cannot be read */
export async function readRecipeFile(file: Blob, attributes: readonly string[]): Promise<BroughtRecipe | undefined> {
  if (file.size > mostBytes) return undefined;
  try {
    // The checks of the server, loaded by whoever brings a file and by nobody else.
    const [text, { namedRecipeSchema }] = await Promise.all([
      file.text(),
      import('../../../../shared/workshop/commands.ts'),
    ]);
    const { format: said, name, recipe } = JSON.parse(text);
    if (said !== format) return undefined;
    const read = namedRecipeSchema.parse({
      name,
      recipe: { ...emptyRecipe, ...recipe, together: [], apart: [], pinned: {} },
    });
    return { name: read.name, ...fittedRecipe(read.recipe, attributes) };
  } catch {
    return undefined;
  }
}
