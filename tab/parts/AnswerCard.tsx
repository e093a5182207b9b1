import './AnswerCard.css';
import type { ReactNode } from 'react';
import { clockWords } from '../text/clock.ts';
import { useText } from '../text/language.tsx';

interface AnswerCardProps {
  readonly text: ReactNode;
  readonly edited?: boolean;
  /** Shown only when the server sent it. */
  readonly authorName?: string;
  readonly mine?: boolean;
  readonly isNew?: boolean;
  /** "envoi…", "envoyée ✓". */
  readonly status?: ReactNode;
  /** Buttons, under the text. */
  readonly actions?: ReactNode;
  /** The prompt that it answers, where several are mixed. */
  readonly prompt?: string;
}

/** One answer, in its author's words: line breaks kept, long words cut. */
export function AnswerCard(props: AnswerCardProps) {
  const words = useText(clockWords);
  const tone = props.isNew ? ' answer--new' : props.mine ? ' answer--mine' : '';
  return (
    <article className={`answer${tone}`}>
      {props.prompt === undefined ? null : <p className="answer__prompt">{props.prompt}</p>}
      <p className="answer__text">{props.text}</p>
      <div className="answer__foot">
        <p className="answer__facts">
          {props.isNew ? <span className="answer__new">{words.isNew}</span> : null}
          {props.authorName === undefined ? null : <span className="answer__author">{props.authorName}</span>}
          {props.edited ? <span>{words.edited}</span> : null}
          {props.status === undefined ? null : <span role="status">{props.status}</span>}
        </p>
        {props.actions === undefined ? null : <div className="answer__actions">{props.actions}</div>}
      </div>
    </article>
  );
}
