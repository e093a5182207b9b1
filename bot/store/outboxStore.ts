import type { EpochMs } from '../../shared/core/time.ts';

/** A message to be. `payload` says what it tells, by ids alone, and is drawn when it leaves. JSON-serialisable. */
export interface NewMessage {
  /** The same message twice is one message. */
  readonly id: string;
  readonly workshopId: string;
  /** Where it goes: messages of one lane leave one after the other, in their order. A conversation, or "user:29:…". */
  readonly lane: string;
  readonly payload: unknown;
  /** Names a card that is put in the place of the one before; of several that might leave now, one is enough. */
  readonly cardKey?: string;
  readonly notBefore: EpochMs;
  /** When it is of no use any more. */
  readonly expiresAt: EpochMs;
}

export interface WaitingMessage extends NewMessage {
  /** Tries that have begun, by any node. */
  readonly attempts: number;
}

/** How a message ended. `failed` is told to the hosts, `dropped` is nobody's loss. */
export type Outcome =
  | { readonly state: 'delivered'; readonly card?: SentCard }
  | { readonly state: 'dropped' | 'failed'; readonly reason: string };

/** A card that stands in a conversation: the message that it is, and a hash of what it shows. */
export interface SentCard {
  readonly activityId: string;
  readonly digest: string;
}

export interface FailedMessage extends Pick<NewMessage, 'id' | 'lane' | 'payload'> {
  readonly reason: string;
  readonly failedAt: EpochMs;
}

/**
 * Port of the queue of messages that wait to leave, beside the log. Every method rejects (throws) only when the machine
 * is broken.
 */
export interface OutboxStore {
  /** Version of the log whose messages are all in here; undefined for a workshop that tells nobody. */
  cursor(workshopId: string): Promise<number | undefined>;
  /** From this version on the workshop's facts become messages; one that is known keeps its place. */
  begin(workshopId: string, version: number): Promise<void>;
  /** Workshops that tell somebody. */
  workshops(): Promise<readonly string[]>;
  /** Moves the cursor and adds messages, together or not at all; false: another node was faster. */
  feed(workshopId: string, from: number, to: number, messages: readonly NewMessage[], now: EpochMs): Promise<boolean>;
  add(messages: readonly NewMessage[], now: EpochMs): Promise<void>;
  /** The first message of each lane, if it may leave now. */
  due(now: EpochMs, limit: number): Promise<readonly WaitingMessage[]>;
  /** When there may be something to do that is not due yet. */
  nextDueAt(now: EpochMs): Promise<EpochMs | undefined>;
  /** Takes a message until then; false: somebody else has it. A claim that ran out is anyone's. */
  claim(id: string, claim: string, now: EpochMs, until: EpochMs): Promise<boolean>;
  /** Gives it back, to be tried again then. Nothing happens once the claim was lost. */
  postpone(id: string, claim: string, until: EpochMs): Promise<void>;
  settle(id: string, claim: string, outcome: Outcome, now: EpochMs): Promise<void>;
  /**
   * Takes back everything that is in somebody's hand, to be sent now. Only for whoever knows that no other process sends
   * from this store: those that did are dead.
   */
  releaseAll(now: EpochMs): Promise<void>;
  card(lane: string, cardKey: string): Promise<SentCard | undefined>;
  forgetCard(lane: string, cardKey: string): Promise<void>;
  /** What ended so for that reason, the first to end first. */
  dropped(workshopId: string, reason: string): Promise<readonly Pick<NewMessage, 'id' | 'payload'>[]>;
  /** Gives another reason to what was dropped. */
  relabel(ids: readonly string[], reason: string): Promise<void>;
  /** Newest first, a hundred at most. */
  failed(workshopId: string, since: EpochMs): Promise<readonly FailedMessage[]>;
  /** Lets go of what ended before. */
  sweep(before: EpochMs): Promise<void>;
}
