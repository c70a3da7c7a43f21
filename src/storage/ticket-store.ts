import type { Kysely } from 'kysely';
import type { TicketStore } from '../helpdesk/ports.js';
import type { Ticket } from '../helpdesk/ticket.js';
import { anonymised } from './anonymised.js';
import { nextNumber, type StorageContext } from './context.js';
import type { Anonymity, Schema } from './schema.js';
import { writeMessages } from './write-messages.js';

export function createTicketStore(context: StorageContext): TicketStore {
  const { db, tenantId, now, rowLocks } = context;

  async function openedWith(idempotencyKey: string, connection: Kysely<Schema>): Promise<Ticket | undefined> {
    const row = await connection
      .selectFrom('tickets')
      .select('body')
      .where('tenant_id', '=', tenantId)
      .where('idempotency_key', '=', idempotencyKey)
      .executeTakeFirst();
    return row && (JSON.parse(row.body) as Ticket);
  }

  return {
    async open({ idempotencyKey, ticket: unnumbered }, messages) {
      const existing = await openedWith(idempotencyKey, db);
      if (existing !== undefined) return { ticket: existing, created: false };
      return await db.transaction().execute(async (transaction) => {
        // The counter lets one at a time pass, so whoever waited here sees the ticket of whoever came first.
        const number = await nextNumber(transaction, tenantId, 'ticket');
        const first = await openedWith(idempotencyKey, transaction);
        if (first !== undefined) return { ticket: first, created: false };
        const ticket: Ticket = { ...unnumbered, number };
        await transaction
          .insertInto('tickets')
          .values({
            tenant_id: tenantId,
            number,
            idempotency_key: idempotencyKey,
            anonymity: 'none',
            version: 1,
            card_conversation_id: null,
            card_activity_id: null,
            ...columns(ticket, now()),
          })
          .execute();
        await writeMessages(transaction, context, messages(ticket));
        return { ticket, created: true };
      });
    },

    async find(number) {
      // People type ticket numbers; PostgreSQL throws at one that no bigint can hold.
      if (!Number.isSafeInteger(number)) return undefined;
      const row = await db
        .selectFrom('tickets')
        .select(['body', 'version', 'card_conversation_id', 'card_activity_id'])
        .where('tenant_id', '=', tenantId)
        .where('number', '=', number)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { card_conversation_id: conversationId, card_activity_id: activityId } = row;
      const card = conversationId === null || activityId === null ? undefined : { conversationId, activityId };
      return { ticket: JSON.parse(row.body) as Ticket, version: row.version, card };
    },

    async save(ticket, version, messages) {
      return await db.transaction().execute(async (transaction) => {
        const current = await transaction
          .selectFrom('tickets')
          .select('anonymity')
          .where('tenant_id', '=', tenantId)
          .where('number', '=', ticket.number)
          .where('version', '=', version)
          .$if(rowLocks, (query) => query.forUpdate())
          .executeTakeFirst();
        if (current === undefined) return { kind: 'conflict' };
        const due = current.anonymity === 'whenResolved' && ticket.state === 'resolved';
        const value = due ? anonymised(ticket, 'requester') : ticket;
        const anonymity: Anonymity = due ? 'requester' : current.anonymity;
        await transaction
          .updateTable('tickets')
          .set({ version: version + 1, anonymity, ...columns(value, now()) })
          .where('tenant_id', '=', tenantId)
          .where('number', '=', ticket.number)
          .execute();
        await writeMessages(transaction, context, messages);
        return { kind: 'written', value };
      });
    },

    async remember(number, card) {
      await db
        .updateTable('tickets')
        .set({ card_conversation_id: card.conversationId, card_activity_id: card.activityId })
        .where('tenant_id', '=', tenantId)
        .where('number', '=', number)
        .execute();
    },

    async anonymise(personId) {
      return await db.transaction().execute(async (transaction) => {
        const rows = await transaction
          .selectFrom('tickets')
          .select(['number', 'state', 'body', 'version'])
          .where('tenant_id', '=', tenantId)
          .where('requester_id', '=', personId)
          .orderBy('number')
          .$if(rowLocks, (query) => query.forUpdate())
          .execute();
        const open: number[] = [];
        for (const row of rows) {
          const resolved = row.state === 'resolved';
          if (!resolved) open.push(row.number);
          await transaction
            .updateTable('tickets')
            .set(resolved ? withoutPeople(row, 'requester') : { anonymity: 'whenResolved' })
            .where('tenant_id', '=', tenantId)
            .where('number', '=', row.number)
            .execute();
        }
        return { anonymised: rows.length - open.length, open };
      });
    },
  };
}

/** A row's new columns. The version grows, so that nobody who read the names before can write them back. */
export function withoutPeople(row: { readonly body: string; readonly version: number }, whose: 'requester' | 'everybody') {
  return {
    body: JSON.stringify(anonymised(JSON.parse(row.body) as Ticket, whose)),
    requester_id: '',
    anonymity: whose,
    version: row.version + 1,
  };
}

function columns(ticket: Ticket, at: number) {
  return {
    requester_id: ticket.requester.id,
    state: ticket.state,
    body: JSON.stringify(ticket),
    resolved_at: ticket.state === 'resolved' ? at : null,
  };
}
