import './StageScene.css';
import type { DisplayView, PresentedGroup, PresentedKeyIdea, StageView } from '../../../shared/views/views.ts';
import { animatorBeyondName, groupTitle } from '../../../shared/views/wording.ts';
import type { WorkshopClient } from '../../net/client.ts';
import { Countdown } from '../../parts/Countdown.tsx';
import { stageLenses } from '../../parts/wallCards.ts';
import { displayWords } from '../../text/display.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useFitText } from './useFitText.ts';
import { WallScene } from './WallScene.tsx';

interface StageSceneProps {
  readonly client: WorkshopClient;
  readonly view: DisplayView;
  readonly stage: StageView;
}

/** The restitution: one group at a time, then the wall. */
export function StageScene({ client, view, stage }: StageSceneProps) {
  const { scene } = stage;
  switch (scene.kind) {
    case 'waiting':
      return <OrderScene view={view} order={stage.order} />;
    case 'group':
      return (
        <GroupScene
          key={scene.group.id}
          client={client}
          group={scene.group}
          startedAt={scene.startedAt}
          endsAt={scene.endsAt}
        />
      );
    case 'wall':
      return <WallScene wall={scene} lenses={stageLenses(view)} />;
  }
}

function OrderScene({ view, order }: { readonly view: DisplayView; readonly order: readonly string[] }) {
  const words = useText(displayWords);
  const { language } = useLanguage();
  const box = useFitText(order.join(), 1.5, 3);
  const groups = order.flatMap((id) => view.breakout?.groups.find((group) => group.id === id) ?? []);
  return (
    <div className="order-scene">
      <h2 className="order-scene__title">{words.stageWaiting}</h2>
      <div ref={box} className="order-scene__box">
        <ol className="order-scene__list" aria-label={words.order}>
          {groups.map((group) => (
            <li key={group.id}>{groupTitle(group, language)}</li>
          ))}
        </ol>
      </div>
    </div>
  );
}

function GroupScene({
  client,
  group,
  startedAt,
  endsAt,
}: Pick<StageSceneProps, 'client'> & {
  readonly group: PresentedGroup;
  readonly startedAt: number;
  readonly endsAt: number;
}) {
  const words = useText(displayWords);
  const { language } = useLanguage();
  const animator = animatorBeyondName(group);
  return (
    <div className="group-scene">
      <header className="group-scene__head">
        <div>
          <h2 className="group-scene__name">{groupTitle(group, language)}</h2>
          {animator === undefined ? null : <p className="group-scene__animator">{words.animatedBy(animator)}</p>}
        </div>
        <Countdown client={client} startedAt={startedAt} endsAt={endsAt} size="wall" label={words.groupTime} />
      </header>
      {group.keyIdeas.length === 0 ? <p className="group-scene__none">{words.noIdeas}</p> : null}
      <ol className={`group-scene__ideas group-scene__ideas--${group.keyIdeas.length > 2 ? 'many' : 'few'}`}>
        {group.keyIdeas.map((idea) => (
          <BigIdea key={idea.id} idea={idea} />
        ))}
      </ol>
    </div>
  );
}

/** As many citations as the wall can hold; the phones show them all. */
const mostCitations = 4;
/** A longer idea needs the whole card to be read from the back row. */
const longIdeaChars = 240;

function BigIdea({ idea }: { readonly idea: PresentedKeyIdea }) {
  const words = useText(displayWords);
  const text = useFitText(idea.text, 1.4, 3.4);
  const isLong = idea.text.length > longIdeaChars;
  return (
    <li className={`big-idea big-idea--${isLong || idea.citations.length === 0 ? 'alone' : 'cited'}`}>
      {idea.lens === undefined ? null : <p className="big-idea__lens">{idea.lens}</p>}
      <div ref={text} className="big-idea__text">
        <p>{idea.text}</p>
      </div>
      {idea.citations.length === 0 ? null : (
        <div className="big-idea__said">
          <p className="big-idea__lead">{words.said(idea.citations.length)}</p>
          {isLong ? null : (
            <div className="big-idea__citations">
              {idea.citations.slice(0, mostCitations).map((citation) => (
                <blockquote key={citation.id} className="big-idea__citation">
                  <p className="big-idea__quote">{citation.text}</p>
                </blockquote>
              ))}
            </div>
          )}
        </div>
      )}
    </li>
  );
}
