import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import './Field.css';

/** What a control of one's own must carry so that its label, hint and error are read with it. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldWords {
  readonly label: ReactNode;
  /** The label is read aloud, not shown: for a field whose place says what it is. */
  readonly labelHidden?: boolean;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
}

export type FieldProps = FieldWords &
  (
    | ({ readonly as?: 'input' } & ComponentPropsWithRef<'input'>)
    | ({ readonly as: 'textarea' } & ComponentPropsWithRef<'textarea'>)
    | ({ readonly as: 'select' } & ComponentPropsWithRef<'select'>)
    | { readonly as: 'custom'; readonly children: (control: FieldControl) => ReactNode; readonly className?: string }
  );

/** A labelled control; hint and error are tied to it. */
export function Field({ label, labelHidden = false, hint, error, className = '', ...control }: FieldProps) {
  const made = useId();
  const id = (control.as !== 'custom' ? control.id : undefined) ?? made;
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
  const tied: FieldControl = { id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined };
  return (
    <div className={`field ${className}`}>
      <label className={labelHidden ? 'visually-hidden' : 'field__label'} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Control control={control} tied={tied} />
      {error && (
        <p className="field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

type Untied<Props> = Props extends unknown ? Omit<Props, keyof FieldWords | 'className'> : never;

function Control({ control, tied }: { readonly control: Untied<FieldProps>; readonly tied: FieldControl }) {
  if (control.as === 'custom') return control.children(tied);
  if (control.as === 'textarea') {
    const { as: _as, ...rest } = control;
    return <textarea rows={3} {...rest} {...tied} className="field__control" />;
  }
  if (control.as === 'select') {
    const { as: _as, ...rest } = control;
    return <select {...rest} {...tied} className="field__control" />;
  }
  const { as: _as, ...rest } = control;
  return <input {...rest} {...tied} className="field__control" />;
}
