import type { Kysely, Migration } from 'kysely';

/** Requests to free places, and when the directory was written to for them. */
async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('clean_ups')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('over', 'integer', (column) => column.notNull())
    .addColumn('next_at', 'bigint')
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('clean_ups_key', ['tenant_id', 'number'])
    .execute();
  await db.schema.createIndex('clean_ups_by_time').on('clean_ups').columns(['tenant_id', 'next_at']).execute();

  await db.schema
    .createTable('directory_writes')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('id', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('directory_writes_key', ['tenant_id', 'id'])
    .execute();
}

export const cleanUps: Migration = { up };
