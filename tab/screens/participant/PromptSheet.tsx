import { useId } from 'react';
import type { AnswerWindowInput } from '../../../shared/agenda/answerWindow.ts';
import type { Options } from '../../../shared/workshop/state.ts';
import type { WorkshopClient } from '../../net/client.ts';
import { AnswerCard } from '../../parts/AnswerCard.tsx';
import { AnswerComposer } from '../../parts/AnswerComposer.tsx';
import type { ListedAnswer } from '../../parts/answerList.ts';
import { answerPhase } from '../../parts/answerPhase.ts';
import { Button } from '../../parts/Button.tsx';
import { OwnAnswer } from '../../parts/OwnAnswer.tsx';
import type { useDelayed } from '../../parts/useDelayed.ts';
import { useNow } from '../../parts/useNow.ts';
import { useText } from '../../text/language.tsx';
import { participantWords } from '../../text/participant.ts';

interface PromptSheetProps {
  readonly client: WorkshopClient;
  readonly window: AnswerWindowInput;
  readonly prompt: string;
  readonly promptIndex: number;
  readonly promptCount: number;
  readonly place: { readonly slotId: string; readonly groupId: string };
  readonly draftKey: string;
  readonly answers: readonly ListedAnswer[];
  readonly authors: Options['authors'];
  readonly online: boolean;
  readonly withdrawals: ReturnType<typeof useDelayed>;
}

/** One question: what one writes, what one wrote, what the others wrote. */
export function PromptSheet(props: PromptSheetProps) {
  const words = useText(participantWords);
  const { client, window, place, promptIndex, withdrawals } = props;
  const phase = answerPhase(window, useNow(client));
  const titleId = useId();
  const canAct = phase.kind === 'open' || phase.kind === 'grace';
  const own = props.answers.filter((answer) => answer.mine).reverse();
  const others = props.answers.filter((answer) => !answer.mine).reverse();
  return (
    <section className="prompt-sheet" aria-labelledby={titleId}>
      <h2 className="prompt-sheet__prompt" id={titleId}>
        {props.promptCount > 1 ? <span className="prompt-sheet__number">{promptIndex + 1}</span> : null}
        <span>{props.prompt}</span>
      </h2>
      {phase.kind === 'over' ? <p className="prompt-sheet__over">{words.over}</p> : null}
      <AnswerComposer
        client={client}
        window={window}
        draftKey={props.draftKey}
        label={`${words.yourAnswer} – ${props.prompt}`}
        labelHidden
        sendLabel={words.send}
        promise={props.authors === 'hidden' ? words.anonymous : words.named}
        onSend={(text) => client.send({ kind: 'PostAnswer', ...place, promptIndex, text })}
      />
      {own.length === 0 ? null : (
        <>
          <h3 className="answers__title">{words.yours}</h3>
          <ul className="answers">
            {own.map((answer) => (
              <li key={answer.id}>
                <OwnAnswer
                  {...props}
                  answer={answer}
                  canAct={canAct}
                  withdrawn={withdrawals.waiting.includes(answer.id)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className="answers__title">{words.theirs(others.length)}</h3>
      {others.length === 0 ? <p className="answers__none">{words.noneYet}</p> : null}
      <ul className="answers">
        {others.map((answer) => (
          <li key={answer.id}>
            <OthersAnswer client={client} place={place} answer={answer} canAct={canAct} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OthersAnswer({
  client,
  place,
  answer,
  canAct,
}: Pick<PromptSheetProps, 'client' | 'place'> & { readonly answer: ListedAnswer; readonly canAct: boolean }) {
  const words = useText(participantWords);
  const toggle = () =>
    client.send({ kind: answer.supported ? 'UnsupportAnswer' : 'SupportAnswer', ...place, answerId: answer.id });
  return (
    <AnswerCard
      text={answer.text}
      edited={answer.edited}
      actions={
        <Button
          variant="quiet"
          className={`support${answer.supported ? ' support--on' : ''}`}
          aria-pressed={answer.supported}
          disabled={!canAct}
          onClick={toggle}
        >
          <svg className="support__heart" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 20.5S3.5 15.4 3.5 9.4A4.6 4.6 0 0 1 12 7a4.6 4.6 0 0 1 8.5 2.4c0 6-8.5 11.1-8.5 11.1z" />
          </svg>
          {answer.supported ? words.supported : words.support}
          {answer.supports > 0 ? (
            <span className="support__count">
              {answer.supports} <span className="visually-hidden">{words.supportsUnit(answer.supports)}</span>
            </span>
          ) : null}
        </Button>
      }
    />
  );
}
