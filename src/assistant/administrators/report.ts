import { cardOfReport } from '../../administration/report/work-reports.js';
import { viewOfReport } from '../../administration/report/report-view.js';
import type { TenantReport, TenantReports, StoredTenantReport } from '../../administration/report/ports.js';
import { noTotals } from '../../administration/report/tally.js';
import type { Audit } from '../../helpdesk/audit.js';
import { personOrderingKey } from '../../helpdesk/ordering-keys.js';
import type { Outbox } from '../../helpdesk/ports.js';
import type { Locale } from '../../text/locale.js';
import type { AdminPressContext } from '../administrators.js';
import type { Asked } from '../obey.js';
import { nothing, notice, say, type Answer } from '../answer.js';
import type { Sender } from '../input.js';
import type { Files } from './files.js';
import { hourMs } from '../../runtime/durations.js';

/** The buttons of its cards. @public read by `npm run indexes` */
export const presses = ['showReport', 'newReport', 'cancelReport', 'exportReport'] as const;

export interface HandlersOptions {
  readonly reports: TenantReports;
  readonly audit: Pick<Audit, 'record'>;
  readonly outbox: Pick<Outbox, 'add'>;
  readonly wakeOutbox: () => void;
  /** Lets the report begin now instead of at the next look. */
  readonly wakeReports: () => void;
  /** Parts that the scan reads side by side. */
  readonly scanPartitions: number;
  readonly staleDays: number;
  readonly files: Pick<Files, 'offer'>;
  readonly newId: () => string;
  readonly now: () => Date;
}

const usualPercent = 80;
const highestPercent = 200;

/** Milliseconds for which a report is shown again instead of being made anew. An hour changes little in a tenant, and a scan costs it much. */
const freshMs = hourMs;

/** The report of the whole tenant: begun, shown, cancelled. It is worked on elsewhere, and its card tells how far it is. */
export function createHandlers(options: HandlersOptions) {
  const { reports, audit, outbox, wakeOutbox, wakeReports, now } = options;

  async function quotaReport({ from, argument, locale }: Asked): Promise<Answer> {
    const percent = percentIn(argument);
    if (percent === undefined) return notice('reportHow');
    const latest = await reports.latest();
    const fresh = latest?.report.end?.kind === 'done' && now().getTime() - Date.parse(latest.report.askedAt) < freshMs;
    if (!latest || !fresh) return begin(from, percent, locale);
    await record(from, 'shown', latest.report);
    return say(await viewOfReport(reports, { ...latest.report, percent }));
  }

  /** The card follows by the outbox, and is replaced there as the report goes on. Whoever asks while one is under way sees how far it is. */
  async function begin(from: Sender, percent: number, locale: Locale): Promise<Answer> {
    const { stored, begun } = await reports.begin({
      id: options.newId(),
      askedBy: from.personId,
      locale,
      percent,
      askedAt: now().toISOString(),
      staleDays: options.staleDays,
      cursors: Array.from({ length: options.scanPartitions }, () => ({ done: false })),
      pages: 0,
      restarts: 0,
      totals: noTotals,
    });
    await record(from, begun ? 'begun' : 'shown', stored.report);
    if (!begun) return say(await viewOfReport(reports, stored.report));
    await outbox.add(personOrderingKey(from.personId), {
      kind: 'livingCard',
      key: cardOfReport(stored.report.id),
      personId: from.personId,
      locale,
    });
    wakeOutbox();
    wakeReports();
    return nothing;
  }

  async function showReport({ from, id }: AdminPressContext): Promise<Answer> {
    const stored = await reports.find(id);
    if (!stored) return gone;
    await record(from, 'shown', stored.report);
    return { replies: [], card: await viewOfReport(reports, stored.report) };
  }

  async function newReport({ from, id, locale }: AdminPressContext): Promise<Answer> {
    return begin(from, percentIn(id) ?? usualPercent, locale);
  }

  /** Whoever works on it stops at its next page: it finds the report changed. */
  async function cancelReport({ from, id }: AdminPressContext): Promise<Answer> {
    for (;;) {
      const stored = await reports.find(id);
      if (!stored) return gone;
      const ended = stored.report.end ? stored : await ending(stored);
      if (ended === 'conflict') continue;
      if (!stored.report.end) await record(from, 'cancelled', stored.report);
      return { replies: [], card: await viewOfReport(reports, ended.report) };
    }
  }

  async function exportReport({ id, locale }: AdminPressContext): Promise<Answer> {
    const [stored, offered] = await Promise.all([
      reports.find(id),
      options.files.offer({ kind: 'report', key: id }, locale),
    ]);
    return stored && offered ? { replies: [offered], card: await viewOfReport(reports, stored.report) } : gone;
  }

  function ending({ report, version }: StoredTenantReport): Promise<StoredTenantReport | 'conflict'> {
    return reports.save({ ...report, end: { kind: 'cancelled' }, endedAt: now().toISOString() }, version, []);
  }

  function record({ personId }: Sender, what: 'begun' | 'shown' | 'cancelled', { id }: TenantReport): Promise<void> {
    return audit.record({
      actorId: personId,
      action: `report:${what}`,
      objectIds: [id],
      result: 'done',
      at: now().toISOString(),
    });
  }

  return { commands: { quotaReport }, presses: { showReport, newReport, cancelReport, exportReport } };
}

const gone: Answer = { replies: [], refusal: { key: 'reportGone' } };

/** '' is the usual one; undefined = no percentage that makes sense. */
function percentIn(argument: string): number | undefined {
  if (argument === '') return usualPercent;
  const percent = Number(/^(\d{1,3})\s*%?$/.exec(argument)?.[1]);
  return percent >= 1 && percent <= highestPercent ? percent : undefined;
}
