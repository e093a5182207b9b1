import './WallScene.css';
import type { CSSProperties } from 'react';
import type { StageView } from '../../../shared/views/views.ts';
import type { WallOrder } from '../../../shared/workshop/state.ts';
import { useCardTitle } from '../../parts/useCardTitle.ts';
import { type WallCard, wallCards } from '../../parts/wallCards.ts';
import { displayWords } from '../../text/display.ts';
import { useText } from '../../text/language.tsx';
import { wallWords } from '../../text/wall.ts';
import { type WallFrame, wallPages } from './displayScene.ts';
import { PageMark } from './PageMark.tsx';
import { useFitText } from './useFitText.ts';
import { usePages } from './usePages.ts';

interface WallSceneProps {
  readonly wall: Extract<StageView['scene'], { kind: 'wall' }>;
  readonly lenses: readonly string[];
}

/** All key ideas of the workshop, as the host arranged them. */
export function WallScene({ wall, lenses }: WallSceneProps) {
  return <Wall cards={wallCards(wall, lenses)} by={wall.by} />;
}

interface WallProps {
  readonly cards: readonly WallCard[];
  readonly by: WallOrder | 'workshop';
}

/** Cards side by side, in letters that the back row reads. With many, pages that turn. */
export function Wall({ cards, by }: WallProps) {
  const words = useText(displayWords);
  const ofWall = useText(wallWords);
  const all = wallPages(cards);
  const pages = usePages(all.length);
  const page = all[pages.page];
  return (
    <div className="wall">
      <header className="wall__head">
        <h2 className="wall__title">
          {words.wall}
          {by === 'group' ? null : <span className="wall__by">{ofWall[`by_${by}`]}</span>}
        </h2>
        <PageMark {...pages} />
      </header>
      {page === undefined ? null : (
        <ul className="wall__groups" style={{ '--columns': page.columns } as CSSProperties}>
          {page.frames.map((frame) => (
            <WallFrameCard key={`${frame.card.id} ${frame.ideas[0]?.idea.id}`} frame={frame} />
          ))}
        </ul>
      )}
    </div>
  );
}

function WallFrameCard({ frame: { card, ideas, goesOn } }: { readonly frame: WallFrame }) {
  const words = useText(displayWords);
  const ofWall = useText(wallWords);
  const box = useFitText(ideas.map(({ idea }) => idea.text).join() || card.id, 1, 2.4);
  const { title, origin } = useCardTitle(card);
  return (
    <li className={`wall-card wall-card--${card.kind}`}>
      <h3 className="wall-card__name">{goesOn ? ofWall.goesOn(title) : title}</h3>
      <div ref={box} className="wall-card__ideas">
        {ideas.length === 0 ? <p className="wall-card__none">{words.noIdeas}</p> : null}
        {ideas.map((said) => (
          <div key={said.idea.id} className="wall-card__idea">
            <From name={origin(said)} isLong={said.workshop !== undefined} />
            <p>{said.idea.text}</p>
            {card.kind !== 'lens' && said.idea.lens !== undefined ? (
              <p className="wall-card__lens">{said.idea.lens}</p>
            ) : null}
          </div>
        ))}
      </div>
    </li>
  );
}

const From = ({ name, isLong }: { readonly name: string | undefined; readonly isLong: boolean }) =>
  name === undefined ? null : <p className={`wall-card__from${isLong ? ' wall-card__from--long' : ''}`}>{name}</p>;
