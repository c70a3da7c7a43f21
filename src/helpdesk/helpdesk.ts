import { ticketsOnPage } from '../limits.js';
import type { Audit, AuditEntry } from './audit.js';
import type { TicketActionKind } from './life-cycle.js';
import type { CurrentIncidents } from './current-incidents.js';
import { messagesOfMove, messagesOfNew } from './messages-of.js';
import { moveTicket, type TicketAction } from './move-ticket.js';
import type { TicketFilter, TicketPage, TicketStore } from './ports.js';
import { scheduled, type ReminderTime } from './schedule.js';
import type { HelpdeskMembership } from './helpdesk-membership.js';
import type { Party, ProblemReport, Severity, Ticket } from './ticket.js';

export interface HandOver {
  /** One ticket per session: pressing Send twice finds the first one. */
  readonly sessionId: string;
  readonly requester: Party;
  readonly locale: string;
  readonly severity: Severity;
  readonly report: ProblemReport;
  /** The causes that the person stood at: a known issue of one of them takes the request along. */
  readonly causes?: readonly string[];
}

/** A move as somebody wants it; whether they have told the person is for the helpdesk to say. */
export type Wish = TicketAction extends infer A ? (A extends { kind: 'reply' } ? Omit<A, 'told'> : A) : never;

/** `fromStep`: at which step the pressed button was drawn. */
export interface Presser {
  readonly by: Party;
  readonly fromStep: number;
}

/** What came of a press on a ticket. `ticket` is the state to show. */
export type PressResult =
  | { readonly kind: 'done'; readonly ticket: Ticket }
  | { readonly kind: 'refused'; readonly ticket: Ticket; readonly possible: readonly TicketActionKind[] }
  | { readonly kind: 'notAllowed' | 'membershipUnknown' | 'notFound' }
  /** The one it should be assigned to is not of the helpdesk, as far as is known. */
  | { readonly kind: 'notColleague'; readonly ticket: Ticket };

export interface Helpdesk {
  /** Writes the ticket and its channel messages in one transaction; posting comes later, through the outbox. */
  handOver(handOver: HandOver): Promise<Ticket>;
  /** A move by somebody of the helpdesk; a refusal is recorded. */
  press(ticketNumber: number, wish: Wish, presser: Presser): Promise<PressResult>;
  /** A move by the requester; for anybody else there is no such ticket. */
  pressOwn(ticketNumber: number, wish: Wish, presser: Presser): Promise<PressResult>;
  /** The ticket for somebody of the helpdesk to see; a refusal is recorded. `strict`: an earlier membership is not enough. */
  look(ticketNumber: number, personId: string, strict?: boolean): Promise<PressResult>;
  lookAtOwn(ticketNumber: number, personId: string): Promise<Ticket | undefined>;
  /** Whether the ticket's card stands in this very thread, which may be in a channel that requests came to before. */
  standsIn(ticketNumber: number, conversationId: string): Promise<boolean>;
  /** A refusal is recorded. */
  list(personId: string, filter: TicketFilter, page: number): Promise<TicketPage | 'notAllowed' | 'membershipUnknown'>;
  own(personId: string, page: number): Promise<TicketPage>;
  waitingFor(personId: string): Promise<readonly Ticket[]>;
  membershipOf(personId: string): Promise<HelpdeskMembership>;
}

export interface HelpdeskOptions {
  readonly tickets: TicketStore;
  readonly audit: Pick<Audit, 'record'>;
  readonly membershipOf: (personId: string) => Promise<HelpdeskMembership>;
  readonly isMuted: (personId: string) => Promise<boolean>;
  readonly reminderTime: ReminderTime;
  readonly incidents: Pick<CurrentIncidents, 'concerning'>;
  /** Called after messages were written, so that they leave at once instead of at the next look. */
  readonly wakeOutbox: () => void;
  readonly now: () => Date;
}

