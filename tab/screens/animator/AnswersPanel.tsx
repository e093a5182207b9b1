import { useMemo, useState } from 'react';
import { readDraft } from '../../net/drafts.ts';
import { AnswerComposer } from '../../parts/AnswerComposer.tsx';
import { listAnswers } from '../../parts/answerList.ts';
import { answerPhase } from '../../parts/answerPhase.ts';
import { OwnAnswer } from '../../parts/OwnAnswer.tsx';
import { useDelayed } from '../../parts/useDelayed.ts';
import { useNow } from '../../parts/useNow.ts';
import type { Unseen } from '../../parts/useUnseen.ts';
import { animatorWords } from '../../text/animator.ts';
import { useText } from '../../text/language.tsx';
import { participantWords } from '../../text/participant.ts';
import type { DeskProps } from './AnimatorDesk.tsx';
import type { AnswersShown } from './AnswerFilters.tsx';
import { AnswersBoard } from './AnswersBoard.tsx';

interface AnswersPanelProps extends DeskProps {
  readonly unseen: Unseen;
  /** An answer became a key idea: on a phone, that is where to look. */
  readonly onDrafted: () => void;
}

/** The group's answers as they come, and the ones that she writes down for the room. */
export function AnswersPanel(props: AnswersPanelProps) {
  const words = useText(animatorWords);
  const { send } = useText(participantWords);
  const { client, view, breakout, snapshot, unseen, onDrafted } = props;
  const { work, prompts, slotId, phase } = breakout;
  const place = { slotId, groupId: view.group.id };
  const now = useNow(client);
  const [shown, setShown] = useState<AnswersShown>({ search: '', sort: 'newest' });
  const withdrawals = useDelayed((answerId) => client.send({ kind: 'WithdrawAnswer', ...place, answerId }));
  const answers = listAnswers({
    slotId,
    answers: work.answers,
    answerIds: snapshot.me?.answerIds ?? [],
    supportedIds: snapshot.me?.supportedIds ?? [],
    ...unseen,
  });
  const { run } = view.agenda;
  const { graceMs } = view.options;
  const window = useMemo(() => ({ slotId, phase, run, graceMs }), [slotId, phase, run, graceMs]);
  const canAct = ['open', 'grace'].includes(answerPhase(window, now).kind);
  const promptIndex = shown.promptIndex ?? 0;
  const draftKey = `${view.workshopId}:${snapshot.me?.personId ?? ''}:answer:${slotId}:${promptIndex}`;
  // A text left here by a reload is in sight; from then on, the fold is hers.
  const [openAtFirst] = useState(readDraft(draftKey) !== undefined);

  return (
    <>
      <h2 className="desk__title">{words.answersCount(answers.length)}</h2>
      <details className="fold" open={openAtFirst}>
        <summary>
          {prompts.length > 1 ? `${words.postForRoom} (${words.promptNumber(promptIndex + 1)})` : words.postForRoom}
        </summary>
        <AnswerComposer
          key={draftKey}
          client={client}
          window={window}
          draftKey={draftKey}
          label={words.postForRoom}
          labelHidden
          sendLabel={send}
          onSend={(text) => client.send({ kind: 'PostAnswer', ...place, promptIndex, text })}
        />
      </details>
      <AnswersBoard
        client={client}
        slotId={slotId}
        work={work}
        prompts={prompts}
        answers={answers}
        unseen={unseen}
        shown={shown}
        onShow={setShown}
        onDrafted={onDrafted}
        renderOwn={(answer) => (
          <OwnAnswer
            client={client}
            window={window}
            place={place}
            draftKey={draftKey}
            answer={answer}
            canAct={canAct}
            withdrawn={withdrawals.waiting.includes(answer.id)}
            withdrawals={withdrawals}
            online={snapshot.status.kind === 'online'}
          />
        )}
      />
    </>
  );
}
