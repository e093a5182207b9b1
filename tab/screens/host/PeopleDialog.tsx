import { useState } from 'react';
import type { PersonView } from '../../../shared/views/views.ts';
import { groupTitle } from '../../../shared/views/wording.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Field } from '../../parts/Field.tsx';
import { hostWords } from '../../text/host.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { sortedByName } from './breakoutPeople.ts';
import { useHost } from './hostContext.ts';
import { breakoutInFocus } from './nextAction.ts';
import { Presence } from './PersonChip.tsx';

/** "Élodie" is found by "elodie". */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Everyone who came, with a search. */
export function PeopleDialog({ onClose }: { readonly onClose: () => void }) {
  const { view } = useHost();
  const words = useText(hostWords);
  const [search, setSearch] = useState('');
  const people = sortedByName(view.people).filter((person) => person.role !== 'display');
  const wanted = folded(search.trim());
  const found = people.filter((person) => folded(`${person.name} ${person.organisation}`).includes(wanted));
  return (
    <Dialog open wide title={words.people(people.length)} onClose={onClose}>
      {people.length === 0 ? (
        <p className="panel__empty">{words.nobodyYet}</p>
      ) : (
        <>
          <Field
            type="search"
            label={words.searchPeople}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <p className="visually-hidden" role="status">
            {words.found(found.length)}
          </p>
          {found.length === 0 && <p className="panel__empty">{words.nobodyFound}</p>}
          <ul className="people-list">
            {found.map((person) => (
              <PersonRow key={person.id} person={person} />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

function PersonRow({ person }: { readonly person: PersonView }) {
  const { view, send, snapshot } = useHost();
  const words = useText(hostWords);
  const { language } = useLanguage();
  const [asking, setAsking] = useState(false);
  const focus = breakoutInFocus(view);
  const works = focus === undefined ? undefined : view.breakouts[focus.id]?.works;
  const group = view.groups.find(
    (one) => one.id === person.groupId || works?.[one.id]?.members[person.id] !== undefined,
  );
  const mine = snapshot.me?.personId === person.id;
  return (
    <li className="people-list__row">
      <Presence connected={person.connected} />
      <span className="people-list__name">
        {person.name}
        {mine && <> ({words.you})</>}
        <small>
          {[person.organisation, words[`role_${person.role}`], group && groupTitle(group, language)]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </span>
      {!mine &&
        (asking ? (
          <span className="people-list__ask">
            <span role="status">{words.removeAsk}</span>
            <Button autoFocus onClick={() => setAsking(false)}>
              {words.keepPerson}
            </Button>
            <Button variant="danger" onClick={() => send({ kind: 'RemovePerson', personId: person.id })}>
              {words.removeNow}
            </Button>
          </span>
        ) : (
          <Button variant="quiet" aria-label={words.removePerson(person.name)} onClick={() => setAsking(true)}>
            {words.remove}
          </Button>
        ))}
    </li>
  );
}
