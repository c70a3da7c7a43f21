import type { Audit, AuditEntry } from '../helpdesk/audit.js';
import { nextNumber, type StorageContext } from './context.js';

/** Entries are only ever added, and deleted when their time is over. */
export function createAudit({ db, tenantId }: StorageContext): Audit {
  return {
    async record({ actorId, action, objectIds, result, at }) {
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('audit')
          .values({
            tenant_id: tenantId,
            id: await nextNumber(transaction, tenantId, 'audit'),
            at: Date.parse(at),
            actor_id: actorId,
            action,
            object_ids: JSON.stringify(objectIds),
            result,
          })
          .execute();
      });
    },

    async since(time, limit) {
      const rows = await db
        .selectFrom('audit')
        .select(['actor_id as actorId', 'action', 'object_ids as objectIds', 'result', 'at'])
        .where('tenant_id', '=', tenantId)
        .where('at', '>=', time)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ objectIds, at, ...row }): AuditEntry => ({
        ...row,
        objectIds: JSON.parse(objectIds) as readonly string[],
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
