import type { Kysely } from 'kysely';
import type { AuditEntry } from '../helpdesk/audit.js';
import type { StorageContext } from './context.js';
import { nextNumber } from './next-number.js';
import type { Schema } from './schema.js';

/** One entry, within the transaction of what it tells of. */
export async function writeAudit(
  transaction: Kysely<Schema>,
  context: StorageContext,
  entry: AuditEntry,
): Promise<void> {
  const { actorId, action, objectIds, result, at } = entry;
  await transaction
    .insertInto('audit')
    .values({
      tenant_id: context.tenantId,
      id: await nextNumber(transaction, context, 'audit'),
      at: Date.parse(at),
      actor_id: actorId,
      action,
      object_ids: JSON.stringify(objectIds),
      result,
    })
    .execute();
}
