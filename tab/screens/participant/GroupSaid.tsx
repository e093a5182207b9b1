import { AnswerCard } from '../../parts/AnswerCard.tsx';
import { type ListedAnswer, listAnswers } from '../../parts/answerList.ts';
import { clockWords } from '../../text/clock.ts';
import { useText } from '../../text/language.tsx';
import { participantWords } from '../../text/participant.ts';
import type { InGroup } from './GroupCard.tsx';

export const answersOf = ({ view, me, unseen, storedIds }: InGroup): readonly ListedAnswer[] =>
  listAnswers({
    slotId: view.breakout.slotId,
    answers: view.breakout.answers,
    answerIds: me?.answerIds ?? [],
    supportedIds: me?.supportedIds ?? [],
    unseen,
    storedIds,
  });

/** After the bell: the group's words, to read again while the others speak. */
export function GroupSaid(props: InGroup) {
  const words = useText(participantWords);
  return <Words title={words.groupSaid} empty={words.nobodySaid} answers={answersOf(props)} />;
}

/** At the end: one's own words, to take away. */
export function OwnWords(props: InGroup) {
  const words = useText(participantWords);
  const own = answersOf(props).filter((answer) => answer.mine);
  return <Words title={words.yourWords} empty={words.nothingWritten} answers={own} />;
}

function Words(props: { readonly title: string; readonly empty: string; readonly answers: readonly ListedAnswer[] }) {
  const clock = useText(clockWords);
  return (
    <>
      <h2 className="answers__title">{props.title}</h2>
      {props.answers.length === 0 ? <p>{props.empty}</p> : null}
      <ul className="answers">
        {props.answers.map((answer) => (
          <li key={answer.id}>
            <AnswerCard
              text={answer.text}
              edited={answer.edited}
              mine={answer.mine}
              status={answer.supports > 0 ? clock.supports(answer.supports) : undefined}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
