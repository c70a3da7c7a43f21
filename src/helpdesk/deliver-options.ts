import type {
  Attempt,
  Delivery,
  AutoUpdatingCards,
  Messenger,
  Outbox,
  OutboxRow,
  OutgoingView,
  TicketStore,
  WalkStep,
} from './ports.js';
import type { Party } from './ticket.js';

/** An attempt that may also have found nothing to do, or have done a part. */
export type AttemptResult = Attempt | Extract<Delivery, { kind: 'done' | 'next' }>;

export interface DeliverOptions {
  readonly outbox: Pick<Outbox, 'take' | 'settle'>;
  readonly tickets: Pick<TicketStore, 'find' | 'remember' | 'save'>;
  readonly messenger: Messenger;
  readonly autoUpdatingCards: AutoUpdatingCards;
  /** What an auto-updating card shows now; undefined = there is nothing to show any more. */
  readonly autoUpdatingView: (key: string, personId: string) => Promise<OutgoingView | undefined>;
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

/** What became of a row. */
export interface Recorded {
  readonly row: OutboxRow;
  readonly delivery: Delivery;
}
