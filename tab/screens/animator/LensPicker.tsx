import { useMemo } from 'react';
import { suggestLens } from '../../../shared/synthesis/suggestLens.ts';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { useLanguage, useText } from '../../text/language.tsx';
import { themeWords } from '../../text/themes.ts';

interface LensPickerProps {
  readonly lenses: readonly string[];
  readonly lens: string | undefined;
  readonly text: string;
  /** The words of the answers behind the idea. */
  readonly said: readonly string[];
  /** Without a lens: taken off. */
  readonly onPut: (lens: string | undefined) => void;
}

/** How the plenary may read an idea. A suggestion is shown as one, and put by nobody but a person. */
export function LensPicker({ lenses, lens, text, said, onPut }: LensPickerProps) {
  const words = useText(themeWords);
  const { language } = useLanguage();
  const saidTogether = said.join('\n');
  const suggested = useMemo(
    () => (lens === undefined ? suggestLens({ lenses, text, citations: [saidTogether], language }) : undefined),
    [lens, lenses, text, saidTogether, language],
  );
  if (lenses.length === 0 && lens === undefined) return null;
  // One that is no longer in the list stays on the idea until somebody chooses another.
  const choices = lens === undefined || lenses.includes(lens) ? lenses : [...lenses, lens];
  return (
    <div className="lens">
      <Field
        as="select"
        className="lens__choice"
        label={words.lens}
        value={lens ?? ''}
        onChange={(event) => onPut(event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">{words.noLens}</option>
        {choices.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </Field>
      {suggested === undefined ? null : (
        <Button variant="quiet" className="lens__suggested" onClick={() => onPut(suggested)}>
          {words.suggested(suggested)}
        </Button>
      )}
    </div>
  );
}
