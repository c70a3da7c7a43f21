import type { Ticket } from './ticket.js';

/** From when (epoch ms) and how urgent to the time of the reminder, epoch ms. */
export type ReminderTime = (since: number, severity: 'normal' | 'urgent') => number;

/**
 * The ticket after a move, with the time of its reminder: counted from when it became open, and anew when it becomes urgent. Only
 * open tickets have one.
 */
export function scheduled(before: Ticket | undefined, ticket: Ticket, reminderTime: ReminderTime): Ticket {
  if (ticket.state !== 'open') return ticket.remindAt === undefined ? ticket : { ...ticket, remindAt: undefined };
  const { severity } = ticket;
  const since = openSince(ticket);
  // The first time only: to and fro would remind each time.
  const becameUrgent = before?.severity !== 'urgent' && severity === 'urgent' && timesUrgent(ticket, since) <= 1;
  const calmedDown = before?.severity === 'urgent' && severity === 'normal' && ticket.remindAt !== undefined;
  if (before?.state === 'open' && !becameUrgent && !calmedDown) return ticket;
  return { ...ticket, remindAt: new Date(reminderTime(since, severity)).toISOString() };
}

/** When nobody had it last, epoch ms. */
export function openSince({ moves, createdAt }: Pick<Ticket, 'moves' | 'createdAt'>): number {
  return Date.parse(moves.findLast(({ kind }) => kind === 'unclaimed' || kind === 'reopened')?.at ?? createdAt);
}

function timesUrgent({ moves }: Ticket, since: number): number {
  return moves.filter(({ kind, at }) => kind === 'markedUrgent' && Date.parse(at) >= since).length;
}
