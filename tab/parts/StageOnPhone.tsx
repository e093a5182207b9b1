import './StageOnPhone.css';
import type { PresentedGroup, StageView } from '../../shared/views/views.ts';
import { animatorBeyondName, groupTitle } from '../../shared/views/wording.ts';
import type { WorkshopClient } from '../net/client.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { participantWords } from '../text/participant.ts';
import { Countdown } from './Countdown.tsx';
import { Idea, OnWall } from './OnWall.tsx';
import { wallCards } from './wallCards.ts';

interface StageOnPhoneProps {
  readonly client: WorkshopClient;
  readonly stage: StageView;
  /** That the wall may be read by, in their order. */
  readonly lenses: readonly string[];
}

/** What the plenary looks at, in the hand: the group that presents, or the wall. */
export function StageOnPhone({ client, stage, lenses }: StageOnPhoneProps) {
  const words = useText(participantWords);
  const { scene } = stage;
  return (
    <div className="stage-on-phone">
      <p className="stage-on-phone__lead">{scene.kind === 'wall' ? words.wall : words.onStage}</p>
      {scene.kind === 'waiting' ? <p>{words.waitingStage}</p> : null}
      {scene.kind === 'group' ? (
        <>
          <Countdown client={client} startedAt={scene.startedAt} endsAt={scene.endsAt} size="small" />
          <Presented group={scene.group} />
        </>
      ) : null}
      {scene.kind === 'wall' ? wallCards(scene, lenses).map((card) => <OnWall key={card.id} card={card} />) : null}
    </div>
  );
}

function Presented({ group }: { readonly group: PresentedGroup }) {
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
          <Idea key={idea.id} idea={idea} lens={idea.lens} citationsOpen={idea.citations.length <= 3} />
        ))}
      </ol>
    </article>
  );
}
