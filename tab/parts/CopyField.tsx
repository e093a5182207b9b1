import { type ReactNode, useRef } from 'react';
import { useText } from '../text/language.tsx';
import { partsWords } from '../text/parts.ts';
import { Button } from './Button.tsx';
import { Field } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { useCopy } from './useCopy.ts';
import './CopyField.css';

/** A value to copy: shown whole on focus, one button to take it. */
export function CopyField({ label, value, hint }: { label: ReactNode; value: string; hint?: ReactNode }) {
  const words = useText(partsWords);
  const { copied, copy } = useCopy();
  const box = useRef<HTMLInputElement>(null);
  return (
    <div className="copy-field">
      <Field
        label={label}
        hint={hint}
        ref={box}
        readOnly
        value={value}
        error={copied === false ? words.copyFailed : undefined}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button
        aria-label={typeof label === 'string' ? words.copyThis(label) : undefined}
        onClick={() => {
          box.current?.select();
          void copy(value);
        }}
      >
        <Icon name={copied ? 'check' : 'copy'} />
        {copied ? words.copied : words.copy}
      </Button>
      <span className="visually-hidden" role="status">
        {copied ? words.copied : ''}
      </span>
    </div>
  );
}

/** A button that copies a longer text which is not shown. */
export function CopyButton({ text, children }: { text: string; children: ReactNode }) {
  const words = useText(partsWords);
  const { copied, copy } = useCopy();
  return (
    <>
      <Button onClick={() => void copy(text)}>
        <Icon name={copied ? 'check' : 'copy'} />
        {copied ? words.copied : children}
      </Button>
      <span role="status" className={copied === false ? 'field__error' : 'visually-hidden'}>
        {copied === false ? words.copyFailed : copied ? words.copied : ''}
      </span>
      {copied === false && <Field label={children} labelHidden as="textarea" readOnly value={text} rows={8} />}
    </>
  );
}
