import { type KeyboardEvent, useState } from 'react';
import { plannedTimes } from '../../../shared/agenda/planTime.ts';
import type { ProgrammeConflict, ProgrammeSection } from '../../../shared/agenda/programme.ts';
import { formatMinuteOfDay } from '../../../shared/core/time.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { useDrag } from '../../parts/useDrag.ts';
import { homeWords } from '../../text/home.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { conflictPlace, conflictText } from './conflictText.ts';
import { DraftSlotRow } from './DraftSlotRow.tsx';
import { insertSlot, type SetupDraft, shiftSlot } from './setupDraft.ts';
import type { DraftHistory } from './useDraftHistory.ts';
import './DraftAgenda.css';

interface DraftAgendaProps {
  readonly draft: SetupDraft;
  readonly conflicts: readonly ProgrammeConflict[];
  readonly edit: DraftHistory['edit'];
}

/** The agenda of the draft, every field under the hand. */
export function DraftAgenda({ draft, conflicts, edit }: DraftAgendaProps) {
  const words = useText(homeWords);
  const { language } = useLanguage();
  const [openKey, setOpenKey] = useState<string>();
  const times = plannedTimes(draft.slots.map((slot) => slot.content));
  const last = times.findLast((time) => time.endMinute !== undefined)?.endMinute;
  const first = times.find((time) => time.startMinute !== undefined)?.startMinute;
  const titleOf = (index: number) => draft.slots[index]?.content.title ?? '';
  const move = (from: number, to: number) => edit((before) => shiftSlot(before, from, to));
  const drag = useDrag((dragged, target) =>
    move(
      draft.slots.findIndex((slot) => slot.key === dragged),
      draft.slots.findIndex((slot) => slot.key === target),
    ),
  );
  const onKeyDown = (index: number) => (event: KeyboardEvent) => {
    const step = event.altKey && { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    move(index, index + step);
  };
  return (
    <section className="draft-agenda" aria-labelledby="draft-agenda-title">
      <header className="draft-agenda__head">
        <h2 id="draft-agenda-title">{words.agenda}</h2>
        <p>
          {words.slotsCount(draft.slots.length)}
          {first !== undefined && last !== undefined && (
            <>
              {' · '}
              {formatMinuteOfDay(first)}–{formatMinuteOfDay(Math.round(last))}
            </>
          )}
        </p>
      </header>
      {draft.slots.length === 0 && <p className="setup__empty">{words.noSlots}</p>}
      <ol className="draft-agenda__list">
        {draft.slots.map((slot, index) => {
          const section = headingOf(draft, index);
          return (
            <li key={slot.key} {...drag.target(slot.key)} onKeyDown={onKeyDown(index)}>
              {section && <h3 className="draft-agenda__section">{section}</h3>}
              {conflicts
                .filter((conflict) => conflictPlace(conflict) === index)
                .map((conflict) => (
                  <p key={conflict.kind} className="draft-agenda__conflict">
                    <Icon name="warning" />
                    {conflictText(conflict, language, titleOf)}
                  </p>
                ))}
              <DraftSlotRow
                slot={slot}
                index={index}
                count={draft.slots.length}
                workedOutStart={slot.content.plannedStart === undefined ? times[index]?.startMinute : undefined}
                dragged={drag.dragged === slot.key}
                handle={drag.handle(slot.key)}
                open={openKey === slot.key}
                onToggle={() => setOpenKey(openKey === slot.key ? undefined : slot.key)}
                onMove={move}
                edit={edit}
              />
            </li>
          );
        })}
      </ol>
      <Button onClick={() => edit((before) => insertSlot(before, words.newSlot))}>
        <Icon name="add" />
        {words.addSlot}
      </Button>
    </section>
  );
}

/** The heading above a slot where another part of the programme begins, with the hours that it declares. */
function headingOf(draft: SetupDraft, index: number): string | undefined {
  const slot = draft.slots[index];
  const before = draft.slots[index - 1];
  const title = slot?.content.section;
  if (title === undefined) return undefined;
  if (before && before.sectionIndex === slot?.sectionIndex && before.content.section === title) return undefined;
  const part = slot?.sectionIndex === undefined ? undefined : draft.sections[slot.sectionIndex];
  return [title, part && hoursOf(part)].filter(Boolean).join(' · ');
}

const hoursOf = ({ startMinute, endMinute }: ProgrammeSection): string =>
  startMinute === undefined || endMinute === undefined
    ? ''
    : `${formatMinuteOfDay(startMinute)}–${formatMinuteOfDay(endMinute)}`;

/** All contradictions in plain sentences, worked out anew at each correction. */
export function ConflictList({ draft, conflicts }: Pick<DraftAgendaProps, 'draft' | 'conflicts'>) {
  const words = useText(homeWords);
  const { language } = useLanguage();
  if (conflicts.length === 0) return null;
  return (
    <Notice tone="warn" title={words.conflicts(conflicts.length)}>
      <ul className="draft-agenda__conflicts">
        {conflicts.map((conflict) => {
          const text = conflictText(conflict, language, (index) => draft.slots[index]?.content.title ?? '');
          return <li key={text}>{text}</li>;
        })}
      </ul>
    </Notice>
  );
}
