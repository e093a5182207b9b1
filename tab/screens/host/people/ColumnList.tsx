import { useState } from 'react';
import type { ColumnUse, GuessedColumn } from '../../../../shared/people/columns.ts';
import { quoted } from '../../../../shared/people/quoted.ts';
import { limits } from '../../../../shared/workshop/limits.ts';
import { Button } from '../../../parts/Button.tsx';
import { Field } from '../../../parts/Field.tsx';
import { useText } from '../../../text/language.tsx';
import { peopleWords } from '../../../text/people.ts';
import { chooseUse, type ImportDraft } from './importDraft.ts';

const uses = [
  'name',
  'firstName',
  'lastName',
  'email',
  'organisation',
  'attribute',
  'pinnedGroup',
  'earlierGroup',
  'ignored',
] as const satisfies readonly ColumnUse['kind'][];

interface ColumnListProps {
  readonly draft: ImportDraft;
  readonly onChange: (draft: ImportDraft) => void;
}

/** What each column of the list is for. */
export function ColumnList({ draft, onChange }: ColumnListProps) {
  return (
    <ul className="import-columns__list">
      {draft.columns.map((column, index) => (
        // Columns keep their places: a place is a good enough name.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <ColumnRow key={index} column={column} at={index} onUse={(use) => onChange(chooseUse(draft, index, use))} />
      ))}
    </ul>
  );
}

interface ColumnRowProps {
  readonly column: GuessedColumn;
  readonly at: number;
  readonly onUse: (use: ColumnUse) => void;
}

function ColumnRow({ column, at, onUse }: ColumnRowProps) {
  const words = useText(peopleWords);
  const { use, isSure, samples } = column;
  const title = quoted(column.header) || words.columnNumber(at + 1);
  const isMarked = !isSure && samples.length > 0;
  const choose = (kind: ColumnUse['kind']) =>
    onUse(kind === 'attribute' ? { kind, name: column.header.slice(0, limits.attributeNameChars).trim() } : { kind });
  return (
    <li className={use.kind === 'ignored' ? 'import-column import-column--ignored' : 'import-column'}>
      <div className="import-column__said">
        <strong>{title}</strong>
        <small>{samples.length === 0 ? words.noSample : samples.join(' · ')}</small>
      </div>
      <div className="import-column__use">
        <Field
          as="select"
          labelHidden
          label={words.useOf(title)}
          value={use.kind}
          onChange={(event) => choose(event.currentTarget.value as ColumnUse['kind'])}
        >
          {uses.map((kind) => (
            <option key={kind} value={kind}>
              {words[`use_${kind}`]}
            </option>
          ))}
        </Field>
        {use.kind === 'attribute' && (
          <AttributeName
            key={use.name}
            name={use.name}
            label={words.attributeName(title)}
            onName={(name) => onUse({ kind: 'attribute', name })}
          />
        )}
      </div>
      {isMarked && (
        <p className="import-column__guess">
          <span>{words.guessed}</span>
          <Button variant="quiet" aria-label={words.guessIsRightOf(title)} onClick={() => onUse(use)}>
            {words.guessIsRight}
          </Button>
        </p>
      )}
    </li>
  );
}

/** Taken when it is left: reading a thousand people anew at every letter would stutter. */
function AttributeName(props: {
  readonly name: string;
  readonly label: string;
  readonly onName: (name: string) => void;
}) {
  const [typed, setTyped] = useState(props.name);
  const leave = () => {
    const name = typed.trim();
    if (name !== props.name) props.onName(name);
  };
  return (
    <Field
      labelHidden
      label={props.label}
      value={typed}
      maxLength={limits.attributeNameChars}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
      }}
    />
  );
}
