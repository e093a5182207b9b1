import type { Manifest } from '../manifest.ts';

/** Where a static tab stands, Teams lets nobody add one that asks what to show: its page would never be seen. */
export function tabProblems({ staticTabs = [], configurableTabs = [] }: Manifest): readonly string[] {
  const taken = new Set(staticTabs.flatMap(({ scopes }) => scopes));
  const hidden = configurableTabs.flatMap(({ scopes }) => scopes).filter((scope) => taken.has(scope));
  return hidden.map((scope) => `/configurableTabs: is never shown in the scope "${scope}", where a static tab stands`);
}
