import type { TenantReport, TenantReportPerson } from '../../administration/report/ports.js';
import type { OverList, QuotaReportView, Share } from '../../administration/report/report-view.js';
import { ages, kinds, systems } from '../../administration/report/tally.js';
import { highestDeviceLimit } from '../../limits.js';
import { isTextKey } from '../../text/sentences.js';
import { adminButton, type Button } from './buttons.js';
import { chart } from './chart.js';
import { lines, type Drawing, type CardWriter } from './card-writer.js';
import { clientTime } from './time-words.js';
import type { CardData } from './templates.js';
import type { Drawers } from './drawers.js';

export const drawers = { quotaReport: drawQuotaReport } satisfies Partial<Drawers>;

/** A report of the whole tenant: how far it is, or what it says. */
function drawQuotaReport(writer: CardWriter, view: QuotaReportView): Drawing {
  const { report } = view;
  const heading = writer.plain('report.heading');
  const done = report.end?.kind === 'done';
  const data = {
    kicker: writer.plain('report.kicker', { percent: report.percent, when: clientTime(report.askedAt) }),
    heading,
    paragraphs: lines([...stateLines(writer, view), ...remarks(writer, view)]),
    charts: done ? charts(writer, view) : [],
    details: done ? details(writer, view) : [],
    options: buttons(writer, view),
  };
  return { template: 'quota-report', summary: `${heading}: ${stateLines(writer, view)[0] ?? ''}`, data };
}

/** The first sentences: how far it is, how it ended, or the answer. */
function stateLines(writer: CardWriter, { report, atLeast, over, mayBeOver }: QuotaReportView): readonly string[] {
  const { end, totals, expected, limit, percent } = report;
  switch (end?.kind) {
    case undefined:
      return [
        report.pages === 0
          ? writer.plain('report.begins')
          : expected
            ? writer.plain('report.progressOf', { devices: totals.devices, expected })
            : writer.plain('report.progress', { devices: totals.devices }),
        writer.plain('report.whileRunning'),
      ];
    case 'cancelled':
      return [writer.plain('report.cancelled', { devices: totals.devices })];
    case 'failed': {
      const reason = `report.failed.${end.reason}`;
      return [writer.plain(isTextKey(reason) ? reason : 'report.failed.other'), writer.plain('report.nothingKept')];
    }
    case 'done':
      if (over && mayBeOver && atLeast !== undefined && limit !== undefined) {
        return [
          writer.plain('report.over', { count: over.total, percent, atLeast, limit }),
          ...(mayBeOver.total > 0 ? [writer.plain('report.mayBeOver', { count: mayBeOver.total })] : []),
        ];
      }
      return [limitWords(writer, limit)];
  }
}

function limitWords(writer: CardWriter, limit: number | undefined): string {
  if (limit === undefined) return writer.plain('report.limitUnknown');
  return limit > highestDeviceLimit ? writer.plain('report.unlimited') : writer.plain('report.nobodyMay');
}

function remarks(writer: CardWriter, { report }: QuotaReportView): readonly string[] {
  const { restarts, expected, totals, end } = report;
  const missing = end?.kind === 'done' && expected !== undefined ? expected - totals.devices : 0;
  return [
    ...(restarts > 0 ? [writer.plain('report.restarted', { count: restarts })] : []),
    // Graph's own count lags: a few that came or went meanwhile are nothing to worry about.
    ...(missing > Math.max(10, totals.devices / 100) ? [writer.plain('report.missing', { count: missing })] : []),
    ...(end?.kind === 'done' ? [writer.plain('report.estimate')] : []),
  ];
}

