import type { Audit, AuditAction } from '../helpdesk/audit.js';
import type { LookUpRecord } from './look-up.js';

export interface RecordLookUpOptions {
  readonly audit: Pick<Audit, 'record'>;
  readonly now: () => Date;
}

export type RecordLookUp = ReturnType<typeof createRecordLookUp>;

/** Writes down who looked up whom, before the answer is shown. Who looks up themselves needs no entry. */
export function createRecordLookUp({ audit, now }: RecordLookUpOptions) {
  return async function recordLookUp(
    actorId: string,
    action: AuditAction,
    { objectIds, result }: LookUpRecord,
  ): Promise<void> {
    const others = objectIds.filter((id) => id !== actorId);
    if (objectIds.length > 0 && others.length === 0) return;
    await audit.record({ actorId, action, objectIds: others, result, at: now().toISOString() });
  };
}
