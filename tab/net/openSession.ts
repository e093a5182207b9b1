import type { Result } from '../../shared/core/result.ts';
import type { Invitation } from '../../shared/protocol/http.ts';
import type { Role } from '../../shared/workshop/state.ts';
import type { ApiProblem } from './api.ts';
import type { WorkshopClient } from './client.ts';
import type { Newcomer } from './identity.ts';

/** Joined and connecting: what a screen works with. */
export interface OpenSession {
  readonly kind: 'open';
  readonly invitation: Invitation;
  readonly personId: string;
  /** For `Api.links`. */
  readonly identity: string;
  readonly client: WorkshopClient;
  /** Forgets who this device was here: the next opening asks for a name again ("this is not me", or the server no longer knows them). */
  forget(): void;
}

/** The link is good and this device has not joined yet. */
export interface JoinNeeded {
  readonly kind: 'joinNeeded';
  readonly invitation: Invitation;
  /** What was typed here before: at a join whose reply was lost, or in another workshop. */
  readonly suggested: Newcomer;
  /** May be called again after a problem: it joins once. */
  join(newcomer: Newcomer): Promise<Result<OpenSession, ApiProblem>>;
}

export type Session =
  | OpenSession
  | JoinNeeded
  /** No token in the address. */
  | { readonly kind: 'linkMissing' }
  /** `unreachable`: try again; `denied`, `not_found`, `link_unknown`, `link_revoked`: ask for a new link. */
  | { readonly kind: 'linkRefused'; readonly problem: ApiProblem }
  /** The link is another role's: the browser is on its way to that page. */
  | { readonly kind: 'leaving' };

/** From the token after `#` in the address to a session. A display joins by itself, with no name. */
export async function openSession(_pageRole: Role): Promise<Session> {
  return { kind: 'linkMissing' };
}
