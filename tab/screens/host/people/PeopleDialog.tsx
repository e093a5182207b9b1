import { useMemo, useState } from 'react';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { Field } from '../../../parts/Field.tsx';
import { Icon } from '../../../parts/Icon.tsx';
import { hostWords } from '../../../text/host.ts';
import { useText } from '../../../text/language.tsx';
import { peopleWords } from '../../../text/people.ts';
import { useHost } from '../hostContext.ts';
import { ArrivalQuestions } from './ArrivalQuestions.tsx';
import { FilterField } from './FilterField.tsx';
import { ForgetShown } from './ForgetShown.tsx';
import { PersonRow } from './PersonRow.tsx';
import { findPeople, listedPeople, type PeopleFilter } from './peopleList.ts';
import './people.css';

/** Rows that are drawn at once: a thousand of them would make every keystroke wait. */
const rowsAtOnce = 60;

/** Everyone who came or is expected: found, corrected, matched, sent away; and what newcomers are asked. */
export function PeopleDialog(props: { readonly openedId?: string | undefined; readonly onClose: () => void }) {
  const { onClose } = props;
  const { view, open, snapshot } = useHost();
  const words = useText(hostWords);
  const more = useText(peopleWords);
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<PeopleFilter>({ kind: 'everybody' });
  const [shown, setShown] = useState(rowsAtOnce);
  const [openedId, setOpenedId] = useState(props.openedId);
  const people = useMemo(() => listedPeople(view.people), [view.people]);
  const found = useMemo(() => findPeople(people, search, filter), [people, search, filter]);
  const show = (change: () => void) => {
    change();
    setShown(rowsAtOnce);
  };
  return (
    <Dialog
      open
      wide
      title={words.people(people.length)}
      onClose={onClose}
      actions={
        <Button variant={people.length === 0 ? 'primary' : 'secondary'} onClick={() => open({ kind: 'importPeople' })}>
          <Icon name="upload" />
          {more.importPeople}
        </Button>
      }
    >
      {people.length === 0 ? (
        <div className="people-empty">
          <h3>{more.emptyTitle}</h3>
          <p>{more.emptyHint}</p>
        </div>
      ) : (
        <>
          <div className="people-tools">
            <Field
              type="search"
              label={words.searchPeople}
              value={search}
              onChange={(event) => show(() => setSearch(event.target.value))}
            />
            <FilterField people={people} filter={filter} onFilter={(next) => show(() => setFilter(next))} />
          </div>
          <p className="visually-hidden" role="status">
            {words.found(found.length)}
          </p>
          {found.length === 0 && <p className="panel__empty">{words.nobodyFound}</p>}
          <ul className="people-list">
            {found.slice(0, shown).map((person) => (
              <PersonRow
                key={person.id}
                person={person}
                isMe={snapshot.me?.personId === person.id}
                isOpen={openedId === person.id}
                onToggle={() => setOpenedId(openedId === person.id ? undefined : person.id)}
              />
            ))}
          </ul>
          {found.length > shown && (
            <p>
              <Button onClick={() => setShown(shown + 5 * rowsAtOnce)}>
                {more.showMore(Math.min(found.length - shown, 5 * rowsAtOnce))}
              </Button>
            </p>
          )}
          <ForgetShown people={found} />
        </>
      )}
      <ArrivalQuestions people={people} />
    </Dialog>
  );
}
