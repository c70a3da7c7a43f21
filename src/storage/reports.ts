import type { Kysely } from 'kysely';
import type { OverFilter, TenantReport, TenantReports, StoredTenantReport } from '../administration/report/ports.js';
import type { PersonCount } from '../administration/report/tally.js';
import type { StorageContext } from './context.js';
import { oneAtATime } from './one-at-a-time.js';
import type { Schema } from './schema.js';
import { readOrTell } from './records/read-or-tell.js';
import { writeRecord } from './records/record.js';
import { reportRecord } from './records/tenant-report.js';

/** People written in one statement: SQLite takes 32,766 values, PostgreSQL 65,535. Far below both. */
const peopleAtOnce = 500;

const personColumns = [
  'person_id as personId',
  'counts',
  'may_count as mayCount',
  'not_known as unknown',
  'stale',
  'devices',
  'name',
  'upn as userPrincipalName',
] as const;

/** What a page counted is written with the cursor that says it was read, so that nothing is counted twice or left out. */
export function createReports(context: StorageContext): TenantReports {
  const { db, tenantId } = context;

  const rows = () =>
    db.selectFrom('reports').select(['report_id', 'body', 'version']).where('tenant_id', '=', tenantId);
  const people = (id: string) =>
    db.selectFrom('report_people').select(personColumns).where('tenant_id', '=', tenantId).where('report_id', '=', id);

  /** One that cannot be read counts as none: the next one takes its place. */
  function toStored(
    row: { readonly report_id: string; readonly body: string; readonly version: number } | undefined,
  ): StoredTenantReport | undefined {
    const report = row && readOrTell(context, reportRecord, row.report_id, row.body);
    return row && report && { report, version: row.version };
  }

  async function latest(): Promise<StoredTenantReport | undefined> {
    return toStored(await rows().orderBy('asked_at', 'desc').orderBy('report_id').limit(1).executeTakeFirst());
  }

  return {
    latest,

    async begin(report) {
      return await oneAtATime(context, async (transaction) => {
        const running = await transaction
          .selectFrom('reports')
          .select(['report_id', 'body', 'version'])
          .where('tenant_id', '=', tenantId)
          .where('running', '=', 1)
          .executeTakeFirst();
        const before = toStored(running);
        if (before) return { stored: before, begun: false };
        await transaction.deleteFrom('report_people').where('tenant_id', '=', tenantId).execute();
        await transaction.deleteFrom('reports').where('tenant_id', '=', tenantId).execute();
        await transaction
          .insertInto('reports')
          .values({
            tenant_id: tenantId,
            report_id: report.id,
            asked_by: report.askedBy,
            asked_at: Date.parse(report.askedAt),
            running: 1,
            body: writeRecord(reportRecord, report),
            version: 1,
            leased_by: null,
            leased_until: 0,
          })
          .execute();
        return { stored: { report, version: 1 }, begun: true };
      });
    },

    async find(id) {
      return toStored(await rows().where('report_id', '=', id).executeTakeFirst());
    },

    async lease(worker, now, until) {
      const leased = await db
        .updateTable('reports')
        .set({ leased_by: worker, leased_until: until })
        .where('tenant_id', '=', tenantId)
        .where('running', '=', 1)
        .where((eb) => eb.or([eb('leased_by', '=', worker), eb('leased_until', '<', now)]))
        .returning(['report_id', 'body', 'version'])
        .executeTakeFirst();
      return toStored(leased);
    },

    async release(id, worker) {
      await db
        .updateTable('reports')
        .set({ leased_by: null, leased_until: 0 })
        .where((eb) => eb.and({ tenant_id: tenantId, report_id: id, leased_by: worker }))
        .execute();
    },

    async save(report, version, counted, fresh = false) {
      return await db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('reports')
          .set({
            body: writeRecord(reportRecord, report),
            version: version + 1,
            running: report.end === undefined ? 1 : 0,
          })
          .where((eb) => eb.and({ tenant_id: tenantId, report_id: report.id, version }))
          .executeTakeFirst();
        if (numUpdatedRows !== 1n) return 'conflict';
        if (fresh)
          await transaction
            .deleteFrom('report_people')
            .where((eb) => eb.and({ tenant_id: tenantId, report_id: report.id }))
            .execute();
        for (let from = 0; from < counted.length; from += peopleAtOnce)
          await add(transaction, report, counted.slice(from, from + peopleAtOnce));
        return { report, version: version + 1 };
      });
    },

    async name(id, named) {
      await db.transaction().execute(async (transaction) => {
        for (const { personId, name, userPrincipalName } of named) {
          await transaction
            .updateTable('report_people')
            .set({ name, upn: userPrincipalName })
            .where((eb) => eb.and({ tenant_id: tenantId, report_id: id, person_id: personId }))
            .execute();
        }
      });
    },

    async distribution(id) {
      const groups = await db
        .selectFrom('report_people')
        .select(['counts', 'may_count as mayCount', (eb) => eb.fn.countAll<number | string>().as('people')])
        .where('tenant_id', '=', tenantId)
        .where('report_id', '=', id)
        .groupBy(['counts', 'may_count'])
        .execute();
      return groups.map(({ people: number, ...group }) => ({ ...group, people: Number(number) }));
    },

    async over(id, { by, atLeast }: OverFilter, limit) {
      const query = people(id);
      const chosen =
        by === 'counts'
          ? query.where('counts', '>=', atLeast).orderBy('counts', 'desc').orderBy('may_count', 'desc')
          : query
              .where('counts', '<', atLeast)
              .where((eb) => eb(eb('counts', '+', eb.ref('may_count')), '>=', atLeast))
              .orderBy((eb) => eb('counts', '+', eb.ref('may_count')), 'desc');
      return await chosen.orderBy('person_id').limit(limit).execute();
    },

    async people(id, afterPersonId, limit) {
      return await people(id).where('person_id', '>', afterPersonId).orderBy('person_id').limit(limit).execute();
    },
  };

  async function add(
    transaction: Kysely<Schema>,
    { id }: TenantReport,
    counted: readonly PersonCount[],
  ): Promise<void> {
    const values = counted.map(({ personId, counts, mayCount, unknown, stale, devices }) => ({
      tenant_id: tenantId,
      report_id: id,
      person_id: personId,
      counts,
      may_count: mayCount,
      not_known: unknown,
      stale,
      devices,
      name: '',
      upn: '',
    }));
    await transaction
      .insertInto('report_people')
      .values(values)
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'report_id', 'person_id']).doUpdateSet((eb) => ({
          counts: eb('report_people.counts', '+', eb.ref('excluded.counts')),
          may_count: eb('report_people.may_count', '+', eb.ref('excluded.may_count')),
          not_known: eb('report_people.not_known', '+', eb.ref('excluded.not_known')),
          stale: eb('report_people.stale', '+', eb.ref('excluded.stale')),
          devices: eb('report_people.devices', '+', eb.ref('excluded.devices')),
        })),
      )
      .execute();
  }
}
