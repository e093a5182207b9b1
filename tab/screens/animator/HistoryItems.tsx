import { type ReactNode, useState } from 'react';
import type { KeyIdeaChange, KeyIdeaVersion } from '../../../shared/views/keyIdeaHistory.ts';
import { sameJson } from '../../../shared/views/mergePatch.ts';
import type { ThemesChange } from '../../../shared/views/themeHistory.ts';
import type { AnswerView } from '../../../shared/views/views.ts';
import { Button } from '../../parts/Button.tsx';
import { formatTime } from '../../parts/formatTime.ts';
import { Icon } from '../../parts/Icon.tsx';
import { useText } from '../../text/language.tsx';
import { themeWords } from '../../text/themes.ts';
import type { Restoring } from './HistoryDialog.tsx';
import { Quote } from './Quote.tsx';

type Side = 'before' | 'after';

/** Text and citations: what restoring brings back. A lens is how an idea is read, and is put on it anew. */
const saysSame = (one: KeyIdeaVersion, other: KeyIdeaVersion): boolean =>
  one.text === other.text && sameJson(one.citations, other.citations);

function sidesOf({ kind, before, after }: KeyIdeaChange): readonly Side[] {
  if (after === undefined) return ['before'];
  return kind === 'revised' && before !== undefined && !saysSame(before, after) ? ['before', 'after'] : ['after'];
}

function Item(props: {
  readonly at: number;
  readonly timeZone: string;
  readonly what: string;
  readonly children: ReactNode;
}) {
  return (
    <li className="history__change">
      <p className="history__facts">
        <time dateTime={new Date(props.at).toISOString()}>{formatTime(props.at, props.timeZone)}</time>{' '}
        <strong>{props.what}</strong>
      </p>
      {props.children}
    </li>
  );
}

/** One change of a key idea: what it said before and after, with the answers behind it. */
export function KeyIdeaChangeItem(props: {
  readonly change: KeyIdeaChange;
  readonly timeZone: string;
  readonly answers: Readonly<Record<string, AnswerView>>;
  readonly restoring: Restoring | undefined;
}) {
  const words = useText(themeWords);
  const { change, timeZone, answers, restoring } = props;
  const [restored, setRestored] = useState<Side>();
  const { before, after, kind, byName } = change;
  const who = byName === '' ? words.someone : byName;
  const sides = sidesOf(change);
  const what =
    kind === 'lensPut'
      ? words.change_lensPut(who, before?.lens ?? words.noLens, after?.lens ?? words.noLens)
      : words[`change_${kind}`](who);
  return (
    <Item at={change.at} timeZone={timeZone} what={what}>
      {sides.map((side) => {
        const version = change[side];
        if (version === undefined) return null;
        const isNow = restoring?.now !== undefined && saysSame(restoring.now, version);
        return (
          <div key={side} className={`history__version history__version--${side}`}>
            <p className="history__text">
              {sides.length > 1 ? <span className="history__side">{words[side]}</span> : null}
              {version.text}
            </p>
            <div className="history__cites">
              {version.citations.length === 0 ? (
                <p>{words.cites(0)}</p>
              ) : (
                <details>
                  <summary>{words.cites(version.citations.length)}</summary>
                  {version.citations.map((id) => (
                    <Quote key={id} answer={answers[id]} />
                  ))}
                </details>
              )}
              {restored === side ? (
                <p role="status">
                  <Icon name="check" /> {words.restored}
                </p>
              ) : restoring === undefined || isNow ? null : (
                <Button
                  variant="quiet"
                  onClick={() => {
                    restoring.restore(version);
                    setRestored(side);
                  }}
                >
                  <Icon name="undo" />
                  {words.restore}
                </Button>
              )}
            </div>
          </div>
        );
      })}
    </Item>
  );
}

/** One gesture on the board of themes: those that it changed, before and after. */
export function ThemesChangeItem({ change, timeZone }: { readonly change: ThemesChange; readonly timeZone: string }) {
  const words = useText(themeWords);
  const who = change.byName === '' ? words.someone : change.byName;
  return (
    <Item at={change.at} timeZone={timeZone} what={words.change_themesArranged(who)}>
      {(['before', 'after'] as const).map((side) => (
        <div key={side} className={`history__version history__version--${side}`}>
          <p className="history__side">{words[side]}</p>
          {change[side].length === 0 ? <p>{words.asGathered}</p> : null}
          <ul className="history__themes">
            {change[side].map(({ id, label, answerIds }) => (
              <li key={id} className="history__text">
                {label} <span className="desk__count">{words.count(answerIds.length)}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Item>
  );
}
