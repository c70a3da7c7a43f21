import type { FoundTicket } from '../helpdesk/ports.js';
import type { Ticket } from '../helpdesk/ticket.js';
import type { TicketsTable } from './schema.js';

export const foundColumns = ['body', 'version', 'card_conversation_id', 'card_activity_id'] as const;

/** A ticket's row as the helpdesk knows it. */
export function foundTicket(row: Pick<TicketsTable, (typeof foundColumns)[number]>): FoundTicket {
  const { card_conversation_id: conversationId, card_activity_id: activityId } = row;
  const card = conversationId === null || activityId === null ? undefined : { conversationId, activityId };
  return { ticket: JSON.parse(row.body) as Ticket, version: row.version, card };
}
