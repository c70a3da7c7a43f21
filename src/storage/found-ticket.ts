import type { FoundTicket } from '../helpdesk/ports.js';
import type { StorageContext } from './context.js';
import { readOrTell } from './records/read-or-tell.js';
import { readRecord } from './records/record.js';
import { ticketRecord } from './records/ticket.js';
import type { TicketsTable } from './schema.js';

export const foundColumns = ['number', 'body', 'version', 'card_conversation_id', 'card_activity_id'] as const;

type Row = Pick<TicketsTable, (typeof foundColumns)[number]>;

/** A ticket's row as the helpdesk knows it. Throws UnreadableRow: who asked for this one has to hear of it. */
export function foundTicket(row: Row): FoundTicket {
  return { ticket: readRecord(ticketRecord, row.number, row.body), version: row.version, card: cardOf(row) };
}

/** The same among others; undefined for one that cannot be read. */
export function foundAmongOthers(context: StorageContext, row: Row): FoundTicket | undefined {
  const ticket = readOrTell(context, ticketRecord, row.number, row.body);
  return ticket && { ticket, version: row.version, card: cardOf(row) };
}

function cardOf({ card_conversation_id: conversationId, card_activity_id: activityId }: Row): FoundTicket['card'] {
  return conversationId === null || activityId === null ? undefined : { conversationId, activityId };
}
