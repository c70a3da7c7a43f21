import type { Kysely } from 'kysely';
import type { PersonalData } from '../assistant/ports.js';
import type { StorageContext } from './context.js';
import type { Schema } from './schema.js';
import { withoutPeople } from './ticket-store.js';

/** Milliseconds a handled activity is remembered: far longer than Teams goes on delivering one again. Ours. */
const handledMs = 24 * 60 * 60_000;

/** Tickets anonymised in one transaction, so that nobody waits long for the retention job. Ours. */
const batchSize = 100;

export function createPersonalData({ db, tenantId, now, rowLocks }: StorageContext): PersonalData {
  async function expireTickets(before: number): Promise<number> {
    return await db.transaction().execute(async (transaction) => {
      const rows = await transaction
        .selectFrom('tickets')
        .select(['number', 'body', 'version'])
        .where('tenant_id', '=', tenantId)
        .where('resolved_at', '<', before)
        .where('anonymity', '<>', 'everybody')
        .orderBy('number')
        .limit(batchSize)
        .$if(rowLocks, (query) => query.forUpdate())
        .execute();
      for (const row of rows) {
        await transaction
          .updateTable('tickets')
          .set(withoutPeople(row, 'everybody'))
          .where('tenant_id', '=', tenantId)
          .where('number', '=', row.number)
          .execute();
      }
      return rows.length;
    });
  }

  return {
    async forget(personId) {
      return await db.transaction().execute(async (transaction) => {
        await forgetMessages(transaction, tenantId, personId);
        await transaction.deleteFrom('conversations').where((eb) => eb.and({ tenant_id: tenantId, person_id: personId })).execute();
        await transaction.deleteFrom('preferences').where((eb) => eb.and({ tenant_id: tenantId, person_id: personId })).execute();
        const { numDeletedRows } = await transaction
          .deleteFrom('sessions')
          .where((eb) => eb.and({ tenant_id: tenantId, person_id: personId }))
          .executeTakeFirst();
        return { sessions: Number(numDeletedRows) };
      });
    },

    async expire(before) {
      const sessions = await db
        .deleteFrom('sessions')
        .where('tenant_id', '=', tenantId)
        .where('updated_at', '<', before)
        .executeTakeFirst();
      let tickets = 0;
      for (let batch = batchSize; batch === batchSize; tickets += batch) batch = await expireTickets(before);
      const messages = await db
        .deleteFrom('outbox')
        .where('tenant_id', '=', tenantId)
        .where('state', '=', 'parked')
        .where('since', '<', before)
        .executeTakeFirst();
      await db
        .deleteFrom('handled_activities')
        .where('tenant_id', '=', tenantId)
        .where('seen_at', '<', now() - handledMs)
        .execute();
      return { sessions: Number(sessions.numDeletedRows), tickets, messages: Number(messages.numDeletedRows) };
    },
  };
}

/** What waits for the person, and changes of cards in their chat. */
async function forgetMessages(transaction: Kysely<Schema>, tenantId: string, personId: string): Promise<void> {
  await transaction
    .deleteFrom('outbox')
    .where('tenant_id', '=', tenantId)
    .where((eb) =>
      eb.or([
        eb('person_id', '=', personId),
        eb(
          'conversation_id',
          'in',
          eb
            .selectFrom('conversations')
            .select('conversations.conversation_id')
            .where('conversations.tenant_id', '=', tenantId)
            .where('conversations.person_id', '=', personId),
        ),
      ]),
    )
    .execute();
}
