import type { Report, ReportedPerson } from '../../administration/report/ports.js';
import type { OverList, QuotaReportView, Share } from '../../administration/report/report-view.js';
import { ages, kinds, systems } from '../../administration/report/tally.js';
import { highestDeviceLimit } from '../../limits.js';
import { isTextKey } from '../../text/sentences.js';
import { adminButton, type Button } from './buttons.js';
import { chart } from './chart.js';
import { lines, type Drawing, type Pen } from './pen.js';
import { clientTime } from './time-words.js';
import type { CardData } from './templates.js';
import type { Drawers } from './drawers.js';

export const drawers = { quotaReport: drawQuotaReport } satisfies Partial<Drawers>;

/** A report of the whole tenant: how far it is, or what it says. */
function drawQuotaReport(pen: Pen, view: QuotaReportView): Drawing {
  const { report } = view;
  const heading = pen.plain('report.heading');
  const done = report.end?.kind === 'done';
  const data = {
    kicker: pen.plain('report.kicker', { percent: report.percent, when: clientTime(report.askedAt) }),
    heading,
    paragraphs: lines([...standing(pen, view), ...remarks(pen, view)]),
    charts: done ? charts(pen, view) : [],
    details: done ? details(pen, view) : [],
    options: buttons(pen, view),
  };
  return { template: 'quota-report', summary: `${heading}: ${standing(pen, view)[0] ?? ''}`, data };
}

/** The first sentences: how far it is, how it ended, or the answer. */
function standing(pen: Pen, { report, atLeast, over, mayBeOver }: QuotaReportView): readonly string[] {
  const { end, totals, expected, limit, percent } = report;
  switch (end?.kind) {
    case undefined:
      return [
        report.pages === 0
          ? pen.plain('report.begins')
          : expected
            ? pen.plain('report.progressOf', { devices: totals.devices, expected })
            : pen.plain('report.progress', { devices: totals.devices }),
        pen.plain('report.whileRunning'),
      ];
    case 'cancelled':
      return [pen.plain('report.cancelled', { devices: totals.devices })];
    case 'failed': {
      const reason = `report.failed.${end.reason}`;
      return [pen.plain(isTextKey(reason) ? reason : 'report.failed.other'), pen.plain('report.nothingKept')];
    }
    case 'done':
      if (over && mayBeOver && atLeast !== undefined && limit !== undefined) {
        return [
          pen.plain('report.over', { count: over.total, percent, atLeast, limit }),
          ...(mayBeOver.total > 0 ? [pen.plain('report.mayBeOver', { count: mayBeOver.total })] : []),
        ];
      }
      return [limitWords(pen, limit)];
  }
}

function limitWords(pen: Pen, limit: number | undefined): string {
  if (limit === undefined) return pen.plain('report.limitUnknown');
  return limit > highestDeviceLimit ? pen.plain('report.unlimited') : pen.plain('report.nobodyMay');
}

function remarks(pen: Pen, { report }: QuotaReportView): readonly string[] {
  const { restarts, expected, totals, end } = report;
  const missing = end?.kind === 'done' && expected !== undefined ? expected - totals.devices : 0;
  return [
    ...(restarts > 0 ? [pen.plain('report.restarted', { count: restarts })] : []),
    // Graph's own count lags: a few that came or went meanwhile are nothing to worry about.
    ...(missing > Math.max(10, totals.devices / 100) ? [pen.plain('report.missing', { count: missing })] : []),
    ...(end?.kind === 'done' ? [pen.plain('report.estimate')] : []),
  ];
}

