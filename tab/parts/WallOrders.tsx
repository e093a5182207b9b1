import './WallOrders.css';
import type { WallOrder } from '../../shared/workshop/state.ts';
import { useText } from '../text/language.tsx';
import { wallWords } from '../text/wall.ts';
import { Button } from './Button.tsx';

interface WallOrdersProps<Order> {
  readonly orders: readonly Order[];
  readonly by: Order;
  readonly onChoose: (by: Order) => void;
}

/** How a wall is arranged: one press chooses. */
export function WallOrders<Order extends WallOrder | 'workshop'>({ orders, by, onChoose }: WallOrdersProps<Order>) {
  const words = useText(wallWords);
  return (
    <fieldset className="wall-orders">
      <legend className="visually-hidden">{words.arrangement}</legend>
      {orders.map((each) => (
        <Button
          key={each}
          className="wall-orders__by"
          aria-pressed={each === by}
          onClick={() => {
            if (each !== by) onChoose(each);
          }}
        >
          {words[`by_${each}`]}
        </Button>
      ))}
    </fieldset>
  );
}
