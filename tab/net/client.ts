import type { EpochMs } from '../../shared/core/time.ts';
import type { Problem, Refusal } from '../../shared/protocol/messages.ts';
import type { Me, View } from '../../shared/views/views.ts';
import type { Command } from '../../shared/workshop/commands.ts';

/** `online`: what the screen shows follows the server. `offline`: it shows what was last known; commands wait. */
export type ConnectionStatus =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'online' }
  | { readonly kind: 'offline'; readonly since: EpochMs }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** A command that is kept on this device until the server has stored it. */
export interface PendingCommand {
  readonly commandId: string;
  readonly command: Command;
  /** Epoch ms by the estimated server clock. */
  readonly queuedAt: EpochMs;
}

/** A command that the server refused for good: nothing was changed; its text is still here to be copied or sent anew. */
export interface FailedCommand extends PendingCommand {
  readonly problem: Problem;
}

export interface ClientSnapshot {
  readonly status: ConnectionStatus;
  /** Undefined until the first view has come. */
  readonly view?: View;
  readonly me?: Me;
  /** In the order in which they were sent. */
  readonly pending: readonly PendingCommand[];
  /** Stored by the server, but not yet in `view`: a screen shows them as sent until the view does, so that nothing flickers. */
  readonly stored: readonly PendingCommand[];
  readonly failed: readonly FailedCommand[];
}

/** What a screen talks to. It never waits: it sends, and reads the snapshot. */
export interface WorkshopClient {
  /** Stable until something changes (for `useSyncExternalStore`). */
  snapshot(): ClientSnapshot;
  subscribe(listener: () => void): () => void;
  /** Keeps the command on this device, sends it, and sends it again until it is acknowledged. Returns its id. */
  send(command: Command): string;
  /** Settles once the command is stored (`undefined`) or refused for good (the problem). */
  settled(commandId: string): Promise<Problem | undefined>;
  /** Forgets a failed command: the person has read why. */
  dismiss(commandId: string): void;
  /**
   * The server's clock, estimated. Once measured it never runs backwards, but for a jump of this device's own clock put
   * right; before that, it is this device's own clock.
   */
  serverNow(): EpochMs;
  /** Whether the server has told its time: it does before the first view. Before that, nothing may happen by itself. */
  knowsServerTime(): boolean;
  /** Stops for good. What is still pending stays on this device, and is sent when the page is opened again. */
  close(): void;
}
