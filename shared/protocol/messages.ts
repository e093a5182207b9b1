import type { EpochMs } from '../core/time.ts';
import type { Me, View } from '../views/views.ts';
import type { Command } from '../workshop/commands.ts';
import type { RejectionCode } from '../workshop/problems.ts';

/** Raised when an old page can no longer talk to a new server. */
export const protocolVersion = 1;

/** Why a command had no effect. Nothing was changed in any of these cases. */
export type Problem =
  | { readonly kind: 'rejected'; readonly code: RejectionCode }
  /** `path`: the field at fault, "slot.title". */
  | { readonly kind: 'invalid'; readonly path: string }
  | { readonly kind: 'denied' }
  /** Try the same command again after `retryMs`. */
  | { readonly kind: 'busy'; readonly retryMs: number }
  /** The page is older than the server: reload once. */
  | { readonly kind: 'outdated' }
  /** A bug or a broken machine; `reference` finds it in the server's log. */
  | { readonly kind: 'fault'; readonly reference: string };

/** A command with its id: the same id has one effect, however often it is sent. */
export interface CommandEnvelope {
  readonly commandId: string;
  readonly command: Command;
}

/** `ok`: stored, at this version. */
export type Ack = { readonly ok: true; readonly version: number } | { readonly ok: false; readonly problem: Problem };

export interface ClockSample {
  /** What the client's own monotonic clock said when it asked; comes back untouched. */
  readonly sentAt: number;
  readonly serverNow: EpochMs;
}

/** A place in the stream of patches of one audience: a patch applies only on the sequence number it follows. */
export interface ViewMessage {
  readonly audience: string;
  readonly sequence: number;
  /** Version of the log that the view shows. */
  readonly version: number;
  readonly view: View;
}

export interface PatchMessage {
  readonly audience: string;
  /** Applies on `sequence - 1` of the same audience. */
  readonly sequence: number;
  readonly version: number;
  /** JSON Merge Patch, RFC 7396. */
  readonly patch: unknown;
}

/** Why the server ended a session for good: the page must not knock again by itself. */
export type Refusal = 'identity_unknown' | 'access_revoked' | 'outdated';

/** Client → server, as Socket.IO events. */
export interface ClientToServer {
  command: (envelope: CommandEnvelope) => void;
  clock: (sentAt: number) => void;
  /** A patch did not follow: send the whole view again. */
  resync: () => void;
}

/** Server → client. Acks travel as messages of their own, so that a connection made anew can carry them too. */
export interface ServerToClient {
  ack: (commandId: string, ack: Ack) => void;
  clock: (sample: ClockSample) => void;
  view: (message: ViewMessage) => void;
  patch: (message: PatchMessage) => void;
  /** What is this person's own; `version` of the log, never ahead of the view that the page was sent. */
  me: (me: Me, version: number) => void;
  refused: (refusal: Refusal) => void;
}

/** What a client says when it connects (Socket.IO `auth`). */
export interface Greeting {
  readonly protocol: number;
  /** Identity token made by the client when it joined: at least 128 random bits, base64url. */
  readonly identity: string;
  /** What its own monotonic clock says as it greets: comes back in a `clock`, before any view. */
  readonly sentAt: number;
}
