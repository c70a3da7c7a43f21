import type { Kysely, Migration } from 'kysely';

/** Reports of the whole tenant, what they counted, and the cards that show something as it goes on. */
async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reports')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('report_id', 'text', (column) => column.notNull())
    .addColumn('asked_by', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .addColumn('running', 'integer', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('leased_by', 'text')
    .addColumn('leased_until', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('reports_key', ['tenant_id', 'report_id'])
    .execute();

  await db.schema
    .createTable('report_people')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('report_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('counts', 'bigint', (column) => column.notNull())
    .addColumn('may_count', 'bigint', (column) => column.notNull())
    .addColumn('not_known', 'bigint', (column) => column.notNull())
    .addColumn('stale', 'bigint', (column) => column.notNull())
    .addColumn('devices', 'bigint', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('upn', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('report_people_key', ['tenant_id', 'report_id', 'person_id'])
    .execute();

  await db.schema
    .createTable('living_cards')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('card_key', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addColumn('activity_id', 'text', (column) => column.notNull())
    .addColumn('posted_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('living_cards_key', ['tenant_id', 'card_key', 'person_id'])
    .execute();
}

export const reports: Migration = { up };
