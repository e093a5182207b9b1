import { groupTitle } from '../../../shared/views/wording.ts';
import { Icon } from '../../parts/Icon.tsx';
import { Menu } from '../../parts/Menu.tsx';
import type { Drag } from '../../parts/useDrag.ts';
import { groupChangesWords } from '../../text/groupChanges.ts';
import { hostGroupWords } from '../../text/hostGroups.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useHost } from './hostContext.ts';
import './PersonChip.css';

interface PersonChipProps {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly organisation: string;
    readonly connected: boolean;
    readonly arrived: boolean;
    readonly expected?: true;
  };
  readonly slotId: string;
  /** Absent when the person is in no group. */
  readonly groupId?: string;
  readonly late?: boolean;
  readonly handle: ReturnType<Drag['handle']>;
  readonly dragged: boolean;
}

/** One person in a group: dragged by the name, or moved with the menu. */
export function PersonChip({ person, slotId, groupId, late = false, handle, dragged }: PersonChipProps) {
  const { view, send } = useHost();
  const words = useText(hostGroupWords);
  const changes = useText(groupChangesWords);
  const { language } = useLanguage();
  const moves = view.groups
    .filter((group) => group.id !== groupId && view.breakouts[slotId]?.merged[group.id] === undefined)
    .map((group) => ({
      label: words.moveTo(groupTitle(group, language)),
      onSelect: () => send({ kind: 'MovePerson', slotId, personId: person.id, groupId: group.id }),
    }));
  const arrival =
    groupId === undefined
      ? []
      : [
          {
            label: person.arrived ? words.markAbsent : words.markArrived,
            onSelect: () =>
              send({ kind: person.arrived ? 'ClearArrival' : 'NoteArrival', slotId, personId: person.id }),
          },
        ];
  return (
    <li className={`chip${dragged ? ' chip--dragged' : ''}${person.expected ? ' chip--expected' : ''}`}>
      <span className="chip__grip" {...handle}>
        <Presence connected={person.connected} {...(groupId === undefined ? {} : { arrived: person.arrived })} />
        <span className="chip__name">
          {person.name}
          {person.organisation && <small>{person.organisation}</small>}
          {person.expected && <em className="chip__expected">{changes.awaited}</em>}
          {view.people[person.id]?.unexpected && <em className="chip__expected">{changes.notExpected}</em>}
          {late && <em className="chip__late">{words.late}</em>}
        </span>
      </span>
      <Menu variant="quiet" label={words.personActions(person.name)} items={[...moves, ...arrival]}>
        <Icon name="more" />
      </Menu>
    </li>
  );
}

/** A dot whose shape says it as well as its colour, and whose words are read aloud. */
export function Presence({ connected, arrived }: { readonly connected: boolean; readonly arrived?: boolean }) {
  const words = useText(hostGroupWords);
  const state = !connected ? 'away' : arrived === false ? 'coming' : 'here';
  const text = [
    connected ? words.connected : words.disconnected,
    ...(arrived === undefined ? [] : [arrived ? words.inRoom : words.notInRoom]),
  ].join(', ');
  return (
    <span className={`presence presence--${state}`} title={text}>
      <span className="visually-hidden">{text}, </span>
    </span>
  );
}
