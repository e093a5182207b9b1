import type { Result } from '../../shared/core/result.ts';
import type { EpochMs } from '../../shared/core/time.ts';

/** A fact of a workshop as it lies in the log. `data` is the event itself (`{ kind, … }`), JSON-serialisable. */
export interface StoredEvent {
  /** 1, 2, 3 … without a gap within a workshop. */
  readonly version: number;
  readonly at: EpochMs;
  /** The person who caused it, or `set-up` for the founding. */
  readonly actorId: string;
  /** The command that caused it: several events may share one. */
  readonly commandId: string;
  readonly data: unknown;
}

/** Personal data of one person: the only place where a name stands. Erasing a person erases this row. */
export interface StoredPerson {
  readonly personId: string;
  readonly name: string;
  readonly organisation: string;
  /** Empty when not known. */
  readonly email: string;
  /** Attribute → value. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a device proves with that it is somebody's. A person has none while only expected, and one per device later. */
export interface StoredIdentity {
  /** SHA-256 of the identity token, hex. The token itself is never stored. */
  readonly tokenHash: string;
  readonly personId: string;
}

/** A capability link: the hash of its token leads to the workshop; whether it is still good is a fact of the log. */
export interface StoredLink {
  readonly linkId: string;
  readonly tokenHash: string;
}

/** Everything that one append makes durable together, or not at all. */
export interface AppendRequest {
  readonly workshopId: string;
  /** Version of the last event that the caller has seen; 0 for a new workshop. */
  readonly expectedVersion: number;
  /** At least one, numbered from `expectedVersion + 1`. */
  readonly events: readonly StoredEvent[];
  /** Inserted, or replaced when the personId is known already in this workshop. */
  readonly people?: readonly StoredPerson[];
  /** Of whoever joins. One that is somebody's already makes the append fail. */
  readonly identities?: readonly StoredIdentity[];
  /** Ids of people whose rows go. Nobody of `people`. */
  readonly forgotten?: readonly string[];
  readonly links?: readonly StoredLink[];
}

/** `version_conflict`: somebody else appended first; nothing of the request was written. */
export type AppendProblem = 'version_conflict';

export interface WorkshopSummary {
  readonly workshopId: string;
  readonly version: number;
  readonly lastEventAt: EpochMs;
}

/**
 * Port of the event store. One contract suite (`tests/contract`) holds for every implementation.
 * Every method rejects (throws) only when the machine is broken: disk full, database gone.
 */
export interface EventStore {
  /** Resolves when the request is durable (synced to disk), never before. */
  append(request: AppendRequest): Promise<Result<void, AppendProblem>>;
  /** Events with `version > afterVersion`, in order. */
  load(workshopId: string, afterVersion: number): Promise<readonly StoredEvent[]>;
  people(workshopId: string): Promise<readonly StoredPerson[]>;
  identities(workshopId: string): Promise<readonly StoredIdentity[]>;
  /** Whose an identity is. */
  findPerson(tokenHash: string): Promise<{ readonly workshopId: string; readonly personId: string } | undefined>;
  findLink(tokenHash: string): Promise<{ readonly workshopId: string; readonly linkId: string } | undefined>;
  /** Removes a person's row and all that leads to them; the events, which carry ids only, stay. */
  erasePerson(workshopId: string, personId: string): Promise<void>;
  /** Newest first. */
  workshops(): Promise<readonly WorkshopSummary[]>;
  close(): Promise<void>;
}
