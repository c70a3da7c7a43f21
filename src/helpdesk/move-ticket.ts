import type { Party, Ticket } from './ticket.js';

export type TicketAction = 'claim' | 'resolve';

export type TicketMoved =
  | { readonly kind: 'moved'; readonly ticket: Ticket }
  | { readonly kind: 'refused'; readonly reason: 'alreadyClaimed' | 'alreadyResolved' | 'notClaimed' };

/** One move in a ticket's life, decided: open -> claimed -> resolved. `at` is ISO 8601. A second press changes nothing. */
export function moveTicket(ticket: Ticket, action: TicketAction, by: Party, at: string): TicketMoved {
  if (ticket.state === 'resolved') return { kind: 'refused', reason: 'alreadyResolved' };
  switch (action) {
    case 'claim':
      if (ticket.state === 'claimed') return { kind: 'refused', reason: 'alreadyClaimed' };
      return moved({ ...ticket, state: 'claimed', claimedBy: by }, 'claimed', by, at);
    case 'resolve':
      if (ticket.state === 'open') return { kind: 'refused', reason: 'notClaimed' };
      return moved({ ...ticket, state: 'resolved' }, 'resolved', by, at);
  }
}

function moved(ticket: Ticket, kind: 'claimed' | 'resolved', by: Party, at: string): TicketMoved {
  return { kind: 'moved', ticket: { ...ticket, updatedAt: at, moves: [...ticket.moves, { kind, by, at }] } };
}
