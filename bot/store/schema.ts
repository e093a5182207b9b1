import type { ColumnDataType, Kysely, Sql } from 'kysely';

/**
 * The tables, the same on every engine. `data` is text and not a JSON type: PostgreSQL's `jsonb` refuses U+0000 and
 * reorders keys, and nothing here ever queries inside an event.
 */
export interface Tables {
  events: EventRow;
  people: PersonRow;
  links: LinkRow;
  identities: IdentityRow;
  subjects: SubjectRow;
  conversations: ConversationRow;
  passes: PassRow;
  teams_chats: TeamsChatRow;
  teams_users: TeamsUserRow;
  outbox: OutboxRow;
  outbox_cards: OutboxCardRow;
  outbox_cursors: OutboxCursorRow;
  model_spending: ModelSpendingRow;
}

export interface EventRow {
  readonly workshop_id: string;
  readonly version: number;
  /** Epoch milliseconds: 64 bits; an engine whose client gives such numbers as text must parse them itself. */
  readonly at: number;
  readonly actor_id: string;
  readonly command_id: string;
  /** JSON text of the event. */
  readonly data: string;
}

export interface PersonRow {
  readonly workshop_id: string;
  readonly person_id: string;
  readonly name: string;
  readonly organisation: string;
  readonly email: string;
  /** JSON text of a record. */
  readonly attributes: string;
}

export interface LinkRow {
  readonly token_hash: string;
  readonly workshop_id: string;
  readonly link_id: string;
}

/** A device's identity, and whose it is: a person may have several. */
export interface IdentityRow {
  readonly token_hash: string;
  readonly workshop_id: string;
  readonly person_id: string;
  /** How the device came by it. */
  readonly way: 'join' | 'pass' | 'teams';
  readonly added_at: number;
}

/** An account of Teams, and who it is in a workshop. */
export interface SubjectRow {
  readonly subject_hash: string;
  readonly workshop_id: string;
  readonly person_id: string;
}

/** A conversation of Teams in which a workshop takes place. */
export interface ConversationRow {
  readonly conversation_id: string;
  readonly workshop_id: string;
  readonly kind: 'meeting' | 'group';
  /** The group that works there; null for everybody's. */
  readonly group_id: string | null;
  /** JSON text: what the bot needs to write there. */
  readonly reference: string;
  readonly linked_at: number;
}

/** A pass makes one more device, or one account of Teams, a person's own: once. */
export interface PassRow {
  readonly token_hash: string;
  readonly workshop_id: string;
  readonly person_id: string;
  readonly expires_at: number;
}

/** A conversation that the bot is in, or was. */
export interface TeamsChatRow {
  readonly conversation_id: string;
  readonly kind: 'meeting' | 'group' | 'channel' | 'personal';
  readonly service_url: string;
  readonly tenant_id: string;
  readonly meeting_id: string | null;
  readonly title: string | null;
  readonly is_member: number;
}

/** Somebody whom the bot met in Teams, and who they are in a workshop. Personal data: goes with the person. */
export interface TeamsUserRow {
  readonly workshop_id: string;
  readonly user_id: string;
  readonly person_id: string;
  readonly name: string;
  readonly reach: 'unknown' | 'open' | 'refused';
  readonly met_at: number;
}

/** A message to Teams that waits, or how it ended. */
export interface OutboxRow {
  readonly message_id: string;
  readonly workshop_id: string;
  readonly lane: string;
  readonly seq: number;
  /** JSON text: ids alone, no names. */
  readonly payload: string;
  readonly card_key: string | null;
  readonly not_before: number;
  /** When to look at it next: not before it may leave, after a delay, or when the claim on it has run out. */
  readonly due_at: number;
  readonly expires_at: number;
  readonly attempts: number;
  /** Of the node that is sending it. */
  readonly claim: string | null;
  readonly state: 'waiting' | 'delivered' | 'dropped' | 'failed';
  readonly reason: string;
  readonly settled_at: number | null;
}

/** A card that stands in a conversation and is put in its own place again. */
export interface OutboxCardRow {
  readonly lane: string;
  readonly card_key: string;
  readonly activity_id: string;
  readonly digest: string;
}

/** How far the facts of a workshop were made messages of. */
export interface OutboxCursorRow {
  readonly workshop_id: string;
  readonly version: number;
}

/** What the questions of a workshop to a language model have cost, those under way included. */
export interface ModelSpendingRow {
  readonly workshop_id: string;
  readonly tokens: number;
}

export type Database = Kysely<Tables>;

/** The few points on which the engines differ; everything else is one code. */
export interface Engine {
  /** Type of a column that holds epoch milliseconds. */
  readonly instantType: ColumnDataType;
  /** What follows `create table (…)`: on SQLite `strict`, so that a text never slips into a number's column. */
  readonly tableSuffix: (sql: Sql) => ReturnType<Sql['raw']>;
  /** Whether the engine refused a row (unique, not null) rather than being broken itself. */
  readonly isConstraintViolation: (error: unknown) => boolean;
}
