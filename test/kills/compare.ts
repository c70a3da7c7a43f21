import type { PostedCard } from '../../src/helpdesk/ticket.js';
import { attemptsOf, postedIn, type Posted } from './attempts.js';
import { chatPlace, expectedOf, threadPlace } from './causes.js';
import { cardsThatWentBack, staleCards, type Shown } from './checks/cards.js';
import { brokenFile, leftInOutbox } from './checks/database.js';
import {
  lostMessages,
  marksWithoutDoubt,
  messagesNothingCaused,
  moreCopiesThanDoubts,
  unmarkedCopies,
  wrongOrder,
} from './checks/messages.js';
import {
  doubledTickets,
  lostOrDoubledMoves,
  lostTickets,
  movesTakenTwice,
  notesTold,
  repeatedNumbers,
  ticketsNobodySent,
  wrongNumbersTold,
} from './checks/tickets.js';
import type { Played } from './play.js';
import { standing, type Arrival } from './stand-in.js';

/** What is compared. Where several processes end or lose their database, what each was at is not known: `interrupted` is left out. `drawnAlike`: false where another version drew cards too. */
export type Comparable = Omit<Played, 'interrupted' | 'amidAttempts'> &
  Partial<Pick<Played, 'interrupted'>> & { readonly drawnAlike?: boolean };

/** Everything that is wrong between what people did, what is kept, and what arrived; nothing = the outbox keeps its word. */
export function compare({
  sent,
  done,
  refused,
  read,
  arrivals,
  interrupted,
  kept,
  drawnAlike = true,
  personIn,
}: Comparable): { readonly problems: readonly string[]; readonly posted: readonly Posted[] } {
  const tickets = kept.tickets.map(({ ticket }) => ticket);
  const cards = new Map(kept.tickets.map(({ ticket, card }) => [ticket.number, card]));
  const expected = expectedOf(tickets, ({ number }) => cards.get(number) !== undefined);
  const posted = postedIn(
    attemptsOf(arrivals, interrupted ?? [], (arrival) => placeOfArrival(arrival, cards, personIn)),
  );
  const shown = shownIn(arrivals);
  const problems = [
    ...lostTickets(sent, tickets),
    ...doubledTickets(tickets),
    ...ticketsNobodySent(sent, tickets),
    ...repeatedNumbers(tickets),
    ...wrongNumbersTold(sent, tickets),
    ...lostOrDoubledMoves(done, tickets, refused),
    ...movesTakenTwice(tickets),
    ...notesTold(tickets, [
      ...read,
      ...arrivals.filter(({ conversationId }) => !isThread(conversationId)).map(({ activity }) => activity),
    ]),
    ...lostMessages(expected, posted),
    ...messagesNothingCaused(expected, posted),
    ...wrongOrder(expected, posted),
    ...unmarkedCopies(posted),
    ...(interrupted === undefined ? [] : [...marksWithoutDoubt(posted), ...moreCopiesThanDoubts(posted)]),
    ...staleCards(kept.tickets, shown, drawnAlike),
    ...cardsThatWentBack(kept.tickets, shown),
    ...leftInOutbox(kept),
    ...brokenFile(kept),
  ];
  return { problems, posted };
}

/** A reply belongs below the card that the database remembers, and below no other copy of it. */
function placeOfArrival(
  { kind, conversationId, message }: Arrival,
  cards: ReadonlyMap<number, PostedCard | undefined>,
  personIn: Played['personIn'],
): string {
  if (!isThread(conversationId) || !message) return chatPlace(personIn(conversationId));
  const { ticketNumber: number } = message;
  const right = kind === 'create' || cards.get(number)?.conversationId === conversationId;
  return right ? threadPlace({ number }) : `thread of another card of ${number}`;
}

function isThread(conversationId: string): boolean {
  return conversationId.includes(';messageid=');
}

function shownIn(arrivals: readonly Arrival[]): readonly Shown[] {
  return standing(arrivals).flatMap(({ message, conversationId, activityId, activity }) =>
    message?.says === 'card'
      ? [
          {
            ticketNumber: message.ticketNumber,
            conversationId,
            activityId,
            card: activity.attachments?.[0]?.content,
            again: message.again,
          },
        ]
      : [],
  );
}
