import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
} from 'kysely';

/** Milliseconds between two tries, and how often, while another connection writes: 5 s together. Ours. */
const busyPauseMs = 10;
const busyTries = 500;

/**
 * SQLite as Kysely drives it, with three differences. Transactions begin `immediate`, so that what they read still
 * holds when they write. Migrations run inside such a transaction, which makes them safe when two instances start at
 * once. And a locked database is waited for without blocking the process: better-sqlite3's own busy timeout stops
 * everything, also the holder of the lock when it lives in the same process.
 */
export function sqliteDialect(database: Database): Dialect {
  return {
    createDriver: () => new PatientDriver({ database }),
    createAdapter: () => new TransactionalAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class PatientDriver extends SqliteDriver {
  /** Kysely lends the one connection to one borrower at a time, which keeps transactions apart. */
  #connection: DatabaseConnection | undefined;

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return (this.#connection ??= patient(connection));
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

function patient(connection: DatabaseConnection): DatabaseConnection {
  return {
    executeQuery: <Row>(query: CompiledQuery) => whenFree(() => connection.executeQuery<Row>(query)),
    streamQuery: <Row>(query: CompiledQuery, chunkSize: number) => connection.streamQuery<Row>(query, chunkSize),
  };
}

/** Runs a statement again while the database is locked. SQLite has done nothing of a statement that it refused so. */
export async function whenFree<Row>(run: () => Promise<QueryResult<Row>>): Promise<QueryResult<Row>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      if (!isBusy(error) || tries === busyTries) throw error;
      await delay(busyPauseMs);
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
