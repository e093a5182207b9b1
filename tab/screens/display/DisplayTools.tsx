import { useEffect, useState } from 'react';
import type { AgendaRun } from '../../../shared/agenda/timer.ts';
import { BellButton } from '../../parts/BellButton.tsx';
import { Button } from '../../parts/Button.tsx';
import { useBell } from '../../parts/bell.ts';
import { Icon } from '../../parts/Icon.tsx';
import type { ServerClock } from '../../parts/useNow.ts';
import { displayWords } from '../../text/display.ts';
import { useText } from '../../text/language.tsx';

/** How long the tools stay after the last movement. */
const shownForMs = 3_000;

const toggleFullscreen = () => {
  // A refusal (an embedded page without the permission) leaves the window as it is.
  const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  change.catch(() => undefined);
};

/** Full screen and bell: there when the mouse moves or the keyboard asks, out of the picture otherwise. */
export function DisplayTools({ client, run }: { readonly client: ServerClock; readonly run: AgendaRun }) {
  const words = useText(displayWords);
  const bell = useBell(client, run);
  const [awake, setAwake] = useState(false);
  const [full, setFull] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wake = () => {
      setAwake(true);
      clearTimeout(timer);
      timer = setTimeout(() => setAwake(false), shownForMs);
    };
    const onKey = (event: KeyboardEvent) => {
      wake();
      if (event.key === 'f' && !event.ctrlKey && !event.metaKey && !event.altKey) toggleFullscreen();
    };
    const onFull = () => setFull(document.fullscreenElement !== null);
    addEventListener('mousemove', wake);
    addEventListener('touchstart', wake);
    addEventListener('keydown', onKey);
    document.addEventListener('fullscreenchange', onFull);
    return () => {
      clearTimeout(timer);
      removeEventListener('mousemove', wake);
      removeEventListener('touchstart', wake);
      removeEventListener('keydown', onKey);
      document.removeEventListener('fullscreenchange', onFull);
    };
  }, []);
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
