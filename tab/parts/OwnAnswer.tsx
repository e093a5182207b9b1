import './OwnAnswer.css';
import { useState } from 'react';
import type { AnswerWindowInput } from '../../shared/agenda/answerWindow.ts';
import type { WorkshopClient } from '../net/client.ts';
import { useText } from '../text/language.tsx';
import { participantWords } from '../text/participant.ts';
import { AnswerCard } from './AnswerCard.tsx';
import { AnswerComposer } from './AnswerComposer.tsx';
import type { ListedAnswer } from './answerList.ts';
import { Button } from './Button.tsx';
import type { useDelayed } from './useDelayed.ts';

interface OwnAnswerProps {
  readonly client: WorkshopClient;
  readonly window: AnswerWindowInput;
  readonly place: { readonly slotId: string; readonly groupId: string };
  /** Prefix of the key under which an edit is kept on this device. */
  readonly draftKey: string;
  readonly answer: ListedAnswer;
  readonly canAct: boolean;
  /** Taken back an instant ago: still to be undone. */
  readonly withdrawn: boolean;
  readonly withdrawals: Pick<ReturnType<typeof useDelayed>, 'start' | 'undo'>;
  readonly online: boolean;
}

/** One's own answer: where its text is, and, while answers count, a way to change it or take it back. */
export function OwnAnswer({
  client,
  window,
  place,
  draftKey,
  answer,
  canAct,
  withdrawn,
  withdrawals,
  online,
}: OwnAnswerProps) {
  const words = useText(participantWords);
  const [editing, setEditing] = useState(false);
  if (withdrawn) {
    return (
      <div className="withdrawn" role="status">
        <span>{words.withdrawn}</span>
        <Button variant="quiet" onClick={() => withdrawals.undo(answer.id)}>
          {words.undo}
        </Button>
      </div>
    );
  }
  if (editing) {
    return (
      <AnswerComposer
        client={client}
        window={window}
        draftKey={`${draftKey}:${answer.id}`}
        label={words.edit}
        labelHidden
        startText={answer.text}
        sendLabel={words.save}
        onSend={(text) => {
          client.send({ kind: 'EditAnswer', ...place, answerId: answer.id, text });
          setEditing(false);
        }}
        onCancel={() => setEditing(false)}
      />
    );
  }
  return (
    <AnswerCard
      text={answer.text}
      edited={answer.edited}
      mine
      status={
        answer.state === 'stored' ? (
          <span className="sent">{words.sent}</span>
        ) : online ? (
          words.sending
        ) : (
          words.sendingLater
        )
      }
      actions={
        canAct && answer.state === 'stored' ? (
          <>
            <Button variant="quiet" onClick={() => setEditing(true)}>
              {words.edit}
            </Button>
            <Button variant="quiet" onClick={() => withdrawals.start(answer.id)}>
              {words.withdraw}
            </Button>
          </>
        ) : undefined
      }
    />
  );
}
