import type { LobbyView, Me, OfferedGroup } from '../../../shared/views/views.ts';
import { animatorBeyondName, groupTitle } from '../../../shared/views/wording.ts';
import type { FailedCommand, PendingCommand, WorkshopClient } from '../../net/client.ts';
import { Icon } from '../../parts/Icon.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { useLanguage, useText } from '../../text/language.tsx';
import { participantWords } from '../../text/participant.ts';
import { choiceNow, placesLeft } from './choiceNow.ts';

interface GroupChoiceProps {
  readonly client: WorkshopClient;
  readonly choice: NonNullable<LobbyView['choice']>;
  readonly me: Me | undefined;
  readonly unseen: readonly PendingCommand[];
  readonly failed: readonly FailedCommand[];
}

/** The groups that one may join, one press each; the last press counts, until the host closes the choice. */
export function GroupChoice({ client, choice, me, unseen, failed }: GroupChoiceProps) {
  const words = useText(participantWords);
  const { chosenId, fullIds, refusals } = choiceNow({ choice, chosenGroupId: me?.chosenGroupId, unseen, failed });
  const choose = (groupId: string) => {
    for (const { commandId } of refusals) client.dismiss(commandId);
    if (groupId !== chosenId) client.send({ kind: 'ChooseGroup', slotId: choice.slotId, groupId });
  };
  return (
    <div className="group-choice">
      <header>
        <h2 className="group-choice__title">{words.chooseTitle}</h2>
        <p>{chosenId === undefined ? words.chooseHint : words.chosenHint}</p>
      </header>
      <div role="status">
        {refusals.length === 0 ? null : (
          <Notice still>
            <p>{chosenId === undefined ? words.becameFull : words.becameFullKept}</p>
          </Notice>
        )}
      </div>
      <ul className="group-choice__groups">
        {choice.groups.map((group) => (
          <li key={group.id}>
            <Offer
              group={group}
              isChosen={group.id === chosenId}
              isFull={fullIds.has(group.id)}
              onChoose={() => choose(group.id)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface OfferProps {
  readonly group: OfferedGroup;
  readonly isChosen: boolean;
  readonly isFull: boolean;
  readonly onChoose: () => void;
}

function Offer({ group, isChosen, isFull, onChoose }: OfferProps) {
  const words = useText(participantWords);
  const { language } = useLanguage();
  const animator = animatorBeyondName(group);
  const left = placesLeft(group);
  return (
    <button
      type="button"
      className={isChosen ? 'offer offer--chosen' : 'offer'}
      aria-pressed={isChosen}
      disabled={isFull && !isChosen}
      onClick={onChoose}
    >
      <span className="offer__mark">{isChosen ? <Icon name="check" /> : null}</span>
      <span className="offer__body">
        <span className="offer__title">{groupTitle(group, language)}</span>
        {animator === undefined ? null : <span>{words.animatedBy(animator)}</span>}
        <span className="offer__places">
          {isChosen
            ? words.yourChoice
            : isFull
              ? words.full
              : left === undefined
                ? words.alreadyThere(group.memberCount)
                : words.places(left, group.capacity ?? left)}
        </span>
      </span>
    </button>
  );
}
