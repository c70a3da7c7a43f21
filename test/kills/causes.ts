import { entryOf, newsOf } from '../../src/helpdesk/messages-of.js';
import type { Party, Ticket, TicketMove } from '../../src/helpdesk/ticket.js';
import { messageOf } from '../../src/teams/inbound/answer.js';
import { renderView } from '../../src/teams/cards/render-view.js';
import { recognise } from './recognise.js';

/** What the outbox sends: a ticket's card, a reply in the thread below it, a message to the requester. */
export type Says = 'card' | 'entry' | 'news';

/** What each move in a ticket's life sends, besides the update of the card. The requester is not told what they did themselves. */
const causes: Readonly<Record<TicketMove['kind'], readonly Says[]>> = {
  opened: ['card'],
  claimed: ['entry', 'news'],
  unclaimed: ['entry'],
  assigned: ['entry', 'news'],
  replied: ['entry', 'news'],
  noted: ['entry'],
  commented: ['entry'],
  resolved: ['entry', 'news'],
  reopened: ['entry', 'news'],
  closed: ['entry'],
  withdrawn: ['entry'],
  markedUrgent: ['entry'],
  markedNormal: ['entry'],
  reminded: ['entry'],
  cardRenewed: ['entry'],
};

/** A message and the place where it stands. */
export interface Placed {
  readonly place: string;
  readonly message: string;
}

/** A message that the tickets in the database say was caused. Those of one place come in the order of this list. */
export interface Expected extends Placed {
  /** It may be missing as well: nothing was left to say when its turn came. */
  readonly optional: boolean;
}

/** All that was caused, in the order of the moves. `hasCard`: whether the ticket ever had its card, without which an ended one has no thread. */
export function expectedOf(
  tickets: readonly Ticket[],
  hasCard: (ticket: Ticket) => boolean = () => true,
): readonly Expected[] {
  return tickets
    .flatMap((ticket) => ticket.moves.map((move, index) => ({ ticket, move, index })))
    .toSorted((a, b) => a.move.at.localeCompare(b.move.at))
    .flatMap(({ ticket, move, index }) =>
      causesOf(ticket, move).map((says) => ({
        ...placed(ticket, index, says),
        optional: says !== 'news' && (move.kind === 'reminded' || !hasCard(ticket)),
      })),
    );
}

function causesOf({ requester }: Ticket, { kind, by }: TicketMove): readonly Says[] {
  return causes[kind].filter((says) => says !== 'news' || by.id !== requester.id);
}

/** Drawn as it leaves, so that it is recognised as the message that arrives. @throws when there is nothing to draw */
export function placed(ticket: Ticket, index: number, says: Says): Placed {
  const view = viewOf(ticket, index, says);
  const drawn = view && recognise(messageOf(renderView(view, { locale: 'en', now: new Date(0) })), ticket.number);
  if (drawn?.says !== says)
    throw new Error(`Move ${index} of ticket ${ticket.number} has no ${says} that is recognised`);
  return { place: says === 'news' ? chatPlace(ticket.requester.id) : threadPlace(ticket), message: drawn.message };
}

function viewOf(ticket: Ticket, index: number, says: Says) {
  switch (says) {
    case 'card':
      return { kind: 'ticketCard', ticket } as const;
    case 'entry':
      // A reminder is drawn as long as nobody has the ticket.
      return entryOf({ ...ticket, state: 'open' }, index, []);
    case 'news':
      return newsOf(ticket, index);
  }
}

/** The card that begins it and the replies below it. Named by the ticket: when the card was doubled there are several. */
export function threadPlace({ number }: { readonly number: number }): string {
  return `thread of ${number}`;
}

export function chatPlace(personId: Party['id']): string {
  return `chat of ${personId}`;
}
