import { sql, type Kysely } from 'kysely';
import { firstValues, sequenceOf } from './next-number.js';
import type { CounterName, Schema } from './schema.js';

/** Where the numbers of each kind stand. */
const numbered: Readonly<Record<CounterName, readonly (readonly [table: keyof Schema, column: string])[]>> = {
  session: [
    ['sessions', 'sequence'],
    ['walk_numbers', 'sequence'],
  ],
  ticket: [['tickets', 'number']],
  message: [['outbox', 'id']],
  audit: [['audit', 'id']],
  cleanUp: [['clean_ups', 'number']],
  incident: [['incidents', 'number']],
  directoryWrite: [['directory_writes', 'id']],
};

const names = Object.keys(numbered) as readonly CounterName[];

/**
 * Makes the tenant's sequences on PostgreSQL where they are missing, and moves on those that are behind, each above every number
 * that was given. Throws when the account may not read them. Meanwhile nobody counts
 * in `counters`: an instance of the version before waits, and goes on in the sequence (009-numbers-from-sequences.ts).
 */
export async function startSequences(db: Kysely<Schema>, tenantId: string): Promise<void> {
  if ((await wrong(db, tenantId)).length === 0) return;
  await db.transaction().execute(async (transaction) => {
    await sql`lock table counters in share row exclusive mode`.execute(transaction);
    // Another instance that starts may have been quicker.
    for (const { name, last, isThere } of await wrong(transaction, tenantId)) {
      const sequence = sequenceOf(tenantId, name);
      if (isThere)
        await sql`select setval(${sequence}, ${last}) from ${sql.id(sequence)} where ${behind(last)}`.execute(
          transaction,
        );
      else await sql`create sequence ${sql.id(sequence)} start with ${sql.lit(last + 1)}`.execute(transaction);
    }
  });
}

interface Wrong {
  readonly name: CounterName;
  readonly last: number;
  readonly isThere: boolean;
}

/** Missing, or behind the tables: a dump or a copy of the tables need not bring the sequences along. */
async function wrong(db: Kysely<Schema>, tenantId: string): Promise<readonly Wrong[]> {
  const found: Wrong[] = [];
  for (const name of names) {
    const sequence = sequenceOf(tenantId, name);
    // Before the sequence is read, so that one that is in use is never taken for one that is behind.
    const last = Math.max(firstValues[name] - 1, await highest(db, tenantId, name));
    const {
      rows: [there],
    } = await sql<{ is: boolean }>`select to_regclass(${sequence}) is not null as is`.execute(db);
    if (!there?.is) found.push({ name, last, isThere: false });
    else {
      const { rows } = await sql`select 1 from ${sql.id(sequence)} where ${behind(last)}`.execute(db);
      if (rows.length > 0) found.push({ name, last, isThere: true });
    }
  }
  return found;
}

/** Whether the sequence would give a number that was given, or one below. */
function behind(last: number) {
  return sql<boolean>`last_value < ${last} or (last_value = ${last} and not is_called)`;
}

async function highest(transaction: Kysely<Schema>, tenantId: string, name: CounterName): Promise<number> {
  const places = numbered[name].map(
    ([table, column]) =>
      sql`select max(${sql.id(column)}) as value from ${sql.table(table)} where tenant_id = ${tenantId}`,
  );
  const counted = sql`select value from counters where tenant_id = ${tenantId} and name = ${name}`;
  const { rows } = await sql<{
    value: number | null;
  }>`select max(value) as value from (${sql.join([counted, ...places], sql` union all `)}) as numbers`.execute(
    transaction,
  );
  return rows[0]?.value ?? 0;
}
