import type { TicketAction } from '../../src/helpdesk/move-ticket.js';
import type { Party, Ticket, TicketMove } from '../../src/helpdesk/ticket.js';
import type { en } from '../../src/text/en.js';

/** A message is told by its sentence, by the key of the catalogue. */
export type Says = keyof typeof en;

/** Where a message goes. */
export type To = 'channel' | 'requester' | 'thread';

export interface Cause {
  readonly to: To;
  readonly says: Says;
}

/** What each move in a ticket's life sends, besides the card that shows the ticket as it is. A new kind of message is a line here. */
export const causes: Readonly<Record<TicketMove['kind'], readonly Cause[]>> = {
  opened: [{ to: 'channel', says: 'ticket.heading' }],
  claimed: [{ to: 'requester', says: 'ticketNews.claimed' }],
  resolved: [{ to: 'requester', says: 'ticketNews.resolved' }],
};

/** The sentence of the card itself; its updates carry it too. */
export const cardSays: Says = 'ticket.heading';

/** All sentences that the outbox carries. */
export const carried: readonly Says[] = [...new Set(Object.values(causes).flatMap((each) => each.map(({ says }) => says)))];

/** What the helpdesk does with a ticket, one of these drawn for each. A new action is a line here. */
export const lives: readonly (readonly TicketAction[])[] = [['claim', 'resolve'], ['claim', 'resolve'], ['claim'], []];

/** The move that an action leaves in the ticket. */
export const moveOf: Readonly<Record<TicketAction, TicketMove['kind']>> = { claim: 'claimed', resolve: 'resolved' };

/** A message that the tickets in the database say was caused, and when: ISO 8601. */
export interface Expected {
  readonly place: string;
  readonly message: string;
  readonly at: string;
}

export function expectedOf(tickets: readonly Ticket[]): readonly Expected[] {
  return tickets.flatMap((ticket) =>
    ticket.moves.flatMap(({ kind, at }) =>
      causes[kind].map(({ to, says }) => ({ place: placeOf(to, ticket), message: messageKey(ticket.number, says), at })),
    ),
  );
}

export function messageKey(ticketNumber: number, says: Says): string {
  return `${ticketNumber} ${says}`;
}

/** A conversation, named for what it is and not by its id: a thread has several when its first message was doubled. */
export function placeOf(to: To, { number, requester }: { readonly number: number; readonly requester: Pick<Party, 'id'> }): string {
  switch (to) {
    case 'channel':
      return 'channel';
    case 'requester':
      return chatPlace(requester.id);
    case 'thread':
      return `thread of ${number}`;
  }
}

export function chatPlace(personId: string): string {
  return `chat of ${personId}`;
}
