import { useMemo, useState } from 'react';
import { limits } from '../../../shared/workshop/limits.ts';
import { readDraft } from '../../net/drafts.ts';
import { AnswerCard } from '../../parts/AnswerCard.tsx';
import { AnswerComposer } from '../../parts/AnswerComposer.tsx';
import { type ListedAnswer, listAnswers } from '../../parts/answerList.ts';
import { answerPhase } from '../../parts/answerPhase.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { OwnAnswer } from '../../parts/OwnAnswer.tsx';
import { useDelayed } from '../../parts/useDelayed.ts';
import { useFresh } from '../../parts/useFresh.ts';
import { useNow } from '../../parts/useNow.ts';
import type { Unseen } from '../../parts/useUnseen.ts';
import { animatorWords } from '../../text/animator.ts';
import { clockWords } from '../../text/clock.ts';
import { useText } from '../../text/language.tsx';
import { participantWords } from '../../text/participant.ts';
import type { DeskProps } from './AnimatorDesk.tsx';
import { AnswerFilters, type AnswersShown } from './AnswerFilters.tsx';
import { findAnswers } from './findAnswers.ts';
import { RemoveAnswerDialog } from './RemoveAnswerDialog.tsx';

interface AnswersPanelProps extends DeskProps {
  readonly unseen: Unseen;
  /** An answer became a key idea: on a phone, that is where to look. */
  readonly onDrafted: () => void;
}

/** The group's answers as they come, and the ones that she writes down for the room. */
export function AnswersPanel(props: AnswersPanelProps) {
  const words = useText(animatorWords);
  const { send } = useText(participantWords);
  const { client, view, breakout, snapshot, unseen } = props;
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
  const fresh = useFresh(
    answers.map((answer) => answer.id),
    now,
  );
  const found = findAnswers(answers, shown);
  const [removingId, setRemovingId] = useState<string>();
  const removing = answers.find((answer) => answer.id === removingId);
  const { run } = view.agenda;
  const { graceMs } = view.options;
  const window = useMemo(() => ({ slotId, phase, run, graceMs }), [slotId, phase, run, graceMs]);
  const canAct = ['open', 'grace'].includes(answerPhase(window, now).kind);
  const promptIndex = shown.promptIndex ?? 0;
  const draftKey = `${view.workshopId}:${snapshot.me?.personId ?? ''}:answer:${slotId}:${promptIndex}`;
  // A text left here by a reload is in sight; from then on, the fold is hers.
  const [openAtFirst] = useState(readDraft(draftKey) !== undefined);
  const promptWords = (answer: ListedAnswer) =>
    prompts.length > 1 && shown.promptIndex === undefined
      ? { prompt: `${answer.promptIndex + 1}. ${prompts[answer.promptIndex] ?? ''}` }
      : {};

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
      {answers.length > 3 || prompts.length > 1 ? (
        <AnswerFilters prompts={prompts} shown={shown} onShow={setShown} />
      ) : null}
      {answers.length === 0 ? <p className="desk__soft">{words.noAnswers}</p> : null}
      {answers.length > 0 && found.length === 0 ? <p className="desk__soft">{words.noMatch}</p> : null}
      <ul className="desk__answers">
        {found.map((answer) => (
          <li key={answer.id}>
            {answer.mine ? (
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
            ) : (
              <RoomAnswer
                {...props}
                answer={answer}
                isNew={fresh.has(answer.id)}
                promptWords={promptWords(answer)}
                onRemove={() => setRemovingId(answer.id)}
              />
            )}
          </li>
        ))}
      </ul>
      {removing && (
        <RemoveAnswerDialog client={client} place={place} answer={removing} onClose={() => setRemovingId(undefined)} />
      )}
    </>
  );
}

function RoomAnswer({
  client,
  breakout,
  answer,
  isNew,
  promptWords,
  onDrafted,
  onRemove,
}: AnswersPanelProps & {
  readonly answer: ListedAnswer;
  readonly isNew: boolean;
  readonly promptWords: { readonly prompt?: string };
  readonly onRemove: () => void;
}) {
  const words = useText(animatorWords);
  const clock = useText(clockWords);
  const { work, slotId } = breakout;
  const canDraft = work.outcome.kind === 'drafting' && !work.presented;
  return (
    <AnswerCard
      text={answer.text}
      edited={answer.edited}
      isNew={isNew}
      {...(answer.authorName === undefined ? {} : { authorName: answer.authorName })}
      {...promptWords}
      status={answer.supports > 0 ? clock.supports(answer.supports) : undefined}
      actions={
        work.presented ? undefined : (
          <>
            {canDraft ? (
              <Button
                variant="quiet"
                onClick={() => {
                  const text = answer.text.slice(0, limits.keyIdeaChars);
                  client.send({ kind: 'DraftKeyIdea', slotId, groupId: work.groupId, text, citations: [answer.id] });
                  onDrafted();
                }}
              >
                <Icon name="add" />
                {words.startFrom}
              </Button>
            ) : null}
            <Button
              variant="quiet"
              className="answer__remove"
              aria-label={`${words.remove} – ${answer.text.slice(0, 60)}`}
              onClick={onRemove}
            >
              {words.remove}
            </Button>
          </>
        )
      }
    />
  );
}
