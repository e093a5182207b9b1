import { Stepper } from '../../../parts/Stepper.tsx';
import { useText } from '../../../text/language.tsx';
import { recipeWords } from '../../../text/splitRecipe.ts';
import { useBuilderContext } from './builderContext.ts';
import { type GroupSize, mostGroups } from './plannedGroups.ts';

/** How many groups, said as a number of groups or as a number of people in each. */
export function SizeFields() {
  const { builder } = useBuilderContext();
  const words = useText(recipeWords);
  const { draft, people, resize } = builder;
  const count = draft.split.length;
  const choose = (kind: GroupSize['kind']): void =>
    resize({ kind, count: kind === 'groups' ? count : Math.max(1, Math.round(people.length / count)) });
  return (
    <fieldset className="builder-section">
      <legend>{words.sizeLegend}</legend>
      <div className="builder-choice">
        {(['groups', 'people'] as const).map((kind) => (
          <label key={kind}>
            <input type="radio" name="group-size" checked={draft.size.kind === kind} onChange={() => choose(kind)} />
            {kind === 'groups' ? words.byCount : words.byPeople}
          </label>
        ))}
      </div>
      <Stepper
        labelHidden
        label={draft.size.kind === 'groups' ? words.byCount : words.byPeople}
        value={draft.size.count}
        least={1}
        most={draft.size.kind === 'groups' ? mostGroups : Math.max(1, people.length)}
        fewer={words.fewer}
        greater={words.greater}
        onChange={(next) => resize({ kind: draft.size.kind, count: next })}
      />
    </fieldset>
  );
}