function charts(pen: Pen, { report: { totals }, shares }: QuotaReportView): readonly CardData[] {
  const bySystem = systems
    .filter((system) => totals.bySystem[system] > 0)
    .map((system) => ({ label: pen.plain(`report.system.${system}`), value: totals.bySystem[system] }));
  return [
    ...(shares
      ? [
          chart(pen, {
            title: pen.plain('report.distribution'),
            data: shares.map((share, index) => ({
              label: shareLabel(pen, share, shares[index + 1]),
              value: share.people,
            })),
          }),
        ]
      : []),
    chart(pen, {
      title: pen.plain('report.byKind'),
      data: kinds
        .filter((kind) => totals.byKind[kind] > 0)
        .map((kind) => ({ label: pen.plain(`report.kind.${kind}`), value: totals.byKind[kind] })),
    }),
    chart(pen, { title: pen.plain('report.bySystem'), data: bySystem }),
  ];
}

function shareLabel(pen: Pen, { from }: Share, next: Share | undefined): string {
  return next === undefined
    ? pen.plain('report.shareFrom', { from })
    : pen.plain('report.shareTo', { from, to: next.from });
}

function details(pen: Pen, { report, over, mayBeOver }: QuotaReportView): readonly CardData[] {
  return [
    ...(over && over.total > 0 ? [people(pen, pen.plain('report.overTitle'), over, report.limit)] : []),
    ...(mayBeOver && mayBeOver.total > 0
      ? [people(pen, pen.plain('report.mayBeOverTitle'), mayBeOver, report.limit)]
      : []),
    { title: pen.plain('report.attention'), lines: lines(attention(pen, report)) },
  ];
}

function people(pen: Pen, title: string, { people: shown, total }: OverList, limit = 0): CardData {
  const texts = shown
    .slice(0, pen.room.items)
    .map((person) => pen.plain('listItem', { item: personLine(pen, person, limit) }));
  const more = total - texts.length;
  return { title, lines: lines(more > 0 ? [...texts, pen.plain('andMore', { count: more })] : texts) };
}

function personLine(
  pen: Pen,
  { personId, name, userPrincipalName, counts, mayCount, stale }: ReportedPerson,
  limit: number,
): string {
  const who =
    name === '' && userPrincipalName === ''
      ? pen.plain('report.nameless', { id: personId })
      : [pen.given(name), pen.given(userPrincipalName)].filter((part) => part !== '').join(' · ');
  const used = pen.plain('report.used', { counts, limit });
  const may = mayCount > 0 ? `, ${pen.plain('quota.mayCount', { count: mayCount })}` : '';
  const old = stale > 0 ? `, ${pen.plain('report.stale', { count: stale })}` : '';
  return `${who}: ${used}${may}${old}`;
}

/** What somebody should look after in the tenant. */
function attention(pen: Pen, { totals, staleDays: from }: Report): readonly string[] {
  const line = (
    key:
      | 'report.pending'
      | 'report.pendingOverAWeek'
      | 'report.downLevel'
      | 'report.disabled'
      | 'report.lastUseUnknown'
      | 'report.withoutOwner',
    count: number,
  ) => pen.plain('listItem', { item: pen.plain(key, { count }) });
  const spans = {
    once: { from, to: 2 * from },
    twice: { from: 2 * from, to: 4 * from },
    fourTimes: { from: 4 * from },
  } as const;
  return [
    ...ages.map((age) =>
      pen.plain('listItem', { item: pen.plain(`report.age.${age}`, { count: totals.staleByAge[age], ...spans[age] }) }),
    ),
    line('report.lastUseUnknown', totals.lastUseUnknown),
    line('report.pending', totals.pending),
    line('report.pendingOverAWeek', totals.pendingOverAWeek),
    line('report.downLevel', totals.downLevel),
    line('report.disabled', totals.disabled),
    line('report.withoutOwner', totals.withoutOwner),
  ];
}

function buttons(pen: Pen, { report: { id, end, percent } }: QuotaReportView): readonly Button[] {
  if (end === undefined)
    return [
      adminButton('showReport', id, pen.plain('report.show')),
      adminButton('cancelReport', id, pen.plain('report.cancel')),
    ];
  const file = end.kind === 'done' ? [adminButton('exportReport', id, pen.plain('report.csv'))] : [];
  return [...file, adminButton('newReport', String(percent), pen.plain('report.new'))];
}
