import type { Kysely } from 'kysely';
import type { AlsoWritten, Message, NewTicket, TicketStore } from '../helpdesk/ports.js';
import { hasEnded, type Ticket } from '../helpdesk/ticket.js';
import { anonymised } from './anonymised.js';
import type { StorageContext } from './context.js';
import { dropPastes } from './drop-pastes.js';
import { foundColumns, foundTicket } from './found-ticket.js';
import { nextNumber } from './next-number.js';
import type { Schema } from './schema.js';
import { ticketColumns } from './ticket-columns.js';
import { createTicketLists } from './ticket-lists.js';
import { forgottenIn, notePeople } from './ticket-people.js';
import { writeAudit } from './write-audit.js';
import { writeMessages } from './write-messages.js';
import { readRecord } from './records/record.js';
import { ticketRecord } from './records/ticket.js';

/** Tickets with their versions; a ticket and the messages about it are written in one transaction. */
export function createTicketStore(context: StorageContext): TicketStore {
  const { db, tenantId, now, rowLocks } = context;

  async function openedWith(
    idempotencyKey: string,
    transaction: Kysely<Schema>,
  ): Promise<{ ticket: Ticket; version: number } | undefined> {
    const row = await transaction
      .selectFrom('tickets')
      .select(['number', 'body', 'version'])
      .where('tenant_id', '=', tenantId)
      .where('idempotency_key', '=', idempotencyKey)
      .$if(rowLocks, (query) => query.forUpdate())
      .executeTakeFirst();
    return row && { ticket: readRecord(ticketRecord, row.number, row.body), version: row.version };
  }

  /** Undefined when another instance was quicker with the same key: its transaction was waited for. */
  async function insert(
    transaction: Kysely<Schema>,
    idempotencyKey: string,
    unnumbered: NewTicket['ticket'],
  ): Promise<Ticket | undefined> {
    const ticket: Ticket = { ...unnumbered, number: await nextNumber(transaction, context, 'ticket') };
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('tickets')
      .values({
        tenant_id: tenantId,
        number: ticket.number,
        idempotency_key: idempotencyKey,
        version: 1,
        card_conversation_id: null,
        card_activity_id: null,
        ...ticketColumns(ticket, now()),
      })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'idempotency_key']).doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n ? ticket : undefined;
  }

  async function update(
    transaction: Kysely<Schema>,
    ticket: Ticket,
    version: number,
    messages: readonly Message[],
    also: AlsoWritten = {},
  ): Promise<void> {
    await transaction
      .updateTable('tickets')
      .set({
        version,
        ...ticketColumns(ticket, now()),
        ...(also.cardIsGone === true && { card_conversation_id: null, card_activity_id: null }),
      })
      .where('tenant_id', '=', tenantId)
      .where('number', '=', ticket.number)
      .execute();
    await notePeople(transaction, tenantId, ticket);
    await writeMessages(transaction, context, messages);
    if (also.audit) await writeAudit(transaction, context, also.audit);
  }

  return {
    ...createTicketLists(context),

    async open({ idempotencyKey, ticket: unnumbered }, messages) {
      return await db.transaction().execute(async (transaction) => {
        const before = await openedWith(idempotencyKey, transaction);
        const ticket = before === undefined && (await insert(transaction, idempotencyKey, unnumbered));
        if (ticket) {
          await notePeople(transaction, tenantId, ticket);
          await writeMessages(transaction, context, messages(ticket, undefined));
          return { ticket, created: true };
        }
        const first = before ?? (await openedWith(idempotencyKey, transaction));
        if (first === undefined) throw new Error('A ticket with this key is there, and yet it is not.');
        const edited = withReportOf(first.ticket, unnumbered);
        if (edited !== undefined) await update(transaction, edited, first.version + 1, messages(edited, first.ticket));
        return { ticket: edited ?? first.ticket, created: false };
      });
    },

    async find(number) {
      // People type ticket numbers; PostgreSQL throws at one that no bigint can hold.
      if (!Number.isSafeInteger(number)) return undefined;
      const row = await db
        .selectFrom('tickets')
        .select(foundColumns)
        .where('tenant_id', '=', tenantId)
        .where('number', '=', number)
        .executeTakeFirst();
      return row && foundTicket(row);
    },

    async save(ticket, version, messages, also) {
      return await db.transaction().execute(async (transaction) => {
        const current = await transaction
          .selectFrom('tickets')
          .select('version')
          .where('tenant_id', '=', tenantId)
          .where('number', '=', ticket.number)
          .where('version', '=', version)
          .$if(rowLocks, (query) => query.forUpdate())
          .executeTakeFirst();
        if (current === undefined) return { kind: 'conflict' };
        const value = hasEnded(ticket) ? await withoutForgotten(transaction, ticket) : ticket;
        await update(transaction, value, version + 1, messages, also);
        if (hasEnded(ticket)) await dropPastes(transaction, context, ticket);
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
  };

  async function withoutForgotten(transaction: Kysely<Schema>, ticket: Ticket): Promise<Ticket> {
    const forgotten = await forgottenIn(transaction, tenantId, ticket.number);
    return anonymised(ticket, (personId) => forgotten.has(personId), now());
  }
}

/** What the person wrote after the first attempt takes its place until the helpdesk works on it; undefined = nothing new. */
function withReportOf(
  first: Ticket,
  { report, severity, remindAt, updatedAt }: NewTicket['ticket'],
): Ticket | undefined {
  if (first.state !== 'open' || JSON.stringify(first.report) === JSON.stringify(report)) return undefined;
  const rated = severity !== undefined && severity !== first.severity;
  return { ...first, report, ...(rated && { severity, remindAt }), updatedAt };
}
