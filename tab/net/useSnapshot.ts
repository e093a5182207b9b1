import { useSyncExternalStore } from 'react';
import type { ClientSnapshot, WorkshopClient } from './client.ts';

/** What the client knows now; renders again when it changes. */
export const useSnapshot = (client: WorkshopClient): ClientSnapshot =>
  useSyncExternalStore(client.subscribe, client.snapshot);
