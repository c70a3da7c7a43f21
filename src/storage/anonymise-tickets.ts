import type { Kysely } from 'kysely';
import { ticketOrderingKey } from '../helpdesk/ordering-keys.js';
import { anonymised } from './anonymised.js';
import type { StorageContext } from './context.js';
import type { Schema, TicketsTable } from './schema.js';
import { ticketColumns } from './ticket-columns.js';
import { notePeople } from './ticket-people.js';
import { writeMessages } from './write-messages.js';
import { readOrTell } from './records/read-or-tell.js';
import { ticketRecord } from './records/ticket.js';

export const anonymisedColumns = ['number', 'body', 'version', 'card_activity_id', 'ended_at'] as const;

/**
 * Empties the names of those who leave, and has the cards that were posted drawn anew. The rows are locked by the caller,
 * all of them before: the ordering keys of the messages are always locked after the tickets. The versions grow, so that nobody who
 * read the names before can write them back.
 */
export async function anonymiseTickets(
  transaction: Kysely<Schema>,
  context: StorageContext,
  rows: readonly Pick<TicketsTable, (typeof anonymisedColumns)[number]>[],
  leaves: (personId: string) => boolean,
): Promise<void> {
  const { tenantId, now } = context;
  const emptied = new Set<number>();
  for (const { number, body, version, ended_at } of rows) {
    const named = readOrTell(context, ticketRecord, number, body);
    if (!named) {
      await emptyTicket(transaction, tenantId, number, version);
      emptied.add(number);
      continue;
    }
    const ticket = anonymised(named, leaves, now());
    await transaction
      .updateTable('tickets')
      .set({ ...ticketColumns(ticket, now()), version: version + 1, ...(ended_at !== null && { ended_at }) })
      .where('tenant_id', '=', tenantId)
      .where('number', '=', number)
      .execute();
    await notePeople(transaction, tenantId, ticket);
  }
  const posted = rows.filter((row) => row.card_activity_id !== null && !emptied.has(row.number));
  await writeMessages(
    transaction,
    context,
    posted.map(({ number }) => ({
      orderingKey: ticketOrderingKey(number),
      outgoing: { kind: 'ticketCard', ticketNumber: number },
    })),
  );
}

/** One that cannot be read: whose names stand there nobody can tell, so that nothing of it stays but its number. */
async function emptyTicket(
  transaction: Kysely<Schema>,
  tenantId: string,
  number: number,
  version: number,
): Promise<void> {
  await transaction
    .updateTable('tickets')
    .set({ body: '{}', requester_id: '', claimed_by: null, remind_at: null, closes_at: null, version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('number', '=', number)
    .execute();
  await transaction
    .deleteFrom('ticket_people')
    .where((eb) => eb.and({ tenant_id: tenantId, number }))
    .execute();
}
