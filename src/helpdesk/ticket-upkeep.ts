import { oldestInDigest } from '../limits.js';
import { helpdeskOrderingKey } from './ordering-keys.js';
import { messagesOfMove } from './messages-of.js';
import { moveTicket, type TicketAction } from './move-ticket.js';
import type { FoundTicket, HelpdeskSettings, Message, TicketStore } from './ports.js';
import { nobody } from './ticket.js';
import type { HelpdeskView } from './views.js';
import { dayOf, isWorkingTime, startOfDay, startOfLastWorkingDay, type WorkingHours } from './working-hours.js';

export interface TicketUpkeepOptions {
  readonly tickets: TicketStore;
  readonly settings: HelpdeskSettings;
  readonly channelId: () => Promise<string | undefined>;
  readonly workingHours: WorkingHours;
  /** An IANA name. */
  readonly timeZone: string;
  readonly locale: string;
  readonly wakeOutbox: () => void;
  /** Epoch ms. */
  readonly now: () => number;
}

/** Tickets looked at in one round; the rest wait for the next. */
const atOnce = 50;

/**
 * What time does to tickets: reminds of those that nobody has claimed and tells the day's digest, both in working hours only, and
 * closes what was resolved long enough ago. Of several instances one does it: each change is a compare-and-set. Gives how many
 * changes were made. Throws what the store throws; what was not done is due again.
 */
export async function runTicketUpkeep(options: TicketUpkeepOptions): Promise<number> {
  const { tickets, wakeOutbox, now, workingHours, timeZone } = options;
  const working = isWorkingTime(now(), workingHours, timeZone);
  const reminded = working ? await moveDue(options, await tickets.due('remind', now(), atOnce), { kind: 'remind' }) : 0;
  const closed = await moveDue(options, await tickets.due('close', now(), atOnce), { kind: 'close' });
  const told = working && (await tellDay(options)) ? 1 : 0;
  if (reminded + closed + told > 0) wakeOutbox();
  return reminded + closed + told;
}

/** A conflict means that somebody moved it meanwhile: then it is no longer due, or is due again. */
async function moveDue(
  { tickets, now }: TicketUpkeepOptions,
  due: readonly FoundTicket[],
  action: TicketAction,
): Promise<number> {
  let done = 0;
  for (const { ticket, version } of due) {
    const moved = moveTicket(ticket, action, { role: 'system', by: nobody, at: new Date(now()).toISOString() });
    // A time that is left on a ticket which has moved on is taken off, so that it is not found again.
    const next = {
      ...(moved.kind === 'moved' ? moved.ticket : ticket),
      remindAt: undefined,
      ...(action.kind === 'close' && { closesAt: undefined }),
    };
    const written = await tickets.save(next, version, moved.kind === 'moved' ? messagesOfMove(next, true) : []);
    if (written.kind === 'written' && moved.kind === 'moved') done += 1;
  }
  return done;
}

/** Once a working day, as soon as it has begun; a day on which nothing is open and nothing was resolved before needs no words. */
async function tellDay({
  tickets,
  settings,
  channelId: channel,
  locale,
  workingHours,
  timeZone,
  now,
}: TicketUpkeepOptions): Promise<boolean> {
  const channelId = await channel();
  if (channelId === undefined) return false;
  const day = dayOf(now(), timeZone);
  const digest = await tickets.digest(
    startOfLastWorkingDay(now(), workingHours, timeZone),
    startOfDay(now(), timeZone),
    oldestInDigest,
  );
  const view: HelpdeskView = { kind: 'ticketDigest', digest };
  const post: Message = {
    orderingKey: helpdeskOrderingKey,
    outgoing: { kind: 'post', to: { kind: 'channel', channelId }, view, locale },
  };
  const worthTelling = digest.open > 0 || digest.resolved > 0;
  return settings.tellDay(day, worthTelling ? [post] : []);
}
