import { hasEnded, type Ticket } from '../helpdesk/ticket.js';
import { writeRecord } from './records/record.js';
import { ticketRecord } from './records/ticket.js';

/** What a ticket is found by, beside its number; derived from the body with every write. `at` is epoch ms. */
export function ticketColumns(ticket: Ticket, at: number) {
  return {
    state: ticket.state,
    body: writeRecord(ticketRecord, ticket),
    requester_id: ticket.requester.id,
    claimed_by: ticket.claimedBy?.id ?? null,
    urgent: ticket.severity === 'urgent' ? 1 : 0,
    created_at: Date.parse(ticket.createdAt),
    remind_at: timeOf(ticket.remindAt),
    closes_at: timeOf(ticket.closesAt),
    resolved_at: resolvedAt(ticket),
    ended_at: hasEnded(ticket) ? at : null,
  };
}

function timeOf(iso: string | undefined): number | null {
  return iso === undefined ? null : Date.parse(iso);
}

function resolvedAt({ state, moves }: Ticket): number | null {
  const at =
    state === 'resolved' || state === 'closed' ? moves.findLast(({ kind }) => kind === 'resolved')?.at : undefined;
  return timeOf(at);
}
