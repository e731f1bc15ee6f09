import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { createGroupCommitWriter, type GroupCommitWriter } from './group-commit.ts';

export interface OpenDatabaseOptions {
  /** Path of the SQLite file; its folder is made when missing. */
  file: string;
  /** Which of the three databases this is: its migrations are in `db/<area>/migrations`. */
  area: 'accounts' | 'fieldwork' | 'results';
}

export interface OpenDatabase {
  readonly sqlite: Database.Database;
  readonly orm: BetterSQLite3Database;
  /** Queues a synchronous job; it resolves after the commit (and its fsync) that contains the job. */
  readonly write: GroupCommitWriter['write'];
  /** Runs one job in an immediate transaction of its own: for long staff work, never per resident request. */
  transact<T>(job: () => T): T;
  /**
   * Empties the write-ahead log, where what was deleted would lie until newer pages happen to cover it. Waits
   * for readers.
   *
   * @throws when readers hold the log for a minute
   */
  emptyLog(): void;
  /**
   * Writes the whole file anew from what is in it, and empties the log. Everybody who writes waits for it.
   */
  rebuild(): void;
  close(): void;
}

/**
 * The one constructor of a database: application, tests, seed and benchmarks all open their files here,
 * so that nothing is ever tested on settings that production does not have.
 */
export function openDatabase({ file, area }: OpenDatabaseOptions): OpenDatabase {
  mkdirSync(dirname(resolve(file)), { recursive: true });
  const existed = existsSync(file);
  const sqlite = new Database(file);
  try {
    applyPragmas(sqlite);
    const orm = drizzle(sqlite);
    migrateGuarded(sqlite, orm, { file, area, existed });
    const writer = createGroupCommitWriter(sqlite, { patience });
    return {
      sqlite,
      orm,
      write: writer.write,
      transact: (job) => sqlite.transaction(job).immediate(),
      emptyLog: () => emptyLog(sqlite),
      rebuild() {
        sqlite.exec('VACUUM');
        emptyLog(sqlite);
      },
      close() {
        writer.flush();
        sqlite.pragma('wal_checkpoint(TRUNCATE)');
        sqlite.close();
      },
    };
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

function emptyLog(sqlite: Database.Database): void {
  for (let attempt = 0; attempt * patience < mostWaiting; attempt += 1) {
    const [result] = sqlite.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }];
    if (result.busy === 0) return;
  }
  throw new Error(
    '`emptyLog` requires that no reader holds the write-ahead log; stop the server and start it again',
  );
}

/** Milliseconds for which the emptying of the log waits for readers. */
const mostWaiting = 60_000;

/** Milliseconds for which a connection waits while another one is writing. */
const patience = 5000;

/** `synchronous = FULL` must be set on every connection: a reopened WAL file starts at NORMAL. */
export function applyPragmas(sqlite: Database.Database): void {
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma(`busy_timeout = ${patience}`);
  sqlite.pragma('trusted_schema = OFF');
  sqlite.pragma('cell_size_check = ON');
  sqlite.pragma('secure_delete = ON');
  // 64 MiB at most, in place of 2: rows under random ids land on pages all over the file, and a transaction
  // of a whole wave would otherwise write each of them many times.
  sqlite.pragma('cache_size = -65536');
}

/**
 * Migrates with foreign keys off (a table rebuild would otherwise delete the children of the rebuilt table),
 * checks every reference afterwards, and keeps a copy of a file that already held data until that check
 * passed. A file that is up to date and has no such copy beside it is opened as it is: to check every
 * reference takes many seconds where there are many.
 */
function migrateGuarded(
  sqlite: Database.Database,
  orm: BetterSQLite3Database,
  { file, area, existed }: OpenDatabaseOptions & { existed: boolean },
): void {
  const migrationsFolder = resolve('db', area, 'migrations');
  const copy = `${file}.before-migration`;
  const pending = hasPendingMigrations(sqlite, migrationsFolder);
  if (!pending && !existsSync(copy)) return;
  if (pending && existed) {
    rmSync(copy, { force: true });
    sqlite.prepare('VACUUM INTO ?').run(copy);
  }
  sqlite.pragma('foreign_keys = OFF');
  try {
    migrate(orm, { migrationsFolder });
  } catch (error) {
    throw new Error(
      `${file} was made by an earlier version and cannot be taken over; it is as it was. Keep that version for it. ` +
        'Where it holds a demonstration only, delete the data folder: a new one is made at the next start.',
      { cause: error },
    );
  }
  const broken = sqlite.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) {
    throw new Error(
      `migration of ${area} left ${broken.length} rows without their parent; the copy is ${copy}`,
    );
  }
  sqlite.pragma('foreign_keys = ON');
  rmSync(copy, { force: true });
}

function hasPendingMigrations(sqlite: Database.Database, migrationsFolder: string): boolean {
  const journal = JSON.parse(readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8')) as {
    entries: { when: number }[];
  };
  const known = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
  if (!known) return true;
  const last = sqlite.prepare('SELECT max(created_at) AS at FROM __drizzle_migrations').get() as {
    at: number;
  };
  const newest = journal.entries.reduce((latest, { when }) => Math.max(latest, when), 0);
  if (last.at > newest) {
    throw new Error(
      `the database was made by a newer version of Poczucie: migration ${last.at} is unknown here`,
    );
  }
  return last.at < newest;
}
