import type { DeliverOptions, AttemptResult } from './deliver-options.js';
import type { Attempt, Outgoing, OutgoingView } from './ports.js';
import { renewCard } from './renew-card.js';
import { longestWaitMs } from './settle-attempt.js';
import { hasEnded, type Ticket } from './ticket.js';
import type { HelpdeskView } from './views.js';

const done = { kind: 'done' } as const;

/** Posts the ticket's card once and replaces it afterwards; a card that was deleted is posted anew, and the ticket says so. */
export async function showTicket(
  options: DeliverOptions,
  ticketNumber: number,
  again: boolean,
): Promise<AttemptResult> {
  const { tickets, messenger, locale, now } = options;
  const found = await tickets.find(ticketNumber);
  if (!found) return missing(ticketNumber);
  if (found.card) {
    const updated = await messenger.update(found.card, cardOf(found.ticket), { locale });
    if (updated.kind !== 'gone') return updated;
    if (leftInPeace(found.ticket)) return done;
    await renewCard(tickets, ticketNumber, found.card, now());
    return { kind: 'next' };
  }
  // One that an earlier attempt may have posted would show the ticket as open for ever: it needs a copy that says how it ended.
  return hasEnded(found.ticket) && !again ? done : postCard(options, ticketNumber, again);
}

async function postCard(options: DeliverOptions, ticketNumber: number, again: boolean): Promise<Attempt> {
  const { tickets, messenger, locale } = options;
  const found = await tickets.find(ticketNumber);
  if (!found) return missing(ticketNumber);
  const channelId = await options.channelId();
  if (channelId === undefined) {
    const reason = 'No channel is named for requests';
    options.onChannelTrouble?.('noChannel', reason);
    return { kind: 'noDestination', reason };
  }
  const posted = await messenger.post({ kind: 'channel', channelId }, cardOf(found.ticket), { locale, again });
  if (posted.kind === 'sent') await tickets.remember(ticketNumber, posted.card);
  // Refused for now: the app is not in the team yet, or the channel's id is wrong. The ticket waits until that is mended.
  if (posted.kind !== 'park') return posted;
  options.onChannelTrouble?.('refused', posted.reason);
  return { kind: 'retry', afterMs: longestWaitMs, reason: posted.reason };
}

/** A reply below the ticket's card. Where that is gone, a new card comes first: at most one message an attempt. */
export async function tellInThread(
  options: DeliverOptions,
  outgoing: Extract<Outgoing, { kind: 'ticketEntry' | 'ticketPaste' }>,
  again: boolean,
  viewOf: (ticket: Ticket) => Promise<HelpdeskView | undefined>,
): Promise<AttemptResult> {
  const { tickets, messenger, locale, now } = options;
  const { ticketNumber } = outgoing;
  const found = await tickets.find(ticketNumber);
  if (!found) return missing(ticketNumber);
  const view = await viewOf(found.ticket);
  if (!view) return done;
  const inPeace = leftInPeace(found.ticket) && !isNews(found.ticket, outgoing);
  if (!found.card) {
    if (inPeace) return done;
    const posted = await postCard(options, ticketNumber, again);
    return posted.kind === 'sent' ? { kind: 'next' } : posted;
  }
  const told = await messenger.post({ kind: 'thread', conversationId: found.card.conversationId }, view, {
    locale,
    again,
  });
  if (told.kind !== 'gone') return told;
  if (inPeace) return done;
  await renewCard(tickets, ticketNumber, found.card, now());
  return { kind: 'next' };
}

/** It is over, and no new card is posted where somebody cleared its card away, or where it never had one. */
function leftInPeace(ticket: Ticket): boolean {
  return hasEnded(ticket) || ticket.state === 'resolved';
}

/** What the person writes to a resolved ticket must be read, and not only by those who look for it. */
function isNews(ticket: Ticket, outgoing: Outgoing): boolean {
  return (
    ticket.state === 'resolved' && outgoing.kind === 'ticketEntry' && ticket.moves[outgoing.move]?.kind === 'commented'
  );
}

function cardOf(ticket: Ticket): OutgoingView {
  const card: HelpdeskView = { kind: 'ticketCard', ticket };
  return card;
}

function missing(ticketNumber: number): Attempt {
  return { kind: 'park', reason: `Ticket ${ticketNumber} is not in the database` };
}