/** Hand-overs and what happens to tickets. Tickets and their messages are stored together; nothing is posted from here. Throws what the store throws. */
export function createHelpdesk({
  tickets,
  audit,
  membershipOf,
  isMuted,
  reminderTime,
  incidents,
  wakeOutbox,
  now,
}: HelpdeskOptions): Helpdesk {
  async function handOver({ sessionId, requester, locale, severity, report, causes = [] }: HandOver): Promise<Ticket> {
    const at = now().toISOString();
    const incident = await incidents.concerning(causes);
    const ticket: Omit<Ticket, 'number'> = {
      requester,
      sessionId,
      locale,
      severity,
      report,
      state: 'open',
      claimedBy: undefined,
      moves: [{ kind: 'opened', by: requester, at }],
      createdAt: at,
      updatedAt: at,
      ...(incident && { incident: { number: incident.number, text: incident.text } }),
    };
    const { remindAt } = scheduled(undefined, { ...ticket, number: 0 }, reminderTime);
    const opened = await tickets.open(
      { idempotencyKey: `session:${sessionId}`, ticket: { ...ticket, remindAt } },
      messagesOfNew,
    );
    wakeOutbox();
    return opened.ticket;
  }

  async function press(ticketNumber: number, wish: Wish, presser: Presser): Promise<PressResult> {
    const { by } = presser;
    const membership = await membershipOf(by.id);
    const entry: AuditEntry = {
      actorId: by.id,
      action: `ticket:${wish.kind}`,
      objectIds: [String(ticketNumber)],
      result: 'done',
      at: now().toISOString(),
    };
    if (membership === 'notMember' || membership === 'unknown') {
      await audit.record({ ...entry, result: membership === 'unknown' ? 'unknown' : 'refused' });
      return { kind: membership === 'unknown' ? 'membershipUnknown' : 'notAllowed' };
    }
    const earlier: AuditEntry['result'] = membership === 'earlierMember' ? 'doneOnEarlierMembership' : 'done';
    if (wish.kind !== 'assign')
      return moveUntilWritten(ticketNumber, wish, 'helpdesk', presser, { ...entry, result: earlier });
    const colleague = await membershipOf(wish.to.id);
    const objectIds = [String(ticketNumber), wish.to.id];
    if (colleague === 'notMember' || colleague === 'unknown') {
      await audit.record({ ...entry, objectIds, result: 'refused' });
      const found = await tickets.find(ticketNumber);
      return found ? { kind: 'notColleague', ticket: found.ticket } : { kind: 'notFound' };
    }
    const result = colleague === 'earlierMember' ? 'doneOnEarlierMembership' : earlier;
    return moveUntilWritten(ticketNumber, wish, 'helpdesk', presser, { ...entry, objectIds, result });
  }

  async function pressOwn(ticketNumber: number, wish: Wish, presser: Presser): Promise<PressResult> {
    const own = await lookAtOwn(ticketNumber, presser.by.id);
    return own
      ? moveUntilWritten(ticketNumber, wish, 'requester', { ...presser, by: own.requester })
      : { kind: 'notFound' };
  }

  /** Of two presses at once one is written; the other decides again on what is true then. */
  async function moveUntilWritten(
    ticketNumber: number,
    wish: Wish,
    role: 'helpdesk' | 'requester',
    presser: Presser,
    entry?: AuditEntry,
  ): Promise<PressResult> {
    for (;;) {
      const found = await tickets.find(ticketNumber);
      if (!found) return { kind: 'notFound' };
      const muted = await isMuted(found.ticket.requester.id);
      const action: TicketAction = wish.kind === 'reply' ? { ...wish, told: !muted } : wish;
      const moved = moveTicket(found.ticket, action, { role, ...presser, at: now().toISOString() });
      if (moved.kind === 'repeated') return { kind: 'done', ticket: found.ticket };
      if (moved.kind === 'refused') return { kind: 'refused', ticket: found.ticket, possible: moved.possible };
      const next = scheduled(found.ticket, moved.ticket, reminderTime);
      const written = await tickets.save(next, found.version, messagesOfMove(next, muted), entry && { audit: entry });
      if (written.kind === 'conflict') continue;
      wakeOutbox();
      return { kind: 'done', ticket: written.value };
    }
  }

  async function look(ticketNumber: number, personId: string, strict = false): Promise<PressResult> {
    const membership = await membershipOf(personId);
    const refused =
      membership === 'notMember' || membership === 'unknown' || (strict && membership === 'earlierMember');
    if (refused) return { kind: await recordRefusal(personId, 'ticket:look', [String(ticketNumber)], membership) };
    const found = await tickets.find(ticketNumber);
    return found ? { kind: 'done', ticket: found.ticket } : { kind: 'notFound' };
  }

  async function recordRefusal(
    actorId: string,
    action: AuditEntry['action'],
    objectIds: readonly string[],
    membership: HelpdeskMembership,
  ): Promise<'notAllowed' | 'membershipUnknown'> {
    const refused = membership === 'notMember';
    await audit.record({
      actorId,
      action,
      objectIds,
      result: refused ? 'refused' : 'unknown',
      at: now().toISOString(),
    });
    return refused ? 'notAllowed' : 'membershipUnknown';
  }

  async function lookAtOwn(ticketNumber: number, personId: string): Promise<Ticket | undefined> {
    const ticket = (await tickets.find(ticketNumber))?.ticket;
    return personId !== '' && ticket?.requester.id === personId ? ticket : undefined;
  }

  return {
    handOver,
    press,
    pressOwn,
    look,
    lookAtOwn,
    standsIn: async (ticketNumber, conversationId) =>
      (await tickets.find(ticketNumber))?.card?.conversationId === conversationId,
    async list(personId, filter, page) {
      const membership = await membershipOf(personId);
      if (membership === 'member') return tickets.list(filter, page, ticketsOnPage);
      return recordRefusal(personId, 'ticket:list', [], membership);
    },
    own: (personId, page) => tickets.ofRequester(personId, page, ticketsOnPage),
    waitingFor: (personId) => tickets.waitingFor(personId),
    membershipOf,
  };
}
