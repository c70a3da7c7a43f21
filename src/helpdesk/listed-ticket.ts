import type { Ticket } from './ticket.js';
import type { ListedTicket } from './views.js';

/** A ticket as a line of a list. */
export function listedTicketOf({
  number,
  state,
  severity,
  requester,
  claimedBy,
  report,
  createdAt,
  incident,
}: Ticket): ListedTicket {
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
