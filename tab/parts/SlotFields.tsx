import { type ReactNode, useState } from 'react';
import { slotKinds } from '../../shared/agenda/programme.ts';
import { formatMinuteOfDay, MINUTE_MS, type MinuteOfDay } from '../../shared/core/time.ts';
import { lensGrids } from '../../shared/synthesis/lensPresets.ts';
import type { SlotContent } from '../../shared/workshop/commands.ts';
import { limits } from '../../shared/workshop/limits.ts';
import { clockWords } from '../text/clock.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { slotWords } from '../text/slot.ts';
import { Button } from './Button.tsx';
import { Field } from './Field.tsx';
import './SlotFields.css';

/** Fields of a slot that an import may have guessed. */
export type SlotField = 'kind' | 'plannedStart' | 'durationMs' | 'title';

export interface SlotFieldsProps {
  readonly content: SlotContent;
  readonly onChange: (content: SlotContent, field: keyof SlotContent) => void;
  /** Fields that were guessed, to be checked: drawn apart. */
  readonly guessed?: ReadonlySet<SlotField>;
  /** Labels are read aloud, not shown: in a row of a list under headings. */
  readonly compact?: boolean;
  /** `essentials`: when, what kind, its title. `details`: the rest. */
  readonly part?: 'essentials' | 'details';
}

/** Everything a person may say of a slot; the same in the set-up and in the console. */
export function SlotFields({ content, onChange, guessed, compact = false, part }: SlotFieldsProps) {
  const words = useText(slotWords);
  const kinds = useText(clockWords);
  const labelled = (field: SlotField) => ({
    className: `slot-fields__${field}${guessed?.has(field) ? ' slot-fields__guessed' : ''}`,
    labelHidden: compact,
  });
  return (
    <div className={compact ? 'slot-fields slot-fields--compact' : 'slot-fields'}>
      {part !== 'details' && (
        <>
          <TimeField
            {...labelled('plannedStart')}
            label={words.start}
            minute={content.plannedStart}
            onChange={(start) => {
              const { plannedStart: _old, ...rest } = content;
              onChange(start === undefined ? rest : { ...rest, plannedStart: start }, 'plannedStart');
            }}
          />
          <MinutesField
            {...labelled('durationMs')}
            label={words.minutes}
            minutes={content.durationMs / MINUTE_MS}
            onChange={(minutes) => onChange({ ...content, durationMs: minutes * MINUTE_MS }, 'durationMs')}
          />
          <Field
            as="select"
            {...labelled('kind')}
            label={words.kind}
            value={content.kind}
            onChange={(event) => {
              const kind = slotKinds.find((one) => one === event.currentTarget.value);
              if (kind !== undefined) onChange({ ...content, kind }, 'kind');
            }}
          >
            {slotKinds.map((kind) => (
              <option key={kind} value={kind}>
                {kinds[`kind_${kind}`]}
              </option>
            ))}
          </Field>
          <Field
            {...labelled('title')}
            label={words.title}
            value={content.title}
            maxLength={limits.titleChars}
            error={content.title.trim() === '' ? words.titleNeeded : undefined}
            onChange={(event) => onChange({ ...content, title: event.currentTarget.value }, 'title')}
          />
        </>
      )}
      {part !== 'essentials' && (
        <>
          {(['lead', 'section'] as const).map((field) => (
            <Field
              key={field}
              className="slot-fields__half"
              label={words[field]}
              value={content[field] ?? ''}
              maxLength={limits.titleChars}
              onChange={(event) => {
                const { [field]: _old, ...rest } = content;
                const text = event.currentTarget.value;
                onChange(text === '' ? rest : { ...rest, [field]: text }, field);
              }}
            />
          ))}
          {(['prompts', 'speakers', 'lenses', 'notes'] as const).map((field) => (
            <div key={field} className="slot-fields__half">
              <LinesField
                label={words[field]}
                hint={words[`${field}Hint`]}
                lines={content[field]}
                onChange={(lines) => onChange({ ...content, [field]: lines }, field)}
              />
              {field === 'lenses' && content.kind === 'breakout' ? (
                <LensGrids onChoose={(lenses) => onChange({ ...content, lenses }, 'lenses')} />
              ) : null}
            </div>
          ))}
        </>
      )}
    </div>
  );
}

