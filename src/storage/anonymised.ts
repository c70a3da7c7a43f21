import type { Party, Report, ReportedFact, Ticket } from '../helpdesk/ticket.js';
import { emptyForm } from '../troubleshooting/session.js';

const nobody: Party = { id: '', name: '', userPrincipalName: '' };

/** The ticket without the names of those who leave it; when the requester does, without what they told either. */
export function anonymised(ticket: Ticket, leaves: (personId: string) => boolean): Ticket {
  const without = (party: Party): Party => (leaves(party.id) ? nobody : party);
  return {
    ...ticket,
    requester: without(ticket.requester),
    claimedBy: ticket.claimedBy && without(ticket.claimedBy),
    moves: ticket.moves.map((move) => ({ ...move, by: without(move.by) })),
    report: leaves(ticket.requester.id) ? impersonal(ticket.report) : ticket.report,
  };
}

/** No typed words, no details or Graph paths of facts. The answers stay: they are sentences of the tree. */
function impersonal(report: Report): Report {
  return { ...report, form: emptyForm, facts: report.facts.map(withoutDetails) };
}

function withoutDetails({ fact, ...rest }: ReportedFact): ReportedFact {
  return {
    ...rest,
    fact: fact.known
      ? { known: true, value: fact.value, source: '', at: fact.at }
      : { known: false, reason: fact.reason, source: '', at: fact.at },
  };
}
