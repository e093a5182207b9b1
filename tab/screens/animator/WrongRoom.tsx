import { useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import type { Unseen } from '../../parts/useUnseen.ts';
import { animatorWords } from '../../text/animator.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import type { DeskProps } from './AnimatorDesk.tsx';
import { plainText } from './findAnswers.ts';

/** With many names, a search before a list: nobody scrolls through three hundred people. */
const mostListed = 8;

/** Someone turned up in the wrong room: taking them in is one tap, and they lose nothing. */
export function WrongRoom({ client, view, breakout, unseen }: DeskProps & { readonly unseen: Unseen }) {
  const words = useText(animatorWords);
  const { language } = useLanguage();
  const [search, setSearch] = useState('');
  const moving = new Set(
    unseen.unseen.flatMap(({ command }) => (command.kind === 'MovePerson' ? [command.personId] : [])),
  );
  const all = Object.values(breakout.elsewhere)
    .filter((person) => !moving.has(person.id))
    .sort((a, b) => a.name.localeCompare(b.name, language));
  const found = all.filter((person) => plainText(person.name).includes(plainText(search.trim())));
  const listed = search.trim() === '' && all.length > mostListed ? [] : found.slice(0, mostListed);
  if (all.length === 0) return null;
  return (
    <details className="fold">
      <summary>{words.wrongRoom}</summary>
      <div className="fold__body">
        <Field
          label={words.findPerson}
          type="search"
          value={search}
          autoComplete="off"
          onChange={(event) => setSearch(event.target.value)}
        />
        {search.trim() !== '' && found.length === 0 ? <p className="desk__soft">{words.noneFound}</p> : null}
        <ul className="members">
          {listed.map((person) => (
            <li key={person.id} className="elsewhere">
              <span className="member__who">
                <span className="member__name">{person.name}</span>
                <span className="member__facts">{words.fromGroup(person.groupNumber)}</span>
              </span>
              <Button
                onClick={() => {
                  client.send({
                    kind: 'MovePerson',
                    slotId: breakout.slotId,
                    personId: person.id,
                    groupId: view.group.id,
                  });
                  setSearch('');
                }}
              >
                {words.takeIn}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
