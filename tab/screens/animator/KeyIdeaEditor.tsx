import { useId } from 'react';
import type { AnswerView } from '../../../shared/views/views.ts';
import { limits } from '../../../shared/workshop/limits.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { animatorWords } from '../../text/animator.ts';
import { useText } from '../../text/language.tsx';
import type { DraftStatus } from './keyIdeaDraft.ts';
import type { ListedKeyIdea } from './keyIdeaList.ts';
import { LensPicker } from './LensPicker.tsx';
import { Quote } from './Quote.tsx';

interface KeyIdeaEditorProps {
  readonly idea: ListedKeyIdea;
  readonly position: number;
  readonly answers: Readonly<Record<string, AnswerView>>;
  readonly status: DraftStatus;
  /** What is under the fingers. */
  readonly text: string;
  /** Among those to submit; undefined when there is nothing to choose between. */
  readonly tick: boolean | undefined;
  readonly onTick: (ticked: boolean) => void;
  readonly onType: (text: string) => void;
  readonly onSave: (text: string) => void;
  readonly onTakeTheirs: () => void;
  readonly lenses: readonly string[];
  readonly onPutLens: (lens: string | undefined) => void;
  readonly onRecall: () => void;
  readonly onCite: () => void;
  readonly onUncite: (answerId: string) => void;
  readonly onDrop: () => void;
}

/** One key idea: its sentence, and the answers behind it in their authors' words. Saved when one leaves the text. */
export function KeyIdeaEditor(props: KeyIdeaEditorProps) {
  const words = useText(animatorWords);
  const { idea, position, status, text, tick } = props;
  const id = useId();
  const typed = text.trim();
  const over = typed.length - limits.keyIdeaChars;
  const canSave = typed !== '' && over <= 0;
  const save = () => {
    if (status.kind === 'unsaved' && canSave) props.onSave(typed);
  };
  return (
    <article className={`idea${tick === false ? ' idea--aside' : ''}`} aria-labelledby={`${id}-title`}>
      <header className="idea__head">
        <h3 id={`${id}-title`}>{words.idea(position)}</h3>
        <p className="idea__state" role="status">
          {stateWords(status, words)}
        </p>
        {tick === undefined ? null : (
          <label className="idea__tick">
            <input type="checkbox" checked={tick} onChange={(event) => props.onTick(event.target.checked)} />
            {words.toSubmit}
          </label>
        )}
        <Menu
          variant="quiet"
          label={words.ideaMenu(position)}
          items={[
            { label: words.ideaHistory, onSelect: props.onRecall },
            { label: words.drop, onSelect: props.onDrop, danger: true },
          ]}
        >
          <Icon name="more" />
        </Menu>
      </header>
      <textarea
        className="idea__text"
        rows={2}
        value={text}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-count`}
        aria-invalid={!canSave || undefined}
        onChange={(event) => props.onType(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        }}
      />
      <p className="idea__count" id={`${id}-count`}>
        {typed === ''
          ? words.emptyIdea
          : over > 0
            ? words.tooLong(over)
            : over > -limits.keyIdeaChars / 6
              ? words.left(-over)
              : null}
      </p>
      {status.kind === 'conflict' ? (
        <Notice
          tone="warn"
          title={words.conflict}
          actions={
            <>
              <Button disabled={!canSave} onClick={() => props.onSave(typed)}>
                {words.keepMine}
              </Button>
              <Button onClick={props.onTakeTheirs}>{words.takeTheirs}</Button>
            </>
          }
        >
          <blockquote className="idea__quote">{status.theirs}</blockquote>
          <p>{words.yourVersion}</p>
        </Notice>
      ) : null}
      <Citations {...props} />
      <LensPicker
        lenses={props.lenses}
        lens={idea.lens}
        text={text}
        said={idea.citations.map((answerId) => props.answers[answerId]?.text ?? '')}
        onPut={props.onPutLens}
      />
      <footer className="idea__foot">
        <Button variant={idea.citations.length === 0 ? 'primary' : 'secondary'} onClick={props.onCite}>
          <Icon name="add" />
          {words.cite}
        </Button>
        {/* Keeps its place when there is nothing to save: leaving the text must not move what is about to be pressed. */}
        <Button className={status.kind === 'unsaved' ? '' : 'idea__save--idle'} disabled={!canSave} onClick={save}>
          {words.save}
        </Button>
      </footer>
    </article>
  );
}

function Citations({ idea, answers, onUncite }: KeyIdeaEditorProps) {
  const words = useText(animatorWords);
  if (idea.citations.length === 0) {
    return (
      <p className="idea__uncited">
        <Icon name="warning" />
        {words.noCitation}
      </p>
    );
  }
  return (
    <ul className="idea__citations">
      {idea.citations.map((answerId) => (
        <li key={answerId} className="idea__citation">
          <Quote answer={answers[answerId]} />
          <Button variant="quiet" aria-label={words.uncite} title={words.uncite} onClick={() => onUncite(answerId)}>
            <Icon name="close" />
          </Button>
        </li>
      ))}
    </ul>
  );
}

function stateWords(status: DraftStatus, words: (typeof animatorWords)['fr']): string {
  if (status.kind === 'saving') return words.saving;
  return status.kind === 'clean' ? words.saved : words.unsaved;
}
