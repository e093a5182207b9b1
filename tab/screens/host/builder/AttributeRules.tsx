import { organisation } from '../../../../shared/groups/recipe.ts';
import { useText } from '../../../text/language.tsx';
import { recipeWords } from '../../../text/splitRecipe.ts';
import { useBuilderContext } from './builderContext.ts';
import type { KnownAttribute } from './builderPeople.ts';
import { attributeLabel } from './splitSentences.ts';

const weights = [0, 1, 2, 3] as const;

/** What to do with each thing that is known of people: mix it, never twice in a group, keep together. */
export function AttributeRules() {
  const { builder } = useBuilderContext();
  const words = useText(recipeWords);
  if (builder.attributes.length === 0) return <p className="builder-note">{words.noAttributes}</p>;
  return (
    <fieldset className="builder-section">
      <legend>{words.attributesLegend}</legend>
      {builder.attributes.map((attribute) => (
        <AttributeRule key={attribute.name} attribute={attribute} />
      ))}
    </fieldset>
  );
}

const toggled = (names: readonly string[], name: string): readonly string[] =>
  names.includes(name) ? names.filter((one) => one !== name) : [...names, name];

function AttributeRule({ attribute: { name, values } }: { readonly attribute: KnownAttribute }) {
  const { builder, speech } = useBuilderContext();
  const words = useText(recipeWords);
  const { mix, apartBy, togetherBy } = builder.draft.recipe;
  const label = attributeLabel(speech, name);
  const weigh = (weight: number): void => {
    const { [name]: _before, ...rest } = mix;
    builder.ask({ mix: weight === 0 ? rest : { ...rest, [name]: weight } });
  };
  return (
    <fieldset className="builder-attribute">
      <legend>
        {label} <small>{words.values(values.length)}</small>
      </legend>
      <label className="builder-attribute__mix">
        <span>{words.mixShort}</span>
        <select
          className="field__control"
          aria-label={words.mix(label)}
          value={Math.min(3, mix[name] ?? 0)}
          onChange={(event) => weigh(Number(event.currentTarget.value))}
        >
          {weights.map((weight) => (
            <option key={weight} value={weight}>
              {words[`mix_${weight}`]}
            </option>
          ))}
        </select>
      </label>
      <label className="builder-check">
        <input
          type="checkbox"
          checked={apartBy.includes(name)}
          onChange={() => builder.ask({ apartBy: toggled(apartBy, name) })}
        />
        {words.apartBy}
      </label>
      {name !== organisation && (
        <label className="builder-check">
          <input
            type="checkbox"
            checked={togetherBy.includes(name)}
            onChange={() => builder.ask({ togetherBy: toggled(togetherBy, name) })}
          />
          {words.togetherBy}
        </label>
      )}
    </fieldset>
  );
}
