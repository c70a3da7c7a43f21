import type { Party, ReportedFact, Ticket } from '../helpdesk/ticket.js';
import { emptyForm } from '../troubleshooting/session.js';

const nobody: Party = { id: '', name: '', userPrincipalName: '' };

/**
 * The ticket without the requester's personal data: no name, no typed words, no details or Graph paths of facts.
 * The answers stay: they are sentences of the tree. With `everybody` the helpdesk people's names go too.
 */
export function anonymised(ticket: Ticket, whose: 'requester' | 'everybody'): Ticket {
  const without = (party: Party): Party => (whose === 'everybody' || party.id === ticket.requester.id ? nobody : party);
  return {
    ...ticket,
    requester: nobody,
    claimedBy: ticket.claimedBy && without(ticket.claimedBy),
    moves: ticket.moves.map((move) => ({ ...move, by: without(move.by) })),
    report: {
      ...ticket.report,
      form: emptyForm,
      facts: ticket.report.facts.map(withoutDetails),
    },
  };
}

function withoutDetails({ fact, ...rest }: ReportedFact): ReportedFact {
  return {
    ...rest,
    fact: fact.known
      ? { known: true, value: fact.value, source: '', at: fact.at }
      : { known: false, reason: fact.reason, source: '', at: fact.at },
  };
}
