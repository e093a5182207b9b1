import { memo } from 'react';
import { Button } from '../../../parts/Button.tsx';
import { Icon } from '../../../parts/Icon.tsx';
import type { BuilderText } from '../../../text/builder.ts';
import type { Tone } from './splitSentences.ts';

/** One person of a preview, as little as is drawn. */
export interface PreviewPerson {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

/** What is under the pointer that drags somebody: the group itself, or a person of it to change places with. */
export interface Hover {
  readonly personId?: string;
  readonly tone: Tone;
}

interface PreviewGroupProps {
  readonly words: BuilderText;
  readonly index: number;
  readonly title: string;
  readonly isNew: boolean;
  readonly people: readonly PreviewPerson[];
  /** Values that come more or less often than they should; undefined while nothing is known. */
  readonly uneven: readonly string[] | undefined;
  readonly isLocked: boolean;
  readonly lockedPeople: ReadonlySet<string>;
  /** Person → the group that they were in, where the preview is compared with something. */
  readonly origins: ReadonlyMap<string, string>;
  readonly hover: Hover | undefined;
  readonly draggedId: string | undefined;
  readonly foundId: string | undefined;
  readonly isFolded: boolean;
  readonly onFold: (index: number) => void;
  readonly onLock: (index: number) => void;
}

const mostUneven = 4;

/**
 * One group of the preview. Drawn anew only when something of its own has changed: of fifty cards, two change under a hand
 * that drags. Pressing and dragging people is heard by the list around all groups.
 */
export const PreviewGroup = memo(function PreviewGroup(props: PreviewGroupProps) {
  const { words, index, title, isNew, people, uneven, isLocked, hover, isFolded } = props;
  return (
    <article
      className={hover ? `plan-group plan-group--${hover.tone}` : 'plan-group'}
      data-drop={`g${index}`}
      aria-label={title}
    >
      <header className="plan-group__head">
        <h3>
          {title}
          {isNew && <small>{words.newGroup}</small>}
        </h3>
        <Button
          variant="quiet"
          aria-label={words.lockGroup(title)}
          aria-pressed={isLocked}
          onClick={() => props.onLock(index)}
        >
          <Icon name={isLocked ? 'lock' : 'unlock'} />
        </Button>
      </header>
      <Facts words={words} uneven={uneven} />
      <button type="button" className="plan-group__fold" aria-expanded={!isFolded} onClick={() => props.onFold(index)}>
        <Icon name={isFolded ? 'forward' : 'down'} />
        {words.people(people.length)}
      </button>
      {!isFolded && <Members {...props} />}
    </article>
  );
});

function Facts({ words, uneven }: Pick<PreviewGroupProps, 'words' | 'uneven'>) {
  if (uneven === undefined) return <p className="plan-group__facts" />;
  if (uneven.length === 0) {
    return (
      <p className="plan-group__facts plan-group__facts--good">
        <Icon name="check" />
        {words.wellMixed}
      </p>
    );
  }
  const more = uneven.length - mostUneven;
  return (
    <ul className="plan-group__facts">
      {uneven.slice(0, mostUneven).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {more > 0 && <li>{words.moreUneven(more)}</li>}
    </ul>
  );
}

function Members({ words, people, lockedPeople, origins, hover, draggedId, foundId }: PreviewGroupProps) {
  if (people.length === 0) return <p className="plan-group__empty">{words.emptyGroup}</p>;
  return (
    <ul className="plan-group__people">
      {people.map(({ id, name, detail }) => {
        const origin = origins.get(id);
        const state = [
          id === draggedId ? 'plan-person--dragged' : '',
          id === hover?.personId ? 'plan-person--over' : '',
          id === foundId ? 'plan-person--found' : '',
          origin === undefined ? '' : 'plan-person--moved',
        ];
        return (
          <li key={id}>
            <button
              type="button"
              className={['plan-person', ...state.filter(Boolean)].join(' ')}
              data-person={id}
              data-drop={`p${id}`}
              aria-haspopup="dialog"
            >
              <span className="plan-person__grip">
                <Icon name="drag" />
              </span>
              <span className="plan-person__name">
                {name}
                {detail && <small>{detail}</small>}
                {origin !== undefined && <small className="plan-person__origin">{words.wasIn(origin)}</small>}
              </span>
              {lockedPeople.has(id) && (
                <span className="plan-person__lock">
                  <Icon name="lock" />
                  <span className="visually-hidden">{words.locked}</span>
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