function charts(writer: CardWriter, { report: { totals }, shares }: QuotaReportView): readonly CardData[] {
  const bySystem = systems
    .filter((system) => totals.bySystem[system] > 0)
    .map((system) => ({ label: writer.plain(`report.system.${system}`), value: totals.bySystem[system] }));
  return [
    ...(shares
      ? [
          chart(writer, {
            title: writer.plain('report.distribution'),
            data: shares.map((share, index) => ({
              label: shareLabel(writer, share, shares[index + 1]),
              value: share.people,
            })),
          }),
        ]
      : []),
    chart(writer, {
      title: writer.plain('report.byKind'),
      data: kinds
        .filter((kind) => totals.byKind[kind] > 0)
        .map((kind) => ({ label: writer.plain(`report.kind.${kind}`), value: totals.byKind[kind] })),
    }),
    chart(writer, { title: writer.plain('report.bySystem'), data: bySystem }),
  ];
}

function shareLabel(writer: CardWriter, { from }: Share, next: Share | undefined): string {
  return next === undefined
    ? writer.plain('report.shareFrom', { from })
    : writer.plain('report.shareTo', { from, to: next.from });
}

function details(writer: CardWriter, { report, over, mayBeOver }: QuotaReportView): readonly CardData[] {
  return [
    ...(over && over.total > 0 ? [people(writer, writer.plain('report.overTitle'), over, report.limit)] : []),
    ...(mayBeOver && mayBeOver.total > 0
      ? [people(writer, writer.plain('report.mayBeOverTitle'), mayBeOver, report.limit)]
      : []),
    { title: writer.plain('report.attention'), lines: lines(attention(writer, report)) },
  ];
}

function people(writer: CardWriter, title: string, { people: shown, total }: OverList, limit = 0): CardData {
  const texts = shown
    .slice(0, writer.room.items)
    .map((person) => writer.plain('listItem', { item: personLine(writer, person, limit) }));
  const more = total - texts.length;
  return { title, lines: lines(more > 0 ? [...texts, writer.plain('andMore', { count: more })] : texts) };
}

function personLine(
  writer: CardWriter,
  { personId, name, userPrincipalName, counts, mayCount, stale }: TenantReportPerson,
  limit: number,
): string {
  const who =
    name === '' && userPrincipalName === ''
      ? writer.plain('report.nameless', { id: personId })
      : [writer.given(name), writer.given(userPrincipalName)].filter((part) => part !== '').join(' · ');
  const used = writer.plain('report.used', { counts, limit });
  const may = mayCount > 0 ? `, ${writer.plain('quota.mayCount', { count: mayCount })}` : '';
  const old = stale > 0 ? `, ${writer.plain('report.stale', { count: stale })}` : '';
  return `${who}: ${used}${may}${old}`;
}

/** What somebody should look after in the tenant. */
function attention(writer: CardWriter, { totals, staleDays: from }: TenantReport): readonly string[] {
  const line = (
    key:
      | 'report.pending'
      | 'report.pendingOverAWeek'
      | 'report.downLevel'
      | 'report.disabled'
      | 'report.lastUseUnknown'
      | 'report.withoutOwner',
    count: number,
  ) => writer.plain('listItem', { item: writer.plain(key, { count }) });
  const spans = {
    once: { from, to: 2 * from },
    twice: { from: 2 * from, to: 4 * from },
    fourTimes: { from: 4 * from },
  } as const;
  return [
    ...ages.map((age) =>
      writer.plain('listItem', { item: writer.plain(`report.age.${age}`, { count: totals.staleByAge[age], ...spans[age] }) }),
    ),
    line('report.lastUseUnknown', totals.lastUseUnknown),
    line('report.pending', totals.pending),
    line('report.pendingOverAWeek', totals.pendingOverAWeek),
    line('report.downLevel', totals.downLevel),
    line('report.disabled', totals.disabled),
    line('report.withoutOwner', totals.withoutOwner),
  ];
}

function buttons(writer: CardWriter, { report: { id, end, percent } }: QuotaReportView): readonly Button[] {
  if (end === undefined)
    return [
      adminButton('showReport', id, writer.plain('report.show')),
      adminButton('cancelReport', id, writer.plain('report.cancel')),
    ];
  const file = end.kind === 'done' ? [adminButton('exportReport', id, writer.plain('report.csv'))] : [];
  return [...file, adminButton('newReport', String(percent), writer.plain('report.new'))];
}
