import type { AgendaRun } from '../../../shared/agenda/timer.ts';
import { BellButton } from '../../parts/BellButton.tsx';
import { Button } from '../../parts/Button.tsx';
import { useBell } from '../../parts/bell.ts';
import { Icon } from '../../parts/Icon.tsx';
import type { ServerClock } from '../../parts/useNow.ts';
import { displayWords } from '../../text/display.ts';
import { useText } from '../../text/language.tsx';
import { toggleFullscreen, useAwake, useFullscreen } from './screenTools.ts';

/** Full screen and bell: there when the mouse moves or the keyboard asks, out of the picture otherwise. */
export function DisplayTools({ client, run }: { readonly client: ServerClock; readonly run: AgendaRun }) {
  const words = useText(displayWords);
  const bell = useBell(client, run);
  const awake = useAwake();
  const full = useFullscreen();
  return (
    <section className={`display-tools${awake ? ' display-tools--awake' : ''}`} aria-label={words.tools}>
      <BellButton {...bell} />
      {document.fullscreenEnabled ? (
        <Button onClick={toggleFullscreen} title="F">
          <Icon name="screen" />
          {full ? words.leaveFullscreen : words.fullscreen}
        </Button>
      ) : null}
    </section>
  );
}
