import type { Person } from '../../directory/model.js';
import type { DeviceScan, ScannedDevice } from '../../directory/scan-devices.js';
import { thresholdOf } from './threshold.js';
import type { Cursor, TenantReport, ReportEnd, TenantReports, StoredTenantReport } from './ports.js';
import type { ReadPage } from './scan-with-patience.js';
import { noTotals, tally, type PersonCount } from './tally.js';
import { untilAborted } from '../../runtime/with-timeout.js';

export interface RunReportOptions {
  readonly reports: TenantReports;
  readonly scan: Pick<DeviceScan, 'partitions' | 'count' | 'limit'>;
  readonly readPage: ReadPage;
  readonly peopleById: (ids: readonly string[]) => Promise<ReadonlyMap<string, Person>>;
  /** Epoch ms. */
  readonly now: () => number;
  /** False when another one works on it now. */
  readonly keepLease: () => Promise<boolean>;
  readonly onProgress: (report: TenantReport) => Promise<void>;
  /** Stops after the page under way; what was read is kept. */
  readonly signal: AbortSignal;
}

/** How often a scan begins again because page links had expired. A tenant that takes longer than its links live is not read by more tries. */
const mostRestarts = 3;

/** People whose names are looked up, of each list. 10 requests; a file has the ids of all. */
const mostNamed = 3_000;

/** Reads what is left of a report and ends it, or stops where somebody else ended it or works on it. Throws what the store throws. */
export async function runReport(options: RunReportOptions, begun: StoredTenantReport): Promise<void> {
  const { reports, scan, readPage, signal, now } = options;
  let stored = begun;
  /** Ended, cancelled, or another's: nothing more may be written. */
  let over = false;
  let writing: Promise<unknown> = Promise.resolve();

  /** One change after the other: each is decided on what the one before it left. */
  function change(
    decide: (
      report: TenantReport,
    ) =>
      { readonly report: TenantReport; readonly people?: readonly PersonCount[]; readonly fresh?: boolean } | undefined,
  ): Promise<void> {
    const written = writing.then(async () => {
      if (over) return;
      const next = decide(stored.report);
      if (!next) return;
      const saved = (await options.keepLease())
        ? await reports.save(next.report, stored.version, next.people ?? [], next.fresh)
        : 'conflict';
      if (saved === 'conflict') over = true;
      else {
        stored = saved;
        over = saved.report.end !== undefined;
        await options.onProgress(saved.report);
      }
    });
    writing = written.catch(() => undefined);
    return written;
  }

  const end = (how: ReportEnd) =>
    change((report) => ({ report: { ...report, end: how, endedAt: new Date(now()).toISOString() } }));

  async function readPartition(partition: number): Promise<void> {
    while (!over && !signal.aborted) {
      const { restarts, cursors } = stored.report;
      const cursor = cursors[partition];
      if (!cursor || cursor.done) return;
      const page = await untilAborted(
        readPage(partition, cursor.next, Date.parse(stored.report.askedAt)),
        signal,
        // A pause of a minute must not hold up a stop.
        () => undefined,
      );
      if (!page) return;
      switch (page.kind) {
        case 'page':
          await change((report) =>
            report.restarts === restarts ? withPage(report, partition, page.devices, page.next) : undefined,
          );
          break;
        case 'expired':
          if (restarts >= mostRestarts) return end({ kind: 'failed', reason: 'expired' });
          await change((report) =>
            report.restarts === restarts ? { report: begunAgain(report), people: [], fresh: true } : undefined,
          );
          break;
        case 'later':
        case 'failed':
          return end({ kind: 'failed', reason: page.reason });
      }
    }
  }

  function withPage(
    report: TenantReport,
    partition: number,
    devices: readonly ScannedDevice[],
    next: string | undefined,
  ) {
    const { totals, people } = tally(report.totals, devices, {
      now: Date.parse(report.askedAt),
      staleDays: report.staleDays,
    });
    const cursor: Cursor = next === undefined ? { done: true } : { next, done: false };
    return {
      report: { ...report, totals, pages: report.pages + 1, cursors: report.cursors.with(partition, cursor) },
      people,
    };
  }

  async function nameThem({ id, limit, percent }: TenantReport): Promise<void> {
    const atLeast = thresholdOf(limit, percent);
    if (atLeast === undefined) return;
    const found = (
      await Promise.all((['counts', 'mayCount'] as const).map((by) => reports.over(id, { by, atLeast }, mostNamed)))
    ).flat();
    const people = await options.peopleById(found.map(({ personId }) => personId));
    await reports.name(
      id,
      [...people.values()].map(({ id: personId, displayName = '', userPrincipalName = '' }) => ({
        personId,
        name: displayName,
        userPrincipalName,
      })),
    );
  }

  if (stored.report.limit === undefined && stored.report.limitUnknown === undefined) {
    const [limit, expected] = await Promise.all([scan.limit(), scan.count()]);
    await change((report) => ({
      report: {
        ...report,
        ...(limit.known ? { limit: limit.value } : { limitUnknown: limit.reason }),
        ...(expected.known && { expected: expected.value }),
      },
    }));
  }
  const settled = await Promise.allSettled(
    Array.from({ length: scan.partitions }, (_, partition) => readPartition(partition)),
  );
  for (const each of settled) if (each.status === 'rejected') throw each.reason;
  if (over || signal.aborted || stored.report.cursors.some(({ done }) => !done)) return;
  await nameThem(stored.report);
  await end({ kind: 'done' });
}

function begunAgain(report: TenantReport): TenantReport {
  return {
    ...report,
    restarts: report.restarts + 1,
    cursors: report.cursors.map(() => ({ done: false })),
    pages: 0,
    totals: noTotals,
  };
}
