import { type KeyboardEvent, useId, useState } from 'react';
import { useText } from '../../../text/language.tsx';
import { recipeWords } from '../../../text/splitRecipe.ts';
import { sortedByName } from '../breakoutPeople.ts';
import { useHost } from '../hostContext.ts';
import { isPlaceable } from './builderPeople.ts';
import { foldedText } from './foldedText.ts';

interface PersonPickerProps {
  readonly label: string;
  /** People who cannot be picked. */
  readonly except: ReadonlySet<string>;
  readonly onPick: (personId: string) => void;
}

const mostShown = 8;

/** Finds a person by name or organisation: typing, arrows, Enter. The list shows only while something is typed. */
export function PersonPicker({ label, except, onPick }: PersonPickerProps) {
  const { view } = useHost();
  const words = useText(recipeWords);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  const wanted = foldedText(typed.trim());
  const found =
    wanted === ''
      ? []
      : sortedByName(view.people)
          .filter((person) => isPlaceable(person) && !except.has(person.id))
          .filter(({ name, organisation }) => foldedText(`${name} ${organisation}`).includes(wanted))
          .slice(0, mostShown);
  const pick = (personId: string | undefined): void => {
    if (personId === undefined) return;
    setTyped('');
    setActive(0);
    onPick(personId);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setActive((before) => (before + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % Math.max(1, found.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      pick(found[active]?.id);
    } else if (event.key === 'Escape' && typed !== '') {
      // Only the list closes, not the dialog around it.
      event.preventDefault();
      event.stopPropagation();
      setTyped('');
    }
  };
  const isOpen = wanted !== '';
  return (
    <div className="person-picker">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field__control"
        type="text"
        role="combobox"
        autoComplete="off"
        placeholder={words.findPerson}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(found[active] === undefined ? {} : { 'aria-activedescendant': `${id}-${active}` })}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {isOpen && (
        <div id={`${id}-list`} role="listbox" aria-label={label} className="person-picker__list">
          {found.map((person, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
            <div
              key={person.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onClick={() => pick(person.id)}
            >
              {person.name} <small>{person.organisation}</small>
            </div>
          ))}
          {found.length === 0 && <p>{words.noPersonFound}</p>}
        </div>
      )}
    </div>
  );
}
