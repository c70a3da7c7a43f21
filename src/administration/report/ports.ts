import type { PersonCount, Totals } from './tally.js';

/** Why a report did not come to its end. `reason` of `failed` is Graph's, as in `Known`. */
export type ReportEnd =
  { readonly kind: 'done' } | { readonly kind: 'cancelled' } | { readonly kind: 'failed'; readonly reason: string };

/** A part of the scan: the link to its next page, undefined before the first; `done` when it was read to its end. */
export interface Cursor {
  readonly next?: string;
  readonly done: boolean;
}

/** One report of the whole tenant, under way or ended. Plain data: it is stored. Times are ISO 8601. */
export interface TenantReport {
  readonly id: string;
  /** Who asked, by object id. */
  readonly askedBy: string;
  readonly locale: string;
  readonly percent: number;
  readonly askedAt: string;
  /** Days without a sign-in from which on a device counts as stale, as it was when the report was asked for. */
  readonly staleDays: number;
  readonly endedAt?: string;
  readonly end?: ReportEnd;
  readonly cursors: readonly Cursor[];
  readonly pages: number;
  /** How often it had to begin again because Graph's page links had expired. */
  readonly restarts: number;
  readonly totals: Totals;
  /** The tenant's device limit; undefined = not known (yet), with `limitUnknown` why. */
  readonly limit?: number;
  readonly limitUnknown?: string;
  /** Devices there are after Graph's own count, for the progress and as a check; undefined = not known. */
  readonly expected?: number;
}

export interface StoredTenantReport {
  readonly report: TenantReport;
  readonly version: number;
}

/** Somebody of the result. `name` and `userPrincipalName` are '' when not known. */
export interface TenantReportPerson extends PersonCount {
  readonly name: string;
  readonly userPrincipalName: string;
}

/** How many people have so many devices. */
export interface CountedPeople {
  readonly counts: number;
  readonly mayCount: number;
  readonly people: number;
}

/** At or over: by what counts, or only together with what may count. Numbers of devices. */
export interface OverFilter {
  readonly by: 'counts' | 'mayCount';
  readonly atLeast: number;
}

/** Reports and what they counted, of one tenant. */
export interface TenantReports {
  /** Begins one, unless one is under way: then that one is given. Results of before are dropped. */
  begin(report: TenantReport): Promise<{ readonly stored: StoredTenantReport; readonly begun: boolean }>;
  latest(): Promise<StoredTenantReport | undefined>;
  find(id: string): Promise<StoredTenantReport | undefined>;
  /** Takes the report under way for `worker`, unless another one works on it: until `until` (epoch ms), and again before that. */
  lease(worker: string, now: number, until: number): Promise<StoredTenantReport | undefined>;
  release(id: string, worker: string): Promise<void>;
  /** Compare-and-set; what a page adds for people is written with it or not at all. `fresh`: what was counted before is dropped. */
  save(
    report: TenantReport,
    version: number,
    people: readonly PersonCount[],
    fresh?: boolean,
  ): Promise<StoredTenantReport | 'conflict'>;
  /** Writes names of people of the result; who was not counted is left out. */
  name(
    id: string,
    people: readonly { readonly personId: string; readonly name: string; readonly userPrincipalName: string }[],
  ): Promise<void>;
  distribution(id: string): Promise<readonly CountedPeople[]>;
  /** The ones with most devices first. */
  over(id: string, filter: OverFilter, limit: number): Promise<readonly TenantReportPerson[]>;
  /** Everybody, by id, for a file. */
  people(id: string, afterPersonId: string, limit: number): Promise<readonly TenantReportPerson[]>;
}
