import type { Audit, AuditEntry } from '../helpdesk/audit.js';
import type { StorageContext } from './context.js';
import { writeAudit } from './write-audit.js';
import { readObjectIds } from './records/lists.js';

/** Entries are only ever added, and deleted when their time is over. */
export function createAudit(context: StorageContext): Audit {
  const { db, tenantId } = context;
  return {
    async record(entry) {
      await db.transaction().execute((transaction) => writeAudit(transaction, context, entry));
    },

    async since(time, limit) {
      const rows = await db
        .selectFrom('audit')
        .select(['id', 'actor_id as actorId', 'action', 'object_ids as objectIds', 'result', 'at'])
        .where('tenant_id', '=', tenantId)
        .where('at', '>=', time)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ id, objectIds, at, ...row }): AuditEntry => ({
        ...row,
        objectIds: readObjectIds(context, id, objectIds),
        at: new Date(at).toISOString(),
      }));
    },

    async count(since) {
      const { entries } = await db
        .selectFrom('audit')
        .select((eb) => eb.fn.countAll<number | string>().as('entries'))
        .where('tenant_id', '=', tenantId)
        .where('at', '>=', since)
        .executeTakeFirstOrThrow();
      return Number(entries);
    },

    async page(since, before, limit) {
      const rows = await db
        .selectFrom('audit')
        .select(['id', 'actor_id as actorId', 'action', 'object_ids as objectIds', 'result', 'at'])
        .where('tenant_id', '=', tenantId)
        .where('at', '>=', since)
        .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ objectIds, at, ...row }) => ({
        ...row,
        objectIds: readObjectIds(context, row.id, objectIds),
        at: new Date(at).toISOString(),
      }));
    },

    async expire(before) {
      const { numDeletedRows } = await db
        .deleteFrom('audit')
        .where('tenant_id', '=', tenantId)
        .where('at', '<', before)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
