import './AnswerComposer.css';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { AnswerWindowInput } from '../../shared/agenda/answerWindow.ts';
import { limits } from '../../shared/workshop/limits.ts';
import type { WorkshopClient } from '../net/client.ts';
import { useText } from '../text/language.tsx';
import { participantWords } from '../text/participant.ts';
import { partsWords } from '../text/parts.ts';
import { Button } from './Button.tsx';
import { formatDigits } from './clockReading.ts';
import { useAnswerPhase } from './useAnswerPhase.ts';
import { useCopy } from './useCopy.ts';
import { useDraft } from './useDraft.ts';

interface AnswerComposerProps {
  readonly client: WorkshopClient;
  readonly window: AnswerWindowInput;
  /** Under which the text is kept on this device. */
  readonly draftKey: string;
  readonly label: ReactNode;
  readonly labelHidden?: boolean;
  /** Set when an answer is edited: the text to start from. */
  readonly startText?: string;
  readonly sendLabel: string;
  readonly onSend: (text: string) => void;
  readonly onCancel?: () => void;
  /** Who will see whose name. */
  readonly promise?: string;
}

/** Where one writes. What is typed is kept at each keystroke; at the bell it is sent as it stands. */
export function AnswerComposer(props: AnswerComposerProps) {
  const words = useText(participantWords);
  const { client, window, startText = '' } = props;
  const id = useId();
  const [text, write, clear] = useDraft(props.draftKey, startText);
  const [autoSent, setAutoSent] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const isEdit = props.startText !== undefined;
  useEffect(() => {
    if (isEdit) box.current?.focus();
  }, [isEdit]);
  const over = text.trim().length - limits.answerChars;
  const canSend = text.trim() !== '' && over <= 0;

  const send = () => {
    if (!canSend) return;
    setAutoSent(false);
    if (text.trim() !== startText) props.onSend(text.trim());
    clear();
  };
  const phase = useAnswerPhase(client, window, () => {
    if (!canSend || text.trim() === startText) return;
    setAutoSent(true);
    props.onSend(text.trim());
    clear();
  });

  if (phase.kind === 'over' || phase.kind === 'notOpen') {
    return (
      <div className="composer">
        <div role="status">
          {autoSent ? <p className="composer__note composer__note--strong">{words.autoSentFinal}</p> : null}
        </div>
        {text.trim() === '' ? null : <KeptDraft text={text} />}
      </div>
    );
  }
  return (
    <div className="composer">
      <label className={props.labelHidden ? 'visually-hidden' : 'composer__label'} htmlFor={id}>
        {props.label}
      </label>
      <textarea
        ref={box}
        id={id}
        className="composer__text"
        rows={3}
        value={text}
        placeholder={words.placeholder}
        aria-describedby={`${id}-foot`}
        aria-invalid={over > 0 || undefined}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            send();
          }
        }}
      />
      <div role="status">
        {autoSent ? <p className="composer__note composer__note--strong">{words.autoSent}</p> : null}
      </div>
      {phase.kind === 'grace' ? (
        <p className="composer__note composer__note--alert">{words.grace(formatDigits(phase.leftMs))}</p>
      ) : null}
      <div className="composer__foot" id={`${id}-foot`}>
        <p className="composer__note">
          {over > 0 ? (
            <span className="composer__note--alert">{words.charactersOver(over)}</span>
          ) : over > -limits.answerChars / 8 ? (
            words.charactersLeft(-over)
          ) : (
            props.promise
          )}
        </p>
        <div className="composer__actions">
          {props.onCancel === undefined ? null : (
            <Button
              variant="quiet"
              onClick={() => {
                clear();
                props.onCancel?.();
              }}
            >
              {words.cancel}
            </Button>
          )}
          <Button variant="primary" disabled={!canSend} title={words.sendHint} onClick={send}>
            {props.sendLabel}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** The window has closed on an unsent text: it stays readable and can be carried elsewhere. */
function KeptDraft({ text }: { readonly text: string }) {
  const words = useText(participantWords);
  const { copyFailed } = useText(partsWords);
  const { copied, copy } = useCopy();
  return (
    <div className="composer__kept">
      <p className="composer__note composer__note--strong">{words.draftKept}</p>
      <blockquote className="composer__quote">{text}</blockquote>
      <Button onClick={() => void copy(text)}>{copied ? words.copied : words.copy}</Button>
      {copied === false ? (
        <p role="alert" className="composer__note composer__note--alert">
          {copyFailed}
        </p>
      ) : null}
    </div>
  );
}
