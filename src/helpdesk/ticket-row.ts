import type { Ticket } from './ticket.js';
import type { TicketRow } from './views.js';

/** A ticket as a line of a list. */
export function rowOf({
  number,
  state,
  severity,
  requester,
  claimedBy,
  report,
  createdAt,
  incident,
}: Ticket): TicketRow {
  const [cause] = report.causes;
  return {
    number,
    state,
    severity,
    requester,
    claimedBy,
    pcName: report.form.pcName || (report.pc?.name ?? ''),
    cause: cause && { id: cause.id, title: cause.title },
    createdAt,
    ...(incident && { incident: incident.number }),
  };
}
