import { currentSlotId } from '../../../shared/agenda/timer.ts';
import type { HostBreakoutView, SlotView } from '../../../shared/views/views.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useDrag } from '../../parts/useDrag.ts';
import { hostWords } from '../../text/host.ts';
import { useText } from '../../text/language.tsx';
import { participantsOf, unplacedPeople, useLatecomers } from './breakoutPeople.ts';
import { GroupCard } from './GroupCard.tsx';
import { isUnderWay, useHost } from './hostContext.ts';
import { PersonChip } from './PersonChip.tsx';
import './BreakoutPanel.css';

/** The groups of one breakout: who is where, how far they are. */
export function BreakoutPanel({ slot }: { readonly slot: SlotView }) {
  const { view, send, open, snapshot } = useHost();
  const words = useText(hostWords);
  const breakout = view.breakouts[slot.id];
  return (
    <section className="panel groups" id="groups" aria-labelledby="groups-title" tabIndex={-1}>
      <header className="panel__head">
        <div>
          <h2 id="groups-title">{words.groups}</h2>
          <p className="groups__phase">
            {slot.title} · {words[`phase_${breakout?.phase.kind ?? 'none'}`]}
          </p>
        </div>
        <div className="panel__tools">
          <Button variant="quiet" onClick={() => open({ kind: 'groups' })}>
            <Icon name="edit" />
            {words.editGroups}
          </Button>
          {breakout?.phase.kind === 'formed' && (
            <Button
              busy={isUnderWay(snapshot, 'FormGroups')}
              onClick={() => open({ kind: 'reformGroups', slotId: slot.id })}
            >
              <Icon name="refresh" />
              {words.reformGroups}
            </Button>
          )}
          {breakout?.phase.kind === 'closed' && currentSlotId(view.agenda.run) === slot.id && (
            <Button
              busy={isUnderWay(snapshot, 'OpenBreakout')}
              onClick={() => send({ kind: 'OpenBreakout', slotId: slot.id })}
            >
              {words.reopenBreakout}
            </Button>
          )}
        </div>
      </header>
      {slot.prompts.length > 0 && (
        <ul className="groups__prompts">
          {slot.prompts.map((prompt) => (
            <li key={prompt}>{prompt}</li>
          ))}
        </ul>
      )}
      {breakout === undefined ? <NotFormed slot={slot} /> : <Groups breakout={breakout} />}
    </section>
  );
}

function NotFormed({ slot }: { readonly slot: SlotView }) {
  const { view, send, snapshot } = useHost();
  const words = useText(hostWords);
  const people = participantsOf(view);
  return (
    <div className="panel__empty groups__none">
      <p>{people.length === 0 ? words.nobodyYet : words.peopleInGroups(people.length, view.groups.length)}</p>
      <p>{words.latecomersPlaced}</p>
      {currentSlotId(view.agenda.run) !== slot.id && (
        <Button busy={isUnderWay(snapshot, 'FormGroups')} onClick={() => send({ kind: 'FormGroups', slotId: slot.id })}>
          <Icon name="people" />
          {words.formInAdvance}
        </Button>
      )}
    </div>
  );
}

function Groups({ breakout }: { readonly breakout: HostBreakoutView }) {
  const { view, send } = useHost();
  const words = useText(hostWords);
  const latecomers = useLatecomers(breakout);
  const drag = useDrag((personId, groupId) => send({ kind: 'MovePerson', slotId: breakout.slotId, personId, groupId }));
  const unplaced = breakout.phase.kind === 'closed' ? [] : unplacedPeople(view, breakout);
  return (
    <>
      {unplaced.length > 0 && (
        <section className="groups__unplaced" aria-labelledby="unplaced-title">
          <h3 id="unplaced-title">{words.unplaced(unplaced.length)}</h3>
          <ul className="people-chips">
            {unplaced.map((person) => (
              <PersonChip
                key={person.id}
                person={{ ...person, arrived: false }}
                slotId={breakout.slotId}
                handle={drag.handle(person.id)}
                dragged={drag.dragged === person.id}
              />
            ))}
          </ul>
        </section>
      )}
      <div className="groups__cards">
        {view.groups.map((group) => {
          const work = breakout.works[group.id];
          return (
            work && (
              <GroupCard
                key={group.id}
                group={group}
                work={work}
                breakout={breakout}
                drag={drag}
                latecomers={latecomers}
              />
            )
          );
        })}
      </div>
      {breakout.phase.kind !== 'closed' && <p className="groups__hint">{words.moveHint}</p>}
    </>
  );
}
