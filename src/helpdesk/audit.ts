import type { TicketActionKind } from './life-cycle.js';

/** What somebody did, or tried to do. `command`: an administrator's command; `press`: a button of their cards. */
export type AuditAction =
  | 'pcByName'
  | 'pcByDeviceId'
  | 'useChannel'
  | 'onDuty'
  | `ticket:${TicketActionKind | 'look' | 'list'}`
  | `${'command' | 'press' | 'cleanUp' | 'report' | 'export'}:${string}`;

/**
 * What is kept for those who must be able to tell who did what. `objectIds` are the directory's ids or a request's number;
 * `at` ISO 8601, UTC. `unknown`: the directory did not answer. `doneOnEarlierMembership`: neither did it, and the membership was confirmed before.
 */
export interface AuditEntry {
  readonly actorId: string;
  readonly action: AuditAction;
  readonly objectIds: readonly string[];
  readonly result: 'found' | 'notFound' | 'unknown' | 'refused' | 'done' | 'doneOnEarlierMembership' | 'failed';
  readonly at: string;
}

/** Who did what: ids only, neither names nor texts. Nothing changes an entry, and `forget me` leaves it alone. */
export interface Audit {
  record(entry: AuditEntry): Promise<void>;
  /** The entries from this time (epoch ms) on, newest first. */
  since(time: number, limit: number): Promise<readonly AuditEntry[]>;
  /** How many there are from this time (epoch ms) on. */
  count(since: number): Promise<number>;
  /** The same page by page, newest first: those written before the entry `before`, undefined = the newest. */
  page(
    since: number,
    before: number | undefined,
    limit: number,
  ): Promise<readonly (AuditEntry & { readonly id: number })[]>;
  /** Entries of before this time (epoch ms) go; gives how many. */
  expire(before: number): Promise<number>;
}
