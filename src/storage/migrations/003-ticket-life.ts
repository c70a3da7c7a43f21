import type { Kysely, Migration } from 'kysely';
import type { Ticket } from '../../helpdesk/ticket.js';

interface Tickets {
  readonly tickets: {
    readonly tenant_id: string;
    readonly number: number;
    readonly body: string;
    readonly state: string;
    readonly resolved_at: number | null;
    readonly requester_id: string;
    readonly claimed_by: string | null;
    readonly created_at: number;
    readonly ended_at: number | null;
  };
}

interface Waiting {
  readonly outbox: { readonly tenant_id: string; readonly id: number; readonly lane: string; readonly body: string };
}

/** What a ticket's whole life needs: whom to find it by, when somebody is to be reminded, when it closes by itself. */
async function up(db: Kysely<unknown>): Promise<void> {
  await addColumns(db);
  await fillColumns(db as Kysely<Tickets>);
  await giveTicketsTheirLanes(db as Kysely<Waiting>);
  await db.schema.createIndex('tickets_by_state').on('tickets').columns(['tenant_id', 'state', 'created_at']).execute();
  await db.schema
    .createIndex('tickets_by_requester')
    .on('tickets')
    .columns(['tenant_id', 'requester_id', 'number'])
    .execute();
  await db.schema.createIndex('tickets_by_end').on('tickets').columns(['tenant_id', 'ended_at']).execute();
  await db.schema
    .createTable('confirmed_members')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('confirmed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('confirmed_members_key', ['tenant_id', 'person_id', 'group_id'])
    .execute();
}

async function addColumns(db: Kysely<unknown>): Promise<void> {
  // One at a time: SQLite adds no two columns in one statement.
  const table = () => db.schema.alterTable('tickets');
  await table()
    .addColumn('requester_id', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await table().addColumn('claimed_by', 'text').execute();
  await table()
    .addColumn('urgent', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await table()
    .addColumn('created_at', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await table().addColumn('remind_at', 'bigint').execute();
  await table().addColumn('closes_at', 'bigint').execute();
  await table().addColumn('ended_at', 'bigint').execute();
}

/** Resolved was the end before, and is now called closed. */
async function fillColumns(db: Kysely<Tickets>): Promise<void> {
  const rows = await db.selectFrom('tickets').select(['tenant_id', 'number', 'body', 'state', 'resolved_at']).execute();
  for (const { tenant_id, number, body, state, resolved_at } of rows) {
    const ticket = JSON.parse(body) as Ticket;
    const changed: Ticket = state === 'resolved' ? { ...ticket, state: 'closed' } : ticket;
    await db
      .updateTable('tickets')
      .set({
        body: JSON.stringify(changed),
        state: changed.state,
        requester_id: ticket.requester.id,
        claimed_by: ticket.claimedBy?.id ?? null,
        created_at: Date.parse(ticket.createdAt),
        ended_at: state === 'resolved' ? (resolved_at ?? Date.parse(ticket.updatedAt)) : null,
      })
      .where('tenant_id', '=', tenant_id)
      .where('number', '=', number)
      .execute();
  }
}

/** One lane for all tickets became one for each, so that the cards on their way stay before what follows. */
async function giveTicketsTheirLanes(db: Kysely<Waiting>): Promise<void> {
  const rows = await db
    .selectFrom('outbox')
    .select(['tenant_id', 'id', 'body'])
    .where('lane', '=', 'helpdesk')
    .execute();
  for (const { tenant_id, id, body } of rows) {
    const outgoing = JSON.parse(body) as { readonly kind: string; readonly ticketNumber?: number };
    if (outgoing.kind !== 'ticketCard') continue;
    await db
      .updateTable('outbox')
      .set({ lane: `ticket:${outgoing.ticketNumber}` })
      .where('tenant_id', '=', tenant_id)
      .where('id', '=', id)
      .execute();
  }
}

export const ticketLife: Migration = { up };
