import { Field } from './Field.tsx';

interface CodeFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onType: (typed: string) => void;
}

/** Takes a code or a link: nothing corrects what is typed, and the keyboard of a phone goes on with it. */
export const CodeField = ({ onType, ...field }: CodeFieldProps) => (
  <Field
    {...field}
    autoComplete="off"
    autoCapitalize="characters"
    spellCheck={false}
    enterKeyHint="go"
    onChange={(event) => onType(event.currentTarget.value)}
  />
);
