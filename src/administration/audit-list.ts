import type { Person } from '../directory/model.js';
import { isObjectId } from '../directory/names-one-person.js';
import type { Audit, AuditEntry } from '../helpdesk/audit.js';
import type { Exporter, CsvRow } from './exports.js';
import { dayMs } from '../runtime/durations.js';

/** An entry with the names of today; an id that belongs to nobody the directory knows stands for itself. */
export interface AuditLine {
  readonly entry: AuditEntry;
  readonly actor: string;
  readonly objects: readonly string[];
}

/** The newest entries of so many days. */
export interface AuditListView {
  readonly kind: 'auditList';
  readonly days: number;
  readonly total: number;
  readonly lines: readonly AuditLine[];
}

export interface AuditListOptions {
  readonly audit: Pick<Audit, 'count' | 'page'>;
  readonly peopleById: (ids: readonly string[]) => Promise<ReadonlyMap<string, Person>>;
  /** Epoch ms. */
  readonly now: () => number;
  /** The audit is kept so long. */
  readonly retentionDays: number;
}

/** Entries on the card; the file has all. */
const mostShown = 12;

/** Objects of one entry that are named. A look-up of six people has so many. */
const mostObjects = 6;

/** Entries read at once for a file, and bytes of one line, about. */
const pageSize = 1_000;
const lineBytes = 150;

/** What administrators see of the audit. Names are looked up for what is shown, in one request; the audit itself holds ids. */
export function createAuditList({ audit, peopleById, now, retentionDays }: AuditListOptions) {
  const since = (days: number): number => now() - days * dayMs;

  async function list(days: number): Promise<AuditListView> {
    const [total, entries] = await Promise.all([
      audit.count(since(days)),
      audit.page(since(days), undefined, mostShown),
    ]);
    const ids = entries
      .flatMap(({ actorId, objectIds }) => [actorId, ...objectIds.slice(0, mostObjects)])
      .filter(isObjectId);
    const people = ids.length === 0 ? new Map<string, Person>() : await peopleById(ids);
    const named = (id: string): string => people.get(id)?.displayName ?? id;
    return {
      kind: 'auditList',
      days,
      total,
      lines: entries.map((entry) => ({
        entry,
        actor: named(entry.actorId),
        objects: entry.objectIds.slice(0, mostObjects).map(named),
      })),
    };
  }

  /** The key is the number of days. */
  const exporter: Exporter = {
    async file(key) {
      const days = daysIn(key);
      if (days === undefined) return undefined;
      const from = since(days);
      return {
        name: `audit-${days}-days.csv`,
        rows: rowsOf(audit, from),
        approximateBytes: ((await audit.count(from)) + 1) * lineBytes,
      };
    },
  };

  /** '' is a week; undefined = no number of days that is kept. */
  function daysIn(argument: string): number | undefined {
    if (argument === '') return Math.min(7, retentionDays);
    const days = Number(/^(\d{1,5})(?:\s*(?:d|days?|tage?n?))?$/i.exec(argument)?.[1]);
    return days >= 1 && days <= retentionDays ? days : undefined;
  }

  return { list, exporter, daysIn };
}

async function* rowsOf(audit: AuditListOptions['audit'], since: number): AsyncGenerator<CsvRow> {
  yield ['at (UTC)', 'who (object id)', 'what', 'whom (ids)', 'result'];
  for (let before: number | undefined; ;) {
    const entries = await audit.page(since, before, pageSize);
    for (const { at, actorId, action, objectIds, result } of entries)
      yield [at, actorId, action, objectIds.join(' '), result];
    const last = entries.at(-1);
    if (!last || entries.length < pageSize) return;
    before = last.id;
  }
}
