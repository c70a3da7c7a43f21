import {
  nobody,
  type Party,
  type ProblemReport,
  type ReportedFact,
  type Ticket,
  type TicketMove,
} from '../helpdesk/ticket.js';
import { emptyForm } from '../troubleshooting/session.js';

/**
 * The ticket without the names of those who leave it, and without what they wrote; when the requester does, without what anybody
 * wrote, and with it a resolved one ends: nobody is there any more to say that it does not hold. `now` is epoch ms.
 */
export function anonymised(ticket: Ticket, leaves: (personId: string) => boolean, now: number): Ticket {
  const without = (party: Party): Party => (leaves(party.id) ? nobody : party);
  const all = leaves(ticket.requester.id);
  const ends = all && ticket.state === 'resolved';
  const nameless: Ticket = {
    ...ticket,
    requester: without(ticket.requester),
    claimedBy: ticket.claimedBy && without(ticket.claimedBy),
    moves: ticket.moves.map((move) => {
      const kept = all || leaves(move.by.id) ? withoutText(move) : move;
      return { ...kept, by: without(kept.by), ...(kept.kind === 'assigned' && { to: without(kept.to) }) };
    }),
    report: all ? impersonal(ticket.report) : ticket.report,
  };
  return ends ? closed(nameless, new Date(now).toISOString()) : nameless;
}

function closed(ticket: Ticket, at: string): Ticket {
  return {
    ...ticket,
    state: 'closed',
    closesAt: undefined,
    updatedAt: at,
    moves: [...ticket.moves, { kind: 'closed', by: nobody, at }],
  };
}

function withoutText(move: TicketMove): TicketMove {
  return 'text' in move ? { ...move, text: '' } : move;
}

/** No typed words, no paste, no ids, no details or Graph paths of facts. The answers stay: they are sentences of the tree. */
function impersonal({ paste: _pasted, pc: _pc, ...report }: ProblemReport): ProblemReport {
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
