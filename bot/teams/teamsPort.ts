import type { Card } from './cards/card.ts';
import type { MeetingRole } from './meetings.ts';

/** Where a message goes, as Teams told it: kept, and given back as it is. */
export interface Place {
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly tenantId: string;
}

/** Somebody in Teams. `id`: "29:…", theirs for this bot. */
export interface TeamsUser {
  readonly id: string;
  readonly name: string;
  /** Absent for anonymous people. */
  readonly objectId?: string;
  readonly tenantId: string;
}

/** A conversation that the bot is in. */
export interface Chat {
  readonly place: Place;
  readonly kind: 'meeting' | 'group' | 'channel' | 'personal';
  readonly meetingId?: string;
  readonly title?: string;
}

/** Where something came from, and who did it. */
interface Origin {
  /** Of this bot's, unique: the same when Teams tells the same thing twice. */
  readonly activityId: string;
  readonly chat: Chat;
  readonly user: TeamsUser;
  /** "fr-FR"; empty when Teams does not say. */
  readonly locale: string;
}

export interface IncomingMessage extends Origin {
  readonly kind: 'message';
  /** Without the mention of the bot. */
  readonly text: string;
}

export interface IncomingAction extends Origin {
  readonly kind: 'action';
  readonly verb: string;
  /** Fields of the action and of the card's inputs. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The message that the card stands in; empty when Teams does not say. */
  readonly cardActivityId: string;
  /** Teams asked by itself, to show a person their own version. */
  readonly isRefresh: boolean;
  /** `submit`: a client that knows no universal actions, and can be shown no card in return. */
  readonly medium: 'execute' | 'submit';
}

/** What happens to a conversation: hints, which may come late, twice or never. */
export type IncomingHint = Origin &
  (
    | { readonly kind: 'installed' | 'uninstalled' | 'renamed' | 'meetingStarted' | 'meetingEnded' }
    /** `joined`, `left`: the chat. `entered`: its meeting, as it goes on. */
    | { readonly kind: 'joined' | 'left' | 'entered'; readonly users: readonly TeamsUser[] }
  );

export type Incoming = IncomingMessage | IncomingAction | IncomingHint;

/** What whoever acted is shown, and nobody else. */
export type Answer =
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' };

export interface Mention {
  readonly userId: string;
  readonly name: string;
}

export type Content =
  | { readonly kind: 'text'; readonly text: string; readonly mentions: readonly Mention[] }
  /** `summary`: what a notification says. */
  | { readonly kind: 'card'; readonly card: Card; readonly summary: string };

/** What became of a call to Teams. */
export type Delivery =
  | { readonly kind: 'delivered'; readonly activityId: string }
  /** Blocked, not installed, or a person who may not be written to. */
  | { readonly kind: 'refused'; readonly reason: 'blocked' | 'gone' | 'too_large' | 'invalid' }
  /** Nothing to be sure of: try again, not before `afterMs` if Teams said so. */
  | { readonly kind: 'later'; readonly afterMs?: number };

/** What Aparté asks of Teams. None of them rejects, but for a bug. */
export interface TeamsPort {
  send(place: Place, content: Content): Promise<Delivery>;
  /** Puts a message in the place of one sent before. */
  update(place: Place, activityId: string, content: Content): Promise<Delivery>;
  /** A message for one person of a group's chat, which nobody else sees. */
  sendTargeted(place: Place, user: Pick<TeamsUser, 'id' | 'name'>, content: Content): Promise<Delivery>;
  /** The 1:1 conversation with somebody: the same one each time. */
  openPersonal(
    from: Place,
    userId: string,
  ): Promise<{ readonly kind: 'opened'; readonly place: Place } | Exclude<Delivery, { kind: 'delivered' }>>;
  /** Everyone who was ever in the chat; undefined when Teams does not answer. Not who is present. */
  members(place: Place): Promise<readonly TeamsUser[] | undefined>;
  /** Somebody of a chat, with the tenant of their own account; undefined when Teams does not say. */
  member(place: Place, userId: string): Promise<TeamsUser | undefined>;
  /** Undefined when Teams does not say: a stranger, a meeting that is over, no answer. */
  meetingRole(
    place: Place,
    meetingId: string,
    person: { readonly objectId: string; readonly tenantId: string },
  ): Promise<MeetingRole | undefined>;
  /** Undefined when Teams does not say. */
  meetingTitle(place: Place, meetingId: string): Promise<string | undefined>;
}
