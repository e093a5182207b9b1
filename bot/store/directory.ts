import type { EpochMs } from '../../shared/core/time.ts';

export interface PersonPlace {
  readonly workshopId: string;
  readonly personId: string;
}

/** An account of Teams in one workshop. `subjectHash`: keyed hash of tenant and object id. */
export interface StoredSubject extends PersonPlace {
  readonly subjectHash: string;
}

/** A conversation of Teams in which a workshop takes place. */
export interface StoredConversation {
  readonly conversationId: string;
  readonly workshopId: string;
  readonly kind: 'meeting' | 'group';
  /** The group that works there; absent for everybody's. */
  readonly groupId?: string;
  /** What the bot needs to write there, JSON-serialisable; empty until it knows. */
  readonly reference: Readonly<Record<string, unknown>>;
  readonly linkedAt: EpochMs;
}

export interface StoredPass extends PersonPlace {
  readonly tokenHash: string;
  readonly expiresAt: EpochMs;
}

/**
 * Port beside the event store: which devices, accounts and conversations lead to whom. None of it is a fact of a
 * workshop. Every method rejects (throws) only when the machine is broken.
 */
export interface Directory {
  /**
   * One more device of a person. `teams` devices beyond the latest 20 of a person are let go of: each opening of the tab
   * is one. Returns false, and changes nothing, when the identity is somebody else's.
   */
  addIdentity(
    identity: PersonPlace & { readonly tokenHash: string; readonly way: 'pass' | 'teams' },
    at: EpochMs,
  ): Promise<boolean>;
  findSubject(subjectHash: string, workshopId: string): Promise<string | undefined>;
  /** Every workshop that an account takes part in. */
  placesOf(subjectHash: string): Promise<readonly PersonPlace[]>;
  /**
   * Makes an account a person's, unless it is somebody's already in that workshop; `replacing` names whose place is
   * taken. Returns whose the account is afterwards: of two that bind at once, one wins.
   */
  bindSubject(subject: StoredSubject, replacing?: string): Promise<string>;
  /** Linking the same two again is newer than every other linking; what was known of the reference and is not said anew stays. */
  linkConversation(conversation: StoredConversation): Promise<void>;
  /** The latest linked first. */
  conversations(
    of: { readonly conversationId: string } | { readonly workshopId: string },
  ): Promise<readonly StoredConversation[]>;
  /** Passes that nobody took go at the same time. */
  issuePass(pass: StoredPass, now: EpochMs): Promise<void>;
  /** Whose a pass is that is still good; it is used up. */
  takePass(tokenHash: string, now: EpochMs): Promise<PersonPlace | undefined>;
}
