import type { PostgresPool } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { withTimeout } from '../runtime/with-timeout.js';
import { storable } from './storable.js';

/** What Kysely borrows. */
type LentClient = Awaited<ReturnType<PostgresPool['connect']>>;

/**
 * SQLSTATEs after which a connection is no longer any good (PostgreSQL: Appendix A): connection exceptions, out of resources, the
 * server ends it or cannot go on, an idle transaction was ended, and a server that takes no writes any more since another took over.
 */
const endings = ['08', '53', '57P', '58', 'XX', '25P03', '25P04', '25006'];

export interface LentClientsOptions {
  /** Milliseconds after which an unanswered statement counts as lost, and its connection with it. */
  readonly statementMs: number;
  /** Hears once of each connection that broke, whoever had it. */
  readonly onLost: (error: Error) => void;
}

/**
 * Lends the clients of a pool so that what is written fits, and that a connection which breaks ends nothing but what ran on it. While a client is lent, pg tells of
 * its end by an `error` event that would end the process if nobody listened; what broke is not used again and leaves the pool. When
 * the other side has fallen silent or takes no writes any more, all other connections of that time are left as well, so that a
 * turn waits for one of them, not for each.
 */
export function lentClients(pool: Pool, { statementMs, onLost }: LentClientsOptions): PostgresPool {
  let generation = 0;
  const bornIn = new WeakMap<PoolClient, number>();
  const brokenBy = new WeakMap<PoolClient, Error>();

  function breaks(client: PoolClient, error: Error): void {
    if (brokenBy.has(client)) return;
    brokenBy.set(client, error);
    onLost(error);
  }

  pool.on('connect', (client) => {
    bornIn.set(client, generation);
    client.on('error', (error) => breaks(client, error));
  });
  // An idle one: the pool has dropped it already.
  pool.on('error', (error, client) => breaks(client, error));

  /** One that may have been ended in the very moment in which it was made, or before others of its time fell silent, is not used. */
  async function borrow(): Promise<PoolClient> {
    for (;;) {
      const client = await pool.connect();
      if (bornIn.get(client) === generation && !brokenBy.has(client)) return client;
      client.release(true);
    }
  }

  function lent(client: PoolClient): LentClient {
    async function query(statement: string, parameters: readonly unknown[]) {
      const broken = brokenBy.get(client);
      if (broken) throw broken;
      const values = parameters.map((each) => storable(each, statement));
      const result = await answer(statement, values);
      // A transaction in which something failed is taken back by its commit, which says so and does not fail.
      if (statement === 'commit' && result.command === 'ROLLBACK')
        throw new Error('The transaction was taken back: a statement in it had failed.');
      return result;
    }

    async function answer(statement: string, values: unknown[]) {
      try {
        return await withTimeout(client.query(statement, values), statementMs);
      } catch (cause) {
        const error = cause instanceof Error ? cause : new Error(String(cause));
        if (statement === 'rollback' || endsConnection(error)) {
          if (isFarAway(error)) generation += 1;
          breaks(client, error);
        }
        throw error;
      }
    }

    return { query: query as unknown as LentClient['query'], release: () => client.release(brokenBy.get(client)) };
  }

  return { connect: async () => lent(await borrow()), end: () => pool.end() };
}

/** Whatever is no refusal by the server came from the connection. */
function endsConnection(error: Error): boolean {
  const sqlState = sqlStateOf(error);
  return sqlState === undefined || endings.some((ending) => sqlState.startsWith(ending));
}

/** Silent, or alive and no longer the server that is written to: true of every other connection to it, too. */
function isFarAway(error: Error): boolean {
  return ('code' in error && error.code === 'ETIMEDOUT') || sqlStateOf(error) === '25006';
}

function sqlStateOf(error: Error): string | undefined {
  return 'severity' in error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
