import { askingAgain } from './ask-again.js';
import { entryOf, newsOf } from './messages-of.js';
import type {
  Attempt,
  Delivery,
  LivingCards,
  Messenger,
  Outbox,
  OutboxRow,
  Outgoing,
  OutgoingView,
  TicketStore,
  WalkStep,
} from './ports.js';
import { renewCard } from './renew-card.js';
import { hasEnded, type Party, type Ticket } from './ticket.js';
import type { HelpdeskView } from './views.js';
import { minuteMs } from '../runtime/durations.js';

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
const longestWaitMs = 15 * minuteMs;

/** Part of a pause that is left to chance (learn: bots/how-to/rate-limit asks for jitter; its sample takes 20 %). */
const jitter = 0.2;

/** Attempts with a fault of ours before a row is given up. Ours. */
const faultsBeforeParking = 5;

/** An attempt that may also have found nothing to do, or have done a part. */
type Outcome = Attempt | Extract<Delivery, { kind: 'done' | 'next' }>;

export interface DeliverOptions {
  readonly outbox: Pick<Outbox, 'take' | 'settle'>;
  readonly tickets: Pick<TicketStore, 'find' | 'remember' | 'save'>;
  readonly messenger: Messenger;
  readonly livingCards: LivingCards;
  /** What a living card shows now; undefined = there is nothing to show any more. */
  readonly livingView: (key: string, personId: string) => Promise<OutgoingView | undefined>;
  /** The language that a person chose; undefined = none. */
  readonly localeOf: (personId: string) => Promise<string | undefined>;
  /** Where new tickets are posted; undefined = they wait. */
  readonly channelId: () => Promise<string | undefined>;
  /** Who is mentioned in reminders. */
  readonly onDuty: () => Promise<readonly Party[]>;
  readonly locale: string;
  readonly now: () => number;
  /** From 0 to 1: spreads repeated attempts, so that several instances do not come back together. */
  readonly random: () => number;
  /** Whether the walk still stands there. */
  readonly isCurrent: (step: WalkStep) => Promise<boolean>;
  readonly onDelivered?: (row: OutboxRow, delivery: Delivery) => void;
  /** Tickets wait, because there is no channel or it takes nothing; `reason` is Teams' own. */
  readonly onChannelTrouble?: (trouble: 'noChannel' | 'refused', reason: string) => void;
  /** An attempt ended in a fault of ours, e.g. a view that cannot be drawn, or its outcome could not be recorded. */
  readonly onFault: (row: OutboxRow, error: unknown) => void;
  /** Once it is aborted nothing more is begun. */
  readonly signal?: AbortSignal;
  /** What became of rows while the database did not answer, by row; kept from one round to the next. */
  readonly unrecorded?: Map<number, Recorded>;
}

interface Recorded {
  readonly row: OutboxRow;
  readonly delivery: Delivery;
}

/**
 * Sends what is due, until nothing is. Each row was marked and committed before its attempt, so that a copy after a crash
 * can say "(again)". Lanes do not wait for each other: one in which Teams is slow holds up nobody else.
 */
export async function deliverDue(options: DeliverOptions): Promise<number> {
  const { outbox, now, unrecorded = new Map<number, Recorded>() } = options;
  const underWay = new Set<Promise<void>>();
  let delivered = 0;

  async function deliver(row: OutboxRow): Promise<void> {
    // Taken anew because its lease was over before that could be recorded.
    const sent = unrecorded.get(row.id)?.delivery;
    if (sent?.kind === 'done') return record({ row, delivery: sent });
    const delivery = settled(await attemptSafely(options, row), row.attempts, options.random());
    unrecorded.set(row.id, { row, delivery });
    await record({ row, delivery });
    delivered += 1;
  }

  async function record({ row, delivery }: Recorded): Promise<void> {
    await outbox.settle(row, delivery, now());
    unrecorded.delete(row.id);
    options.onDelivered?.(row, delivery);
  }

  // Else they would be taken for lost when their lease is over, and go out once more. One that fails again holds up nobody.
  await Promise.all(
    [...unrecorded.values()].map((each) => record(each).catch((error: unknown) => options.onFault(each.row, error))),
  );

  const failures: unknown[] = [];
  const failed = (error: unknown): void => void failures.push(error);
  while (failures.length === 0) {
    const rows = options.signal?.aborted
      ? []
      : ((await outbox.take(now(), leaseMs, lanesAtOnce - underWay.size).catch(failed)) ?? []);
    for (const row of rows) {
      const attempt: Promise<void> = deliver(row)
        .catch(failed)
        .finally(() => underWay.delete(attempt));
      underWay.add(attempt);
    }
    if (underWay.size === 0 && failures.length === 0) return delivered;
    if (underWay.size > 0 && (rows.length === 0 || underWay.size === lanesAtOnce)) await Promise.race(underWay);
  }
  // Those beside the one that failed are still to end: nobody may close the database under them.
  await Promise.all(underWay);
  throw failures[0];
}

