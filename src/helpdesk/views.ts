import type { Party, Ticket } from './ticket.js';

/** What the helpdesk room has to show. `teams/` renders it; `ticketCard` is the living card in the channel. */
export type HelpdeskView =
  | { readonly kind: 'ticketCard'; readonly ticket: Ticket }
  /** Told to the requester. */
  | { readonly kind: 'ticketNews'; readonly ticketNumber: number; readonly news: 'claimed' | 'resolved'; readonly by: Party };
