import { ticketOrderingKey } from './ordering-keys.js';
import { moveTicket } from './move-ticket.js';
import type { TicketStore } from './ports.js';
import { nobody, stepOf, type PostedCard } from './ticket.js';

/**
 * Records that the message which showed a ticket is gone, so that the next card is posted as a new one and the ticket says why. Does
 * nothing where another message shows it by now. `at` is epoch ms.
 */
export async function renewCard(
  tickets: Pick<TicketStore, 'find' | 'save'>,
  ticketNumber: number,
  gone: PostedCard,
  at: number,
): Promise<void> {
  for (;;) {
    const found = await tickets.find(ticketNumber);
    if (found?.card?.activityId !== gone.activityId || found.card.conversationId !== gone.conversationId) return;
    const moved = moveTicket(
      found.ticket,
      { kind: 'renewCard' },
      { role: 'system', by: nobody, at: new Date(at).toISOString() },
    );
    if (moved.kind !== 'moved') return;
    const entry = { kind: 'ticketEntry', ticketNumber, move: stepOf(moved.ticket) - 1 } as const;
    const written = await tickets.save(
      moved.ticket,
      found.version,
      [{ orderingKey: ticketOrderingKey(ticketNumber), outgoing: entry }],
      { cardIsGone: true },
    );
    if (written.kind === 'written') return;
  }
}
