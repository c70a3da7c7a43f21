import type { Kysely, Migration } from 'kysely';

/** `bigint` wherever a time or a number stands: SQLite's integers are 64 bit anyway, PostgreSQL's `integer` is not. */
async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('counters')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('value', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('counters_key', ['tenant_id', 'name'])
    .execute();

  await db.schema
    .createTable('settings')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('settings_key', ['tenant_id', 'name'])
    .execute();

  await db.schema
    .createTable('sessions')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('session_id', 'text', (column) => column.notNull())
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('sessions_key', ['tenant_id', 'person_id', 'session_id'])
    .execute();
  await db.schema.createIndex('sessions_by_age').on('sessions').columns(['tenant_id', 'updated_at']).execute();

  await db.schema
    .createTable('preferences')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('preferences_key', ['tenant_id', 'person_id'])
    .execute();

  await db.schema
    .createTable('conversations')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addColumn('service_url', 'text', (column) => column.notNull())
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('conversations_key', ['tenant_id', 'person_id'])
    .execute();

  await db.schema
    .createTable('handled_activities')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addColumn('activity_id', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('handled_activities_key', ['tenant_id', 'conversation_id', 'activity_id'])
    .execute();
  await db.schema
    .createIndex('handled_activities_by_age')
    .on('handled_activities')
    .columns(['tenant_id', 'seen_at'])
    .execute();

  await db.schema
    .createTable('tickets')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('idempotency_key', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('card_conversation_id', 'text')
    .addColumn('card_activity_id', 'text')
    .addColumn('resolved_at', 'bigint')
    .addPrimaryKeyConstraint('tickets_key', ['tenant_id', 'number'])
    .addUniqueConstraint('tickets_opened_once', ['tenant_id', 'idempotency_key'])
    .execute();
  await db.schema.createIndex('tickets_by_age').on('tickets').columns(['tenant_id', 'resolved_at']).execute();

  await db.schema
    .createTable('ticket_people')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('forgotten', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('ticket_people_key', ['tenant_id', 'person_id', 'number'])
    .execute();
  await db.schema.createIndex('ticket_people_by_ticket').on('ticket_people').columns(['tenant_id', 'number']).execute();

  await db.schema
    .createTable('outbox')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('id', 'bigint', (column) => column.notNull())
    .addColumn('lane', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('attempts', 'bigint', (column) => column.notNull())
    .addColumn('uncertain', 'bigint', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addColumn('written_at', 'bigint', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('person_id', 'text')
    .addColumn('conversation_id', 'text')
    .addPrimaryKeyConstraint('outbox_key', ['tenant_id', 'id'])
    .execute();
  await db.schema.createIndex('outbox_by_lane').on('outbox').columns(['tenant_id', 'lane', 'id']).execute();
}

export const firstTables: Migration = { up };
