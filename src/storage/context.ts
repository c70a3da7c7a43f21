import type { Kysely } from 'kysely';
import type { CounterName, Schema } from './schema.js';

/** What every store of one tenant is built from. `now` gives epoch ms. */
export interface StorageContext {
  readonly db: Kysely<Schema>;
  readonly tenantId: string;
  readonly now: () => number;
  /** PostgreSQL locks the rows a transaction is about to change; SQLite's transactions already hold the whole file. */
  readonly rowLocks: boolean;
}

/** The first ticket is number 1001, so that a number is recognised as one. */
const firstValues: Readonly<Record<CounterName, number>> = { session: 1, ticket: 1001, message: 1, audit: 1, cleanUp: 1, incident: 1, directoryWrite: 1 };

/**
 * The next number of a counter of the tenant. The counter stays locked until the transaction ends, so that numbers
 * appear in the order they were given: no later message of a lane is ever visible before an earlier one.
 */
export async function nextNumber(transaction: Kysely<Schema>, tenantId: string, name: CounterName): Promise<number> {
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
