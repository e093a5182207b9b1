import { ok, type Result } from '../../shared/core/result.ts';
import { type Claim, type Invitation, type JoinReply, rolePages } from '../../shared/protocol/http.ts';
import { passMark } from '../../shared/protocol/teams.ts';
import type { Role } from '../../shared/workshop/state.ts';
import { type Api, type ApiProblem, browserApi } from './api.ts';
import type { WorkshopClient } from './client.ts';
import { connectBrowser } from './connectBrowser.ts';
import {
  forgetKnown,
  type KnownWorkshop,
  knownWorkshops,
  type Newcomer,
  noteOpened,
  prepareJoin,
  preparePass,
  readKnown,
  recallInvitation,
  recordJoin,
  recordPass,
  rememberInvitation,
} from './identity.ts';
import { browserStorage, type KeyValueStorage } from './storage.ts';

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
  /**
   * May be called again after a problem: it joins once.
   * @param claim who they say that they are, once `choose` has asked
   */
  join(newcomer: Newcomer, claim?: Claim): Promise<JoinOutcome>;
}
export type JoinOutcome = Result<OpenSession | Choosing, ApiProblem>;
/** People of nearly this name are expected: nobody has joined yet. */
export type Choosing = Extract<JoinReply, { kind: 'choose' }>;

export type Session =
  | OpenSession
  | JoinNeeded
  /** No token in the address. */
  | { readonly kind: 'linkMissing' }
  /** `unreachable`: try again; `denied`, `not_found`, `link_unknown`, `link_revoked`: ask for a new link. */
  | { readonly kind: 'linkRefused'; readonly problem: ApiProblem }
  /** The link is another role's: the browser is on its way to that page. */
  | { readonly kind: 'leaving' };

export interface SessionDeps {
  readonly api: Api;
  readonly storage: KeyValueStorage;
  readonly wallNow: () => number;
  /** The token in the address: what follows `#`, which no server ever sees. */
  readonly readLink: () => string;
  readonly goTo: (address: string) => void;
  readonly connect: (known: KnownWorkshop, personId: string) => WorkshopClient;
}

/**
 * From the token in the address to a session. Who has joined before is connected at once, without a word to the
 * server over HTTP; a display joins by itself, with no name. `any`: the page shows every role.
 */
export async function openSession(pageRole: Role | 'any', deps: SessionDeps = browserDeps): Promise<Session> {
  const { storage } = deps;
  const link = deps.readLink();
  if (link === '') return { kind: 'linkMissing' };

  if (link.startsWith(passMark)) {
    const problem = await redeemPass(link, deps);
    if (problem !== undefined) return { kind: 'linkRefused', problem };
  }
  let invitation = recallInvitation(storage, link);
  if (invitation === undefined || readKnown(storage, invitation)?.personId === undefined) {
    const reply = await deps.api.invitation(link);
    if (!reply.ok) return { kind: 'linkRefused', problem: reply.problem };
    invitation = reply.value;
    rememberInvitation(storage, link, invitation);
  }
  const led = invitation;
  if (pageRole !== 'any' && led.role !== pageRole) {
    deps.goTo(`${rolePages[led.role]}#${encodeURIComponent(link)}`);
    return { kind: 'leaving' };
  }

  const open = (known: KnownWorkshop, personId: string): OpenSession => ({
    kind: 'open',
    invitation: led,
    personId,
    identity: known.identity,
    client: deps.connect(known, personId),
    forget: () => forgetKnown(storage, led),
  });
  const join = async (newcomer: Newcomer, claim?: Claim): Promise<JoinOutcome> => {
    const prepared = prepareJoin(storage, led, newcomer, { wallNow: deps.wallNow });
    const { joinId, identity, name, organisation, attributes = {} } = prepared;
    const request = { link, joinId, identity, name, organisation, attributes };
    const reply = await deps.api.join({ ...request, ...(claim === undefined ? {} : { claim }) });
    if (!reply.ok) return reply;
    if (reply.value.kind === 'choose') return ok(reply.value);
    return ok(open(recordJoin(storage, prepared, reply.value), reply.value.personId));
  };

  const known = readKnown(storage, led);
  if (known?.personId !== undefined) return open(noteOpened(storage, known, deps.wallNow()), known.personId);
  if (led.role === 'display') {
    const joined = await join({ name: '', organisation: '' });
    if (!joined.ok) return { kind: 'linkRefused', problem: joined.problem };
    return joined.value.kind === 'open' ? joined.value : { kind: 'linkRefused', problem: { code: 'place_taken' } };
  }
  let joining: ReturnType<typeof join> | undefined;
  return {
    kind: 'joinNeeded',
    invitation: led,
    suggested: known ?? lastNewcomer(storage),
    // A double press must not open two connections.
    join(newcomer, claim) {
      joining ??= join(newcomer, claim).finally(() => {
        joining = undefined;
      });
      return joining;
    },
  };
}

/**
 * A pass makes this device somebody's own; opened again, it is a link that led here before. The identity is on the device
 * before it is sent: a lost answer is asked for again with the same one.
 */
async function redeemPass(link: string, { api, storage, wallNow }: SessionDeps): Promise<ApiProblem | undefined> {
  const before = recallInvitation(storage, link);
  if (before !== undefined && readKnown(storage, before)?.personId !== undefined) return undefined;
  const identity = preparePass(storage, link);
  const reply = await api.takePass({ pass: link.slice(passMark.length), identity });
  if (!reply.ok) return reply.problem;
  const { invitation, personId } = reply.value;
  recordPass(storage, link, { invitation, identity, personId, wallNow });
  return undefined;
}

/** The same person most likely comes back under the same name. */
function lastNewcomer(storage: KeyValueStorage): Newcomer {
  const last = knownWorkshops(storage).find((known) => known.name !== '');
  const { name = '', organisation = '', attributes } = last ?? {};
  return { name, organisation, ...(attributes === undefined ? {} : { attributes }) };
}

/** Browsers write a space or an accent of a typed code as %20, %C3…: the token is what the person typed. */
export function linkIn(hash: string): string {
  const token = hash.replace(/^#/, '');
  try {
    return decodeURIComponent(token).trim();
  } catch {
    // A lone "%": no token of ours has one, the server will say so.
    return token.trim();
  }
}

const browserDeps: SessionDeps = {
  api: browserApi,
  storage: browserStorage,
  wallNow: () => Date.now(),
  readLink: () => linkIn(location.hash),
  goTo: (address) => location.replace(address),
  connect: ({ invitation, identity }, personId) => connectBrowser(invitation.workshopId, identity, personId),
};
