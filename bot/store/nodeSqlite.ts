import { backup, DatabaseSync, type SQLInputValue } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';
import type { Engine } from './schema.ts';

/** How long a statement waits for another process (a backup, the command line) to let go of the file. */
const BUSY_TIMEOUT_MS = 5_000;
/** Primary result code of every refused row; the extended codes carry it in their low byte. sqlite.org/rescode.html */
const SQLITE_CONSTRAINT = 19;
/** Texts kept prepared. Only the short, fixed statements earn a place: bulk inserts differ in length each time. */
const MAX_PREPARED = 64;
const MAX_PREPARED_LENGTH = 400;

/** `node:sqlite` in the shape that Kysely asks of a driver. The only file that names `node:sqlite`. */
export class NodeSqlite implements SqliteDatabase {
  readonly #db: DatabaseSync;
  readonly #prepared = new Map<string, SqliteStatement>();

  /** Opens or creates the file. Throws when it cannot be opened. */
  constructor(path: string) {
    this.#db = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
  }

  /** Whether a transaction is open: after a failing disk SQLite may have rolled it back on its own. */
  get inTransaction(): boolean {
    return this.#db.isTransaction;
  }

  prepare(text: string): SqliteStatement {
    const known = this.#prepared.get(text);
    if (known !== undefined) return known;
    const statement = this.#db.prepare(text);
    const adapted: SqliteStatement = {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
      run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
      iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
    };
    if (text.length <= MAX_PREPARED_LENGTH && this.#prepared.size < MAX_PREPARED) this.#prepared.set(text, adapted);
    return adapted;
  }

  /** Runs one pragma, `name` or `name=value`, and gives the first column of the first row that it answers. */
  pragma(text: string): unknown {
    const row = this.#db.prepare(`pragma ${text}`).get();
    return row === undefined ? undefined : Object.values(row)[0];
  }

  close(): void {
    this.#db.close();
  }
}

/** Kysely's SQLite dialect, corrected on the two points where two processes may share the file. */
export class EmbeddedDialect extends SqliteDialect {
  readonly #sqlite: NodeSqlite;

  constructor(sqlite: NodeSqlite) {
    super({ database: sqlite });
    this.#sqlite = sqlite;
  }

  override createDriver(): SqliteDriver {
    return new EmbeddedDriver(this.#sqlite);
  }

  override createAdapter(): SqliteAdapter {
    return new EmbeddedAdapter();
  }
}

class EmbeddedDriver extends SqliteDriver {
  readonly #sqlite: NodeSqlite;

  constructor(sqlite: NodeSqlite) {
    super({ database: sqlite });
    this.#sqlite = sqlite;
  }

  /**
   * Takes the write lock at once. A plain `begin` takes it at the first insert, after the versions were read: when
   * another process has written in between, SQLite then fails with SQLITE_BUSY at once, whatever the timeout.
   */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** A failed rollback would hide the error that led to it. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#sqlite.inTransaction) await super.rollbackTransaction(connection);
  }
}

class EmbeddedAdapter extends SqliteAdapter {
  /** Migrations in one transaction: whole or not at all, and the second of two starting processes waits for the first. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Where SQLite differs from other engines. */
export const embeddedEngine: Engine = {
  instantType: 'integer',
  // `without rowid`: a workshop's events lie together in the order in which they are read, and there is one tree to write.
  tableSuffix: (sql) => sql.raw('strict, without rowid'),
  isConstraintViolation: (error) =>
    error instanceof Error &&
    'errcode' in error &&
    typeof error.errcode === 'number' &&
    (error.errcode & 0xff) === SQLITE_CONSTRAINT,
};

/**
 * Copies a database file that may be in use, as it stood at one instant, into `toPath` (created or overwritten).
 * All pages in one step and over a connection of its own: any smaller step would start again after each write of the
 * other connection. Runs off the main thread and holds no writer up.
 */
export async function copyDatabase(fromPath: string, toPath: string): Promise<void> {
  const source = new DatabaseSync(fromPath, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
  try {
    await backup(source, toPath, { rate: 0x7fff_ffff });
  } finally {
    source.close();
  }
}
