import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database, Engine } from './schema.ts';

/**
 * In order; a published one is never changed, a new one is added below with the next number. They stand in code, not in
 * a folder, so that a bundle of one file carries them.
 */
const migrations = (engine: Engine): Readonly<Record<string, Migration>> => ({
  '0001_events_people_links': {
    async up(db) {
      const suffix = engine.tableSuffix(sql);
      await db.schema
        .createTable('events')
        .addColumn('workshop_id', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('at', engine.instantType, (column) => column.notNull())
        .addColumn('actor_id', 'text', (column) => column.notNull())
        .addColumn('command_id', 'text', (column) => column.notNull())
        .addColumn('data', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('events_pk', ['workshop_id', 'version'])
        .modifyEnd(suffix)
        .execute();
      await db.schema
        .createTable('people')
        .addColumn('workshop_id', 'text', (column) => column.notNull())
        .addColumn('person_id', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('organisation', 'text', (column) => column.notNull())
        .addColumn('token_hash', 'text', (column) => column.notNull().unique())
        .addPrimaryKeyConstraint('people_pk', ['workshop_id', 'person_id'])
        .modifyEnd(suffix)
        .execute();
      await db.schema
        .createTable('links')
        .addColumn('token_hash', 'text', (column) => column.notNull().primaryKey())
        .addColumn('workshop_id', 'text', (column) => column.notNull())
        .addColumn('link_id', 'text', (column) => column.notNull())
        .modifyEnd(suffix)
        .execute();
    },
  },
  /** People who are only expected have no token, and everyone has an e-mail and attributes. SQLite cannot loosen a column. */
  '0002_expected_people': {
    async up(db) {
      await db.schema
        .createTable('people_next')
        .addColumn('workshop_id', 'text', (column) => column.notNull())
        .addColumn('person_id', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('organisation', 'text', (column) => column.notNull())
        .addColumn('email', 'text', (column) => column.notNull())
        .addColumn('attributes', 'text', (column) => column.notNull())
        .addColumn('token_hash', 'text', (column) => column.unique())
        .addPrimaryKeyConstraint('people_next_pk', ['workshop_id', 'person_id'])
        .modifyEnd(engine.tableSuffix(sql))
        .execute();
      await sql`
        insert into people_next (workshop_id, person_id, name, organisation, email, attributes, token_hash)
        select workshop_id, person_id, name, organisation, '', '{}', token_hash from people
      `.execute(db);
      await db.schema.dropTable('people').execute();
      await db.schema.alterTable('people_next').renameTo('people').execute();
    },
  },
  /** Several devices are one person: identities leave the row of the person. Beside them, what Teams calls people and places. */
  '0003_teams': {
    async up(db) {
      const suffix = engine.tableSuffix(sql);
      await db.schema
        .createTable('identities')
        .addColumn('token_hash', 'text', (column) => column.notNull().primaryKey())
        .addColumn('workshop_id', 'text', (column) => column.notNull())
        .addColumn('person_id', 'text', (column) => column.notNull())
        .addColumn('way', 'text', (column) => column.notNull())
        .addColumn('added_at', engine.instantType, (column) => column.notNull())
        .modifyEnd(suffix)
        .execute();
      await db.schema
        .createIndex('identities_by_person')
        .on('identities')
        .columns(['workshop_id', 'person_id'])
        .execute();
      await sql`
        insert into identities (token_hash, workshop_id, person_id, way, added_at)
        select token_hash, workshop_id, person_id, 'join', 0 from people where token_hash is not null
      `.execute(db);
      await db.schema
        .createTable('people_next')
        .addColumn('workshop_id', 'text', (column) => column.notNull())
        .addColumn('person_id', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('organisation', 'text', (column) => column.notNull())
        .addColumn('email', 'text', (column) => column.notNull())
        .addColumn('attributes', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('people_next_pk', ['workshop_id', 'person_id'])
        .modifyEnd(suffix)
        .execute();
      await sql`
        insert into people_next (workshop_id, person_id, name, organisation, email, attributes)
        select workshop_id, person_id, name, organisation, email, attributes from people
      `.execute(db);
      await db.schema.dropTable('people').execute();
      await db.schema.alterTable('people_next').renameTo('people').execute();
      await db.schema
        .createTable('subjects')
        .addColumn('subject_hash', 'text', (column) => column.notNull())
        .addColumn('workshop_id', 'text', (column) => column.notNull())
        .addColumn('person_id', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('subjects_pk', ['subject_hash', 'workshop_id'])
        .modifyEnd(suffix)
        .execute();
      await db.schema
        .createTable('conversations')
        .addColumn('conversation_id', 'text', (column) => column.notNull())
        .addColumn('workshop_id', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('group_id', 'text')
        .addColumn('reference', 'text', (column) => column.notNull())
        .addColumn('linked_at', engine.instantType, (column) => column.notNull())
        .addPrimaryKeyConstraint('conversations_pk', ['conversation_id', 'workshop_id'])
        .modifyEnd(suffix)
        .execute();
      await db.schema
        .createTable('passes')
        .addColumn('token_hash', 'text', (column) => column.notNull().primaryKey())
        .addColumn('workshop_id', 'text', (column) => column.notNull())
        .addColumn('person_id', 'text', (column) => column.notNull())
        .addColumn('expires_at', engine.instantType, (column) => column.notNull())
        .modifyEnd(suffix)
        .execute();
    },
  },
  /** What the bot knows of Teams, and what it is to say there. */
  '0004_outbox': {
    async up(db) {
      const suffix = engine.tableSuffix(sql);
      await db.schema
        .createTable('teams_chats')
        .addColumn('conversation_id', 'text', (column) => column.notNull().primaryKey())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('service_url', 'text', (column) => column.notNull())
        .addColumn('tenant_id', 'text', (column) => column.notNull())
        .addColumn('meeting_id', 'text')
        .addColumn('title', 'text')
        .addColumn('is_member', 'integer', (column) => column.notNull())
        .modifyEnd(suffix)
        .execute();
      await db.schema
        .createTable('teams_users')
        .addColumn('workshop_id', 'text', (column) => column.notNull())
        .addColumn('user_id', 'text', (column) => column.notNull())
        .addColumn('person_id', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('reach', 'text', (column) => column.notNull())
        .addColumn('met_at', engine.instantType, (column) => column.notNull())
        .addPrimaryKeyConstraint('teams_users_pk', ['workshop_id', 'user_id'])
        .modifyEnd(suffix)
        .execute();
      await db.schema.createIndex('teams_users_by_user').on('teams_users').column('user_id').execute();
      await db.schema
        .createTable('outbox')
        .addColumn('message_id', 'text', (column) => column.notNull().primaryKey())
        .addColumn('workshop_id', 'text', (column) => column.notNull())
        .addColumn('lane', 'text', (column) => column.notNull())
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('payload', 'text', (column) => column.notNull())
        .addColumn('card_key', 'text')
        .addColumn('not_before', engine.instantType, (column) => column.notNull())
        .addColumn('due_at', engine.instantType, (column) => column.notNull())
        .addColumn('expires_at', engine.instantType, (column) => column.notNull())
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('claim', 'text')
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('reason', 'text', (column) => column.notNull())
        .addColumn('settled_at', engine.instantType)
        .modifyEnd(suffix)
        .execute();
      await db.schema.createIndex('outbox_due').on('outbox').columns(['state', 'due_at']).execute();
      await db.schema.createIndex('outbox_lanes').on('outbox').columns(['lane', 'seq']).execute();
      await db.schema.createIndex('outbox_workshops').on('outbox').columns(['workshop_id', 'state']).execute();
      await db.schema
        .createTable('outbox_cards')
        .addColumn('lane', 'text', (column) => column.notNull())
        .addColumn('card_key', 'text', (column) => column.notNull())
        .addColumn('activity_id', 'text', (column) => column.notNull())
        .addColumn('digest', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('outbox_cards_pk', ['lane', 'card_key'])
        .modifyEnd(suffix)
        .execute();
      await db.schema
        .createTable('outbox_cursors')
        .addColumn('workshop_id', 'text', (column) => column.notNull().primaryKey())
        .addColumn('version', 'integer', (column) => column.notNull())
        .modifyEnd(suffix)
        .execute();
    },
  },
  '0005_model_spending': {
    async up(db) {
      await db.schema
        .createTable('model_spending')
        .addColumn('workshop_id', 'text', (column) => column.notNull().primaryKey())
        .addColumn('tokens', engine.instantType, (column) => column.notNull())
        .modifyEnd(engine.tableSuffix(sql))
        .execute();
    },
  },
});

/**
 * Brings the tables to this program's version. Throws when the database was written by a newer program (nothing is
 * touched then), or when a migration fails (it is rolled back).
 */
export async function migrate(db: Database, engine: Engine): Promise<void> {
  const known = migrations(engine);
  const unknown = (await appliedMigrations(db)).find((name) => !(name in known));
  if (unknown !== undefined) {
    throw new Error(
      `it was written by a newer version of the program (migration ${unknown} is not known here): ` +
        'install that version again, or restore a backup made before it',
    );
  }
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...known }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('its tables could not be brought up to date', { cause: error });
}

async function appliedMigrations(db: Database): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}
