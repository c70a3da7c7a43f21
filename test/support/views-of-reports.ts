import type { TenantReport, TenantReportPerson } from '../../src/administration/report/ports.js';
import type { QuotaReportView } from '../../src/administration/report/report-view.js';
import { noTotals } from '../../src/administration/report/tally.js';

/** A report that has just begun. */
export function aReportOfAll(changes: Partial<TenantReport> = {}): TenantReport {
  return {
    id: 'report-1',
    askedBy: 'ada',
    locale: 'en',
    percent: 80,
    askedAt: '2026-05-04T09:00:00.000Z',
    staleDays: 90,
    cursors: [{ done: false }, { done: false }],
    pages: 0,
    restarts: 0,
    totals: noTotals,
    ...changes,
  };
}

export function aReportedPerson(changes: Partial<TenantReportPerson> = {}): TenantReportPerson {
  return {
    personId: '5d96cf7f-265b-4da9-8f0c-26ef4243ed52',
    name: 'Ben Okafor',
    userPrincipalName: 'ben.okafor@contoso.com',
    counts: 18,
    mayCount: 2,
    unknown: 0,
    stale: 3,
    devices: 20,
    ...changes,
  };
}

const totals = {
  ...noTotals,
  devices: 103_412,
  byKind: { AzureAd: 61_003, Workplace: 12_400, ServerAd: 30_000, unknown: 9 },
  bySystem: {
    windows11: 70_000,
    windows10: 30_000,
    windows81: 12,
    windows8: 3,
    windows7: 260,
    windowsUnknown: 37,
    other: 3_100,
  },
  staleByAge: { once: 4_000, twice: 1, fourTimes: 0 },
  lastUseUnknown: 17,
  disabled: 90,
  pending: 400,
  pendingOverAWeek: 31,
  downLevel: 275,
  withoutOwner: 29_000,
};
const done = aReportOfAll({
  end: { kind: 'done' },
  endedAt: '2026-05-04T09:04:00.000Z',
  pages: 1_035,
  totals,
  limit: 20,
  expected: 103_412,
});
const shares = [0, 20, 40, 60, 80, 100].map((from, index) => ({
  from,
  people: [30_000, 8_000, 1_500, 300, 41, 2][index] ?? 0,
}));
const many = Array.from({ length: 10 }, (_, index) =>
  aReportedPerson({ personId: `person-${index}`, counts: 20 - index }),
);
const named = {
  people: [
    ...many,
    aReportedPerson({ name: '[x](http://evil) **bold**', userPrincipalName: '', stale: 0 }),
    aReportedPerson({ name: '', userPrincipalName: '', mayCount: 0 }),
  ],
  total: 43,
};

export const reportViews: readonly QuotaReportView[] = [
  { kind: 'quotaReport', report: aReportOfAll() },
  {
    kind: 'quotaReport',
    report: aReportOfAll({ pages: 10, totals: { ...totals, devices: 1_000 }, expected: 103_412, restarts: 1 }),
  },
  { kind: 'quotaReport', report: aReportOfAll({ pages: 10, totals: { ...totals, devices: 1_000 } }) },
  {
    kind: 'quotaReport',
    report: done,
    atLeast: 16,
    over: named,
    mayBeOver: { people: [aReportedPerson({ counts: 15 })], total: 1 },
    shares,
  },
  {
    kind: 'quotaReport',
    report: { ...done, expected: 110_000, restarts: 2 },
    atLeast: 16,
    over: { people: [], total: 0 },
    mayBeOver: { people: [], total: 0 },
    shares,
  },
  { kind: 'quotaReport', report: aReportOfAll({ end: { kind: 'done' }, totals, limitUnknown: 'forbidden' }) },
  { kind: 'quotaReport', report: aReportOfAll({ end: { kind: 'done' }, totals, limit: 2_147_483_647 }) },
  { kind: 'quotaReport', report: aReportOfAll({ end: { kind: 'done' }, totals, limit: 0 }) },
  { kind: 'quotaReport', report: aReportOfAll({ end: { kind: 'cancelled' }, totals }) },
  ...['forbidden', 'limitedInformation', 'throttled', 'unreachable', 'timeout', 'expired', 'invalid'].map(
    (reason): QuotaReportView => ({ kind: 'quotaReport', report: aReportOfAll({ end: { kind: 'failed', reason } }) }),
  ),
];
