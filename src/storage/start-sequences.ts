import { sql, type Kysely } from 'kysely';
import { firstValues, sequenceOf } from './next-number.js';
import type { CounterName, Schema } from './schema.js';

/** Where the numbers of each kind stand. */
const numbered: Readonly<Record<CounterName, readonly (readonly [table: keyof Schema, column: string])[]>> = {
  session: [['sessions', 'sequence'], ['walk_numbers', 'sequence']],
  ticket: [['tickets', 'number']],
  message: [['outbox', 'id']],
  audit: [['audit', 'id']],
  cleanUp: [['clean_ups', 'number']],
  incident: [['incidents', 'number']],
  directoryWrite: [['directory_writes', 'id']],
};

const names = Object.keys(numbered) as readonly CounterName[];

/**
 * Makes the tenant's sequences on PostgreSQL where they are missing, each above every number that was given. Meanwhile nobody counts
 * in `counters`: an instance of the version before waits, and goes on in the sequence (009-numbers-from-sequences.ts).
 */
export async function startSequences(db: Kysely<Schema>, tenantId: string): Promise<void> {
  if ((await missing(db, tenantId)).length === 0) return;
  await db.transaction().execute(async (transaction) => {
    await sql`lock table counters in share row exclusive mode`.execute(transaction);
    // Another instance that starts may have been quicker.
    for (const name of await missing(transaction, tenantId)) {
      const last = await highest(transaction, tenantId, name);
      await sql`create sequence ${sql.id(sequenceOf(tenantId, name))} start with ${sql.lit(Math.max(firstValues[name], last + 1))}`.execute(transaction);
    }
  });
}

async function missing(db: Kysely<Schema>, tenantId: string): Promise<readonly CounterName[]> {
  const { rows } = await sql<{ name: string }>`
    select name from unnest(array[${sql.join(names.map((name) => sequenceOf(tenantId, name)))}]::text[]) as name where to_regclass(name) is null`.execute(db);
  const found = new Set(rows.map(({ name }) => name));
  return names.filter((name) => found.has(sequenceOf(tenantId, name)));
}

async function highest(transaction: Kysely<Schema>, tenantId: string, name: CounterName): Promise<number> {
  const places = numbered[name].map(([table, column]) => sql`select max(${sql.id(column)}) as value from ${sql.table(table)} where tenant_id = ${tenantId}`);
  const counted = sql`select value from counters where tenant_id = ${tenantId} and name = ${name}`;
  const { rows } = await sql<{ value: number | null }>`select max(value) as value from (${sql.join([counted, ...places], sql` union all `)}) as numbers`.execute(transaction);
  return rows[0]?.value ?? 0;
}
