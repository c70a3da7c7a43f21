import type { Kysely } from 'kysely';
import type { Ticket } from '../helpdesk/ticket.js';
import type { StorageContext } from './context.js';
import type { Schema } from './schema.js';
import { readOrTell } from './records/read-or-tell.js';
import { writeRecord } from './records/record.js';
import { sessionRecord } from './records/session.js';

/**
 * What was pasted goes with the end of its ticket, also from the walk that it was handed over from. The version grows, so that
 * nobody who read it before writes it back. The ticket's row is locked before the walk's, here as in forget.ts.
 */
export async function dropPastes(
  transaction: Kysely<Schema>,
  context: StorageContext,
  { requester, sessionId }: Ticket,
): Promise<void> {
  const { tenantId, rowLocks } = context;
  const mine = { tenant_id: tenantId, person_id: requester.id, session_id: sessionId };
  const row = await transaction
    .selectFrom('sessions')
    .select(['body', 'version'])
    .where((eb) => eb.and(mine))
    .$if(rowLocks, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) return;
  const session = readOrTell(context, sessionRecord, sessionId, row.body);
  if (!session) {
    // What was pasted has to go, and nobody can tell what else stands there.
    await transaction
      .deleteFrom('sessions')
      .where((eb) => eb.and(mine))
      .execute();
    return;
  }
  if (!session.readings?.some(({ text }) => text !== undefined)) return;
  const readings = session.readings.map(({ text: _pasted, ...reading }) => reading);
  await transaction
    .updateTable('sessions')
    .set({ body: writeRecord(sessionRecord, { ...session, readings }), version: row.version + 1 })
    .where((eb) => eb.and(mine))
    .execute();
}
