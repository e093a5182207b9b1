import { useState } from 'react';
import { foldValue } from '../../../../shared/people/unifyValues.ts';
import type { PersonView } from '../../../../shared/views/views.ts';
import { limits } from '../../../../shared/workshop/limits.ts';
import type { Attribute } from '../../../../shared/workshop/state.ts';
import { Button } from '../../../parts/Button.tsx';
import { ConfirmDialog } from '../../../parts/ConfirmDialog.tsx';
import { Field } from '../../../parts/Field.tsx';
import { Icon } from '../../../parts/Icon.tsx';
import { useText } from '../../../text/language.tsx';
import { peopleWords } from '../../../text/people.ts';
import { useHost } from '../hostContext.ts';
import { valuesOf } from './peopleList.ts';

/** What whoever joins is asked, beside name and organisation. */
export function ArrivalQuestions({ people }: { readonly people: readonly PersonView[] }) {
  const { view, send, snapshot } = useHost();
  const words = useText(peopleWords);
  const [newName, setNewName] = useState('');
  const [asking, setAsking] = useState<Attribute>();
  // Each change says the whole: it builds on those that are still on their way.
  const chosen = [...snapshot.stored, ...snapshot.pending].reduce<readonly Attribute[]>(
    (known, { command }) =>
      command.kind === 'ChooseAttributes'
        ? command.attributes
        : command.kind === 'DropAttribute'
          ? known.filter((one) => one.name !== command.name)
          : known,
    view.attributes,
  );
  const choose = (attributes: readonly Attribute[]) =>
    send({ kind: 'ChooseAttributes', attributes: attributes.map((one) => ({ ...one, choices: [...one.choices] })) });
  const revise = (name: string, change: Partial<Attribute>) =>
    choose(chosen.map((one) => (one.name === name ? { ...one, ...change } : one)));
  /** What people have said already is offered, so that it is said in the same words. */
  const ask = (attribute: Attribute, asked: boolean) => {
    const known = valuesOf(people, [attribute.name])[0]?.values ?? [];
    const choices = asked && attribute.choices.length === 0 ? known : attribute.choices;
    revise(attribute.name, { asked, choices });
  };
  const drop = (attribute: Attribute) => send({ kind: 'DropAttribute', name: attribute.name });
  const sayers = (attribute: Attribute) => people.filter((one) => one.attributes?.[attribute.name]).length;
  const name = newName.trim();
  const isTaken = chosen.some((one) => foldValue(one.name) === foldValue(name));
  const canAdd = name !== '' && !isTaken && !(name in {}) && chosen.length < limits.attributes;
  return (
    <details className="arrival">
      <summary>{words.askOnArrival}</summary>
      <p className="field__hint">{words.askHint}</p>
      <ul className="arrival__list">
        {chosen.map((attribute) => (
          <li key={attribute.name}>
            <label className="arrival__ask">
              <input
                type="checkbox"
                checked={attribute.asked}
                aria-label={words.askFor(attribute.name)}
                onChange={(event) => ask(attribute, event.currentTarget.checked)}
              />
              {attribute.name}
            </label>
            <Button
              variant="quiet"
              aria-label={words.dropAttribute(attribute.name)}
              onClick={() => (sayers(attribute) === 0 ? drop(attribute) : setAsking(attribute))}
            >
              <Icon name="trash" />
            </Button>
            {attribute.asked && (
              <Choices
                key={attribute.choices.join('\n')}
                attribute={attribute}
                onChoices={(choices) => revise(attribute.name, { choices })}
              />
            )}
          </li>
        ))}
      </ul>
      <form
        className="person-match"
        onSubmit={(event) => {
          event.preventDefault();
          if (!canAdd) return;
          choose([...chosen, { name, asked: true, choices: [] }]);
          setNewName('');
        }}
      >
        <Field
          label={words.newAttribute}
          value={newName}
          placeholder={words.newAttributeExample}
          maxLength={limits.attributeNameChars}
          onChange={(event) => setNewName(event.target.value)}
        />
        <Button type="submit" disabled={!canAdd}>
          <Icon name="add" />
          {words.addAttribute}
        </Button>
      </form>
      {asking && (
        <ConfirmDialog
          title={words.dropAttribute(asking.name)}
          confirm={words.dropNow}
          onConfirm={() => drop(asking)}
          onClose={() => setAsking(undefined)}
        >
          <p>{words.dropAsk(sayers(asking))}</p>
        </ConfirmDialog>
      )}
    </details>
  );
}

/** Taken when it is left, as a whole. */
function Choices(props: { readonly attribute: Attribute; readonly onChoices: (choices: readonly string[]) => void }) {
  const words = useText(peopleWords);
  const [typed, setTyped] = useState(props.attribute.choices.join('\n'));
  const leave = () => {
    const lines = typed.split('\n').map((line) => line.trim().slice(0, limits.nameChars));
    const choices = [...new Set(lines.filter((line) => line !== ''))].slice(0, limits.attributeChoices);
    if (choices.join('\n') !== props.attribute.choices.join('\n')) props.onChoices(choices);
  };
  return (
    <Field
      as="textarea"
      label={words.choicesOf(props.attribute.name)}
      hint={words.choicesHint}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={leave}
    />
  );
}
