import type { Kysely } from 'kysely';
import type { AuditEntry } from '../helpdesk/audit.js';
import { nextNumber, type StorageContext } from './context.js';
import type { Schema } from './schema.js';

/** One entry, within the transaction of what it tells of. */
export async function writeAudit(transaction: Kysely<Schema>, { tenantId }: StorageContext, entry: AuditEntry): Promise<void> {
  const { actorId, action, objectIds, result, at } = entry;
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
}
