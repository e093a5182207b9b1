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
