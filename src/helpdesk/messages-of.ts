import { personOrderingKey, ticketOrderingKey } from './ordering-keys.js';
import type { Message } from './ports.js';
import { stepOf, type Party, type Ticket, type TicketMove } from './ticket.js';
import type { HelpdeskView } from './views.js';

/** The auto-updating card; drawn when it leaves, so that it is always true. */
export function ticketCard({ number }: Pick<Ticket, 'number'>): Message {
  return { orderingKey: ticketOrderingKey(number), outgoing: { kind: 'ticketCard', ticketNumber: number } };
}

/** What a new ticket sends: its card, and below it what was pasted. */
export function messagesOfNew(ticket: Ticket, before: Ticket | undefined): readonly Message[] {
  const { number, report } = ticket;
  const pasted = report.paste !== undefined && report.paste !== before?.report.paste;
  return [
    ticketCard(ticket),
    ...(pasted
      ? [{ orderingKey: ticketOrderingKey(number), outgoing: { kind: 'ticketPaste', ticketNumber: number } } as const]
      : []),
  ];
}

/** What the latest move sends: the card anew, a short reply below it, and to the person what they are to know. */
export function messagesOfMove(ticket: Ticket, muted: boolean): readonly Message[] {
  const { number, requester, locale } = ticket;
  const move = stepOf(ticket) - 1;
  const latest = ticket.moves[move];
  const entry: Message = {
    orderingKey: ticketOrderingKey(number),
    outgoing: { kind: 'ticketEntry', ticketNumber: number, move },
  };
  const tells = latest !== undefined && isForRequester(latest, requester) && (!muted || latest.kind === 'resolved');
  const news: Message = {
    orderingKey: personOrderingKey(requester.id),
    outgoing: { kind: 'ticketNews', ticketNumber: number, move, personId: requester.id, locale },
  };
  return [ticketCard(ticket), entry, ...(tells ? [news] : [])];
}

/** They are told who has it, what the helpdesk writes, that it is solved or after all is not; not what they did themselves. */
function isForRequester({ kind, by }: TicketMove, requester: Party): boolean {
  return (
    requester.id !== '' &&
    by.id !== requester.id &&
    ['claimed', 'assigned', 'replied', 'resolved', 'reopened'].includes(kind)
  );
}

/** A move as the person reads it; undefined when it is not for them, or they are no longer there. */
export function newsOf(ticket: Ticket, index: number): HelpdeskView | undefined {
  const move = ticket.moves[index];
  if (move === undefined || !isForRequester(move, ticket.requester)) return undefined;
  const common = { ticketNumber: ticket.number, step: stepOf(ticket) };
  switch (move.kind) {
    case 'claimed':
      return { kind: 'ticketNews', ...common, news: 'claimed', by: move.by };
    case 'assigned':
      return { kind: 'ticketNews', ...common, news: 'claimed', by: move.to };
    case 'replied':
      return { kind: 'ticketReply', ...common, by: move.by, text: move.text, waits: move.waits };
    case 'reopened':
      return { kind: 'ticketNews', ...common, news: 'reopened', by: move.by };
    case 'resolved':
      return { kind: 'ticketNews', ...common, news: 'resolved', by: move.by, text: move.text ?? '' };
    default:
      return undefined;
  }
}

/** A move as the thread has it; undefined for a reminder that has become idle. */
export function entryOf(ticket: Ticket, index: number, onDuty: readonly Party[]): HelpdeskView | undefined {
  const move = ticket.moves[index];
  if (move === undefined) return undefined;
  if (move.kind === 'reminded' && ticket.state !== 'open') return undefined;
  return { kind: 'ticketEntry', ticket, move, mention: mentioned(move, onDuty) };
}

/** Those who should notice: who is on duty for a reminder, to whom it was assigned. */
function mentioned(move: TicketMove, onDuty: readonly Party[]): readonly Party[] {
  if (move.kind === 'reminded') return onDuty;
  return move.kind === 'assigned' && move.to.id !== move.by.id && move.to.id !== '' ? [move.to] : [];
}
