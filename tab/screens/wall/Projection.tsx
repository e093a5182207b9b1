import '../../styles/base.css';
import '../display/display.css';
import { useEffect } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import type { WallCard } from '../../parts/wallCards.ts';
import { acrossWords } from '../../text/across.ts';
import { useText } from '../../text/language.tsx';
import { ScreenBar } from '../display/ScreenBar.tsx';
import { toggleFullscreen, useFullscreen } from '../display/screenTools.ts';
import { useWakeLock } from '../display/useWakeLock.ts';
import { Wall } from '../display/WallScene.tsx';
import type { AcrossOrder } from './cardsAcross.ts';

interface ProjectionProps {
  readonly cards: readonly WallCard[];
  readonly by: AcrossOrder;
  readonly title: string;
  readonly onLeave: () => void;
}

/** The wall as the whole room sees it; Escape or the button leads back to the page. */
export function Projection({ cards, by, title, onLeave }: ProjectionProps) {
  const words = useText(acrossWords);
  const full = useFullscreen();
  useWakeLock();
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      // A browser takes the Escape that ends its full screen for itself: the next one leads back.
      if (key === 'Escape') onLeave();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [onLeave]);
  const leave = () => {
    if (full) toggleFullscreen();
    onLeave();
  };
  return (
    <div className="display display--stage">
      <header className="display__head">
        <h1 className="display__title">{title}</h1>
      </header>
      <main className="display__main">
        <Wall cards={cards} by={by} />
      </main>
      <ScreenBar
        last={
          <Button onClick={leave} title="Esc">
            <Icon name="back" />
            {words.leave}
          </Button>
        }
      />
    </div>
  );
}
