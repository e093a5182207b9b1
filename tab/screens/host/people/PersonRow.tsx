import { useId } from 'react';
import type { PersonView } from '../../../../shared/views/views.ts';
import { groupTitle } from '../../../../shared/views/wording.ts';
import { Button } from '../../../parts/Button.tsx';
import { Icon } from '../../../parts/Icon.tsx';
import { hostWords } from '../../../text/host.ts';
import { useLanguage, useText } from '../../../text/language.tsx';
import { peopleWords } from '../../../text/people.ts';
import { useHost } from '../hostContext.ts';
import { breakoutInFocus } from '../nextAction.ts';
import { Presence } from '../PersonChip.tsx';
import { PersonPanel } from './PersonPanel.tsx';
import { factsOf } from './peopleList.ts';

interface PersonRowProps {
  readonly person: PersonView;
  readonly isMe: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** One person in a line; all that can be done with them opens below it. */
export function PersonRow({ person, isMe, isOpen, onToggle }: PersonRowProps) {
  const { view } = useHost();
  const words = useText(hostWords);
  const more = useText(peopleWords);
  const { language } = useLanguage();
  const panelId = useId();
  const focus = breakoutInFocus(view);
  const works = focus === undefined ? undefined : view.breakouts[focus.id]?.works;
  const group = view.groups.find(
    (one) => one.id === person.groupId || works?.[one.id]?.members[person.id] !== undefined,
  );
  const facts = [
    person.organisation,
    person.role === 'participant' ? '' : words[`role_${person.role}`],
    group && groupTitle(group, language),
    ...factsOf(person),
  ].filter(Boolean);
  return (
    <li className="people-list__row">
      {person.expected ? <span className="people-list__nowhere" /> : <Presence connected={person.connected} />}
      <span className="people-list__name">
        <span>
          {person.name}
          {isMe && <> ({words.you})</>}
          {person.expected && <em className="people-list__expected">{more.expected}</em>}
        </span>
        <small>{facts.join(' · ')}</small>
      </span>
      <Button
        variant="quiet"
        aria-label={more.editPerson(person.name)}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={onToggle}
      >
        <Icon name={isOpen ? 'close' : 'edit'} />
      </Button>
      {isOpen && (
        <div className="people-list__panel" id={panelId}>
          <PersonPanel person={person} isMe={isMe} onDone={onToggle} />
        </div>
      )}
    </li>
  );
}
