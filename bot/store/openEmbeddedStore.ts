import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely } from 'kysely';
import type { Result } from '../../shared/core/result.ts';
import type { ChatStore } from './chatStore.ts';
import type { Directory } from './directory.ts';
import type { AppendProblem, AppendRequest, EventStore, StoredEvent } from './eventStore.ts';
import { KyselyChats } from './kyselyChats.ts';
import { KyselyDirectory } from './kyselyDirectory.ts';
import { KyselyEventStore, type KyselyEventStoreOptions } from './kyselyEventStore.ts';
import { KyselyOutbox } from './kyselyOutbox.ts';
import { KyselySpending } from './kyselySpending.ts';
import { migrate } from './migrations.ts';
import { copyDatabase, EmbeddedDialect, embeddedEngine, NodeSqlite } from './nodeSqlite.ts';
import type { OutboxStore } from './outboxStore.ts';
import type { Tables } from './schema.ts';
import type { Spending } from './spending.ts';

/** The file holds names and identity hashes: for its owner only. */
const DIRECTORY_MODE = 0o700;
const FILE_MODE = 0o600;
const SYNCHRONOUS_FULL = 2;
/** 'APRT': marks a database as ours. sqlite.org/pragma.html#pragma_application_id */
const APPLICATION_ID = 0x41505254;

export interface EmbeddedStore extends EventStore {
  readonly directory: Directory;
  readonly chats: ChatStore;
  readonly outbox: OutboxStore;
  readonly spending: Spending;
  /**
   * Writes a copy of the whole store, as it stands at one instant, to a file that is complete or absent: an older file
   * of that name is replaced only at the end. Appends go on meanwhile. Rejects when the copy cannot be written.
   */
  backup(toPath: string): Promise<void>;
}

export type EmbeddedStoreOptions = Pick<KyselyEventStoreOptions, 'onCommit'>;

/**
 * Opens the event store in one file, created with its directory if absent. Rejects, and leaves the file as it is, when
 * the file is no database of ours, is damaged, was written by a newer version, or cannot be written durably.
 * Other processes may have the file open as well, but one process opens it once: waiting for a lock blocks the thread,
 * and with it the very transaction that it waits for.
 */
export async function openEmbeddedStore(path: string, options: EmbeddedStoreOptions = {}): Promise<EmbeddedStore> {
  mkdirSync(dirname(path), { recursive: true, mode: DIRECTORY_MODE });
  // Created before SQLite would: it would take the process's umask. Its -wal and -shm files copy the mode of this one.
  closeSync(openSync(path, 'a', FILE_MODE));
  let sqlite: NodeSqlite | undefined;
  try {
    sqlite = new NodeSqlite(path);
    refuseForeign(sqlite);
    makeDurable(sqlite);
    const db = new Kysely<Tables>({ dialect: new EmbeddedDialect(sqlite) });
    await migrate(db, embeddedEngine);
    return new EmbeddedEventStore(path, { db, engine: embeddedEngine, ...options });
  } catch (cause) {
    sqlite?.close();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The event store ${path} cannot be opened: ${reason}`, { cause });
  }
}

/** Marks an empty file as ours; throws for the database of another program, before anything in it is changed. */
function refuseForeign(sqlite: NodeSqlite): void {
  const owner = sqlite.pragma('application_id');
  if (owner === APPLICATION_ID) return;
  if (owner !== 0 || sqlite.pragma('schema_version') !== 0) throw new Error('it is the database of another program');
  sqlite.pragma(`application_id=${APPLICATION_ID}`);
}

/** Sets up the connection. What durability rests on is read back, because SQLite passes over what it cannot do. */
export function makeDurable(sqlite: NodeSqlite): void {
  const journal = sqlite.pragma('journal_mode=wal');
  if (journal !== 'wal') {
    throw new Error(`its journal mode stays ${String(journal)}, not wal: put it on a local disk, not a network share`);
  }
  sqlite.pragma('synchronous=full');
  const synchronous = sqlite.pragma('synchronous');
  if (synchronous !== SYNCHRONOUS_FULL) {
    throw new Error(`synchronous is ${String(synchronous)}, not full: an acknowledged answer could be lost`);
  }
  // macOS only: a plain fsync there leaves the data in the drive's cache.
  sqlite.pragma('fullfsync=on');
  sqlite.pragma('checkpoint_fullfsync=on');
  // An erased name is overwritten, and does not stay behind in a free page.
  sqlite.pragma('secure_delete=on');
  const damage = sqlite.pragma('quick_check(1)');
  if (damage !== 'ok') throw new Error(`it is damaged (${String(damage)}): restore a backup`);
}

class EmbeddedEventStore extends KyselyEventStore implements EmbeddedStore {
  readonly directory: Directory;
  readonly chats: ChatStore;
  readonly outbox: OutboxStore;
  readonly spending: Spending;
  readonly #path: string;
  readonly #file: string;

  constructor(path: string, options: KyselyEventStoreOptions) {
    super(options);
    this.directory = new KyselyDirectory(options.db);
    this.chats = new KyselyChats(options.db);
    this.outbox = new KyselyOutbox(options.db);
    this.spending = new KyselySpending(options.db);
    this.#path = path;
    this.#file = fileAt(path);
  }

  override async append(request: AppendRequest): Promise<Result<void, AppendProblem>> {
    this.#checkFile();
    const result = await super.append(request);
    this.#checkFile();
    return result;
  }

  override async load(workshopId: string, afterVersion: number): Promise<readonly StoredEvent[]> {
    this.#checkFile();
    return super.load(workshopId, afterVersion);
  }

  /** SQLite goes on writing to a file that was deleted or replaced, in WAL mode without a word; the next start finds nothing. */
  #checkFile(): void {
    if (fileAt(this.#path) === this.#file) return;
    throw new Error(
      `The event store ${this.#path} was moved or deleted while the server runs: put it back, and start again`,
    );
  }

  async backup(toPath: string): Promise<void> {
    const partial = `${toPath}.partial`;
    try {
      closeSync(openSync(partial, 'w', FILE_MODE));
      chmodSync(partial, FILE_MODE);
      await copyDatabase(this.#path, partial);
      syncPath(partial, 'r+');
      renameSync(partial, toPath);
      // Windows neither needs nor allows it: the rename itself is journaled there.
      if (process.platform !== 'win32') syncPath(dirname(toPath), 'r');
    } catch (cause) {
      rmSync(partial, { force: true });
      throw new Error(`The backup ${toPath} could not be written`, { cause });
    }
  }
}

/** What tells a file from any other that takes its place; empty when there is none. */
function fileAt(path: string): string {
  const file = statSync(path, { throwIfNoEntry: false });
  return file === undefined ? '' : `${file.dev} ${file.ino}`;
}

function syncPath(path: string, flags: 'r' | 'r+'): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
