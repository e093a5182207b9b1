import { err, ok, type Result } from '../../shared/core/result.ts';
import type { JoinReply, JoinRequest } from '../../shared/protocol/http.ts';
import type { Problem } from '../../shared/protocol/messages.ts';
import type { Link } from '../../shared/workshop/state.ts';
import type { Limits } from '../realtime/limits.ts';
import type { EventStore } from '../store/eventStore.ts';
import { expectedUnder } from './expectedNames.ts';
import type { WorkshopRuntime } from './runtime.ts';

export interface ArrivalDeps {
  readonly store: Pick<EventStore, 'findPerson'>;
  readonly limits: Pick<Limits, 'candidatesPerAddress'>;
}

export interface Arrival {
  readonly runtime: WorkshopRuntime;
  /** The one that they hold, which stands. */
  readonly link: Link;
  readonly request: Omit<JoinRequest, 'link'>;
  /** Of the identity that they made. */
  readonly tokenHash: string;
  /** Of the network, for the limit only. */
  readonly address: string;
}

/** Namesakes among whom somebody finds themself at a glance. */
const mostCandidates = 3;

/**
 * Lets somebody in, once however often they ask; asks first who they are when people of nearly that name are expected.
 * Nothing is told of anybody of another name.
 */
export async function arrive({ store, limits }: ArrivalDeps, arrival: Arrival): Promise<Result<JoinReply, Problem>> {
  const { runtime, link, request, tokenHash, address } = arrival;
  const { joinId, name, organisation, attributes = {}, claim } = request;
  // A screen has no name; a person needs one, so that the others know whom they meet.
  if (name === '' && link.role !== 'display') return err({ kind: 'invalid', path: 'name' });
  // An identity is one person's. And a repeat must come from whoever joined: the id alone is no secret.
  const isOwner = (person: Awaited<ReturnType<EventStore['findPerson']>>): boolean =>
    person?.personId === joinId && person.workshopId === runtime.id;
  const owner = await store.findPerson(tokenHash);
  if (owner !== undefined && !isOwner(owner)) return err({ kind: 'denied' });

  const candidates = owner === undefined && link.role === 'participant' ? expectedUnder(runtime, name) : [];
  if (claim === undefined && candidates.length > 0) {
    // Whoever asks for many names without ever coming in is looking for people: they are told nothing more.
    const mayAsk = (await limits.candidatesPerAddress.take(address)) === undefined;
    if (mayAsk) return ok({ kind: 'choose', candidates: candidates.slice(0, mostCandidates) });
  }
  const expectedId = claim?.kind === 'expected' ? claim.expectedId : undefined;
  // With a place comes what is known of somebody: nobody takes that of a person of another name.
  const mayClaim = owner !== undefined || candidates.some((candidate) => candidate.expectedId === expectedId);
  if (expectedId !== undefined && !mayClaim) return err({ kind: 'rejected', code: 'place_taken' });

  const command = {
    kind: 'Join',
    linkId: link.id,
    name,
    organisation,
    attributes,
    ...(expectedId === undefined ? {} : { expectedId }),
  } as const;
  const ack = await runtime.submit({ commandId: joinId, actorId: joinId, command, tokenHash });
  if (!ack.ok) return err(ack.problem);
  const member = runtime.state?.people[joinId];
  if (member === undefined || !isOwner(await store.findPerson(tokenHash))) return err({ kind: 'denied' });
  if (claim !== undefined && owner === undefined) await limits.candidatesPerAddress.giveBack(address);
  return ok({ kind: 'joined', workshopId: runtime.id, personId: joinId, role: member.role });
}
