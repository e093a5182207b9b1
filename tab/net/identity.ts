import type { EpochMs } from '../../shared/core/time.ts';
import type { Invitation, Joined } from '../../shared/protocol/http.ts';
import { newIdentityToken, type RandomBytes, newCommandId as randomCommandId } from './randomIds.ts';
import type { KeyValueStorage } from './storage.ts';

/** What a person says of themselves when they arrive. `name` may be empty for a display. */
export interface Newcomer {
  readonly name: string;
  readonly organisation: string;
  /** What they answered of what the workshop asks for. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** One way in that this device has taken, or is taking. */
export interface KnownWorkshop extends Newcomer {
  readonly invitation: Invitation;
  /** Secret: who holds it is that person. Goes to the server alone, in the greeting and in `Authorization`. */
  readonly identity: string;
  readonly joinId: string;
  /** Absent until the server has answered the join. */
  readonly personId?: string;
  /** By this device's own clock: only to sort a list. */
  readonly lastOpenedAt: EpochMs;
}

/** New id of a command, 22 characters; good on plain http as well. */
export const newCommandId = (): string => randomCommandId();

type Way = Pick<Invitation, 'workshopId' | 'linkId'>;
const prefix = 'aparte:known:';
const keyOf = (way: Way) => `${prefix}${way.workshopId}:${way.linkId}`;
const invitationKey = (link: string) => `aparte:invitation:${link}`;

function readJson<Shape>(storage: KeyValueStorage, key: string, isShape: (value: Shape) => boolean): Shape | undefined {
  const stored = storage.get(key);
  if (stored === undefined) return undefined;
  try {
    const value = JSON.parse(stored) as Shape;
    return isShape(value) ? value : undefined;
  } catch {
    // Written by another version, or by hand: as if it were not there.
    return undefined;
  }
}
const isInvitation = (value: Partial<Invitation> | null): boolean =>
  typeof value?.workshopId === 'string' && typeof value.linkId === 'string' && typeof value.role === 'string';
const isKnown = (value: Partial<KnownWorkshop> | null): boolean =>
  typeof value?.identity === 'string' && typeof value.joinId === 'string' && isInvitation(value.invitation ?? null);

export const readKnown = (storage: KeyValueStorage, way: Way): KnownWorkshop | undefined =>
  readJson<KnownWorkshop>(storage, keyOf(way), isKnown);

const write = (storage: KeyValueStorage, known: KnownWorkshop): KnownWorkshop => {
  storage.set(keyOf(known.invitation), JSON.stringify(known));
  return known;
};

/**
 * Makes the identity and the id of the join, and keeps both before anything is sent: a lost reply or a reload
 * sends the same ones, which join once. What is already there is kept; only the words of the newcomer change.
 */
export function prepareJoin(
  storage: KeyValueStorage,
  invitation: Invitation,
  newcomer: Newcomer,
  makers: { readonly random?: RandomBytes; readonly wallNow: () => EpochMs },
): KnownWorkshop {
  const before = readKnown(storage, invitation);
  return write(storage, {
    identity: before?.identity ?? newIdentityToken(makers.random),
    joinId: before?.joinId ?? randomCommandId(makers.random),
    ...(before?.personId === undefined ? {} : { personId: before.personId }),
    invitation,
    name: newcomer.name,
    organisation: newcomer.organisation,
    ...(newcomer.attributes === undefined ? {} : { attributes: newcomer.attributes }),
    lastOpenedAt: makers.wallNow(),
  });
}

export const recordJoin = (storage: KeyValueStorage, known: KnownWorkshop, reply: Joined): KnownWorkshop =>
  write(storage, { ...known, personId: reply.personId });

const passKey = (link: string) => `aparte:pass:${link}`;

/** The identity that a pass is taken with: the same one however often it is tried. */
export function preparePass(storage: KeyValueStorage, link: string): string {
  const identity = storage.get(passKey(link)) ?? newIdentityToken();
  storage.set(passKey(link), identity);
  return identity;
}

/** This device is that person from now on, whoever it was there before; the link of the pass leads there again. */
export function recordPass(
  storage: KeyValueStorage,
  link: string,
  taken: Pick<KnownWorkshop, 'invitation' | 'identity'> & {
    readonly personId: string;
    readonly wallNow: () => EpochMs;
  },
): void {
  const { invitation, identity, personId, wallNow } = taken;
  const at = wallNow();
  write(storage, { invitation, identity, joinId: personId, personId, name: '', organisation: '', lastOpenedAt: at });
  rememberInvitation(storage, link, invitation);
  storage.remove(passKey(link));
}

export const noteOpened = (storage: KeyValueStorage, known: KnownWorkshop, at: EpochMs): KnownWorkshop =>
  write(storage, { ...known, lastOpenedAt: at });

/** The next visit through this invitation starts as someone new. Their pending commands and drafts stay untouched. */
export const forgetKnown = (storage: KeyValueStorage, way: Way): void => storage.remove(keyOf(way));

/** Workshops that this device has joined, last opened first. */
export const knownWorkshops = (storage: KeyValueStorage): readonly KnownWorkshop[] =>
  storage
    .keys(prefix)
    .map((key) => readJson<KnownWorkshop>(storage, key, isKnown))
    .filter((known): known is KnownWorkshop => known?.personId !== undefined)
    .sort((a, b) => b.lastOpenedAt - a.lastOpenedAt);

/** What a link led to last time: a page that was open once opens again with no network. */
export const recallInvitation = (storage: KeyValueStorage, link: string): Invitation | undefined =>
  readJson<Invitation>(storage, invitationKey(link), isInvitation);
export const rememberInvitation = (storage: KeyValueStorage, link: string, invitation: Invitation): void => {
  storage.set(invitationKey(link), JSON.stringify(invitation));
};
