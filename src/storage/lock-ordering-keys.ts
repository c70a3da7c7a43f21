import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { StorageContext } from './context.js';
import type { Schema } from './schema.js';

/** Names the locks among PostgreSQL's advisory locks of two numbers; the second stands for the ordering key. */
const lock = 1003;

/**
 * Until the transaction ends nobody else writes under these ordering keys, so that no later message of a key is ever visible before an
 * earlier one. Taken in the order of the locks, all at once, and after the rows that the transaction changes: two that write under the
 * same keys never wait for each other in a circle. SQLite's transactions come one at a time anyway.
 * An instance of a version before 009 takes no such lock: while one runs beside, messages keep the order of their causes alone.
 */
export async function lockOrderingKeys(
  transaction: Kysely<Schema>,
  { tenantId, rowLocks }: Pick<StorageContext, 'tenantId' | 'rowLocks'>,
  orderingKeys: readonly string[],
): Promise<void> {
  const locks = [...new Set(orderingKeys.map((each) => lockOf(tenantId, each)))].toSorted((one, other) => one - other);
  if (!rowLocks || locks.length === 0) return;
  await sql`select pg_advisory_xact_lock(${lock}, key) from unnest(array[${sql.join(locks)}]::integer[]) as key`.execute(
    transaction,
  );
}

/** Two ordering keys with the same lock wait for each other without need, and nothing worse. */
function lockOf(tenantId: string, orderingKey: string): number {
  return createHash('sha256')
    .update(JSON.stringify([tenantId, orderingKey]))
    .digest()
    .readInt32BE();
}
