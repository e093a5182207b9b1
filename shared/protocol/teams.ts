import type { Role } from '../workshop/state.ts';
import type { Claim, HttpProblem, Invitation, JoinReply } from './http.ts';

/**
 * Every call to /api/teams carries the token of Teams' single sign-on: `Authorization: Bearer <token>`. Where in Teams the
 * page is, it says itself: a hint, which opens nothing by itself.
 */
export interface TeamsPlace {
  readonly conversationId?: string;
  readonly meetingId?: string;
}

/** POST /api/teams/session → TeamsSessionReply. */
export interface TeamsSessionRequest {
  readonly place: TeamsPlace;
  /** Token of a link, or a code, that the page was opened with. */
  readonly link?: string;
  /** One of the account's own workshops. */
  readonly workshopId?: string;
  /** What the page is: somebody's own, or what everyone in the meeting sees. */
  readonly surface: 'own' | 'stage';
  /** As for a guest, made by the page: 32 random bytes, base64url. */
  readonly identity: string;
}

/** POST /api/teams/join → TeamsJoinReply. The same account joins once, however often it is sent. */
export interface TeamsJoinRequest extends Omit<TeamsSessionRequest, 'surface'> {
  readonly name: string;
  readonly organisation: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly claim?: Claim;
}
export type TeamsJoinReply = TeamsOpenReply | Extract<JoinReply, { kind: 'choose' }>;

/** The identity is a person's of this workshop from now on. */
export interface TeamsOpenReply {
  readonly kind: 'open';
  readonly invitation: Invitation;
  readonly personId: string;
}

export interface OwnWorkshop {
  readonly workshopId: string;
  readonly title: string;
  readonly date?: string;
  readonly role: Role;
}

export type TeamsSessionReply =
  | TeamsOpenReply
  /** The workshop is known, the account is not: it joins. */
  | { readonly kind: 'newcomer'; readonly invitation: Invitation; readonly suggestedName: string }
  /** No workshop takes place here. */
  | {
      readonly kind: 'unlinked';
      readonly mayLink: boolean;
      readonly workshops: readonly OwnWorkshop[];
      /** Of the meeting, for whoever may found a workshop in it. */
      readonly meetingTitle?: string;
    };

/** POST /api/teams/attach → TeamsOpenReply: the account is the person of this identity or, with a code, of that code. */
export interface TeamsAttachRequest {
  readonly identity: string;
  readonly code?: string;
}

/** POST /api/teams/conversation → {}: the workshop of a host's link takes place in this meeting. */
export interface TeamsLinkRequest {
  readonly place: TeamsPlace;
  readonly link: string;
}

/** Who enters a room without waiting: whoever has the link, or people of the organisation. */
export const roomLobbies = ['everyone', 'organization'] as const;
export type RoomLobby = (typeof roomLobbies)[number];

/**
 * POST /api/teams/rooms → TeamsRoomsReply: a meeting of Teams for every group that has no room, in the name of the account,
 * which is a host. Asking again goes on where it stopped. `slotId`: the breakout for which the rooms are made.
 */
export interface TeamsRoomsRequest {
  readonly workshopId: string;
  readonly slotId: string;
  readonly lobby: RoomLobby;
}
export interface TeamsRoomsReply {
  readonly rooms: readonly TeamsRoom[];
}
export type TeamsRoom = {
  readonly groupId: string;
} /** `lobby`: `teamsOwn` when Teams did not take the one that was asked for, and kept its own. */ & (
  | { readonly kind: 'made'; readonly lobby: 'asAsked' | 'teamsOwn' }
  /** It had a room, which stays. */
  | { readonly kind: 'kept' }
  /** Not tried yet: ask again. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused'; readonly problem: HttpProblem }
);

/** POST /api/teams/workshops { place, commandId, workshop } → CreateReply: for whoever may link the meeting. */

/**
 * POST /api/pass { medium }, Authorization: Bearer <identity> → PassReply: makes one more device the same person, once,
 * within ten minutes. `code`: to be typed in Teams; `link`: to be scanned.
 */
export interface PassReply {
  readonly value: string;
  readonly expiresAt: number;
}

/** POST /api/pass/take → TeamsOpenReply. The same identity takes the same pass once. */
export interface PassTakeRequest {
  readonly pass: string;
  readonly identity: string;
}

/** What stands behind `#` when a pass was scanned: a dot is in no token of a link. */
export const passMark = 'pass.';
