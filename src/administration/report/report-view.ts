import type { OutgoingView } from '../../helpdesk/ports.js';
import type { CountedPeople, TenantReport, TenantReportPerson, TenantReports } from './ports.js';
import { thresholdOf } from './threshold.js';

/** People of a list, the ones with most devices first, and how many there are in all. */
export interface OverList {
  readonly people: readonly TenantReportPerson[];
  readonly total: number;
}

/** How many people are so far, in percent of the limit: from `from` on, below the next one's. */
export interface Share {
  readonly from: number;
  readonly people: number;
}

/** A report, under way or ended. What needs a limit that is known is there only with one. */
export interface QuotaReportView {
  readonly kind: 'quotaReport';
  readonly report: TenantReport;
  /** Devices from which on somebody is in the lists. */
  readonly atLeast?: number;
  readonly over?: OverList;
  /** Over it only together with what may count. */
  readonly mayBeOver?: OverList;
  readonly shares?: readonly Share[];
}

/** People of one list on the card; the file has all. */
const mostShown = 10;

/** Lower ends of the groups of the distribution, in percent of the limit. */
const groups = [0, 20, 40, 60, 80, 100] as const;

/** What the card of a report shows now. */
export async function viewOfReport(reports: TenantReports, report: TenantReport): Promise<QuotaReportView> {
  const { id, limit, percent, end } = report;
  const atLeast = thresholdOf(limit, percent);
  if (end?.kind !== 'done' || atLeast === undefined || limit === undefined) return { kind: 'quotaReport', report };
  const distribution = await reports.distribution(id);
  const [over, mayBeOver] = await Promise.all(
    (['counts', 'mayCount'] as const).map((by) => reports.over(id, { by, atLeast }, mostShown)),
  );
  return {
    kind: 'quotaReport',
    report,
    atLeast,
    over: { people: over ?? [], total: sum(distribution.filter(({ counts }) => counts >= atLeast)) },
    mayBeOver: {
      people: mayBeOver ?? [],
      total: sum(distribution.filter(({ counts, mayCount }) => counts < atLeast && counts + mayCount >= atLeast)),
    },
    shares: groups.map((from, index) => {
      const below = groups[index + 1] ?? Infinity;
      return {
        from,
        people: sum(distribution.filter(({ counts }) => counts * 100 >= from * limit && counts * 100 < below * limit)),
      };
    }),
  };
}

/** What an auto-updating card of a report shows; undefined when the report is gone. */
export async function autoUpdatingReport(reports: TenantReports, id: string): Promise<OutgoingView | undefined> {
  const stored = await reports.find(id);
  return stored && viewOfReport(reports, stored.report);
}

function sum(groupsOfPeople: readonly CountedPeople[]): number {
  return groupsOfPeople.reduce((total, { people }) => total + people, 0);
}
