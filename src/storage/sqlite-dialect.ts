import type { Database } from 'better-sqlite3';
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
} from 'kysely';
import { createPatience, type Patience } from './patience.js';
import { storable } from './storable.js';

/**
 * SQLite as Kysely drives it, with four differences. What is written is made to fit (see storable.ts). Transactions begin `immediate`, so that what they read still
 * holds when they write. Migrations run inside such a transaction, which makes them safe when two instances start at
 * once. And a locked database is waited for without blocking the process: better-sqlite3's own busy timeout stops
 * everything, also the holder of the lock when it lives in the same process.
 */
export function sqliteDialect(database: Database): Dialect {
  return {
    createDriver: () => new PatientDriver(database),
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
  readonly #database: Database;
  readonly #patience = createPatience();
  /** Kysely lends the one connection to one borrower at a time, which keeps transactions apart. */
  #connection: DatabaseConnection | undefined;

  constructor(database: Database) {
    super({ database });
    this.#database = database;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return (this.#connection ??= patient(connection, this.#patience));
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** SQLite has taken back by itself what a full disk or a broken one stopped (sqlite.org/lang_transaction.html): that is what is told then. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

function patient(connection: DatabaseConnection, patience: Patience): DatabaseConnection {
  return {
    async executeQuery<Row>(query: CompiledQuery) {
      const result = await patience.whenFree(() => connection.executeQuery<Row>(fitting(query)));
      // A locked file can still be read.
      if (!query.sql.startsWith('select')) patience.renew();
      return result;
    },
    streamQuery: <Row>(query: CompiledQuery, chunkSize: number) =>
      connection.streamQuery<Row>(fitting(query), chunkSize),
  };
}

function fitting(query: CompiledQuery): CompiledQuery {
  return { ...query, parameters: query.parameters.map((each) => storable(each, query.sql)) };
}
