import { usualRecipe } from '../../../../shared/groups/recipe.ts';
import { Button } from '../../../parts/Button.tsx';
import { useText } from '../../../text/language.tsx';
import { recipeWords } from '../../../text/splitRecipe.ts';
import { AttributeRules } from './AttributeRules.tsx';
import { useBuilderContext } from './builderContext.ts';
import { Fold } from './Fold.tsx';
import { GroupRules } from './GroupRules.tsx';
import { MetRules } from './MetRules.tsx';
import { PeopleRules } from './PeopleRules.tsx';
import { SavedRecipes } from './SavedRecipes.tsx';
import { SizeFields } from './SizeFields.tsx';

/** What is asked of the groups. All but their number is folded away: the usual recipe has been taken already. */
export function RecipePanel() {
  const { builder } = useBuilderContext();
  const words = useText(recipeWords);
  const usual = usualRecipe(builder.people);
  const isUsual = JSON.stringify(usual) === JSON.stringify(builder.draft.recipe);
  const [first = builder.history.present] = builder.history.past;
  const source = isUsual ? 'usual' : first.recipe === builder.draft.recipe ? builder.source : undefined;
  return (
    <>
      <SizeFields />
      <Fold title={words.options} hint={words.optionsHint}>
        {source !== undefined && <p className="builder-note">{words[`source_${source}`]}</p>}
        {!isUsual && <Button onClick={() => builder.ask(usual)}>{words.backToUsual}</Button>}
        <AttributeRules />
        <MetRules />
        <PeopleRules />
        <GroupRules />
        <SavedRecipes />
      </Fold>
    </>
  );
}
