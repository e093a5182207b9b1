import type { AnswerView } from '../../../shared/views/views.ts';
import { Icon } from '../../parts/Icon.tsx';
import { Menu, type MenuItem } from '../../parts/Menu.tsx';
import type { Drag } from '../../parts/useDrag.ts';
import { clockWords } from '../../text/clock.ts';
import { useText } from '../../text/language.tsx';
import { themeWords } from '../../text/themes.ts';
import { LongText } from './LongText.tsx';

interface ThemeAnswerProps {
  readonly answer: AnswerView;
  readonly isNew: boolean;
  readonly isDragged: boolean;
  readonly handle?: ReturnType<Drag['handle']>;
  readonly target?: ReturnType<Drag['target']>;
  readonly items: readonly MenuItem[];
}

/** An answer in its theme, word for word. */
export function ThemeAnswer({ answer, isNew, isDragged, handle, target, items }: ThemeAnswerProps) {
  const words = useText(themeWords);
  const clock = useText(clockWords);
  const tone = `${isNew ? ' theme__answer--new' : ''}${isDragged ? ' theme__answer--dragged' : ''}`;
  return (
    <li className={`theme__answer${tone}`} {...target}>
      {handle === undefined ? null : (
        <span className="theme__grip theme__grip--small" title={words.drag} {...handle}>
          <Icon name="drag" />
        </span>
      )}
      <p className="theme__text">
        <LongText text={answer.text} />
        <span className="theme__said">
          {isNew ? <span className="answer__new">{clock.isNew}</span> : null}
          {answer.authorName === undefined ? null : <span>{answer.authorName}</span>}
          {answer.supports > 0 ? <span>{clock.supports(answer.supports)}</span> : null}
        </span>
      </p>
      {items.length === 0 ? null : (
        <Menu variant="quiet" label={words.answerMenu(answer.text.slice(0, 60))} items={items}>
          <Icon name="more" />
        </Menu>
      )}
    </li>
  );
}
