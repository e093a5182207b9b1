import type { EpochMs } from '../core/time.ts';
import type { GroupSynthesis } from '../synthesis/groupSynthesis.ts';
import type { GroupPlace } from '../workshop/groups/groupWork.ts';

/**
 * What a view shows that the log does not hold: names (personal data), who is connected (a matter of the moment), and
 * what was worked out from the log beside it.
 */
export interface Surroundings {
  readonly names: ReadonlyMap<string, PersonDetails>;
  readonly connected: ReadonlySet<string>;
  /** By `placeKey`; of groups whose answers are being gathered now. May be a moment behind the log. */
  readonly syntheses: ReadonlyMap<string, GroupSynthesis>;
  /** What could not be told in Teams, the latest first; absent where Teams is not used. */
  readonly undelivered?: readonly UndeliveredMessage[];
  /** Host name of the language model that this server can ask; absent when it can ask none. */
  readonly modelHost?: string | undefined;
  /** By breakout: sets of key ideas that several groups share; absent until it was worked out. */
  readonly shared: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** A message that people in Teams miss. */
export interface UndeliveredMessage {
  readonly id: string;
  readonly at: EpochMs;
  readonly what: 'workshop' | 'prompts' | 'reminder' | 'recall' | 'restitution' | 'place' | 'mentions' | 'announcement';
  readonly reason: UndeliveredReason;
  /** Whose chat it was for; absent with `personId`: the chat of the meeting. */
  readonly groupId?: string;
  readonly personId?: string;
}

/**
 * `blocked`: Teams refuses, or the app was taken out. `gone`: the conversation is no more. `not_installed`: the bot is not
 * there. `unreachable`: Teams did not take it in time. `refused`: for any other reason.
 */
export type UndeliveredReason = 'blocked' | 'gone' | 'not_installed' | 'unreachable' | 'refused';

export const placeKey = ({ slotId, groupId }: GroupPlace): string => `${slotId} ${groupId}`;

export interface PersonName {
  readonly name: string;
  readonly organisation: string;
}

/** All that the table of people holds of somebody, but what proves who they are. */
export interface PersonDetails extends PersonName {
  /** Empty when not known. */
  readonly email: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A person whose row was erased keeps a place, without a name. */
export function nameOf(
  surroundings: { readonly names: ReadonlyMap<string, PersonName> },
  personId: string,
): PersonName {
  // Nothing else that is known of them: what this gives is shown to more people than the hosts.
  const { name, organisation } = surroundings.names.get(personId) ?? { name: '—', organisation: '' };
  return { name, organisation };
}
