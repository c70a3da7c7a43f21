import { sql, type Kysely, type Migration } from 'kysely';

/**
 * Where each channel is reached, because a tenant may live in several regions; whose chat a conversation is, asked for by its id; and
 * since when Teams has said of a message that it is refused or gone. A dump of before, restored over it, leaves the table as it is.
 */
async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('service_urls')
    .ifNotExists()
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addColumn('service_url', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('service_urls_key', ['tenant_id', 'conversation_id'])
    .execute();
  await db.schema
    .createIndex('conversations_by_id')
    .ifNotExists()
    .on('conversations')
    .columns(['tenant_id', 'conversation_id'])
    .execute();
  await db.schema.alterTable('outbox').addColumn('refused_since', 'bigint').execute();
  // Of a chat that the bot opened itself, the version before kept the chat's id for the card's: it could never be replaced.
  await sql`delete from living_cards where activity_id = conversation_id`.execute(db);
}

export const addresses: Migration = { up };
