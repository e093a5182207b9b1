import { useState } from 'react';
import { readRoomTicks, roomTick, writeRoomTicks } from '../../../net/roomTicks.ts';
import { browserStorage } from '../../../net/storage.ts';
import { Button } from '../../../parts/Button.tsx';
import { Icon } from '../../../parts/Icon.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { useCopy } from '../../../parts/useCopy.ts';
import { groupListsWords } from '../../../text/groupLists.ts';
import { useText } from '../../../text/language.tsx';
import { useHost } from '../hostContext.ts';
import { type ListedGroup, roomText, sharedNames } from './groupLists.ts';

interface RoomByRoomProps {
  readonly groups: readonly ListedGroup[];
  readonly slotId: string;
}

/** People room by room in the order of Teams, ticked off one by one while they are assigned there by hand. */
export function RoomByRoom({ groups, slotId }: RoomByRoomProps) {
  const { view } = useHost();
  const words = useText(groupListsWords);
  const { workshopId } = view;
  const [ticks, setTicks] = useState(() => readRoomTicks(browserStorage, workshopId, slotId));
  const keep = (next: ReadonlySet<string>): void => {
    writeRoomTicks(browserStorage, workshopId, slotId, next);
    setTicks(next);
  };
  const toggle = (tick: string): void => {
    const next = new Set(ticks);
    if (!next.delete(tick)) next.add(tick);
    keep(next);
  };
  const isTicked = (groupId: string, personId: string): boolean => ticks.has(roomTick(groupId, personId));
  const all = groups.reduce((sum, { people }) => sum + people.length, 0);
  const done = groups.reduce((sum, { id, people }) => sum + people.filter((one) => isTicked(id, one.id)).length, 0);
  const shared = sharedNames(groups);
  return (
    <>
      <Notice still>{words.roomsHint}</Notice>
      <div className="lists__tools">
        <strong role="status">{words.assigned(done, all)}</strong>
        <Button variant="quiet" disabled={done === 0} onClick={() => keep(new Set())}>
          {words.untickAll}
        </Button>
      </div>
      <div className="lists__groups">
        {groups.map((group) => (
          <fieldset key={group.id} className="lists__group">
            <legend className="visually-hidden">{group.title}</legend>
            <header className="lists__head">
              <h3>
                {group.title}{' '}
                <small>
                  {group.people.filter((one) => isTicked(group.id, one.id)).length}/{group.people.length}
                </small>
              </h3>
              <CopyRoom group={group} />
            </header>
            {group.people.map((person) => (
              <label key={person.id} className="lists__tick">
                <input
                  type="checkbox"
                  checked={isTicked(group.id, person.id)}
                  onChange={() => toggle(roomTick(group.id, person.id))}
                />
                <span>
                  {person.name}
                  {shared.has(person.name) && person.organisation && <small> {person.organisation}</small>}
                  {person.isExpected && <small> {words.notHereYet}</small>}
                </span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </>
  );
}

function CopyRoom({ group }: { readonly group: ListedGroup }) {
  const words = useText(groupListsWords);
  const { copied, copy } = useCopy();
  return (
    <Button aria-label={words.copyRoom(group.title)} onClick={() => copy(roomText(group))}>
      <Icon name={copied ? 'check' : 'copy'} />
      <span role="status">{copied === undefined ? words.copyList : copied ? words.copied : words.copyFailed}</span>
    </Button>
  );
}
