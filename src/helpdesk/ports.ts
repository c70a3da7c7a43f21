import type { PostedCard, Ticket } from './ticket.js';

/** Where an outgoing message goes. A `conversation` is one that was heard from; a `channel` is posted to as a new thread. */
export type Destination =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'channel'; readonly channelId: string };

/** What the outbox carries. `view` is plain data that `teams/` turns into a card or a text. */
export type Outgoing =
  | { readonly kind: 'post'; readonly to: Destination; readonly view: OutgoingView; readonly locale: string }
  /** `onlyAt`: the step of a walk that the view shows; when the walk has moved on, nothing is sent any more. */
  | { readonly kind: 'update'; readonly card: PostedCard; readonly view: OutgoingView; readonly locale: string; readonly onlyAt?: WalkStep }
  /** Shows the ticket as it is when the message leaves: posts its card once, afterwards replaces it in place. */
  | { readonly kind: 'ticketCard'; readonly ticketNumber: number };

/** A step of a person's walk, as its buttons name it. */
export interface WalkStep {
  readonly personId: string;
  readonly sessionId: string;
  readonly step: number;
}

export type OutgoingView = Readonly<{ kind: string }>;

/** A row of the outbox. Rows of one `lane` leave in order; `attempts` counts those that were begun. */
export interface OutboxRow {
  readonly id: number;
  readonly lane: string;
  readonly outgoing: Outgoing;
  readonly attempts: number;
  /** An earlier attempt's outcome was never recorded: the next one carries "(again)". */
  readonly uncertain: boolean;
}

/** How an attempt ended: `retry` = certainly not taken, try later; `unknown` = perhaps taken; `park` = never again. */
export type Delivery =
  | { readonly kind: 'sent'; readonly card: PostedCard }
  | { readonly kind: 'retry'; readonly afterMs: number; readonly reason: string }
  | { readonly kind: 'unknown'; readonly afterMs: number; readonly reason: string }
  | { readonly kind: 'park'; readonly reason: string };

/** Rows are written in the same transaction as the change that causes them (see TicketStore), or alone by `add`. */
export interface Outbox {
  add(lane: string, outgoing: Outgoing): Promise<void>;
  /**
   * The oldest row of each lane that is due at `now` (epoch ms), marked `sending` and committed before it is returned.
   * A row already marked `sending` whose lease is older than `leaseMs` is taken over with `uncertain: true`.
   */
  take(now: number, leaseMs: number, limit: number): Promise<readonly OutboxRow[]>;
  settle(row: OutboxRow, delivery: Delivery, now: number): Promise<void>;
  /** Parked rows with their reason, newest first. */
  parked(limit: number): Promise<readonly (OutboxRow & { readonly reason: string })[]>;
}

export interface NewTicket {
  readonly idempotencyKey: string;
  readonly ticket: Omit<Ticket, 'number'>;
}

export type Written<T> = { readonly kind: 'written'; readonly value: T } | { readonly kind: 'conflict' };

export interface TicketStore {
  /**
   * Writes the ticket and its messages in one transaction. The same key again finds the first ticket: while nobody has
   * claimed it, a report that differs takes the place of the first one and the messages are written for it, otherwise
   * nothing is.
   */
  open(ticket: NewTicket, messages: (ticket: Ticket) => readonly { lane: string; outgoing: Outgoing }[]): Promise<{ ticket: Ticket; created: boolean }>;
  find(number: number): Promise<{ ticket: Ticket; version: number; card: PostedCard | undefined } | undefined>;
  /** Compare-and-set on `version`; the messages are written in the same transaction. */
  save(ticket: Ticket, version: number, messages: readonly { lane: string; outgoing: Outgoing }[]): Promise<Written<Ticket>>;
  /** Remembers the message that shows the ticket; called when its first post was taken. */
  remember(number: number, card: PostedCard): Promise<void>;
}
