import type { ReactNode } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { displayWords } from '../../text/display.ts';
import { useText } from '../../text/language.tsx';
import { toggleFullscreen, useAwake, useFullscreen } from './screenTools.ts';

/** What a screen in front of a room offers: there when the mouse moves or the keyboard asks, out of the picture otherwise. */
export function ScreenBar({ first, last }: { readonly first?: ReactNode; readonly last?: ReactNode }) {
  const words = useText(displayWords);
  const awake = useAwake();
  const full = useFullscreen();
  return (
    <section className={`display-tools${awake ? ' display-tools--awake' : ''}`} aria-label={words.tools}>
      {first}
      {document.fullscreenEnabled ? (
        <Button onClick={toggleFullscreen} title="F">
          <Icon name="screen" />
          {full ? words.leaveFullscreen : words.fullscreen}
        </Button>
      ) : null}
      {last}
    </section>
  );
}
