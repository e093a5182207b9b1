import { useMemo } from 'react';
import type { PersonView } from '../../../../shared/views/views.ts';
import { Field } from '../../../parts/Field.tsx';
import { useText } from '../../../text/language.tsx';
import { peopleWords } from '../../../text/people.ts';
import { useHost } from '../hostContext.ts';
import { type PeopleFilter, valuesOf } from './peopleList.ts';

interface FilterFieldProps {
  readonly people: readonly PersonView[];
  readonly filter: PeopleFilter;
  readonly onFilter: (filter: PeopleFilter) => void;
}

/** One choice for all filters: who is here, who is expected, or who has a value. */
export function FilterField({ people, filter, onFilter }: FilterFieldProps) {
  const { view } = useHost();
  const words = useText(peopleWords);
  const attributes = useMemo(
    () =>
      valuesOf(
        people,
        view.attributes.map(({ name }) => name),
      ),
    [people, view.attributes],
  );
  return (
    <Field
      as="select"
      label={words.filter}
      value={JSON.stringify(filter)}
      onChange={(event) => onFilter(JSON.parse(event.currentTarget.value) as PeopleFilter)}
    >
      <option value={JSON.stringify({ kind: 'everybody' })}>{words.everybody}</option>
      <option value={JSON.stringify({ kind: 'here' })}>{words.onlyHere}</option>
      <option value={JSON.stringify({ kind: 'expected' })}>{words.onlyExpected}</option>
      {attributes.map(({ name, values }) => (
        <optgroup key={name} label={name}>
          {[...values, ''].map((value) => (
            <option key={value} value={JSON.stringify({ kind: 'value', attribute: name, value })}>
              {value || words.noValue}
            </option>
          ))}
        </optgroup>
      ))}
    </Field>
  );
}
