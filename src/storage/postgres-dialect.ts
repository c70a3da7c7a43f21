import { PostgresDialect, PostgresDriver, type DatabaseConnection, type Driver, type PostgresPool } from 'kysely';

/** PostgreSQL as Kysely drives it, over clients that may break (see lent-clients.ts). */
export class SteadyPostgresDialect extends PostgresDialect {
  readonly #pool: PostgresPool;

  constructor(pool: PostgresPool) {
    super({ pool });
    this.#pool = pool;
  }

  override createDriver(): Driver {
    return new SteadyDriver({ pool: this.#pool });
  }
}

class SteadyDriver extends PostgresDriver {
  /**
   * One that fails has lost its connection, and the server takes back by itself what was not committed. What went wrong before is
   * the error to tell, not that there is nothing left to take back.
   */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await super.rollbackTransaction(connection).catch(() => undefined);
  }
}