/** "14h30", "14:30", "9 h", "1430": as people write it, on the 24-hour clock. `undefined` when it is none of these. */
export function readTime(text: string): MinuteOfDay | undefined {
  const [, hours, minutes = '0'] = /^(\d{1,2})\s*(?:[h:.]\s*)?(\d{2})?$/i.exec(text.trim()) ?? [];
  const [hour, minute] = [Number(hours), Number(minutes)];
  return hours === undefined || hour > 23 || minute > 59 ? undefined : hour * 60 + minute;
}

interface TimeFieldProps {
  readonly label: ReactNode;
  readonly minute: MinuteOfDay | undefined;
  readonly onChange: (minute: MinuteOfDay | undefined) => void;
  readonly className?: string;
  readonly labelHidden?: boolean;
}

/** An hour of the day, or none. A plain field: the browser's own would show 2:30 PM to whoever has it in English. */
function TimeField({ label, minute, onChange, className, labelHidden = false }: TimeFieldProps) {
  const words = useText(slotWords);
  const [typed, setTyped] = useState<string>();
  const valid = typed === undefined || typed.trim() === '' || readTime(typed) !== undefined;
  return (
    <Field
      className={className ?? ''}
      label={label}
      labelHidden={labelHidden}
      inputMode="text"
      placeholder="--:--"
      maxLength={8}
      value={typed ?? (minute === undefined ? '' : formatMinuteOfDay(minute))}
      error={valid ? undefined : words.timeNeeded}
      onChange={(event) => {
        const text = event.currentTarget.value;
        const read = readTime(text);
        setTyped(text);
        if (read !== undefined || text.trim() === '') onChange(read);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}

interface MinutesFieldProps {
  readonly label: ReactNode;
  readonly minutes: number;
  readonly onChange: (minutes: number) => void;
  readonly className?: string;
  readonly labelHidden?: boolean;
}

/** Whole minutes. While it is empty or out of bounds, the last good figure stands. */
export function MinutesField({ label, minutes, onChange, className, labelHidden = false }: MinutesFieldProps) {
  const words = useText(slotWords);
  const [typed, setTyped] = useState<string>();
  const valid = typed === undefined || readMinutes(typed) !== undefined;
  return (
    <Field
      className={className ?? ''}
      label={label}
      labelHidden={labelHidden}
      inputMode="numeric"
      value={typed ?? String(minutes)}
      error={valid ? undefined : words.minutesNeeded}
      onChange={(event) => {
        const text = event.currentTarget.value;
        const read = readMinutes(text);
        setTyped(text);
        if (read !== undefined) onChange(read);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}

function readMinutes(text: string): number | undefined {
  const minutes = /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : undefined;
  return minutes !== undefined && minutes * MINUTE_MS <= limits.slotDurationMs ? minutes : undefined;
}

/** The reading grids of the house, to begin with. */
function LensGrids({ onChoose }: { readonly onChoose: (lenses: string[]) => void }) {
  const words = useText(slotWords);
  const { language } = useLanguage();
  return (
    <p className="slot-fields__grids">
      {lensGrids.map(({ id, lenses }) => (
        <Button key={id} variant="quiet" onClick={() => onChoose(lenses[language].map(({ name }) => name))}>
          {words[`grid_${id}`]}
        </Button>
      ))}
    </p>
  );
}

interface LinesFieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly lines: readonly string[];
  readonly onChange: (lines: string[]) => void;
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A list as people type it: one per line. Blank lines live only while typing. */
function LinesField({ label, hint, lines, onChange }: LinesFieldProps) {
  const [typed, setTyped] = useState<string>();
  const given = lines.join('\n');
  // What was typed is kept as long as it says the same as what is held: an undo from outside replaces it.
  const shown = typed !== undefined && linesOf(typed).join('\n') === given ? typed : given;
  return (
    <Field
      as="textarea"
      label={label}
      hint={hint}
      rows={2}
      value={shown}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(linesOf(event.currentTarget.value));
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
