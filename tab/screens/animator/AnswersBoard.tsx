import './AnswersBoard.css';
import { type ReactNode, useState } from 'react';
import { shorten } from '../../../shared/synthesis/sentences.ts';
import type { GroupWorkView } from '../../../shared/views/views.ts';
import { limits } from '../../../shared/workshop/limits.ts';
import type { WorkshopClient } from '../../net/client.ts';
import { AnswerCard } from '../../parts/AnswerCard.tsx';
import type { ListedAnswer } from '../../parts/answerList.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useFresh } from '../../parts/useFresh.ts';
import { useNow } from '../../parts/useNow.ts';
import type { Unseen } from '../../parts/useUnseen.ts';
import { animatorWords } from '../../text/animator.ts';
import { clockWords } from '../../text/clock.ts';
import { useText } from '../../text/language.tsx';
import { themeWords } from '../../text/themes.ts';
import { AnswerFilters, type AnswersShown } from './AnswerFilters.tsx';
import { findAnswers } from './findAnswers.ts';
import { LongText } from './LongText.tsx';
import { RemoveAnswerDialog } from './RemoveAnswerDialog.tsx';
import { ThemesPanel } from './ThemesPanel.tsx';

interface AnswersBoardProps {
  readonly client: WorkshopClient;
  readonly slotId: string;
  readonly work: GroupWorkView;
  readonly prompts: readonly string[];
  /** Of the group, with what this device is still sending laid over them. */
  readonly answers: readonly ListedAnswer[];
  readonly unseen: Unseen;
  readonly shown: AnswersShown;
  readonly onShow: (shown: AnswersShown) => void;
  /** An answer became a key idea: on a phone, that is where to look. */
  readonly onDrafted: () => void;
  /** How one's own answers are shown in the list; absent for whoever writes none here. */
  readonly renderOwn?: (answer: ListedAnswer) => ReactNode;
}

/** A group's answers, as a list or by theme, with all that its animator, or a host in her stead, may do with them. */
export function AnswersBoard(props: AnswersBoardProps) {
  const words = useText(animatorWords);
  const { client, slotId, work, prompts, answers, unseen, shown, onShow, onDrafted, renderOwn } = props;
  const place = { slotId, groupId: work.groupId };
  const fresh = useFresh(
    answers.map((answer) => answer.id),
    useNow(client),
  );
  const [asThemes, setAsThemes] = useState(false);
  const [removingId, setRemovingId] = useState<string>();
  const removing = answers.find((answer) => answer.id === removingId);
  const found = findAnswers(answers, shown);
  const promptWords = (answer: ListedAnswer) =>
    prompts.length > 1 && shown.promptIndex === undefined
      ? { prompt: `${answer.promptIndex + 1}. ${prompts[answer.promptIndex] ?? ''}` }
      : {};
  const draft = ({ id, text }: ListedAnswer): void => {
    client.send({ kind: 'DraftKeyIdea', ...place, text: shorten(text, limits.keyIdeaChars), citations: [id] });
    onDrafted();
  };

  return (
    <>
      {answers.length > 1 ? <AnswersShownAs asThemes={asThemes} onChoose={setAsThemes} /> : null}
      {asThemes ? (
        <ThemesPanel
          client={client}
          slotId={slotId}
          work={work}
          unseen={unseen}
          onDrafted={onDrafted}
          onRemove={setRemovingId}
        />
      ) : (
        <>
          {answers.length > 3 || prompts.length > 1 ? (
            <AnswerFilters prompts={prompts} shown={shown} onShow={onShow} />
          ) : null}
          {answers.length === 0 ? <p className="desk__soft">{words.noAnswers}</p> : null}
          {answers.length > 0 && found.length === 0 ? <p className="desk__soft">{words.noMatch}</p> : null}
          <ul className="desk__answers">
            {found.map((answer) => (
              <li key={answer.id}>
                {answer.mine && renderOwn !== undefined ? (
                  renderOwn(answer)
                ) : (
                  <RoomAnswer
                    work={work}
                    answer={answer}
                    isNew={fresh.has(answer.id)}
                    promptWords={promptWords(answer)}
                    onDraft={() => draft(answer)}
                    onRemove={() => setRemovingId(answer.id)}
                  />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {removing && (
        <RemoveAnswerDialog client={client} place={place} answer={removing} onClose={() => setRemovingId(undefined)} />
      )}
    </>
  );
}

/** As they come, or by what they say. */
function AnswersShownAs(props: { readonly asThemes: boolean; readonly onChoose: (asThemes: boolean) => void }) {
  const words = useText(themeWords);
  return (
    <fieldset className="answers-shown">
      <legend className="visually-hidden">{words.shown}</legend>
      {[false, true].map((asThemes) => (
        <button
          key={String(asThemes)}
          type="button"
          className="answers-shown__choice"
          aria-pressed={props.asThemes === asThemes}
          onClick={() => props.onChoose(asThemes)}
        >
          {asThemes ? words.asThemes : words.asList}
        </button>
      ))}
    </fieldset>
  );
}

function RoomAnswer(props: {
  readonly work: GroupWorkView;
  readonly answer: ListedAnswer;
  readonly isNew: boolean;
  readonly promptWords: { readonly prompt?: string };
  readonly onDraft: () => void;
  readonly onRemove: () => void;
}) {
  const words = useText(animatorWords);
  const clock = useText(clockWords);
  const { work, answer, isNew, promptWords, onDraft, onRemove } = props;
  const canDraft = work.outcome.kind === 'drafting' && !work.presented;
  return (
    <AnswerCard
      text={<LongText text={answer.text} />}
      edited={answer.edited}
      isNew={isNew}
      {...(answer.authorName === undefined ? {} : { authorName: answer.authorName })}
      {...promptWords}
      status={answer.supports > 0 ? clock.supports(answer.supports) : undefined}
      actions={
        work.presented ? undefined : (
          <>
            {canDraft ? (
              <Button variant="quiet" onClick={onDraft}>
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
