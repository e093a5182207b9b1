import { useSyncExternalStore } from 'react';
import { readPreference, writePreference } from '../net/storage.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
export type FollowedTheme = 'light' | 'dark' | 'contrast';

const listeners = new Set<() => void>();
const stored = readPreference('theme');
/** Teams' own, where the page stands in Teams: it goes before what the person or the system chose. */
let followed: FollowedTheme | undefined;
let current: Theme = stored === 'light' || stored === 'dark' ? stored : 'system';

function show(theme: Theme): void {
  if (followed !== undefined) document.documentElement.dataset.theme = followed;
  else if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
// On import, before the first paint of the page: no flash of the wrong theme.
show(current);

/** Light or dark as the person chose on this device, else as the system says. */
export function chooseTheme(theme: Theme): void {
  current = theme;
  writePreference('theme', theme);
  show(theme);
  for (const listener of listeners) listener();
}

/** From now on the page looks as what is around it does. */
export function followTheme(theme: FollowedTheme): void {
  followed = theme;
  show(current);
}

export const useTheme = (): Theme =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
