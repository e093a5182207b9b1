import { currentSlotId } from '../../../shared/agenda/timer.ts';
import type { HostBreakoutView, SlotView } from '../../../shared/views/views.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useDrag } from '../../parts/useDrag.ts';
import { balanceWords } from '../../text/balance.ts';
import { builderWords } from '../../text/builder.ts';
import { groupListsWords } from '../../text/groupLists.ts';
import { hostWords } from '../../text/host.ts';
import { hostGroupWords } from '../../text/hostGroups.ts';
import { useText } from '../../text/language.tsx';
import { roomsWords } from '../../text/rooms.ts';
import { SwapOffers } from './balance/SwapOffers.tsx';
import { absentPeople, isUneven } from './balance/standingProblem.ts';
import { participantsOf, unplacedPeople, useLatecomers } from './breakoutPeople.ts';
import { GroupCard, MergedCard } from './GroupCard.tsx';
import { isUnderWay, useHost } from './hostContext.ts';
import { PersonChip } from './PersonChip.tsx';
import './BreakoutPanel.css';

/** The groups of one breakout: who is where, how far they are. */
export function BreakoutPanel({ slot }: { readonly slot: SlotView }) {
  const { view, send, open, snapshot } = useHost();
  const words = useText(hostGroupWords);
  const builder = useText(builderWords);
  const lists = useText(groupListsWords);
  const balance = useText(balanceWords);
  const rooms = useText(roomsWords);
  const breakout = view.breakouts[slot.id];
  const isStanding = breakout !== undefined && breakout.phase.kind !== 'closed' && breakout.choice === undefined;
  const canRebalance = isStanding && isUneven(breakout, absentPeople(breakout));
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
          <Button variant="quiet" onClick={() => open({ kind: 'rooms', slotId: slot.id })}>
            <Icon name="link" />
            {rooms.rooms}
          </Button>
          {(breakout === undefined || breakout.phase.kind === 'formed') && (
            <Button onClick={() => open({ kind: 'builder', slotId: slot.id })}>
              <Icon name="people" />
              {breakout === undefined
                ? builder.prepare
                : breakout.choice === undefined
                  ? builder.review
                  : builder.seeChoice}
            </Button>
          )}
          {breakout !== undefined && (
            <Button onClick={() => open({ kind: 'groupLists', slotId: slot.id })}>
              <Icon name="list" />
              {lists.lists}
            </Button>
          )}
          {canRebalance && (
            <Button onClick={() => open({ kind: 'rebalance', slotId: slot.id })}>{balance.rebalance}</Button>
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
  const ofGroups = useText(hostGroupWords);
  const people = participantsOf(view);
  return (
    <div className="panel__empty groups__none">
      <p>{people.length === 0 ? ofGroups.nobodyYet : words.peopleInGroups(people.length, view.groups.length)}</p>
      <p>{ofGroups.latecomersPlaced}</p>
      {currentSlotId(view.agenda.run) !== slot.id && (
        <Button busy={isUnderWay(snapshot, 'FormGroups')} onClick={() => send({ kind: 'FormGroups', slotId: slot.id })}>
          <Icon name="people" />
          {ofGroups.formInAdvance}
        </Button>
      )}
    </div>
  );
}

function Groups({ breakout }: { readonly breakout: HostBreakoutView }) {
  const { view, send } = useHost();
  const words = useText(hostGroupWords);
  const latecomers = useLatecomers(breakout);
  const drag = useDrag((personId, groupId) => send({ kind: 'MovePerson', slotId: breakout.slotId, personId, groupId }));
  const unplaced = breakout.phase.kind === 'closed' ? [] : unplacedPeople(view, breakout);
  return (
    <>
      {breakout.phase.kind !== 'closed' && <SwapOffers breakout={breakout} />}
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
          const into = view.groups.find(({ id }) => id === breakout.merged[group.id]);
          if (into !== undefined) return <MergedCard key={group.id} group={group} into={into} />;
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
