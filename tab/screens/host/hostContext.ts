import { createContext, useContext } from 'react';
import type { SharedLink } from '../../../shared/protocol/http.ts';
import type { HostView } from '../../../shared/views/views.ts';
import type { Command } from '../../../shared/workshop/commands.ts';
import type { ApiReply } from '../../net/api.ts';
import type { ClientSnapshot, WorkshopClient } from '../../net/client.ts';

export type ReportFormat = 'markdown' | 'json';

/** What the console asks of the server beside commands. */
export interface HostServices {
  links(): Promise<ApiReply<readonly SharedLink[]>>;
  /** Saves the report as a file of the browser. */
  takeReport(format: ReportFormat): Promise<ApiReply<unknown>>;
}

/** The one dialog open on the console. */
export type ConsoleDialog =
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'cuts' }
  | { readonly kind: 'links' }
  | { readonly kind: 'people' }
  | { readonly kind: 'groups' }
  | { readonly kind: 'options' }
  | { readonly kind: 'report' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'addSlot'; readonly afterSlotId?: string }
  | { readonly kind: 'editSlot'; readonly slotId: string }
  | { readonly kind: 'removeSlot'; readonly slotId: string }
  | { readonly kind: 'reformGroups'; readonly slotId: string }
  | { readonly kind: 'group'; readonly slotId: string; readonly groupId: string };

export interface HostContextValue {
  readonly client: WorkshopClient;
  readonly services: HostServices;
  readonly snapshot: ClientSnapshot;
  readonly view: HostView;
  readonly send: (command: Command) => string;
  readonly open: (dialog: ConsoleDialog | undefined) => void;
  /** False just after the next thing to do has changed: a second press was meant for the one before. */
  readonly steady: { current: boolean };
}

export const HostContext = createContext<HostContextValue | undefined>(undefined);

export function useHost(): HostContextValue {
  const value = useContext(HostContext);
  if (value === undefined) throw new Error('useHost needs a HostContext above it');
  return value;
}

/** A command of this kind is on its way, or stored and not shown yet: its button is busy, so that nobody presses twice. */
export const isUnderWay = (snapshot: ClientSnapshot, kind: Command['kind']): boolean =>
  [...snapshot.pending, ...snapshot.stored].some(({ command }) => command.kind === kind);
