import { ok, type Result } from '../../shared/core/result.ts';
import { type Invitation, rolePages } from '../../shared/protocol/http.ts';
import { protocolVersion } from '../../shared/protocol/messages.ts';
import type { Role } from '../../shared/workshop/state.ts';
import { type Api, type ApiProblem, browserApi } from './api.ts';
import { browserTimers, reloadForNewVersion, watchBrowser } from './browser.ts';
import type { WorkshopClient } from './client.ts';
import { createConnection } from './connection.ts';
import {
  forgetKnown,
  type KnownWorkshop,
  knownWorkshops,
  type Newcomer,
  newCommandId,
  noteOpened,
  prepareJoin,
  readKnown,
  recallInvitation,
  recordJoin,
  rememberInvitation,
} from './identity.ts';
import { noteOpenedAndPurge } from './retention.ts';
import { createSocketTransport } from './socketTransport.ts';
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
 * server over HTTP; a display joins by itself, with no name.
 */
export async function openSession(pageRole: Role, deps: SessionDeps = browserDeps): Promise<Session> {
  const { storage } = deps;
  const link = deps.readLink();
  if (link === '') return { kind: 'linkMissing' };

  let invitation = recallInvitation(storage, link);
  if (invitation === undefined || readKnown(storage, invitation)?.personId === undefined) {
    const reply = await deps.api.invitation(link);
    if (!reply.ok) return { kind: 'linkRefused', problem: reply.problem };
    invitation = reply.value;
    rememberInvitation(storage, link, invitation);
  }
  const led = invitation;
  if (led.role !== pageRole) {
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
  const join = async (newcomer: Newcomer): Promise<Result<OpenSession, ApiProblem>> => {
    const prepared = prepareJoin(storage, led, newcomer, { wallNow: deps.wallNow });
    const { joinId, identity, name, organisation } = prepared;
    const reply = await deps.api.join({ link, joinId, identity, name, organisation });
    if (!reply.ok) return reply;
    return ok(open(recordJoin(storage, prepared, reply.value), reply.value.personId));
  };

  const known = readKnown(storage, led);
  if (known?.personId !== undefined) return open(noteOpened(storage, known, deps.wallNow()), known.personId);
  if (led.role === 'display') {
    const joined = await join({ name: '', organisation: '' });
    return joined.ok ? joined.value : { kind: 'linkRefused', problem: joined.problem };
  }
  let joining: ReturnType<typeof join> | undefined;
  return {
    kind: 'joinNeeded',
    invitation: led,
    suggested: known ?? lastNewcomer(storage),
    // A double press must not open two connections.
    join(newcomer) {
      joining ??= join(newcomer).finally(() => {
        joining = undefined;
      });
      return joining;
    },
  };
}

/** The same person most likely comes back under the same name. */
function lastNewcomer(storage: KeyValueStorage): Newcomer {
  const last = knownWorkshops(storage).find((known) => known.name !== '');
  return { name: last?.name ?? '', organisation: last?.organisation ?? '' };
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
  connect(known, personId) {
    const connection = createConnection({
      workshopId: known.invitation.workshopId,
      personId,
      transport: createSocketTransport(() => ({
        protocol: protocolVersion,
        identity: known.identity,
        sentAt: browserTimers.now(),
      })),
      timers: browserTimers,
      storage: browserStorage,
      random: Math.random,
      newCommandId,
      wallNow: () => Date.now(),
    });
    const stopWatching = watchBrowser(connection);
    let isNoted = false;
    const stopReading = connection.subscribe(() => {
      const { status } = connection.snapshot();
      if (!isNoted && connection.knowsServerTime()) {
        isNoted = true;
        noteOpenedAndPurge(browserStorage, known.invitation.workshopId, connection.serverNow());
      }
      if (status.kind === 'refused' && status.refusal === 'outdated') reloadForNewVersion(browserStorage);
    });
    return {
      ...connection,
      close() {
        stopWatching();
        stopReading();
        connection.close();
      },
    };
  },
};
