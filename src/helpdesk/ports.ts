import type { AuditEntry } from './audit.js';
import type { Party, PostedCard, Ticket } from './ticket.js';

/** Where an outgoing message goes. A `channel` is posted to as a new thread. */
export type Destination =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'channel'; readonly channelId: string }
  /** A conversation that exists: below the message that begins a thread, or a chat. `serviceUrl`: where it was heard from just now. */
  | { readonly kind: 'thread'; readonly conversationId: string; readonly serviceUrl?: string };

/** What the outbox carries. `view` is plain data that `teams/` turns into a card or a text. */
export type Outgoing =
  | { readonly kind: 'post'; readonly to: Destination; readonly view: OutgoingView; readonly locale: string }
  /**
   * `onlyAt`: the step of a walk that the view shows; when the walk has moved on, nothing is sent any more. `elseBelow`: it answers
   * somebody, and comes as a message when there is nothing to replace.
   */
  | {
      readonly kind: 'update';
      readonly card: PostedCard;
      readonly view: OutgoingView;
      readonly locale: string;
      readonly onlyAt?: WalkStep;
      readonly elseBelow?: boolean;
    }
  /** Shows the ticket as it is when the message leaves: posts its card once, afterwards replaces it in place. */
  | { readonly kind: 'ticketCard'; readonly ticketNumber: number }
  /** A move of a ticket, by its index, told in the thread below its card, or to the person; drawn when it leaves. */
  | { readonly kind: 'ticketEntry'; readonly ticketNumber: number; readonly move: number }
  | {
      readonly kind: 'ticketNews';
      readonly ticketNumber: number;
      readonly move: number;
      readonly personId: string;
      readonly locale: string;
    }
  /** Something of an administrator's, shown to a person as it is when the message leaves: posted once, afterwards replaced in place. */
  | { readonly kind: 'livingCard'; readonly key: string; readonly personId: string; readonly locale: string }
  /** What the person pasted, in the thread, unless it is gone by then. */
  | { readonly kind: 'ticketPaste'; readonly ticketNumber: number };

/** Due at once, unless it was tried before. `about`: it goes with this person (Entra object id) when they are forgotten, wherever it goes to. */
export interface Message {
  readonly orderingKey: string;
  readonly outgoing: Outgoing;
  readonly tried?: Tried;
  readonly about?: string;
}

/** What became of a first attempt. */
export interface Tried {
  /** Why it was not taken. */
  readonly reason: string;
  /** Milliseconds until it may be tried again. */
  readonly afterMs: number;
  /** It may have been taken, so that its copy says "(again)". */
  readonly inDoubt?: boolean;
  /** Teams has refused it, or called what it replaces gone. */
  readonly refused?: boolean;
}

/** A step of a person's walk, as its buttons name it. */
export interface WalkStep {
  readonly personId: string;
  readonly sessionId: string;
  readonly step: number;
}

/**
 * As much of a view as this room needs; what views there are is told above it (assistant/views.ts), and a stored one is held against
 * that where it is read.
 */
export type OutgoingView = Readonly<{ kind: string }>;

/** A row of the outbox. Rows of one `orderingKey` leave in order; `attempts` counts those that were begun. */
export interface OutboxRow {
  readonly id: number;
  readonly orderingKey: string;
  readonly outgoing: Outgoing;
  readonly attempts: number;
  /** An earlier attempt's outcome was never recorded: the next one carries "(again)". */
  readonly uncertain: boolean;
  /** Since when Teams has refused it or called what it replaces gone, epoch ms; undefined = it has not. */
  readonly refusedSince?: number | undefined;
}

/** `since`: when it was written, epoch ms; `outgoing` undefined = it cannot be read. */
export interface TroubledRow extends Omit<OutboxRow, 'outgoing'> {
  readonly outgoing: Outgoing | undefined;
  readonly reason: string;
  readonly since: number;
}

/**
 * How an attempt ended: `done` = taken, or no longer needed; `next` = a part of it is done, the rest is due at once; `retry` =
 * certainly not taken, try later; `refused` = the same, and Teams says that it never will be; `notTried` = not taken, and it counts as
 * no attempt; `unknown` = perhaps taken; `park` = never again.
 */
export type Delivery =
  | { readonly kind: 'done' }
  | { readonly kind: 'next' }
  | { readonly kind: 'retry' | 'refused' | 'notTried'; readonly afterMs: number; readonly reason: string }
  | { readonly kind: 'unknown'; readonly afterMs: number; readonly reason: string }
  | { readonly kind: 'park'; readonly reason: string };

/**
 * What the messenger says of an attempt. `gone` = the message to replace, or the thread, does not exist any more; `park` = it would fail
 * again, and with `mayPass` perhaps not; `refused` = either of them, but not believed yet (see ask-again.ts); `wait` = nothing was tried,
 * Teams' limits ask for a pause.
 */
export type Attempt =
  | { readonly kind: 'sent'; readonly card: PostedCard }
  | { readonly kind: 'retry' | 'unknown'; readonly afterMs: number; readonly reason: string }
  | { readonly kind: 'park'; readonly reason: string; readonly mayPass?: boolean }
  | { readonly kind: 'refused'; readonly afterMs: number; readonly reason: string }
  | { readonly kind: 'gone'; readonly reason: string }
  | { readonly kind: 'noDestination'; readonly reason: string }
  | { readonly kind: 'wait'; readonly afterMs: number };

/** Posts to Teams. Never throws for what Teams answers. `again` marks a copy of a message that may have arrived. */
export interface Messenger<View extends OutgoingView = OutgoingView> {
  post(to: Destination, view: View, options: { locale: string; again: boolean }): Promise<Attempt>;
  update(card: PostedCard, view: View, options: { locale: string }): Promise<Attempt>;
}

