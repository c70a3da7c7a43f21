import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { StorageContext } from './context.js';
import type { CounterName, Schema } from './schema.js';

/** The first ticket is number 1001, so that a number is recognised as one. */
export const firstValues: Readonly<Record<CounterName, number>> = {
  session: 1,
  ticket: 1001,
  message: 1,
  audit: 1,
  cleanUp: 1,
  incident: 1,
  directoryWrite: 1,
};

/**
 * The next number of its kind in the tenant, greater than all that were given before. On PostgreSQL it comes from a sequence, which
 * nobody waits for: numbers may have gaps, and appear in the order of the commits (see lock-lanes.ts for those where order counts).
 * SQLite counts in a table: its transactions come one at a time.
 */
export async function nextNumber(
  transaction: Kysely<Schema>,
  { tenantId, rowLocks }: Pick<StorageContext, 'tenantId' | 'rowLocks'>,
  name: CounterName,
): Promise<number> {
  return rowLocks ? fromSequence(transaction, tenantId, name) : fromCounter(transaction, tenantId, name);
}

/** The sequence's name in the database; 009-numbers-from-sequences.ts makes the same. */
export function sequenceOf(tenantId: string, name: CounterName): string {
  return `numbers_${name.toLowerCase()}_${createHash('sha256').update(tenantId).digest('hex').slice(0, 32)}`;
}

async function fromSequence(transaction: Kysely<Schema>, tenantId: string, name: CounterName): Promise<number> {
  const { rows } = await sql<{ value: number }>`select nextval(${sequenceOf(tenantId, name)}) as value`.execute(
    transaction,
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`The sequence of ${name} gave no number.`);
  return row.value;
}

async function fromCounter(transaction: Kysely<Schema>, tenantId: string, name: CounterName): Promise<number> {
  const { value } = await transaction
    .insertInto('counters')
    .values({ tenant_id: tenantId, name, value: firstValues[name] })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'name']).doUpdateSet((eb) => ({ value: eb('counters.value', '+', 1) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return value;
}
