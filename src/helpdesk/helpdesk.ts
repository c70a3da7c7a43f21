import type { Known } from '../directory/model.js';
import { moveTicket, type TicketAction } from './move-ticket.js';
import type { Outgoing, TicketStore } from './ports.js';
import type { Party, Report, Ticket } from './ticket.js';

/** Everything that goes to the helpdesk's channel leaves in this order. */
export const helpdeskLane = 'helpdesk';

/** Messages to one person leave in order. */
export function personLane(personId: string): string {
  return `person:${personId}`;
}

export interface HandOver {
  /** One ticket per session: pressing Send twice finds the first one. */
  readonly sessionId: string;
  readonly requester: Party;
  readonly locale: string;
  readonly report: Report;
}

/** What came of a press on the ticket's card. `ticket` is the state to show. */
export type Pressed =
  | { readonly kind: 'done'; readonly ticket: Ticket }
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'membershipUnknown' }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'refused'; readonly reason: 'alreadyClaimed' | 'alreadyResolved' | 'notClaimed'; readonly ticket: Ticket };

export interface Helpdesk {
  /** Writes the ticket and its channel message in one transaction; posting comes later, through the outbox. */
  handOver(handOver: HandOver): Promise<Ticket>;
  press(ticketNumber: number, action: TicketAction, by: Party): Promise<Pressed>;
}

export interface HelpdeskOptions {
  readonly tickets: TicketStore;
  readonly isHelpdesk: (personId: string) => Promise<Known<boolean>>;
  /** Called after messages were written, so that they leave at once instead of at the next look. */
  readonly wakeOutbox: () => void;
  readonly now: () => Date;
}

/** Hand-overs and what happens to tickets. Tickets and their messages are stored together; nothing is posted from here. Throws what the store throws. */
export function createHelpdesk({ tickets, isHelpdesk, wakeOutbox, now }: HelpdeskOptions): Helpdesk {
  async function handOver({ sessionId, requester, locale, report }: HandOver): Promise<Ticket> {
    const at = now().toISOString();
    const { ticket } = await tickets.open(
      {
        idempotencyKey: `session:${sessionId}`,
        ticket: {
          requester,
          sessionId,
          locale,
          report,
          state: 'open',
          claimedBy: undefined,
          moves: [{ kind: 'opened', by: requester, at }],
          createdAt: at,
          updatedAt: at,
        },
      },
      (opened) => [ticketCard(opened)],
    );
    wakeOutbox();
    return ticket;
  }

  async function press(ticketNumber: number, action: TicketAction, by: Party): Promise<Pressed> {
    const member = await isHelpdesk(by.id);
    if (!member.known) return { kind: 'membershipUnknown' };
    if (!member.value) return { kind: 'notAllowed' };
    for (;;) {
      const found = await tickets.find(ticketNumber);
      if (!found) return { kind: 'notFound' };
      const moved = moveTicket(found.ticket, action, by, now().toISOString());
      if (moved.kind === 'refused') return { kind: 'refused', reason: moved.reason, ticket: found.ticket };
      const written = await tickets.save(moved.ticket, found.version, [ticketCard(moved.ticket), news(moved.ticket, action, by)]);
      // A conflict means that somebody else's press came first: decide again on what is true now.
      if (written.kind === 'conflict') continue;
      wakeOutbox();
      return { kind: 'done', ticket: written.value };
    }
  }

  return { handOver, press };
}

interface Message {
  readonly lane: string;
  readonly outgoing: Outgoing;
}

function ticketCard(ticket: Ticket): Message {
  return { lane: helpdeskLane, outgoing: { kind: 'ticketCard', ticketNumber: ticket.number } };
}

function news(ticket: Ticket, action: TicketAction, by: Party): Message {
  const { requester, locale } = ticket;
  const view = { kind: 'ticketNews', ticketNumber: ticket.number, news: action === 'claim' ? 'claimed' : 'resolved', by };
  return {
    lane: personLane(requester.id),
    outgoing: { kind: 'post', to: { kind: 'person', personId: requester.id }, view, locale },
  };
}