/** Rows are written in the same transaction as the change that causes them (see TicketStore), or alone by `add`. */
export interface Outbox {
  add(orderingKey: string, outgoing: Outgoing): Promise<void>;
  /** In this order, all or none. */
  addAll(messages: readonly Message[]): Promise<void>;
  /** Whether something of this ordering key is still to leave. */
  isWaiting(orderingKey: string): Promise<boolean>;
  /** What would wait longer there is due in so many milliseconds. */
  hurry(orderingKey: string, withinMs: number): Promise<void>;
  /**
   * The oldest row of each ordering key that is due at `now` (epoch ms), marked `sending` and committed before it is returned.
   * A row already marked `sending` whose lease is older than `leaseMs` is taken over with `uncertain: true`.
   */
  take(now: number, leaseMs: number, limit: number): Promise<readonly OutboxRow[]>;
  settle(row: OutboxRow, delivery: Delivery, now: number): Promise<void>;
  /** Parked rows with their reason, newest first. */
  parked(limit: number): Promise<readonly TroubledRow[]>;
  /** Rows that wait because an attempt failed, oldest first. */
  failing(limit: number): Promise<readonly TroubledRow[]>;
}

export interface NewTicket {
  readonly idempotencyKey: string;
  readonly ticket: Omit<Ticket, 'number'>;
}

export type Written<T> = { readonly kind: 'written'; readonly value: T } | { readonly kind: 'conflict' };

export interface FoundTicket {
  readonly ticket: Ticket;
  readonly version: number;
  readonly card: PostedCard | undefined;
}

export interface AlsoWritten {
  readonly audit?: AuditEntry;
  readonly cardIsGone?: boolean;
}

/** Which tickets a list shows. `open`: all that are not resolved, closed or withdrawn; `mine`: of them, claimed by `personId`. */
export type TicketFilter =
  | { readonly kind: 'open' | 'unassigned' }
  | { readonly kind: 'mine'; readonly personId: string }
  /** Of the open ones, those opened before this time (epoch ms). */
  | { readonly kind: 'older'; readonly than: number };

export interface TicketPage {
  readonly tickets: readonly Ticket[];
  /** How many there are on all pages. */
  readonly total: number;
}

/** What the channel hears every working day. Times are epoch ms. */
export interface Digest {
  readonly open: number;
  readonly unclaimed: number;
  readonly resolved: number;
  /** The ones that have been open longest. */
  readonly oldest: readonly {
    readonly number: number;
    readonly createdAt: string;
    readonly claimedBy: string | undefined;
  }[];
}

export interface TicketStore {
  /**
   * Writes the ticket and its messages in one transaction. The same key again finds the first ticket: while nobody has
   * claimed it, a report that differs takes the place of the first one and the messages are written for it, otherwise
   * nothing is. `before` is the ticket as it was.
   */
  open(
    ticket: NewTicket,
    messages: (ticket: Ticket, before: Ticket | undefined) => readonly Message[],
  ): Promise<{ ticket: Ticket; created: boolean }>;
  find(number: number): Promise<FoundTicket | undefined>;
  /**
   * Compare-and-set on `version`; messages and audit are written in the same transaction. `cardIsGone`: the message that
   * showed it is forgotten.
   */
  save(ticket: Ticket, version: number, messages: readonly Message[], also?: AlsoWritten): Promise<Written<Ticket>>;
  /** Remembers the message that shows the ticket; called when its post was taken. */
  remember(number: number, card: PostedCard): Promise<void>;
  /** Urgent ones first, then the oldest. `page` counts from 0. */
  list(filter: TicketFilter, page: number, size: number): Promise<TicketPage>;
  /** A person's own, newest first. */
  ofRequester(personId: string, page: number, size: number): Promise<TicketPage>;
  /** A person's own that wait for an answer, oldest first. */
  waitingFor(personId: string): Promise<readonly Ticket[]>;
  /** Tickets of which `remindAt` or `closesAt` has come (epoch ms), the longest due first. */
  due(what: 'remind' | 'close', now: number, limit: number): Promise<readonly FoundTicket[]>;
  /** Numbers for the digest: resolved counts those between the two times (epoch ms). */
  digest(resolvedFrom: number, resolvedTo: number, oldest: number): Promise<Digest>;
}

/** What the helpdesk chose, by tenant. */
export interface HelpdeskSettings {
  /** The channel that `use this channel` named; undefined = never. */
  channel(): Promise<string | undefined>;
  /** The last choice wins. Messages and audit are written in the same transaction, and what waits for a channel is due at once. */
  useChannel(channelId: string, messages: readonly Message[], audit: AuditEntry): Promise<void>;
  onDuty(): Promise<readonly Party[]>;
  /** The audit is written in the same transaction. */
  setOnDuty(people: readonly Party[], audit: AuditEntry): Promise<void>;
  /**
   * True for the one caller that tells this day (`2026-03-09`) first, unless a later one was told; the messages are written in the
   * same transaction.
   */
  tellDay(day: string, messages: readonly Message[]): Promise<boolean>;
}

/** Which message shows an auto-updating card to whom. */
export interface AutoUpdatingCards {
  find(key: string, personId: string): Promise<PostedCard | undefined>;
  remember(key: string, personId: string, card: PostedCard): Promise<void>;
}

/** When somebody's membership of a group was last confirmed; kept across restarts, and at most 24 hours. */
export interface ConfirmedMembers {
  /** Epoch ms; undefined = never, or taken back. */
  confirmedAt(personId: string, groupId: string): Promise<number | undefined>;
  confirm(personId: string, groupId: string, at: number): Promise<void>;
  takeBack(personId: string, groupId: string): Promise<void>;
}
