import type { Exporter, CsvRow } from './exports.js';
import type { TenantReport, TenantReports } from './report/ports.js';

/** People read at once. */
const pageSize = 1_000;

/** Bytes of one person's line, about. */
const lineBytes = 110;

/** Everybody who owns a device, one a line: the key is the report's id. Names stand where they were looked up: at or over the percentage. */
export function createReportExporter(reports: TenantReports): Exporter {
  return {
    async file(key) {
      const stored = await reports.find(key);
      if (stored?.report.end?.kind !== 'done') return undefined;
      const people = (await reports.distribution(key)).reduce((sum, group) => sum + group.people, 0);
      const { report } = stored;
      return {
        name: `device-limit-${report.askedAt.slice(0, 10)}.csv`,
        rows: rowsOf(reports, report),
        approximateBytes: (people + 1) * lineBytes,
      };
    },
  };
}

async function* rowsOf(reports: TenantReports, { id, limit }: TenantReport): AsyncGenerator<CsvRow> {
  yield [
    'object id',
    'name',
    'sign-in address',
    'counts',
    'may count',
    'not known',
    'not used for long',
    'devices',
    'limit',
    'percent of the limit',
  ];
  for (let after = ''; ;) {
    const people = await reports.people(id, after, pageSize);
    for (const { personId, name, userPrincipalName, counts, mayCount, unknown, stale, devices } of people) {
      yield [
        personId,
        name,
        userPrincipalName,
        counts,
        mayCount,
        unknown,
        stale,
        devices,
        limit ?? '',
        limit ? Math.round((counts / limit) * 1_000) / 10 : '',
      ];
    }
    const last = people.at(-1);
    if (!last || people.length < pageSize) return;
    after = last.personId;
  }
}
