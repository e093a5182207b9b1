import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { OnWall } from '../../parts/OnWall.tsx';
import { WallOrders } from '../../parts/WallOrders.tsx';
import type { WallCard } from '../../parts/wallCards.ts';
import { acrossWords } from '../../text/across.ts';
import { useText } from '../../text/language.tsx';
import { type AcrossOrder, acrossOrders } from './cardsAcross.ts';

interface WallBoardProps {
  readonly cards: readonly WallCard[];
  readonly by: AcrossOrder;
  readonly onArrange: (by: AcrossOrder) => void;
  readonly onProject: () => void;
  readonly workshopCount: number;
  readonly isWorking: boolean;
  readonly isAnythingShared: boolean;
}

/** The wall on the page: each idea with the answers behind it. */
export function WallBoard(props: WallBoardProps) {
  const { cards, by, workshopCount } = props;
  const words = useText(acrossWords);
  if (workshopCount === 0) return null;
  const isEmpty = cards.length === 0;
  return (
    <section className="across__wall" aria-labelledby="wall-title">
      <header className="across__head">
        <h2 id="wall-title">{words.wall}</h2>
        <WallOrders orders={acrossOrders} by={by} onChoose={props.onArrange} />
        <Button variant="primary" disabled={isEmpty} onClick={props.onProject}>
          <Icon name="screen" />
          {words.project}
        </Button>
      </header>
      <p className="across__status" role="status">
        {isEmpty
          ? words.noIdeas
          : workshopCount === 1
            ? words.oneMore
            : by !== 'nearness'
              ? null
              : props.isWorking
                ? words.working
                : props.isAnythingShared
                  ? null
                  : words.nothingShared}
      </p>
      <div className="across__cards">
        {cards.map((card) => (
          <OnWall key={card.id} card={card} />
        ))}
      </div>
    </section>
  );
}
