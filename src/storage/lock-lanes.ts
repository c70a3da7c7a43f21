import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { StorageContext } from './context.js';
import type { Schema } from './schema.js';

/** Names the locks among PostgreSQL's advisory locks of two numbers; the second is the lane. */
const lock = 1003;

/**
 * Until the transaction ends nobody else writes to these lanes, so that no later message of a lane is ever visible before an earlier
 * one. Taken in the order of the locks, all at once, and after the rows that the transaction changes: two that write the same lanes
 * never wait for each other. SQLite's transactions come one at a time anyway.
 * An instance of a version before 009 takes no such lock: while one runs beside, messages keep the order of their causes alone.
 */
export async function lockLanes(
  transaction: Kysely<Schema>,
  { tenantId, rowLocks }: Pick<StorageContext, 'tenantId' | 'rowLocks'>,
  lanes: readonly string[],
): Promise<void> {
  const keys = [...new Set(lanes.map((lane) => keyOf(tenantId, lane)))].toSorted((one, other) => one - other);
  if (!rowLocks || keys.length === 0) return;
  await sql`select pg_advisory_xact_lock(${lock}, key) from unnest(array[${sql.join(keys)}]::integer[]) as key`.execute(
    transaction,
  );
}

/** Two lanes with the same key wait for each other without need, and nothing worse. */
function keyOf(tenantId: string, lane: string): number {
  return createHash('sha256')
    .update(JSON.stringify([tenantId, lane]))
    .digest()
    .readInt32BE();
}
