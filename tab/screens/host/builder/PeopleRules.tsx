import { useState } from 'react';
import { Button } from '../../../parts/Button.tsx';
import { Icon } from '../../../parts/Icon.tsx';
import { useText } from '../../../text/language.tsx';
import { recipeWords } from '../../../text/splitRecipe.ts';
import { useBuilderContext } from './builderContext.ts';
import { Fold } from './Fold.tsx';
import { PersonPicker } from './PersonPicker.tsx';
import { namesOf } from './splitSentences.ts';

/** Rules that name people: who stays together, who stays apart, who has a place. */
export function PeopleRules() {
  const words = useText(recipeWords);
  return (
    <Fold title={words.peopleLegend}>
      <SetRules kind="together" />
      <SetRules kind="apart" />
      <PinRules />
    </Fold>
  );
}

function SetRules({ kind }: { readonly kind: 'together' | 'apart' }) {
  const { builder, speech } = useBuilderContext();
  const words = useText(recipeWords);
  const [first, setFirst] = useState<string>();
  const sets = builder.draft.recipe[kind];
  const replace = (index: number, set: readonly string[] | undefined): void =>
    builder.ask({ [kind]: sets.flatMap((one, at) => (at === index ? (set === undefined ? [] : [set]) : [one])) });
  return (
    <fieldset className="builder-section">
      <legend>{words[kind]}</legend>
      {sets.map((set, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two sets may hold the same people
        <div className="builder-set" key={index}>
          <ul className="builder-names">
            {set.map((personId) => (
              <li key={personId}>
                <Name personId={personId} />
                <Button
                  variant="quiet"
                  aria-label={words.removePersonFrom(namesOf(speech, [personId]))}
                  onClick={() => replace(index, set.length > 2 ? set.filter((id) => id !== personId) : undefined)}
                >
                  <Icon name="close" />
                </Button>
              </li>
            ))}
          </ul>
          <PersonPicker
            label={words.addPerson}
            except={new Set(set)}
            onPick={(personId) => replace(index, [...set, personId])}
          />
        </div>
      ))}
      {first === undefined ? (
        <PersonPicker
          label={kind === 'together' ? words.addTogether : words.addApart}
          except={new Set()}
          onPick={setFirst}
        />
      ) : (
        <div className="builder-set">
          <ul className="builder-names">
            <li>
              <Name personId={first} />
              <Button
                variant="quiet"
                aria-label={words.removePersonFrom(namesOf(speech, [first]))}
                onClick={() => setFirst(undefined)}
              >
                <Icon name="close" />
              </Button>
            </li>
          </ul>
          <p className="builder-note">{words.onlyOne}</p>
          <PersonPicker
            label={words.addPerson}
            except={new Set([first])}
            onPick={(second) => {
              setFirst(undefined);
              builder.ask({ [kind]: [...sets, [first, second]] });
            }}
          />
        </div>
      )}
    </fieldset>
  );
}

function Name({ personId }: { readonly personId: string }) {
  const { speech } = useBuilderContext();
  return <span>{namesOf(speech, [personId])}</span>;
}

function PinRules() {
  const { builder, speech } = useBuilderContext();
  const words = useText(recipeWords);
  const { pinned } = builder.draft.recipe;
  const pin = (personId: string, number: number | undefined): void => {
    const { [personId]: _before, ...rest } = pinned;
    builder.ask({ pinned: number === undefined ? rest : { ...rest, [personId]: number } });
  };
  return (
    <fieldset className="builder-section">
      <legend>{words.pinned}</legend>
      <ul className="builder-list">
        {Object.entries(pinned).map(([personId, number]) => {
          const name = namesOf(speech, [personId]);
          return (
            <li key={personId}>
              <span>{name}</span>
              <select
                className="field__control"
                aria-label={words.pinOf(name)}
                value={number}
                onChange={(event) => pin(personId, Number(event.currentTarget.value))}
              >
                {builder.groups.map((group, index) => (
                  <option key={group.number} value={group.number}>
                    {speech.groupOf(index)}
                  </option>
                ))}
              </select>
              <Button
                variant="quiet"
                aria-label={words.removePersonFrom(name)}
                onClick={() => pin(personId, undefined)}
              >
                <Icon name="close" />
              </Button>
            </li>
          );
        })}
      </ul>
      <PersonPicker
        label={words.addPinned}
        except={new Set(Object.keys(pinned))}
        onPick={(personId) => {
          const at = builder.draft.split.findIndex((ids) => ids.includes(personId));
          pin(personId, (builder.groups[at] ?? builder.groups[0])?.number);
        }}
      />
    </fieldset>
  );
}
