import { personOrderingKey } from '../../helpdesk/ordering-keys.js';
import type { Outbox } from '../../helpdesk/ports.js';
import type { DeviceScan } from '../../directory/scan-devices.js';
import { runReport, type RunReportOptions } from './run-report.js';
import { scanWithPatience } from './scan-with-patience.js';
import type { TenantReport, TenantReports } from './ports.js';
import { minuteMs } from '../../runtime/durations.js';

export interface WorkReportsOptions extends Pick<RunReportOptions, 'peopleById' | 'now' | 'signal'> {
  readonly reports: TenantReports;
  readonly scan: DeviceScan;
  readonly outbox: Pick<Outbox, 'add'>;
  readonly wakeOutbox: () => void;
  /** Tells this process from others that work on the same database. */
  readonly worker: string;
  readonly random: () => number;
  /** Milliseconds after which the report of a process that was killed is taken over. */
  readonly leaseMs?: number;
  /** Milliseconds before a page that failed is asked for again, the first time. */
  readonly pauseMs?: number;
}

/** Longer than one page may take. */
const usualLeaseMs = 3 * minuteMs;

/** Milliseconds between two changes of the card. Far below what Teams takes in one conversation, and often enough to see it move. */
const progressMs = 5_000;

/** The name of a report's auto-updating card. */
export function cardOfReport(id: string): string {
  return `report:${id}`;
}

/** Works on the report that is under way, if there is one and nobody else does; gives whether there was. */
export async function workReports(options: WorkReportsOptions): Promise<boolean> {
  const { reports, scan, outbox, wakeOutbox, worker, now, leaseMs = usualLeaseMs } = options;
  const stored = await reports.lease(worker, now(), now() + leaseMs);
  if (!stored) return false;
  const { id } = stored.report;
  let leasedAt = now();
  let shownAt = 0;

  async function keepLease(): Promise<boolean> {
    if (now() - leasedAt < leaseMs / 3) return true;
    leasedAt = now();
    return (await reports.lease(worker, leasedAt, leasedAt + leaseMs))?.report.id === id;
  }

  async function onProgress({ askedBy, locale, end }: TenantReport): Promise<void> {
    if (end === undefined && now() - shownAt < progressMs) return;
    shownAt = now();
    await outbox.add(personOrderingKey(askedBy), {
      kind: 'livingCard',
      key: cardOfReport(id),
      personId: askedBy,
      locale,
    });
    wakeOutbox();
  }

  try {
    await runReport(
      { ...options, readPage: scanWithPatience(scan, options.random, options.pauseMs), keepLease, onProgress },
      stored,
    );
  } finally {
    await reports.release(id, worker);
  }
  return true;
}
