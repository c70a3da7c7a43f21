import type { Delivery, Destination, Outbox, OutboxRow, OutgoingView, TicketStore, WalkStep } from './ports.js';
import type { PostedCard } from './ticket.js';

/**
 * How long an attempt may take before its row is taken over, in milliseconds: what a killed process was sending waits so long.
 * Ours, above the longest attempt: 20 s for Teams' answer, and 5 s for a busy database before and after it.
 */
const leaseMs = 35_000;

/** Rows that are worked on side by side, each of another lane. Ours, far below Teams' 50 requests a second for one app. */
const lanesAtOnce = 8;

/** How often an idle worker looks, in milliseconds: catches rows that became due and those of other instances. */
export const idleMs = 5_000;

/** While no channel is configured or reachable by address, tickets wait and are looked at again after this time. */
const noDestinationMs = 60_000;

/** The first and the longest pause between two attempts, in milliseconds; what Teams names may be longer. Ours. */
const firstWaitMs = 5_000;
const longestWaitMs = 15 * 60_000;

/** Part of a pause that is left to chance (learn: bots/how-to/rate-limit asks for jitter; its sample takes 20 %). */
const jitter = 0.2;

/** Attempts with a fault of ours before a row is given up. Ours. */
const faultsBeforeParking = 5;

/** What the messenger says of an attempt; `gone` = the message to replace does not exist any more. */
export type Attempt = Delivery | { readonly kind: 'gone'; readonly reason: string } | { readonly kind: 'noDestination'; readonly reason: string };

/** Posts to Teams. Never throws for what Teams answers. `again` marks a copy of a message that may have arrived. */
export interface Messenger {
  post(to: Destination, view: OutgoingView, options: { locale: string; again: boolean }): Promise<Attempt>;
  update(card: PostedCard, view: OutgoingView, options: { locale: string }): Promise<Attempt>;
}

export interface DeliverOptions {
  readonly outbox: Outbox;
  readonly tickets: Pick<TicketStore, 'find' | 'remember'>;
  readonly messenger: Messenger;
  /** Where new tickets are posted; undefined = they wait. */
  readonly channelId: () => Promise<string | undefined>;
  readonly locale: string;
  readonly now: () => number;
  /** From 0 to 1: spreads repeated attempts, so that several instances do not come back together. */
  readonly random: () => number;
  /** Whether the walk still stands there. */
  readonly isCurrent: (step: WalkStep) => Promise<boolean>;
  readonly onDelivered?: (row: OutboxRow, delivery: Delivery) => void;
  /** An attempt ended in a fault of ours, e.g. a view that cannot be drawn. */
  readonly onFault: (row: OutboxRow, error: unknown) => void;
}

/**
 * Sends what is due, until nothing is. Each row was marked and committed before its attempt, so that a copy after a crash
 * can say "(again)".
 */
export async function deliverDue(options: DeliverOptions): Promise<number> {
  const { outbox, now } = options;
  let delivered = 0;
  for (;;) {
    const rows = await outbox.take(now(), leaseMs, lanesAtOnce);
    if (rows.length === 0) return delivered;
    await Promise.all(
      rows.map(async (row) => {
        const delivery = settled(await attemptSafely(options, row), row.attempts, options.random());
        await outbox.settle(row, delivery, now());
        options.onDelivered?.(row, delivery);
      }),
    );
    delivered += rows.length;
  }
}

/** A row that cannot even be tried must not hold up those behind it for ever. */
async function attemptSafely(options: DeliverOptions, row: OutboxRow): Promise<Attempt> {
  try {
    return await attempt(options, row);
  } catch (error) {
    options.onFault(row, error);
    const reason = error instanceof Error ? error.message : String(error);
    return row.attempts < faultsBeforeParking ? { kind: 'unknown', afterMs: firstWaitMs, reason } : { kind: 'park', reason };
  }
}

async function attempt(options: DeliverOptions, row: OutboxRow): Promise<Attempt> {
  const { outgoing } = row;
  const again = row.uncertain;
  switch (outgoing.kind) {
    case 'post':
      return options.messenger.post(outgoing.to, outgoing.view, { locale: outgoing.locale, again });
    case 'update':
      if (outgoing.onlyAt && !(await options.isCurrent(outgoing.onlyAt))) return { kind: 'sent', card: outgoing.card };
      return options.messenger.update(outgoing.card, outgoing.view, { locale: outgoing.locale });
    case 'ticketCard':
      return showTicket(options, outgoing.ticketNumber, again);
  }
}

/** Posts the ticket's card once and replaces it afterwards; a card that was deleted is posted anew. */
async function showTicket(options: DeliverOptions, ticketNumber: number, again: boolean): Promise<Attempt> {
  const { tickets, messenger, locale } = options;
  const found = await tickets.find(ticketNumber);
  if (!found) return { kind: 'park', reason: `Ticket ${ticketNumber} is not in the database` };
  const view: OutgoingView = { kind: 'ticketCard', ticket: found.ticket } as OutgoingView;
  if (found.card) {
    const updated = await messenger.update(found.card, view, { locale });
    // A resolved ticket whose card somebody cleared away is left in peace.
    if (updated.kind !== 'gone' || found.ticket.state === 'resolved') return updated;
  }
  const channelId = await options.channelId();
  if (channelId === undefined) return { kind: 'noDestination', reason: 'No helpdesk channel is configured (HELPDESK_CHANNEL_ID)' };
  const posted = await messenger.post({ kind: 'channel', channelId }, view, { locale, again });
  if (posted.kind === 'sent') await tickets.remember(ticketNumber, posted.card);
  // Refused for now: the app is not in the team yet, or the channel's id is wrong. The ticket waits until that is mended.
  return posted.kind === 'park' ? { kind: 'retry', afterMs: longestWaitMs, reason: posted.reason } : posted;
}

/** An update of a message that is gone has nothing left to do; a missing address waits; repeated failures wait longer. */
function settled(attempted: Attempt, attempts: number, random: number): Delivery {
  switch (attempted.kind) {
    case 'gone':
      return { kind: 'park', reason: attempted.reason };
    case 'noDestination':
      return { kind: 'retry', afterMs: noDestinationMs, reason: attempted.reason };
    case 'retry':
    case 'unknown':
      return { ...attempted, afterMs: Math.max(attempted.afterMs, backOffMs(attempts) * (1 + jitter * random)) };
    default:
      return attempted;
  }
}

function backOffMs(attempts: number): number {
  return Math.min(firstWaitMs * 2 ** Math.max(0, attempts - 1), longestWaitMs);
}
