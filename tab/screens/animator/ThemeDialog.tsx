import { useState } from 'react';
import type { AnswerView } from '../../../shared/views/views.ts';
import { limits } from '../../../shared/workshop/limits.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Field } from '../../parts/Field.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useText } from '../../text/language.tsx';
import { themeWords } from '../../text/themes.ts';
import { Quote } from './Quote.tsx';
import type { BoardTheme } from './themeBoard.ts';

/** What a menu asks before it can act. */
export type ThemeQuestion =
  | { readonly kind: 'rename' | 'merge' | 'split'; readonly themeId: string }
  | { readonly kind: 'move'; readonly answerId: string };

interface ThemeDialogProps {
  readonly question: ThemeQuestion;
  readonly themes: readonly BoardTheme[];
  readonly answers: Readonly<Record<string, AnswerView>>;
  readonly onClose: () => void;
  readonly onRename: (themeId: string, label: string) => void;
  readonly onMerge: (fromId: string, intoId: string) => void;
  readonly onSplit: (answerIds: readonly string[]) => void;
  /** Without a theme: into a new one. */
  readonly onMove: (answerId: string, intoId: string | undefined) => void;
}

/** What dragging does, for keyboards and for whoever would rather choose from a list. A theme that is gone closes it. */
export function ThemeDialog(props: ThemeDialogProps) {
  const { question } = props;
  if (question.kind === 'move') return <MoveDialog {...props} answerId={question.answerId} />;
  const theme = props.themes.find(({ id }) => id === question.themeId);
  if (theme === undefined) return null;
  if (question.kind === 'rename') return <RenameDialog {...props} theme={theme} />;
  return question.kind === 'merge' ? (
    <MergeDialog {...props} theme={theme} />
  ) : (
    <SplitDialog {...props} theme={theme} />
  );
}

type OfTheme = ThemeDialogProps & { readonly theme: BoardTheme };

function RenameDialog({ theme, onClose, onRename }: OfTheme) {
  const words = useText(themeWords);
  const [label, setLabel] = useState(theme.label);
  const save = () => {
    if (label.trim() !== '') onRename(theme.id, label.trim());
    onClose();
  };
  return (
    <Dialog
      open
      title={words.renameTitle}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button variant="primary" disabled={label.trim() === ''} onClick={save}>
            {words.save}
          </Button>
        </>
      }
    >
      <Field
        label={words.name}
        data-autofocus
        value={label}
        maxLength={limits.themeChars}
        onChange={(event) => setLabel(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save();
        }}
      />
    </Dialog>
  );
}

function MergeDialog({ theme, themes, onClose, onMerge }: OfTheme) {
  const words = useText(themeWords);
  return (
    <Choice
      title={words.mergeTitle(theme.label)}
      themes={themes.filter(({ id }) => id !== theme.id)}
      onClose={onClose}
      onChoose={(intoId) => onMerge(theme.id, intoId)}
    />
  );
}

function MoveDialog({ themes, answers, answerId, onClose, onMove }: ThemeDialogProps & { readonly answerId: string }) {
  const words = useText(themeWords);
  return (
    <Choice
      title={words.moveTitle}
      quote={answers[answerId]}
      themes={themes.filter(({ answerIds }) => !answerIds.includes(answerId))}
      onClose={onClose}
      onChoose={(intoId) => onMove(answerId, intoId)}
      onNew={() => onMove(answerId, undefined)}
    />
  );
}

function Choice(props: {
  readonly title: string;
  readonly quote?: AnswerView | undefined;
  readonly themes: readonly BoardTheme[];
  readonly onClose: () => void;
  readonly onChoose: (themeId: string) => void;
  readonly onNew?: () => void;
}) {
  const words = useText(themeWords);
  const { onNew } = props;
  const choose = (act: () => void) => () => {
    act();
    props.onClose();
  };
  return (
    <Dialog open title={props.title} onClose={props.onClose}>
      {props.quote === undefined ? null : <Quote answer={props.quote} />}
      {props.themes.length === 0 && onNew === undefined ? <p>{words.noOther}</p> : null}
      <ul className="theme-choice">
        {props.themes.map((theme) => (
          <li key={theme.id}>
            <Button className="theme-choice__theme" onClick={choose(() => props.onChoose(theme.id))}>
              <span className="theme-choice__label">{theme.label}</span>
              <span className="desk__count">{words.count(theme.answerIds.length)}</span>
            </Button>
          </li>
        ))}
        {onNew === undefined ? null : (
          <li>
            <Button className="theme-choice__theme" onClick={choose(onNew)}>
              <Icon name="add" />
              <span className="theme-choice__label">{words.newTheme}</span>
            </Button>
          </li>
        )}
      </ul>
    </Dialog>
  );
}

function SplitDialog({ theme, answers, onClose, onSplit }: OfTheme) {
  const words = useText(themeWords);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  const isPart = chosen.length > 0 && chosen.length < theme.answerIds.length;
  return (
    <Dialog
      open
      wide
      title={words.splitTitle(theme.label)}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button
            variant="primary"
            disabled={!isPart}
            onClick={() => {
              onSplit(chosen);
              onClose();
            }}
          >
            {words.splitNow(chosen.length)}
          </Button>
        </>
      }
    >
      <p>{words.splitHint}</p>
      <ul className="citing">
        {theme.answerIds.map((id) => (
          <li key={id}>
            <label className="citing__answer">
              <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
              <span className="citing__text">{answers[id]?.text}</span>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
