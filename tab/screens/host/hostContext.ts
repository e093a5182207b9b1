import { createContext, useContext } from 'react';
import type { SharedLink } from '../../../shared/protocol/http.ts';
import type { TeamsRoomsRequest } from '../../../shared/protocol/teams.ts';
import type { HostView } from '../../../shared/views/views.ts';
import type { Command } from '../../../shared/workshop/commands.ts';
import type { ApiReply } from '../../net/api.ts';
import type { ClientSnapshot, WorkshopClient } from '../../net/client.ts';
import type { TeamsHost } from '../../net/teamsHost.ts';
import type { RoomsOutcome } from '../../net/teamsRooms.ts';
import type { HistoryOf } from '../animator/KeyIdeasPanel.tsx';
import type { Preparation } from './builder/useBuilder.ts';
import type { ListKind } from './lists/GroupListsDialog.tsx';

export type ReportFormat = 'markdown' | 'json';

/** What the console asks of the server beside commands. */
export interface HostServices {
  links(): Promise<ApiReply<readonly SharedLink[]>>;
  readonly history: HistoryOf;
  /** Has a meeting of Teams made for every group without a room: in Teams, after a press. */
  makeRooms(teams: TeamsHost, request: TeamsRoomsRequest): Promise<RoomsOutcome>;
  /** Saves the report as a file of the browser. */
  takeReport(format: ReportFormat): Promise<ApiReply<unknown>>;
}

/** The one dialog open on the console. */
export type ConsoleDialog =
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'cuts' }
  | { readonly kind: 'links' }
  /** `personId`: whose line is open. */
  | { readonly kind: 'people'; readonly personId?: string }
  | { readonly kind: 'importPeople' }
  | { readonly kind: 'groups' }
  /** Of the groups of a breakout. */
  | { readonly kind: 'rooms'; readonly slotId: string }
  | { readonly kind: 'options' }
  | { readonly kind: 'report' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'addSlot'; readonly afterSlotId?: string }
  | { readonly kind: 'editSlot'; readonly slotId: string }
  | { readonly kind: 'removeSlot'; readonly slotId: string }
  | { readonly kind: 'builder'; readonly slotId: string }
  | { readonly kind: 'groupLists'; readonly slotId: string; readonly first?: ListKind }
  | { readonly kind: 'rebalance'; readonly slotId: string }
  | { readonly kind: 'group' | 'nameAnimator' | 'mergeGroup'; readonly slotId: string; readonly groupId: string };

export interface HostContextValue {
  readonly client: WorkshopClient;
  readonly services: HostServices;
  readonly snapshot: ClientSnapshot;
  readonly view: HostView;
  readonly send: (command: Command) => string;
  readonly open: (dialog: ConsoleDialog | undefined) => void;
  /** Slot → the groups that this host prepares for it, as long as the page is open. */
  readonly preparations: Map<string, Preparation>;
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
