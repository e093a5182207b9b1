import './ThemesPanel.css';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { shorten } from '../../../shared/synthesis/sentences.ts';
import { nameFrom } from '../../../shared/views/themeNames.ts';
import type { AnswerView, GroupWorkView } from '../../../shared/views/views.ts';
import { limits } from '../../../shared/workshop/limits.ts';
import type { WorkshopClient } from '../../net/client.ts';
import { newCommandId } from '../../net/randomIds.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useDrag } from '../../parts/useDrag.ts';
import { useFresh } from '../../parts/useFresh.ts';
import { useHeldOrder } from '../../parts/useHeldOrder.ts';
import { useNow } from '../../parts/useNow.ts';
import type { Unseen } from '../../parts/useUnseen.ts';
import { useText } from '../../text/language.tsx';
import { themeWords } from '../../text/themes.ts';
import { ThemeAnswer } from './ThemeAnswer.tsx';
import { ThemeCard } from './ThemeCard.tsx';
import { ThemeDialog, type ThemeQuestion } from './ThemeDialog.tsx';
import {
  mergeThemes,
  moveAnswer,
  releaseTheme,
  renameTheme,
  splitOff,
  type ThemeBoard,
  themeBoard,
} from './themeBoard.ts';
import { useArranging } from './useArranging.ts';

export interface ThemesPanelProps {
  readonly client: WorkshopClient;
  readonly slotId: string;
  readonly work: GroupWorkView;
  readonly unseen: Unseen;
  readonly onDrafted: () => void;
  readonly onRemove: (answerId: string) => void;
}

/** A group's answers by theme: as they gather, and as people arrange them. */
export function ThemesPanel(props: ThemesPanelProps) {
  const words = useText(themeWords);
  const board = themeBoard(props.slotId, props.work, props.unseen.unseen);
  if (board === undefined) {
    return (
      <p className="desk__soft" role="status">
        {words.gathering}
      </p>
    );
  }
  return <Board {...props} board={board} />;
}

const newDrop = 'new';

