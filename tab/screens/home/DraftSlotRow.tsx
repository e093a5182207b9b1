import { useId } from 'react';
import { formatMinuteOfDay } from '../../../shared/core/time.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { SlotFields } from '../../parts/SlotFields.tsx';
import type { Drag } from '../../parts/useDrag.ts';
import { homeWords } from '../../text/home.ts';
import { useText } from '../../text/language.tsx';
import { acceptGuesses, type DraftSlot, dropSlot, insertSlot, reviseSlot } from './setupDraft.ts';
import type { DraftHistory } from './useDraftHistory.ts';

interface DraftSlotRowProps {
  readonly slot: DraftSlot;
  readonly index: number;
  readonly count: number;
  /** When it starts by what precedes, if it has no hour of its own. Minutes of the day. */
  readonly workedOutStart: number | undefined;
  readonly dragged: boolean;
  readonly handle: ReturnType<Drag['handle']>;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onMove: (from: number, to: number) => void;
  readonly edit: DraftHistory['edit'];
}

/** One slot of the draft: its essentials in a row, the rest below when opened. */
export function DraftSlotRow(props: DraftSlotRowProps) {
  const { slot, index, count, workedOutStart, open, onToggle, onMove, edit } = props;
  const words = useText(homeWords);
  const detailsId = useId();
  const { content } = slot;
  const revise = (next: typeof content, field: keyof typeof content) =>
    edit((before) => reviseSlot(before, slot.key, next, field), `${slot.key}.${field}`);
  const name = content.title || words.newSlot;
  const facts = [
    content.lead,
    content.speakers.length > 0 ? content.speakers.join(', ') : undefined,
    content.lenses.length > 0 ? words.lensesCount(content.lenses.length) : undefined,
    content.notes.length > 0 ? words.notesCount(content.notes.length) : undefined,
  ].filter(Boolean);
  return (
    <div className={props.dragged ? 'draft-slot draft-slot--dragged' : 'draft-slot'}>
      <span className="draft-slot__grip" title={words.drag} {...props.handle}>
        <Icon name="drag" />
      </span>
      <div className="draft-slot__fields">
        <SlotFields
          compact
          part="essentials"
          content={content}
          guessed={new Set(slot.guesses.map((guess) => guess.field))}
          onChange={revise}
        />
        <p className="draft-slot__facts">
          {workedOutStart !== undefined && (
            <span>{words.workedOut(formatMinuteOfDay(Math.round(workedOutStart)))}</span>
          )}
          {facts.length > 0 && <span>{facts.join(' · ')}</span>}
        </p>
        {content.prompts.length > 0 && !open && (
          <ul className="draft-slot__prompts" aria-label={words.promptsCount(content.prompts.length)}>
            {content.prompts.map((prompt) => (
              <li key={prompt}>{prompt}</li>
            ))}
          </ul>
        )}
        {slot.guesses.length > 0 && (
          <p className="draft-slot__guessed">
            <strong>{words.guessed}</strong>{' '}
            {slot.guesses
              .map((guess) =>
                guess.range ? words.guessedRange(guess.range[0], guess.range[1]) : words[`guessed_${guess.field}`],
              )
              .join(', ')}
            <Button variant="quiet" onClick={() => edit((before) => acceptGuesses(before, slot.key))}>
              {words.guessIsRight}
            </Button>
          </p>
        )}
        {open && (
          <div className="draft-slot__details" id={detailsId}>
            <SlotFields part="details" content={content} onChange={revise} />
            <div className="setup__actions">
              <Button onClick={() => edit((before) => insertSlot(before, words.newSlot, slot.key))}>
                <Icon name="add" />
                {words.addAfter}
              </Button>
              <Button variant="danger" onClick={() => edit((before) => dropSlot(before, slot.key))}>
                <Icon name="trash" />
                {words.removeSlot}
              </Button>
            </div>
          </div>
        )}
      </div>
      <div className="draft-slot__tools">
        <Button
          variant="quiet"
          aria-label={words.moveUp(name)}
          aria-keyshortcuts="Alt+ArrowUp"
          disabled={index === 0}
          onClick={() => onMove(index, index - 1)}
        >
          <Icon name="up" />
        </Button>
        <Button
          variant="quiet"
          aria-label={words.moveDown(name)}
          aria-keyshortcuts="Alt+ArrowDown"
          disabled={index === count - 1}
          onClick={() => onMove(index, index + 1)}
        >
          <Icon name="down" />
        </Button>
        <Button
          variant="quiet"
          aria-label={words.details(name)}
          aria-expanded={open}
          aria-controls={open ? detailsId : undefined}
          onClick={onToggle}
        >
          <Icon name={open ? 'close' : 'edit'} />
        </Button>
      </div>
    </div>
  );
}
