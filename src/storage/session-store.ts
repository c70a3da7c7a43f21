import type { Kysely } from 'kysely';
import type { SessionStore, Stored } from '../assistant/ports.js';
import type { Session } from '../troubleshooting/session.js';
import type { StorageContext } from './context.js';
import { nextNumber } from './next-number.js';
import type { Schema } from './schema.js';
import { walkNumbersOf } from './walk-numbers-of.js';
import { readOrTell } from './records/read-or-tell.js';
import { writeRecord } from './records/record.js';
import { sessionRecord } from './records/session.js';

/** Sessions, one person's latest first; a save with an old version writes nothing and gives undefined. */
export function createSessionStore(context: StorageContext): SessionStore {
  const { db, tenantId, now } = context;

  /** Written with the session, so that the numbers are right whatever happens. */
  async function count(transaction: Kysely<Schema>, sequence: number, session: Session): Promise<void> {
    const numbers = walkNumbersOf(session, now());
    await transaction
      .insertInto('walk_numbers')
      .values({ tenant_id: tenantId, sequence, ...numbers })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'sequence']).doUpdateSet(numbers))
      .execute();
  }

  return {
    async latest(personId) {
      const row = await db
        .selectFrom('sessions')
        .select(['body', 'version', 'session_id'])
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .orderBy('sequence', 'desc')
        .limit(1)
        .executeTakeFirst();
      // One that cannot be read counts as none: the person begins anew.
      const value = row && readOrTell(context, sessionRecord, row.session_id, row.body);
      return row && value && { value, version: row.version };
    },

    async insert(personId, session): Promise<Stored<Session>> {
      const version = 1;
      await db.transaction().execute(async (transaction) => {
        const sequence = await nextNumber(transaction, context, 'session');
        await transaction
          .insertInto('sessions')
          .values({
            tenant_id: tenantId,
            person_id: personId,
            session_id: session.id,
            sequence,
            version,
            ...columns(session, now()),
          })
          .execute();
        await count(transaction, sequence, session);
      });
      return { value: session, version };
    },

    async save(personId, session, version) {
      return await db.transaction().execute(async (transaction) => {
        const saved = await transaction
          .updateTable('sessions')
          .set({ version: version + 1, ...columns(session, now()) })
          .where('tenant_id', '=', tenantId)
          .where('person_id', '=', personId)
          .where('session_id', '=', session.id)
          .where('version', '=', version)
          .returning('sequence')
          .executeTakeFirst();
        if (!saved) return undefined;
        await count(transaction, saved.sequence, session);
        return { value: session, version: version + 1 };
      });
    },
  };
}

function columns(session: Session, updatedAt: number) {
  return { body: writeRecord(sessionRecord, session), updated_at: updatedAt };
}
