import { useState } from 'react';
import { organisation } from '../../../../shared/groups/recipe.ts';
import { Button } from '../../../parts/Button.tsx';
import { Field } from '../../../parts/Field.tsx';
import { FileButton } from '../../../parts/FileButton.tsx';
import { Icon } from '../../../parts/Icon.tsx';
import { Menu } from '../../../parts/Menu.tsx';
import { fileName, saveFile } from '../../../parts/saveFile.ts';
import { useText } from '../../../text/language.tsx';
import { recipeWords } from '../../../text/splitRecipe.ts';
import { useHost } from '../hostContext.ts';
import { useBuilderContext } from './builderContext.ts';
import { Fold } from './Fold.tsx';
import { readRecipeFile, recipeFile } from './recipeFile.ts';

/** Recipes that are kept with the workshop: used again, replaced, deleted, taken to another workshop in a file. */
export function SavedRecipes() {
  const { view, send } = useHost();
  const { builder } = useBuilderContext();
  const words = useText(recipeWords);
  const [name, setName] = useState('');
  const [told, setTold] = useState('');
  const { recipe } = builder.draft;
  const saved = Object.values(view.recipes);
  const bring = async (file: Blob) => {
    const known = [
      organisation,
      ...view.attributes.map((one) => one.name),
      ...builder.attributes.map((one) => one.name),
    ];
    const brought = await readRecipeFile(file, known);
    setTold(brought === undefined ? words.recipeNotRead : words.recipeBrought(brought.name, brought.unknown));
    if (brought === undefined) return;
    builder.ask(brought.recipe);
    setName(brought.name);
  };
  return (
    <Fold title={words.recipesLegend}>
      {saved.length === 0 && <p className="builder-note">{words.recipesNone}</p>}
      <ul className="builder-list builder-recipes">
        {saved.map((one) => (
          <li key={one.id}>
            <Button variant="quiet" onClick={() => builder.ask(one.recipe)}>
              {words.recipeUse(one.name)}
            </Button>
            <Menu
              variant="quiet"
              label={words.recipeActions(one.name)}
              items={[
                {
                  label: words.recipeUpdate(one.name),
                  onSelect: () => send({ kind: 'SaveRecipe', recipeId: one.id, name: one.name, recipe }),
                },
                {
                  label: words.recipeToFile(one.name),
                  onSelect: () => {
                    const content = new Blob([recipeFile(one.name, one.recipe)], { type: 'application/json' });
                    saveFile(content, `${fileName(one.name)}.json`);
                    setTold(words.recipeSaved);
                  },
                },
                {
                  label: words.recipeDrop(one.name),
                  danger: true,
                  onSelect: () => send({ kind: 'DropRecipe', recipeId: one.id }),
                },
              ]}
            >
              <Icon name="more" />
            </Menu>
          </li>
        ))}
      </ul>
      <form
        className="builder-save"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          send({ kind: 'SaveRecipe', name, recipe });
          setName('');
        }}
      >
        <Field label={words.recipeName} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Button type="submit" disabled={name.trim() === ''}>
          {words.recipeSave}
        </Button>
      </form>
      <FileButton
        variant="quiet"
        accept=".json,application/json"
        label={words.recipeFromFile}
        onFile={(file) => void bring(file)}
      >
        <Icon name="upload" />
        {words.recipeFromFile}
      </FileButton>
      <p className="builder-note" role="status">
        {told}
      </p>
    </Fold>
  );
}
