import { Children, type ReactNode, useId, useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Menu, type MenuItem } from '../../parts/Menu.tsx';
import type { Drag } from '../../parts/useDrag.ts';
import { clockWords } from '../../text/clock.ts';
import { useText } from '../../text/language.tsx';
import { themeWords } from '../../text/themes.ts';
import type { BoardTheme } from './themeBoard.ts';

interface ThemeCardProps {
  readonly theme: BoardTheme;
  readonly isNew: boolean;
  readonly isDragged: boolean;
  readonly handle?: ReturnType<Drag['handle']>;
  readonly target?: ReturnType<Drag['target']>;
  readonly items: readonly MenuItem[];
  /** Its answers. */
  readonly children: ReactNode;
}

/** As many answers are in sight before one asks for the others: more, and the next theme is out of it. */
const answersInSight = 4;

export function ThemeCard({ theme, isNew, isDragged, handle, target, items, children }: ThemeCardProps) {
  const words = useText(themeWords);
  const clock = useText(clockWords);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const answers = Children.toArray(children);
  const hidden = isOpen || answers.length <= answersInSight + 1 ? 0 : answers.length - answersInSight;
  return (
    <article
      className={`theme${theme.kept ? ' theme--kept' : ''}${isDragged ? ' theme--dragged' : ''}`}
      aria-labelledby={id}
      {...target}
    >
      <header className="theme__head">
        {handle === undefined ? null : (
          <span className="theme__grip" title={words.drag} {...handle}>
            <Icon name="drag" />
          </span>
        )}
        <div className="theme__title">
          <h3 className="theme__label" id={id}>
            {theme.label}
          </h3>
          <p className="theme__facts">
            {theme.kept ? (
              <span className="theme__kept" title={words.keptHint}>
                <Icon name="check" />
                {words.kept}
              </span>
            ) : null}
            {isNew ? <span className="answer__new">{clock.isNew}</span> : null}
            <span>{words.count(theme.answerIds.length)}</span>
          </p>
        </div>
        {items.length === 0 ? null : (
          <Menu variant="quiet" label={words.themeMenu(theme.label)} items={items}>
            <Icon name="more" />
          </Menu>
        )}
      </header>
      <ul className="theme__answers">{hidden === 0 ? answers : answers.slice(0, answersInSight)}</ul>
      {hidden === 0 ? null : (
        <Button variant="quiet" className="theme__more" onClick={() => setOpen(true)}>
          <Icon name="down" />
          {words.more(hidden)}
        </Button>
      )}
    </article>
  );
}
