import type { AskedAttribute } from '../workshop/people/asked.ts';
import type { RejectionCode } from '../workshop/problems.ts';
import type { Language, Role } from '../workshop/state.ts';

/** POST /api/invitation { link } → what a link leads to, before anyone joins. `link`: a link's token, or a code. */
export interface Invitation {
  readonly workshopId: string;
  readonly linkId: string;
  readonly title: string;
  readonly language: Language;
  readonly role: Role;
  readonly group?: { readonly number: number; readonly name: string };
  /** What whoever comes is asked for besides their name; absent when nothing is. */
  readonly attributes?: readonly AskedAttribute[];
  /** The same workshop may be open in Teams. */
  readonly teams?: true;
}

/** POST /api/join. The same `joinId` with the same `identity` joins once, however often it is sent. */
export interface JoinRequest {
  readonly link: string;
  /** Becomes the command's id. */
  readonly joinId: string;
  /** The identity token, made by the client: 32 random bytes, base64url. The server keeps its hash. */
  readonly identity: string;
  readonly name: string;
  readonly organisation: string;
  /** What the workshop asks whoever comes. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Absent until they were asked who they are. */
  readonly claim?: Claim;
}

/** Who somebody says that they are among the people who are expected. */
export type Claim = { readonly kind: 'expected'; readonly expectedId: string } | { readonly kind: 'someoneElse' };

/** Somebody who is expected under nearly the name that was typed. */
export interface Candidate {
  readonly expectedId: string;
  readonly name: string;
  readonly organisation: string;
}

/** `choose`: nobody has joined yet; the same request again, with a claim, does. */
export type JoinReply = Joined | { readonly kind: 'choose'; readonly candidates: readonly Candidate[] };
export interface Joined {
  readonly kind: 'joined';
  readonly workshopId: string;
  readonly personId: string;
  readonly role: Role;
}

/** POST /api/workshops { commandId, workshop: CreateWorkshop }, Authorization: Bearer <set-up key>. */
export interface CreateReply {
  readonly workshopId: string;
  readonly links: readonly SharedLink[];
}

/** GET /api/workshops, Authorization: Bearer <set-up key> → WorkshopListing[], newest first. */
export interface WorkshopListing {
  readonly workshopId: string;
  readonly title: string;
  readonly date?: string;
  readonly hostUrl: string;
  readonly lastEventAt: number;
}

/**
 * GET /api/links, Authorization: Bearer <identity> → SharedLink[]: all for a host, the participants' one for a display.
 * GET /api/groups/history?slotId=…&groupId=…, the same header → GroupChange[] (shared/views/groupHistory.ts), oldest first:
 * for a host and the group's animator.
 * GET /api/report.md?language=fr|en and /api/report.json, the same header: the report, for a host.
 */
export interface SharedLink {
  readonly linkId: string;
  readonly role: Role;
  readonly groupId?: string;
  readonly medium: 'link' | 'code';
  /** Whole address for a link ("https://…/p#token"), the code itself ("ABCD-EFGH") for a code. */
  readonly value: string;
}

/** Body of every answer of status 400 and above. */
export interface HttpProblem {
  readonly code: HttpProblemCode | RejectionCode;
  /** The field at fault, for `invalid`. */
  readonly path?: string;
  readonly retryMs?: number;
  readonly reference?: string;
}
export const httpProblemCodes = [
  'invalid',
  'denied',
  'not_found',
  'too_many_requests',
  'too_large',
  'fault',
  'sign_in_refused',
  'sign_in_expired',
  'sign_in_unavailable',
  'tenant_not_allowed',
  'person_removed',
  'account_taken',
  'may_not_link',
  'pass_unknown',
  'graph_consent_needed',
  'graph_refused',
  'graph_unavailable',
] as const;
export type HttpProblemCode = (typeof httpProblemCodes)[number];

/** Page of each role; a link is `<origin><page>#<token>`: what follows `#` is never sent to a server or written in a log. */
export const rolePages: Readonly<Record<Role, string>> = {
  host: '/h',
  animator: '/a',
  participant: '/p',
  display: '/d',
};

/** The wall of several workshops: `<page>#<set-up key>`, or without a key for report files alone. */
export const wallPage = '/wall';

/** The page that Teams shows: every role's. */
export const teamsPage = '/t';

/** Where a window of Teams begins in which somebody gives a permission (`?tenant=<id of the organisation>`), and where it ends. */
export const consentPage = '/t/consent';
export const consentedPage = '/t/consented';
