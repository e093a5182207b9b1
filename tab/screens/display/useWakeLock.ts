import { useEffect } from 'react';

/** Keeps the screen lit. A browser without it, or that refuses, leaves the system's own rule: nothing else depends on it. */
export function useWakeLock(): void {
  useEffect(() => {
    // A frame may not: what is around it, a meeting, keeps the screen lit by itself.
    if (window.parent !== window) return;
    let lock: WakeLockSentinel | undefined;
    const ask = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      try {
        lock = await navigator.wakeLock.request('screen');
      } catch {
        lock = undefined;
      }
    };
    void ask();
    // The browser lets go of it whenever the page is hidden.
    document.addEventListener('visibilitychange', ask);
    return () => {
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, []);
}
