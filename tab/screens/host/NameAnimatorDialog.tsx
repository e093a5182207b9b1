import { useState } from 'react';
import type { GroupDefinition, HostBreakoutView, PersonView } from '../../../shared/views/views.ts';
import { Field } from '../../parts/Field.tsx';
import { groupChangesWords } from '../../text/groupChanges.ts';
import { hostWords } from '../../text/host.ts';
import { useText } from '../../text/language.tsx';
import { GroupChangeDialog } from './GroupChangeDialog.tsx';
import { useHost } from './hostContext.ts';
import { Presence } from './PersonChip.tsx';
import { standIns } from './standIns.ts';

interface NameAnimatorDialogProps {
  readonly group: GroupDefinition;
  readonly breakout: HostBreakoutView;
  readonly onClose: () => void;
}

/** Who runs a group whose animator is not there: somebody of the group at best, since they know what was said. */
export function NameAnimatorDialog({ group, breakout, onClose }: NameAnimatorDialogProps) {
  const { view, send } = useHost();
  const words = useText(groupChangesWords);
  const host = useText(hostWords);
  const [search, setSearch] = useState('');
  const [chosenId, setChosenId] = useState<string>();
  // In the workshop's language, and without a name: names stand in the table of people alone.
  const [announcement, setAnnouncement] = useState<string>(groupChangesWords[view.language].entrustAnnouncement);
  const { inGroup, elsewhere } = standIns(view, breakout, group.id, search);
  const chosen = [...inGroup, ...elsewhere].find(({ person }) => person.id === chosenId)?.person;
  const name = () => {
    if (chosen === undefined) return;
    send({ kind: 'NameAnimator', groupId: group.id, personId: chosen.id, announcement: announcement.trim() });
  };
  const row = ({ person, groupNumber }: (typeof inGroup)[number]) => (
    <label key={person.id} className="group-change__option">
      <input type="radio" name="animator" checked={person.id === chosenId} onChange={() => setChosenId(person.id)} />
      <span>
        <strong className="group-change__who">
          <Presence connected={person.connected} />
          {person.name}
        </strong>
        <small>{[person.organisation, placeWords(person, groupNumber)].filter(Boolean).join(' · ')}</small>
      </span>
    </label>
  );
  const placeWords = (person: PersonView, number: number | undefined): string =>
    number === undefined ? '' : person.role === 'animator' ? words.runsNow(number) : words.whereNow(number);
  return (
    <GroupChangeDialog
      title={words.entrustTitle(group.number)}
      hint={words.entrustHint}
      confirm={words.entrustNow}
      disabled={chosen === undefined}
      announcement={announcement}
      onAnnouncement={setAnnouncement}
      onConfirm={name}
      onClose={onClose}
    >
      <Field
        type="search"
        data-autofocus
        label={host.searchPeople}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <fieldset className="group-change__list group-change__list--long">
        <legend className="visually-hidden">{words.entrustTitle(group.number)}</legend>
        {inGroup.length > 0 && <h3>{words.ofTheGroup}</h3>}
        {inGroup.map(row)}
        {elsewhere.length > 0 && <h3>{words.everybodyElse}</h3>}
        {elsewhere.map(row)}
        {inGroup.length + elsewhere.length === 0 && (
          <p className="panel__empty">{search === '' ? words.nobodyHere : host.nobodyFound}</p>
        )}
      </fieldset>
    </GroupChangeDialog>
  );
}
