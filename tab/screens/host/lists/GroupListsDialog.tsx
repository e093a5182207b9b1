import { useMemo, useState } from 'react';
import type { HostBreakoutView, SlotView } from '../../../../shared/views/views.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { Icon } from '../../../parts/Icon.tsx';
import { fileName, saveFile } from '../../../parts/saveFile.ts';
import { groupListsWords } from '../../../text/groupLists.ts';
import { useLanguage, useText } from '../../../text/language.tsx';
import { useHost } from '../hostContext.ts';
import { groupsTable, type ListedGroup, listedGroups, peopleByName } from './groupLists.ts';
import { RoomByRoom } from './RoomByRoom.tsx';
import './lists.css';

export const listKinds = ['byGroup', 'byName', 'table', 'rooms'] as const;
export type ListKind = (typeof listKinds)[number];

interface GroupListsDialogProps {
  readonly slot: SlotView;
  readonly breakout: HostBreakoutView;
  readonly first?: ListKind;
  readonly onClose: () => void;
}

/** The groups on paper, in a spreadsheet, or to be put into native rooms by hand. */
export function GroupListsDialog({ slot, breakout, first = 'byGroup', onClose }: GroupListsDialogProps) {
  const { view } = useHost();
  const words = useText(groupListsWords);
  const { language } = useLanguage();
  const [kind, setKind] = useState<ListKind>(first);
  const [isPaged, setPaged] = useState(false);
  const groups = useMemo(() => listedGroups(view, breakout, language), [view, breakout, language]);
  const isPrinted = kind === 'byGroup' || kind === 'byName';
  return (
    <Dialog open full title={`${words.title} · ${slot.title}`} onClose={onClose}>
      <div className="lists__tools">
        {listKinds.map((one) => (
          <Button key={one} aria-pressed={one === kind} onClick={() => setKind(one)}>
            {words[one]}
          </Button>
        ))}
        {isPrinted && (
          <Button variant="primary" onClick={() => print()}>
            <Icon name="print" />
            {words.print}
          </Button>
        )}
        {kind === 'byGroup' && (
          <label className="lists__paged">
            <input type="checkbox" checked={isPaged} onChange={() => setPaged(!isPaged)} />
            {words.pagePerGroup}
          </label>
        )}
      </div>
      {kind === 'byGroup' && <ByGroup groups={groups} isPaged={isPaged} />}
      {kind === 'byName' && <ByName groups={groups} />}
      {kind === 'table' && <Table groups={groups} />}
      {kind === 'rooms' && <RoomByRoom groups={groups} slotId={slot.id} />}
    </Dialog>
  );
}

function ByGroup({ groups, isPaged }: { readonly groups: readonly ListedGroup[]; readonly isPaged: boolean }) {
  const words = useText(groupListsWords);
  return (
    <div className={isPaged ? 'lists__groups lists__groups--paged' : 'lists__groups'}>
      {groups.map((group) => (
        <section key={group.id} className="lists__group">
          <h3>{group.title}</h3>
          <p>
            {[group.animatorName, words.people(group.people.length)].filter(Boolean).join(' · ')}
            {group.roomUrl !== '' && (
              <span className="lists__room">
                {words.room} {group.roomUrl}
              </span>
            )}
          </p>
          {group.people.length === 0 ? (
            <p>{words.nobody}</p>
          ) : (
            <ol>
              {group.people.map(({ id, name, organisation }) => (
                <li key={id}>
                  {name}
                  {organisation && <small> {organisation}</small>}
                </li>
              ))}
            </ol>
          )}
        </section>
      ))}
    </div>
  );
}

function ByName({ groups }: { readonly groups: readonly ListedGroup[] }) {
  return (
    <ul className="lists__names">
      {peopleByName(groups).map(({ person, group }) => (
        <li key={person.id}>
          <span>
            {person.name}
            {person.organisation && <small> {person.organisation}</small>}
          </span>
          <strong>{group.title}</strong>
        </li>
      ))}
    </ul>
  );
}

function Table({ groups }: { readonly groups: readonly ListedGroup[] }) {
  const { view } = useHost();
  const words = useText(groupListsWords);
  const [isSaved, setSaved] = useState(false);
  return (
    <div className="lists__table">
      <p>{words.tableHint}</p>
      <Button
        variant="primary"
        onClick={() => {
          const text = groupsTable(groups, words);
          saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), `${fileName(view.title)}.csv`);
          setSaved(true);
        }}
      >
        <Icon name="download" />
        {words.tableSave}
      </Button>
      <p role="status">{isSaved && words.tableSaved}</p>
    </div>
  );
}
