import '../../parts/Button.css';
import type { GroupView, Me } from '../../../shared/views/views.ts';
import { animatorBeyondName, groupTitle, listed } from '../../../shared/views/wording.ts';
import type { PendingCommand, WorkshopClient } from '../../net/client.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { RoomLink } from '../../parts/RoomLink.tsx';
import { useLanguage, useText } from '../../text/language.tsx';
import { participantWords } from '../../text/participant.ts';

/** What a section of the group's page needs. */
export interface InGroup {
  readonly client: WorkshopClient;
  readonly view: GroupView;
  readonly me: Me | undefined;
  readonly unseen: readonly PendingCommand[];
  readonly storedIds: ReadonlySet<string>;
}

/** Where to go and with whom. Once there, it steps back and leaves the first place to the questions. */
export function GroupCard({ client, view, me, unseen }: InGroup) {
  const words = useText(participantWords);
  const { language } = useLanguage();
  const { group, breakout, joinedBy = [], runBy = [] } = view;
  const isOpen = breakout.phase.kind === 'open';
  const arrived =
    (me?.arrived ?? false) ||
    unseen.some(({ command }) => command.kind === 'NoteArrival' && command.slotId === breakout.slotId);
  const noteArrival = () => {
    if (me !== undefined && !arrived)
      client.send({ kind: 'NoteArrival', slotId: breakout.slotId, personId: me.personId });
  };
  const animator =
    runBy.length === 0
      ? animatorBeyondName(group)
      : listed(
          language,
          runBy.map(({ name }) => name),
        );
  const title = (
    <>
      <h2 className="group-card__title">{groupTitle(group, language)}</h2>
      {joinedBy.length === 0 ? null : (
        <p className="group-card__joined">{words.joinedBy(joinedBy.map((one) => String(one.number)))}</p>
      )}
    </>
  );
  const room = group.roomUrl !== '' && isOpen && (
    <RoomLink
      className={`button group-card__room button--${arrived ? 'quiet' : 'primary'}`}
      href={group.roomUrl}
      onClick={noteArrival}
    >
      <Icon name="link" />
      {arrived ? words.openRoomAgain : words.openRoom}
      <span className="visually-hidden">{words.newTab}</span>
    </RoomLink>
  );

  if (isOpen && arrived) {
    return (
      <div className="group-card group-card--there">
        {title}
        <div className="group-card__row">
          <p className="group-card__arrived" role="status">
            <Icon name="check" />
            {words.youAreHere}
          </p>
          {room}
        </div>
        <Companions view={view} me={me} />
      </div>
    );
  }
  return (
    <div className="group-card">
      <header>
        <p className="group-card__lead">{words.groupFirst}</p>
        {title}
        {animator === undefined ? null : <p>{words.animatedBy(animator)}</p>}
      </header>
      {isOpen ? (
        <div className="group-card__doors">
          {room || <p>{words.noRoom}</p>}
          <Button onClick={noteArrival}>{words.imHere}</Button>
        </div>
      ) : (
        <p className="group-card__soon">{words.roomsSoon}</p>
      )}
      <Companions view={view} me={me} />
    </div>
  );
}

function Companions({ view, me }: Pick<InGroup, 'view' | 'me'>) {
  const words = useText(participantWords);
  const { language } = useLanguage();
  const others = Object.values(view.breakout.companions)
    .filter((companion) => companion.id !== me?.personId)
    .sort((a, b) => a.name.localeCompare(b.name, language));
  return (
    <details className="companions">
      <summary>{others.length === 0 ? words.alone : words.companions(others.length)}</summary>
      <ul>
        {others.map((companion) => (
          <li key={companion.id}>
            {companion.name}
            {companion.organisation === '' ? null : (
              <span className="companions__organisation"> – {companion.organisation}</span>
            )}
          </li>
        ))}
      </ul>
      <p className="group-card__wrong">{words.wrongGroup}</p>
    </details>
  );
}
