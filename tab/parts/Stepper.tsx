import { useId } from 'react';
import { labelled } from '../../shared/views/wording.ts';
import { useLanguage } from '../text/language.tsx';
import { Button } from './Button.tsx';
import './Stepper.css';

interface StepperProps {
  readonly label: string;
  /** Read aloud, not shown: what stands beside it says what it is. */
  readonly labelHidden?: boolean;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly fewer: string;
  readonly greater: string;
  readonly onChange: (value: number) => void;
}

/** A small number: one more, one fewer, or typed. What is out of bounds is brought back into them. */
export function Stepper({ label, labelHidden = false, value, least, most, fewer, greater, onChange }: StepperProps) {
  const id = useId();
  const { language } = useLanguage();
  const choose = (next: number): void => {
    const bounded = Math.min(most, Math.max(least, Math.round(next)));
    if (Number.isFinite(bounded) && bounded !== value) onChange(bounded);
  };
  return (
    <div className="stepper">
      <label className={labelHidden ? 'visually-hidden' : undefined} htmlFor={id}>
        {label}
      </label>
      <span className="stepper__box">
        <Button
          aria-label={labelled(fewer, label, language)}
          disabled={value <= least}
          onClick={() => choose(value - 1)}
        >
          {'\u2212'}
        </Button>
        <input
          id={id}
          className="field__control"
          type="number"
          inputMode="numeric"
          min={least}
          max={most}
          value={value}
          onChange={(event) => choose(event.currentTarget.valueAsNumber)}
        />
        <Button
          aria-label={labelled(greater, label, language)}
          disabled={value >= most}
          onClick={() => choose(value + 1)}
        >
          +
        </Button>
      </span>
    </div>
  );
}