/** A row that cannot even be tried must not hold up those behind it for ever. */
async function attemptSafely(options: DeliverOptions, row: OutboxRow): Promise<Outcome> {
  try {
    return await attempt({ ...options, messenger: askingAgain(options.messenger, row, options.now()) }, row);
  } catch (error) {
    options.onFault(row, error);
    const reason = error instanceof Error ? error.message : String(error);
    return row.attempts < faultsBeforeParking
      ? { kind: 'unknown', afterMs: firstWaitMs, reason }
      : { kind: 'park', reason };
  }
}

async function attempt(options: DeliverOptions, row: OutboxRow): Promise<Outcome> {
  const { outgoing, uncertain: again } = row;
  switch (outgoing.kind) {
    case 'post':
      return options.messenger.post(outgoing.to, outgoing.view, { locale: outgoing.locale, again });
    case 'update':
      if (outgoing.onlyAt && !(await options.isCurrent(outgoing.onlyAt))) return done;
      return replace(options, outgoing, again);
    case 'livingCard':
      return showLiving(options, outgoing, again);
    case 'ticketCard':
      return showTicket(options, outgoing.ticketNumber, again);
    case 'ticketEntry':
      return tellInThread(options, outgoing, again, async (ticket) =>
        entryOf(ticket, outgoing.move, await options.onDuty()),
      );
    case 'ticketPaste':
      return tellInThread(options, outgoing, again, async ({ number, requester, report: { paste } }) =>
        paste === undefined ? undefined : { kind: 'ticketPaste', ticketNumber: number, requester, text: paste },
      );
    case 'ticketNews': {
      const found = await options.tickets.find(outgoing.ticketNumber);
      const view = found && newsOf(found.ticket, outgoing.move);
      if (!view) return done;
      return options.messenger.post({ kind: 'person', personId: outgoing.personId }, view, {
        locale: outgoing.locale,
        again,
      });
    }
  }
}

const done = { kind: 'done' } as const;

async function replace(
  { messenger }: DeliverOptions,
  { card, view, locale, elseBelow }: Extract<Outgoing, { kind: 'update' }>,
  again: boolean,
): Promise<Attempt> {
  const updated = await messenger.update(card, view, { locale });
  if ((updated.kind !== 'gone' && updated.kind !== 'park') || !elseBelow) return updated;
  return messenger.post({ kind: 'thread', conversationId: card.conversationId }, view, { locale, again });
}

/** Posts the card once and replaces it afterwards; one that was deleted is left in peace. */
async function showLiving(
  options: DeliverOptions,
  { key, personId, locale: told }: Extract<Outgoing, { kind: 'livingCard' }>,
  again: boolean,
): Promise<Outcome> {
  const { livingCards, livingView, messenger } = options;
  const view = await livingView(key, personId);
  if (!view) return done;
  const locale = (await options.localeOf(personId)) ?? told;
  const card = await livingCards.find(key, personId);
  if (card) {
    const updated = await messenger.update(card, view, { locale });
    return updated.kind === 'gone' ? done : updated;
  }
  const posted = await messenger.post({ kind: 'person', personId }, view, { locale, again });
  if (posted.kind === 'sent') await livingCards.remember(key, personId, posted.card);
  return posted;
}

/** Posts the ticket's card once and replaces it afterwards; a card that was deleted is posted anew, and the ticket says so. */
async function showTicket(options: DeliverOptions, ticketNumber: number, again: boolean): Promise<Outcome> {
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
async function tellInThread(
  options: DeliverOptions,
  outgoing: Extract<Outgoing, { kind: 'ticketEntry' | 'ticketPaste' }>,
  again: boolean,
  viewOf: (ticket: Ticket) => Promise<HelpdeskView | undefined>,
): Promise<Outcome> {
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
  return { kind: 'ticketCard', ticket } satisfies HelpdeskView as OutgoingView;
}

function missing(ticketNumber: number): Attempt {
  return { kind: 'park', reason: `Ticket ${ticketNumber} is not in the database` };
}

/** An update of a message that is gone has nothing left to do; a missing address waits; repeated failures wait longer. */
function settled(attempted: Outcome, attempts: number, random: number): Delivery {
  switch (attempted.kind) {
    case 'sent':
      return done;
    case 'gone':
    case 'park':
      return { kind: 'park', reason: attempted.reason };
    case 'noDestination':
      return { kind: 'notTried', afterMs: noDestinationMs, reason: attempted.reason };
    case 'wait':
      return { kind: 'notTried', afterMs: Math.ceil(attempted.afterMs), reason: "Teams' limits" };
    case 'retry':
    case 'unknown':
      return {
        ...attempted,
        afterMs: Math.ceil(Math.max(attempted.afterMs, backOffMs(attempts) * (1 + jitter * random))),
      };
    default:
      return attempted;
  }
}

function backOffMs(attempts: number): number {
  return Math.min(firstWaitMs * 2 ** Math.max(0, attempts - 1), longestWaitMs);
}
