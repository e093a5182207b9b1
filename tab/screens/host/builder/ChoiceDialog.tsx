import { useState } from 'react';
import type { SlotView } from '../../../../shared/views/views.ts';
import { groupTitle } from '../../../../shared/views/wording.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { builderWords } from '../../../text/builder.ts';
import { choiceWords } from '../../../text/groupChoice.ts';
import { useLanguage, useText } from '../../../text/language.tsx';
import { sortedByName, unplacedPeople } from '../breakoutPeople.ts';
import { isUnderWay, useHost } from '../hostContext.ts';
import { isPlaceable } from './builderPeople.ts';
import { Fold } from './Fold.tsx';
import './Preview.css';

interface ChoiceDialogProps {
  readonly slot: SlotView;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** Everyone takes a group themselves: how many each takes, who has chosen what, and the end of the choice. */
export function ChoiceDialog({ slot, onBack, onClose }: ChoiceDialogProps) {
  const { view, send, snapshot } = useHost();
  const words = useText(choiceWords);
  const { people: peopleCount } = useText(builderWords);
  const { language } = useLanguage();
  const breakout = view.breakouts[slot.id];
  const offered = breakout?.choice;
  const groups = view.groups.filter(({ id }) => breakout?.merged[id] === undefined);
  const people = Object.values(view.people).filter(isPlaceable).length;
  const share = Math.max(1, Math.ceil(people / Math.max(1, groups.length)));
  const [typed, setTyped] = useState<Readonly<Record<string, number | undefined>>>(
    () => offered ?? Object.fromEntries(groups.map(({ id }) => [id, share])),
  );
  const capacities = Object.fromEntries(
    groups.flatMap(({ id }) => {
      const capacity = typed[id];
      return capacity === undefined ? [] : [[id, capacity] as const];
    }),
  );
  const places = groups.reduce((sum, { id }) => sum + (typed[id] ?? Number.POSITIVE_INFINITY), 0);
  const isChanged = JSON.stringify(capacities) !== JSON.stringify(offered ?? {});
  const waiting = breakout === undefined ? [] : unplacedPeople(view, breakout);
  const offer = () => send({ kind: 'OfferChoice', slotId: slot.id, capacities });
  return (
    <Dialog
      open
      full
      title={`${offered ? words.choiceOpen : words.chooseTitle} · ${slot.title}`}
      onClose={onClose}
      actions={
        offered ? (
          <>
            {isChanged && (
              <Button busy={isUnderWay(snapshot, 'OfferChoice')} onClick={offer}>
                {words.changeCapacities}
              </Button>
            )}
            <Button
              variant="primary"
              busy={isUnderWay(snapshot, 'CloseChoice')}
              onClick={() => {
                send({ kind: 'CloseChoice', slotId: slot.id });
                onBack();
              }}
            >
              {words.closeChoice}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onBack}>{words.backToPreview}</Button>
            <Button variant="primary" busy={isUnderWay(snapshot, 'OfferChoice')} onClick={offer}>
              {words.openChoice}
            </Button>
          </>
        )
      }
    >
      <p>{words.chooseHint}</p>
      {breakout !== undefined && offered === undefined && <p className="builder-note">{words.chooseKeeps}</p>}
      {places < people && <Notice tone="warn">{words.notEnoughPlaces(people, places)}</Notice>}
      {offered && <p role="status">{words.chosen(people - waiting.length, people)}</p>}
      <div className="plan">
        {groups.map((group) => {
          const title = groupTitle(group, language);
          const members = sortedByName(breakout?.works[group.id]?.members ?? {});
          return (
            <article key={group.id} className="plan-group" aria-label={title}>
              <header className="plan-group__head">
                <h3>{title}</h3>
              </header>
              <label className="choice-capacity">
                <span>{words.capacityShort}</span>
                <input
                  className="field__control"
                  type="number"
                  inputMode="numeric"
                  min={1}
                  max={5_000}
                  placeholder={words.noCapacity}
                  aria-label={words.capacity(title)}
                  value={typed[group.id] ?? ''}
                  onChange={(event) => {
                    const value = Math.round(event.currentTarget.valueAsNumber);
                    setTyped({ ...typed, [group.id]: value >= 1 ? Math.min(value, 5_000) : undefined });
                  }}
                />
              </label>
              {breakout !== undefined && (
                <>
                  <p className="builder-note">{peopleCount(members.length)}</p>
                  <ul className="choice-names">
                    {members.map(({ id, name }) => (
                      <li key={id}>{name}</li>
                    ))}
                  </ul>
                </>
              )}
            </article>
          );
        })}
      </div>
      {offered && waiting.length > 0 && (
        <Fold title={words.notChosen(waiting.length)}>
          <ul className="choice-names">
            {waiting.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </Fold>
      )}
    </Dialog>
  );
}
