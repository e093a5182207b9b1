import { useState } from 'react';
import type { AnswerView } from '../../../shared/views/views.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Field } from '../../parts/Field.tsx';
import { animatorWords } from '../../text/animator.ts';
import { clockWords } from '../../text/clock.ts';
import { useText } from '../../text/language.tsx';
import { findAnswers } from './findAnswers.ts';

interface CitationDialogProps {
  readonly position: number;
  readonly ideaText: string;
  readonly answers: readonly AnswerView[];
  readonly prompts: readonly string[];
  readonly cited: readonly string[];
  /** Undefined: left as it was. */
  readonly onClose: (citations: readonly string[] | undefined) => void;
}

/** Choosing the answers behind an idea: one tap each, nothing sent until the end. */
export function CitationDialog(props: CitationDialogProps) {
  const words = useText(animatorWords);
  const clock = useText(clockWords);
  const [chosen, setChosen] = useState(props.cited);
  const [search, setSearch] = useState('');
  const found = findAnswers(props.answers, { search, sort: 'supports' });
  // Those already cited stand first, as they were when the dialog opened: nothing moves under a finger.
  const listed = [
    ...found.filter((answer) => props.cited.includes(answer.id)),
    ...found.filter((answer) => !props.cited.includes(answer.id)),
  ];
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <Dialog
      open
      wide
      onClose={() => props.onClose(undefined)}
      title={words.citing(props.position)}
      actions={
        <>
          <Button variant="quiet" onClick={() => props.onClose(undefined)}>
            {words.cancel}
          </Button>
          <Button variant="primary" onClick={() => props.onClose(chosen)}>
            {words.citeDone(chosen.length)}
          </Button>
        </>
      }
    >
      <blockquote className="idea__quote idea__quote--idea">{props.ideaText}</blockquote>
      <p>{words.citingHint}</p>
      {props.answers.length > 6 ? (
        <Field
          label={words.search}
          labelHidden
          type="search"
          placeholder={words.search}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      ) : null}
      {listed.length === 0 ? <p>{words.noMatch}</p> : null}
      <ul className="citing">
        {listed.map((answer) => (
          <li key={answer.id}>
            <label className="citing__answer">
              <input type="checkbox" checked={chosen.includes(answer.id)} onChange={() => toggle(answer.id)} />
              <span className="citing__text">
                {answer.text}
                <span className="citing__facts">
                  {[
                    props.prompts.length > 1 ? words.promptNumber(answer.promptIndex + 1) : '',
                    answer.authorName ?? '',
                    answer.supports > 0 ? clock.supports(answer.supports) : '',
                  ]
                    .filter(Boolean)
                    .join(' – ')}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
