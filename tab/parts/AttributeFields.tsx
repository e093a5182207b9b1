import { limits } from '../../shared/workshop/limits.ts';
import type { AskedAttribute } from '../../shared/workshop/people/asked.ts';
import { joinWords } from '../text/join.ts';
import { useText } from '../text/language.tsx';
import { Field } from './Field.tsx';

export type AttributeValues = Readonly<Record<string, string>>;

interface AttributeFieldsProps {
  readonly asked: readonly AskedAttribute[];
  readonly values: AttributeValues;
  readonly onChange: (values: AttributeValues) => void;
}

/** What a workshop asks of whoever comes. Nothing of it must be answered: nobody stands outside for a blank field. */
export function AttributeFields({ asked, values, onChange }: AttributeFieldsProps) {
  const words = useText(joinWords);
  return asked.map(({ name, choices }) => {
    const value = values[name] ?? '';
    const label = (
      <>
        {name} <span className="field__optional">{words.optional}</span>
      </>
    );
    const change = (next: string) => onChange({ ...values, [name]: next });
    if (choices.length === 0) {
      return (
        <Field
          key={name}
          label={label}
          value={value}
          maxLength={limits.nameChars}
          enterKeyHint="next"
          onChange={(event) => change(event.target.value)}
        />
      );
    }
    // What a host wrote of somebody may stand in no list.
    const offered = value === '' || choices.includes(value) ? choices : [value, ...choices];
    return (
      <Field key={name} as="select" label={label} value={value} onChange={(event) => change(event.target.value)}>
        <option value="">{words.noChoice}</option>
        {offered.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </Field>
    );
  });
}

/** The answers to what is asked, cleaned; a blank one says that there is none. */
export const answersTo = (asked: readonly AskedAttribute[], values: AttributeValues): AttributeValues =>
  Object.fromEntries(asked.map(({ name }) => [name, (values[name] ?? '').trim()]));
