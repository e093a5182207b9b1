import type { Recipe } from '../../../../shared/groups/recipe.ts';
import { Button } from '../../../parts/Button.tsx';
import { Icon } from '../../../parts/Icon.tsx';
import { useText } from '../../../text/language.tsx';
import { recipeWords } from '../../../text/splitRecipe.ts';
import { useBuilderContext } from './builderContext.ts';
import { Fold } from './Fold.tsx';
import { attributeLabel } from './splitSentences.ts';

/** Rules that name groups: how many people each takes, and what each needs. */
export function GroupRules() {
  return (
    <>
      <LimitRules />
      <NeedRules />
    </>
  );
}

function LimitRules() {
  const { builder, speech } = useBuilderContext();
  const words = useText(recipeWords);
  const { limits } = builder.draft.recipe;
  const people = builder.people.length;
  /** An empty field asks for nothing: at least nobody, at most everybody. */
  const limit = (number: number, side: 'smallest' | 'largest', typed: number): void => {
    const { [number]: before = { smallest: 0, largest: people }, ...rest } = limits;
    const empty = side === 'smallest' ? 0 : people;
    const value = Number.isFinite(typed) ? Math.max(0, Math.min(people, Math.round(typed))) : empty;
    const next = { ...before, [side]: value };
    // Whichever was typed last counts: the other gives way.
    const { smallest, largest } = next;
    const bounded =
      side === 'smallest'
        ? { smallest, largest: Math.max(smallest, largest) }
        : { smallest: Math.min(smallest, largest), largest };
    const isFree = bounded.smallest === 0 && bounded.largest >= people;
    builder.ask({ limits: isFree ? rest : { ...rest, [number]: bounded } });
  };
  return (
    <Fold title={words.limitsLegend}>
      <p className="builder-note">{words.limitsHint}</p>
      <ul className="builder-limits">
        {builder.groups.map(({ number }, index) => {
          const known = limits[number];
          const title = speech.groupOf(index);
          return (
            <li key={number}>
              <span>{title}</span>
              {(['smallest', 'largest'] as const).map((side) => {
                const value = known?.[side];
                const isFree = value === undefined || (side === 'smallest' ? value === 0 : value >= people);
                return (
                  <label key={side}>
                    <small>{side === 'smallest' ? words.atLeastShort : words.atMostShort}</small>
                    <input
                      className="field__control"
                      type="number"
                      inputMode="numeric"
                      min={0}
                      max={people}
                      aria-label={side === 'smallest' ? words.smallest(title) : words.largest(title)}
                      value={isFree ? '' : value}
                      onChange={(event) => limit(number, side, event.currentTarget.valueAsNumber)}
                    />
                  </label>
                );
              })}
            </li>
          );
        })}
      </ul>
    </Fold>
  );
}

type Need = Recipe['needs'][number];

function NeedRules() {
  const { builder } = useBuilderContext();
  const words = useText(recipeWords);
  const { needs } = builder.draft.recipe;
  const [first] = builder.attributes;
  const replace = (index: number, need: Need | undefined): void =>
    builder.ask({ needs: needs.flatMap((one, at) => (at === index ? (need === undefined ? [] : [need]) : [one])) });
  return (
    <Fold title={words.needsLegend}>
      {needs.map((need, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two needs may say the same
        <NeedRule key={index} need={need} onChange={(next) => replace(index, next)} />
      ))}
      {first !== undefined && (
        <Button
          onClick={() =>
            builder.ask({
              needs: [...needs, { attribute: first.name, value: first.values[0]?.value ?? '', atLeast: 1 }],
            })
          }
        >
          <Icon name="add" />
          {words.addNeed}
        </Button>
      )}
    </Fold>
  );
}

function NeedRule({ need, onChange }: { readonly need: Need; readonly onChange: (next: Need | undefined) => void }) {
  const { builder, speech } = useBuilderContext();
  const words = useText(recipeWords);
  const attribute = builder.attributes.find(({ name }) => name === need.attribute);
  const values = attribute?.values.map(({ value }) => value) ?? [];
  const { group: _group, ...anywhere } = need;
  return (
    <fieldset className="builder-need">
      <legend className="visually-hidden">{words.needsLegend}</legend>
      <label>
        <small>{words.needCount}</small>
        <input
          className="field__control"
          type="number"
          inputMode="numeric"
          min={1}
          value={need.atLeast}
          onChange={(event) =>
            onChange({ ...need, atLeast: Math.max(1, Math.round(event.currentTarget.valueAsNumber || 1)) })
          }
        />
      </label>
      <label>
        <small>{words.needWho}</small>
        <select
          className="field__control"
          value={need.attribute}
          onChange={(event) => {
            const chosen = builder.attributes.find(({ name }) => name === event.currentTarget.value);
            if (chosen !== undefined)
              onChange({ ...need, attribute: chosen.name, value: chosen.values[0]?.value ?? '' });
          }}
        >
          {[...new Set([need.attribute, ...builder.attributes.map(({ name }) => name)])].map((name) => (
            <option key={name} value={name}>
              {attributeLabel(speech, name)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <small>{words.needValue}</small>
        <select
          className="field__control"
          value={need.value}
          onChange={(event) => onChange({ ...need, value: event.currentTarget.value })}
        >
          {[...new Set([need.value, ...values])].map((value) => (
            <option key={value}>{value}</option>
          ))}
        </select>
      </label>
      <label>
        <small>{words.needWhere}</small>
        <select
          className="field__control"
          value={need.group ?? ''}
          onChange={(event) => {
            const number = Number(event.currentTarget.value);
            onChange(number > 0 ? { ...anywhere, group: number } : anywhere);
          }}
        >
          <option value="">{words.everyGroup}</option>
          {builder.groups.map(({ number }, index) => (
            <option key={number} value={number}>
              {speech.groupOf(index)}
            </option>
          ))}
        </select>
      </label>
      <Button variant="quiet" aria-label={words.removeRule} onClick={() => onChange(undefined)}>
        <Icon name="close" />
      </Button>
    </fieldset>
  );
}
