import { attemptsOf, postedIn, type Posted } from './attempts.js';
import { chatPlace, expectedOf } from './causes.js';
import { cardsThatWentBack, staleCards, type Shown } from './checks/cards.js';
import { brokenFile, leftInOutbox } from './checks/database.js';
import { lostMessages, marksWithoutDoubt, messagesNothingCaused, moreCopiesThanDoubts, unmarkedCopies, wrongOrder } from './checks/messages.js';
import { doubledTickets, lostOrDoubledMoves, lostTickets, repeatedNumbers, ticketsNobodySent, wrongNumbersTold } from './checks/tickets.js';
import type { Played } from './play.js';
import { standing, type Arrival } from './stand-in.js';

/** Everything that is wrong between what people did, what is kept, and what arrived; nothing = the outbox keeps its word. */
export function compare({ sent, done, arrivals, interrupted, kept, personIn }: Played): { readonly problems: readonly string[]; readonly posted: readonly Posted[] } {
  const tickets = kept.tickets.map(({ ticket }) => ticket);
  const expected = expectedOf(tickets);
  const posted = postedIn(attemptsOf(arrivals, interrupted, (arrival) => placeOfArrival(arrival, personIn)));
  const shown = shownIn(arrivals);
  const problems = [
    ...lostTickets(sent, tickets),
    ...doubledTickets(tickets),
    ...ticketsNobodySent(sent, tickets),
    ...repeatedNumbers(tickets),
    ...wrongNumbersTold(sent, tickets),
    ...lostOrDoubledMoves(done, tickets),
    ...lostMessages(expected, posted),
    ...messagesNothingCaused(expected, posted),
    ...wrongOrder(expected, posted),
    ...unmarkedCopies(posted),
    ...marksWithoutDoubt(posted),
    ...moreCopiesThanDoubts(posted),
    ...staleCards(kept.tickets, shown),
    ...cardsThatWentBack(kept.tickets, shown),
    ...leftInOutbox(kept),
    ...brokenFile(kept),
  ];
  return { problems, posted };
}

function placeOfArrival({ kind, conversationId, message }: Arrival, personIn: Played['personIn']): string {
  if (kind === 'create') return 'channel';
  return conversationId.includes(';messageid=') ? `thread of ${message?.ticketNumber}` : chatPlace(personIn(conversationId));
}

function shownIn(arrivals: readonly Arrival[]): readonly Shown[] {
  return standing(arrivals).flatMap(({ message, conversationId, activityId, activity }) =>
    message?.says === 'ticket.heading' ? [{ conversationId, activityId, card: activity.attachments?.[0]?.content, again: message.again }] : [],
  );
}
