import './StageOnPhone.css';
import type { PresentedGroup, StageView } from '../../shared/views/views.ts';
import { animatorBeyondName, groupTitle } from '../../shared/views/wording.ts';
import type { WorkshopClient } from '../net/client.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { participantWords } from '../text/participant.ts';
import { Countdown } from './Countdown.tsx';

/** What the plenary looks at, in the hand: the group that presents, or the wall. */
export function StageOnPhone({ client, stage }: { readonly client: WorkshopClient; readonly stage: StageView }) {
  const words = useText(participantWords);
  const { scene } = stage;
  return (
    <div className="stage-on-phone">
      <p className="stage-on-phone__lead">{scene.kind === 'wall' ? words.wall : words.onStage}</p>
      {scene.kind === 'waiting' ? <p>{words.waitingStage}</p> : null}
      {scene.kind === 'group' ? (
        <>
          <Countdown client={client} startedAt={scene.startedAt} endsAt={scene.endsAt} size="small" />
          <Presented group={scene.group} citationsOpen />
        </>
      ) : null}
      {scene.kind === 'wall'
        ? scene.groups.map((group) => <Presented key={group.id} group={group} citationsOpen={false} />)
        : null}
    </div>
  );
}

function Presented({ group, citationsOpen }: { readonly group: PresentedGroup; readonly citationsOpen: boolean }) {
  const words = useText(participantWords);
  const { language } = useLanguage();
  const animator = animatorBeyondName(group);
  return (
    <article className="presented">
      <h2 className="presented__group">{groupTitle(group, language)}</h2>
      {animator === undefined ? null : <p className="presented__animator">{words.animatedBy(animator)}</p>}
      {group.keyIdeas.length === 0 ? <p className="presented__none">{words.noIdeas}</p> : null}
      <ol className="presented__ideas">
        {group.keyIdeas.map((idea) => (
          <li key={idea.id} className="presented__idea">
            <p className="presented__text">{idea.text}</p>
            {idea.citations.length === 0 ? null : (
              <details open={citationsOpen && idea.citations.length <= 3}>
                <summary>{words.citations(idea.citations.length)}</summary>
                {idea.citations.map((citation) => (
                  <blockquote key={citation.id} className="presented__citation">
                    {citation.text}
                  </blockquote>
                ))}
              </details>
            )}
          </li>
        ))}
      </ol>
    </article>
  );
}
