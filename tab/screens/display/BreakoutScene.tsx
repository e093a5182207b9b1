import './BreakoutScene.css';
import type { CSSProperties } from 'react';
import type { DisplayView, GroupProgress } from '../../../shared/views/views.ts';
import { animatorBeyondName, groupTitle } from '../../../shared/views/wording.ts';
import type { WorkshopClient } from '../../net/client.ts';
import { ClockFace } from '../../parts/ClockFace.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { displayWords } from '../../text/display.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { PageMark } from './PageMark.tsx';
import { useFitText } from './useFitText.ts';
import { usePages } from './usePages.ts';

interface BreakoutSceneProps {
  readonly client: WorkshopClient;
  readonly view: DisplayView;
  readonly breakout: NonNullable<DisplayView['breakout']>;
}

/** More groups than this do not stand on one page in letters that can be read. */
const groupsPerPage = 9;

/** The question, the clock, and where each group stands. */
export function BreakoutScene({ client, view, breakout }: BreakoutSceneProps) {
  const words = useText(displayWords);
  const { phase, prompts, groups } = breakout;
  const question = useFitText(`${phase.kind}${prompts.join('')}`, 1.2, 4.2);
  const pages = usePages(Math.ceil(groups.length / groupsPerPage));
  const shown = groups.slice(pages.page * groupsPerPage, (pages.page + 1) * groupsPerPage);
  return (
    <div className="breakout-scene">
      <div ref={question} className="breakout-scene__question">
        {phase.kind === 'open' ? (
          <>
            <p className="breakout-scene__lead">{words.inGroups}</p>
            {prompts.map((prompt) => (
              <h2 key={prompt}>{prompt}</h2>
            ))}
          </>
        ) : (
          <>
            <h2>{phase.kind === 'formed' ? words.groupsFormed : words.back}</h2>
            <p className="breakout-scene__hint">{phase.kind === 'formed' ? words.groupsFormedHint : words.backHint}</p>
          </>
        )}
      </div>
      <div className="breakout-scene__clock">
        <ClockFace client={client} agenda={view.agenda} size="wall" />
      </div>
      <ul
        className={`progress progress--${shown.length > 6 ? 'many' : 'few'}`}
        style={{ '--columns': Math.min(3, groups.length) } as CSSProperties}
      >
        {shown.map((group) => (
          <Progress key={group.id} group={group} started={phase.kind !== 'formed'} />
        ))}
      </ul>
      <PageMark {...pages} />
    </div>
  );
}

function Progress({ group, started }: { readonly group: GroupProgress; readonly started: boolean }) {
  const words = useText(displayWords);
  const { language } = useLanguage();
  const animator = animatorBeyondName(group);
  return (
    <li className={`progress__group${group.submitted ? ' progress__group--done' : ''}`}>
      <h3 className="progress__name">{groupTitle(group, language)}</h3>
      {animator === undefined ? null : <p className="progress__animator">{words.animatedBy(animator)}</p>}
      {started ? (
        <>
          <p className="progress__facts">
            <span>{words.present(group.arrivedCount, group.memberCount)}</span>
            <span>{words.answers(group.answerCount)}</span>
          </p>
          <p className="progress__ideas">
            {group.submitted ? <Icon name="check" /> : null}
            {group.submitted ? words.submitted : words.notSubmitted}
          </p>
        </>
      ) : null}
    </li>
  );
}
