import { useMemo, useState } from 'react';
import { readEmail } from '../../../../shared/people/email.ts';
import type { PersonView } from '../../../../shared/views/views.ts';
import { limits } from '../../../../shared/workshop/limits.ts';
import { Button } from '../../../parts/Button.tsx';
import { Field } from '../../../parts/Field.tsx';
import { hostWords } from '../../../text/host.ts';
import { useText } from '../../../text/language.tsx';
import { peopleWords } from '../../../text/people.ts';
import { useHost } from '../hostContext.ts';
import { listedPeople, matchesFor } from './peopleList.ts';

interface PersonPanelProps {
  readonly person: PersonView;
  readonly isMe: boolean;
  readonly onDone: () => void;
}

/** What is known of a person, to be corrected; whom they are the same as; the way out. */
export function PersonPanel({ person, isMe, onDone }: PersonPanelProps) {
  return (
    <>
      <PersonForm person={person} onDone={onDone} />
      <MatchForm person={person} onDone={onDone} />
      {!isMe && <WayOut person={person} />}
    </>
  );
}

function PersonForm({ person, onDone }: Omit<PersonPanelProps, 'isMe'>) {
  const { view, send } = useHost();
  const words = useText(peopleWords);
  const [typed, setTyped] = useState({
    name: person.name,
    organisation: person.organisation,
    email: person.email ?? '',
    attributes: person.attributes ?? {},
  });
  const [tried, setTried] = useState(false);
  const email = readEmail(typed.email.trim())?.email;
  const names = [...new Set([...view.attributes.map(({ name }) => name), ...Object.keys(typed.attributes)])];
  const save = () => {
    setTried(true);
    if (typed.name.trim() === '' || email === undefined) return;
    // What says nothing is not kept.
    const attributes = Object.fromEntries(Object.entries(typed.attributes).filter(([, value]) => value.trim() !== ''));
    send({ kind: 'RevisePerson', personId: person.id, ...typed, email, attributes });
    onDone();
  };
  return (
    <form
      className="person-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field
        label={words.name}
        value={typed.name}
        maxLength={limits.nameChars}
        {...(tried && typed.name.trim() === '' ? { error: words.nameMissing } : {})}
        onChange={(event) => setTyped({ ...typed, name: event.target.value })}
      />
      <Field
        label={words.organisation}
        value={typed.organisation}
        maxLength={limits.nameChars}
        onChange={(event) => setTyped({ ...typed, organisation: event.target.value })}
      />
      <Field
        label={words.email}
        inputMode="email"
        value={typed.email}
        maxLength={limits.emailChars}
        {...(tried && email === undefined ? { error: words.emailInvalid } : {})}
        onChange={(event) => setTyped({ ...typed, email: event.target.value })}
      />
      {names.map((name) => (
        <Field
          key={name}
          label={name}
          value={typed.attributes[name] ?? ''}
          maxLength={limits.nameChars}
          onChange={(event) => setTyped({ ...typed, attributes: { ...typed.attributes, [name]: event.target.value } })}
        />
      ))}
      <p className="person-form__actions">
        <Button type="submit" variant="primary">
          {words.save}
        </Button>
        <Button onClick={onDone}>{words.cancel}</Button>
      </p>
    </form>
  );
}

function MatchForm({ person, onDone }: Omit<PersonPanelProps, 'isMe'>) {
  const { view, send } = useHost();
  const words = useText(peopleWords);
  const [chosenId, setChosenId] = useState('');
  const others = useMemo(() => matchesFor(person, listedPeople(view.people)), [person, view.people]);
  if (others.length === 0) return null;
  const match = () => {
    const [personId, expectedId] = person.expected ? [chosenId, person.id] : [person.id, chosenId];
    send({ kind: 'MatchPerson', personId, expectedId });
    onDone();
  };
  return (
    <form
      className="person-match"
      onSubmit={(event) => {
        event.preventDefault();
        match();
      }}
    >
      <Field
        as="select"
        label={words.sameAs}
        hint={words.sameAsHint}
        value={chosenId}
        onChange={(event) => setChosenId(event.currentTarget.value)}
      >
        <option value="">{words.nobodyElse}</option>
        {others.map(({ id, name, organisation }) => (
          <option key={id} value={id}>
            {[name, organisation].filter(Boolean).join(' – ')}
          </option>
        ))}
      </Field>
      <Button type="submit" disabled={chosenId === ''}>
        {words.match}
      </Button>
    </form>
  );
}

function WayOut({ person }: { readonly person: PersonView }) {
  const { send } = useHost();
  const host = useText(hostWords);
  const words = useText(peopleWords);
  const [asking, setAsking] = useState(false);
  const leave = () =>
    send(
      person.expected
        ? { kind: 'ForgetExpected', personIds: [person.id] }
        : { kind: 'RemovePerson', personId: person.id },
    );
  return asking ? (
    <p className="people-list__ask">
      <span role="status">{person.expected ? words.forgetAsk(1) : host.removeAsk}</span>
      <Button autoFocus onClick={() => setAsking(false)}>
        {host.keepPerson}
      </Button>
      <Button variant="danger" onClick={leave}>
        {person.expected ? words.forgetNow : host.removeNow}
      </Button>
    </p>
  ) : (
    <p>
      <Button
        variant="danger"
        aria-label={person.expected ? words.forgetPerson(person.name) : host.removePerson(person.name)}
        onClick={() => setAsking(true)}
      >
        {person.expected ? words.forget : host.remove}
      </Button>
    </p>
  );
}
