import type { ColumnDataType, Kysely, Sql } from 'kysely';

/**
 * The tables, the same on every engine. `data` is text and not a JSON type: PostgreSQL's `jsonb` refuses U+0000 and
 * reorders keys, and nothing here ever queries inside an event.
 */
export interface Tables {
  events: EventRow;
  people: PersonRow;
  links: LinkRow;
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
  readonly token_hash: string;
}

export interface LinkRow {
  readonly token_hash: string;
  readonly workshop_id: string;
  readonly link_id: string;
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