function Board({
  client,
  slotId,
  work,
  board,
  onDrafted,
  onRemove,
}: ThemesPanelProps & { readonly board: ThemeBoard }) {
  const words = useText(themeWords);
  const { answers } = work;
  const now = useNow(client);
  const { arrange, undo } = useArranging(client, slotId, work, board);
  const [asking, setAsking] = useState<ThemeQuestion>();
  const box = useRef<HTMLDivElement>(null);
  const goTo = useFocusAfter(box);
  const fresh = useFresh(Object.keys(answers), now);
  const themes = useHeldOrder(board.themes.toSorted((one, other) => other.answerIds.length - one.answerIds.length));
  const canArrange = !work.presented;
  const canDraft = canArrange && work.outcome.kind === 'drafting';

  const labelFor = (answerIds: readonly string[]): string =>
    nameFrom(answers[answerIds[0] ?? '']?.text ?? words.newTheme);
  const makeTheme = (answerIds: readonly string[]): void => {
    const id = newCommandId();
    arrange(splitOff(board, answerIds, { id, label: labelFor(answerIds) }));
    goTo(id);
  };
  const drag = useDrag((dragged, target) => {
    const [from, into] = [idOf(dragged), idOf(target)];
    const isTheme = dragged.startsWith('t:');
    if (target === newDrop) {
      if (!isTheme) makeTheme([from]);
    } else if (isTheme) arrange(mergeThemes(board, from, into));
    else if (target.startsWith('t:')) arrange(moveAnswer(board, from, into));
    else if (from !== into) makeTheme([into, from]);
  });
  const draft = (text: string, citations: readonly string[]): void => {
    client.send({
      kind: 'DraftKeyIdea',
      slotId,
      groupId: work.groupId,
      text: shorten(text, limits.keyIdeaChars),
      citations: citations.slice(0, limits.citations),
    });
    onDrafted();
  };
  const answerOf = (answer: AnswerView, isTarget = false) => (
    <ThemeAnswer
      key={answer.id}
      answer={answer}
      isNew={fresh.has(answer.id)}
      {...(canArrange
        ? { handle: drag.handle(`a:${answer.id}`), isDragged: drag.dragged === `a:${answer.id}` }
        : { isDragged: false })}
      {...(isTarget && canArrange ? { target: drag.target(`a:${answer.id}`) } : {})}
      items={[
        ...(canArrange
          ? [{ label: words.move, onSelect: () => setAsking({ kind: 'move', answerId: answer.id }) }]
          : []),
        ...(canDraft ? [{ label: words.makeIdea, onSelect: () => draft(answer.text, [answer.id]) }] : []),
        ...(canArrange ? [{ label: words.remove, onSelect: () => onRemove(answer.id), danger: true }] : []),
      ]}
    />
  );

  return (
    <div className="themes" ref={box}>
      {canArrange ? (
        <div className="themes__tools">
          <p className="desk__soft">{words.hint}</p>
          {undo === undefined ? null : (
            <Button variant="quiet" onClick={undo}>
              <Icon name="undo" />
              {words.undo}
            </Button>
          )}
        </div>
      ) : null}
      {themes.map((theme) => (
        <ThemeCard
          key={theme.id}
          theme={theme}
          isNew={theme.answerIds.some((id) => fresh.has(id))}
          isDragged={drag.dragged === `t:${theme.id}`}
          {...(canArrange ? { handle: drag.handle(`t:${theme.id}`), target: drag.target(`t:${theme.id}`) } : {})}
          items={[
            ...(canDraft
              ? [
                  {
                    label: words.makeIdea,
                    onSelect: () => draft(sayingFor(work, theme.answerIds), theme.answerIds),
                  },
                ]
              : []),
            ...(canArrange
              ? [
                  { label: words.merge, onSelect: () => setAsking({ kind: 'merge', themeId: theme.id }) },
                  {
                    label: words.split,
                    disabled: theme.answerIds.length < 2,
                    onSelect: () => setAsking({ kind: 'split', themeId: theme.id }),
                  },
                  { label: words.rename, onSelect: () => setAsking({ kind: 'rename', themeId: theme.id }) },
                  ...(theme.kept
                    ? [{ label: words.release, onSelect: () => arrange(releaseTheme(board, theme.id)) }]
                    : []),
                ]
              : []),
          ]}
        >
          {theme.answerIds.flatMap((id) => {
            const answer = answers[id];
            return answer === undefined ? [] : [answerOf(answer)];
          })}
        </ThemeCard>
      ))}
      {drag.dragged?.startsWith('a:') ? (
        <p className="themes__new" {...drag.target(newDrop)}>
          <Icon name="add" />
          {words.dropNew}
        </p>
      ) : null}
      {board.alone.length === 0 ? null : (
        <section className="themes__aside">
          <h3>
            {words.alone} <span className="desk__count">{board.alone.length}</span>
          </h3>
          <p className="desk__soft">{words.aloneHint}</p>
          <ul className="theme__answers">{board.alone.map((answer) => answerOf(answer, true))}</ul>
        </section>
      )}
      {board.waiting.length === 0 ? null : (
        <section className="themes__aside">
          <h3>{words.waiting}</h3>
          <ul className="theme__answers">
            {board.waiting.map((answer) => (
              <li key={answer.id} className="theme__answer">
                <p className="theme__text">{answer.text}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {asking === undefined ? null : (
        <ThemeDialog
          question={asking}
          themes={themes}
          answers={answers}
          onClose={() => setAsking(undefined)}
          onRename={(themeId, label) => arrange(renameTheme(board, themeId, label))}
          onMerge={(fromId, intoId) => {
            arrange(mergeThemes(board, fromId, intoId));
            goTo(intoId);
          }}
          onSplit={makeTheme}
          onMove={(answerId, intoId) => {
            if (intoId === undefined) return makeTheme([answerId]);
            arrange(moveAnswer(board, answerId, intoId));
            goTo(intoId);
          }}
        />
      )}
    </div>
  );
}

/**
 * A gesture takes what had the focus off the page: a keyboard goes on at the theme that it ended in. `goTo`: its id; a
 * focus that is still somewhere is left there.
 */
function useFocusAfter(box: RefObject<HTMLElement | null>): (themeId: string) => void {
  const target = useRef<string>(undefined);
  useEffect(() => {
    const themeId = target.current;
    if (themeId === undefined) return;
    target.current = undefined;
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    box.current?.querySelector<HTMLElement>(`[data-drop="t:${CSS.escape(themeId)}"] .menu button`)?.focus();
  });
  return (themeId) => {
    target.current = themeId;
  };
}

const idOf = (dragged: string): string => dragged.slice(2);

/** A sentence to start from: of a proposal that comes from the theme, else its most supported answer's. */
function sayingFor({ answers, synthesis }: GroupWorkView, answerIds: readonly string[]): string {
  const proposed = synthesis?.ideas.find(({ citations }) => answerIds.includes(citations[0] ?? ''));
  if (proposed !== undefined) return proposed.text;
  const [best] = answerIds
    .flatMap((id) => answers[id] ?? [])
    .toSorted((one, other) => other.supports - one.supports || one.postedAt - other.postedAt);
  return best?.text ?? '';
}
