import type { Kysely, Migration } from 'kysely';

/** What looking up PCs needs: who did, how often, and who wants to hear again. */
async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('id', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('actor_id', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('object_ids', 'text', (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('audit_key', ['tenant_id', 'id'])
    .execute();
  await db.schema.createIndex('audit_by_age').on('audit').columns(['tenant_id', 'at']).execute();

  await db.schema
    .createTable('name_look_ups')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('day', 'bigint', (column) => column.notNull())
    .addColumn('name_hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('name_look_ups_key', ['tenant_id', 'person_id', 'day', 'name_hash'])
    .execute();
  await db.schema.createIndex('name_look_ups_by_age').on('name_look_ups').columns(['tenant_id', 'day']).execute();

  await db.schema
    .createTable('reminders')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('reminder_key', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'bigint', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('written_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('reminders_key', ['tenant_id', 'person_id', 'reminder_key'])
    .execute();
  await db.schema.createIndex('reminders_by_time').on('reminders').columns(['tenant_id', 'due_at']).execute();
}

export const pcLookUps: Migration = { up };
