import { useEffect, useState } from 'react';

/** How long the tools stay after the last movement. */
const shownForMs = 3_000;

export function toggleFullscreen(): void {
  // A refusal (an embedded page without the permission) leaves the window as it is.
  const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  change.catch(() => undefined);
}

/** True for a while after each movement, touch or key. F changes to full screen and back. */
export function useAwake(): boolean {
  const [awake, setAwake] = useState(false);
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
    addEventListener('mousemove', wake);
    addEventListener('touchstart', wake);
    addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer);
      removeEventListener('mousemove', wake);
      removeEventListener('touchstart', wake);
      removeEventListener('keydown', onKey);
    };
  }, []);
  return awake;
}

export function useFullscreen(): boolean {
  const [full, setFull] = useState(() => document.fullscreenElement !== null);
  useEffect(() => {
    const read = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', read);
    return () => document.removeEventListener('fullscreenchange', read);
  }, []);
  return full;
}
