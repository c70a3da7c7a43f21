import { sql, type Transaction } from 'kysely';
import type { StorageContext } from './context.js';
import type { Schema } from './schema.js';

/** Names the lock among PostgreSQL's advisory locks. Any number but that of Kysely's migrations. */
const lock = 1001;

/**
 * A transaction that takes many rows away. Two at once that met the same rows in another order would wait for each
 * other until PostgreSQL ends one of them. SQLite's transactions come one at a time anyway.
 */
export async function oneAtATime<T>(
  { db, rowLocks }: StorageContext,
  work: (transaction: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  return await db.transaction().execute(async (transaction) => {
    if (rowLocks) await sql`select pg_advisory_xact_lock(${lock})`.execute(transaction);
    return await work(transaction);
  });
}
