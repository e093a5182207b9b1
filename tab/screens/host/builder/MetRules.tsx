import { Button } from '../../../parts/Button.tsx';
import { useText } from '../../../text/language.tsx';
import { recipeWords } from '../../../text/splitRecipe.ts';
import { useHost } from '../hostContext.ts';
import { useBuilderContext } from './builderContext.ts';

const wishes = ['avoid', 'repeat', 'ignore'] as const;

/** People who have met in groups before: where that was, and whether they are to meet again. */
export function MetRules() {
  const { send } = useHost();
  const { builder } = useBuilderContext();
  const words = useText(recipeWords);
  return (
    <fieldset className="builder-section">
      <legend>{words.metLegend}</legend>
      {wishes.map((wish) => (
        <label key={wish} className="builder-check">
          <input
            type="radio"
            name="met"
            checked={builder.draft.recipe.met === wish}
            onChange={() => builder.ask({ met: wish })}
          />
          {words[`met_${wish}`]}
        </label>
      ))}
      {builder.earlier.length === 0 ? (
        <p className="builder-note">{words.metNothing}</p>
      ) : (
        <ul className="builder-list">
          {builder.earlier.map(({ id, isNoted, name, places }) => (
            <li key={id}>
              <span>{words.metGroups(name, places.length)}</span>
              {isNoted && (
                <Button
                  variant="quiet"
                  aria-label={words.forgetEarlier(name)}
                  onClick={() => send({ kind: 'ForgetEarlierGroups', earlierId: id })}
                >
                  {words.forget}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
