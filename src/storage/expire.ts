import type { PersonalData } from '../assistant/ports.js';
import { anonymiseTickets, anonymisedColumns } from './anonymise-tickets.js';
import type { StorageContext } from './context.js';

/** Milliseconds a handled activity is remembered: far longer than Teams goes on delivering one again. Ours. */
const handledMs = 24 * 60 * 60_000;

/** Tickets anonymised in one transaction, so that nobody waits long for the retention job. Ours. */
const batchSize = 100;

/** Forgets what is older than its time: sessions, messages and people not seen go, resolved tickets lose their people in batches. */
export function createExpire(context: StorageContext): PersonalData['expire'] {
  const { db, tenantId, now, rowLocks } = context;

  async function expireTickets(before: number): Promise<number> {
    return await db.transaction().execute(async (transaction) => {
      const rows = await transaction
        .selectFrom('tickets')
        .select(anonymisedColumns)
        .where('tenant_id', '=', tenantId)
        .where('resolved_at', '<', before)
        .where('number', 'in', (eb) =>
          eb.selectFrom('ticket_people').select('ticket_people.number').where('ticket_people.tenant_id', '=', tenantId),
        )
        .orderBy('number')
        .limit(batchSize)
        .$if(rowLocks, (query) => query.forUpdate())
        .execute();
      await anonymiseTickets(transaction, context, rows, () => true);
      return rows.length;
    });
  }

  /** People not seen: a choice of language stays as long as the person comes back. */
  async function expirePeople(before: number): Promise<void> {
    await db.deleteFrom('conversations').where('tenant_id', '=', tenantId).where('seen_at', '<', before).execute();
    await db
      .deleteFrom('preferences')
      .where('tenant_id', '=', tenantId)
      .where('seen_at', '<', before)
      .where('person_id', 'not in', (eb) =>
        eb.selectFrom('conversations').select('conversations.person_id').where('conversations.tenant_id', '=', tenantId),
      )
      .execute();
  }

  /** Parked ones, and those that did not reach a person or a person's chat in all the time. */
  async function expireMessages(before: number): Promise<number> {
    const { numDeletedRows } = await db
      .deleteFrom('outbox')
      .where('tenant_id', '=', tenantId)
      .where((eb) =>
        eb.or([
          eb.and([eb('state', '=', 'parked'), eb('since', '<', before)]),
          eb.and([
            eb('state', '<>', 'parked'),
            eb('written_at', '<', before),
            eb.or([eb('person_id', 'is not', null), eb('conversation_id', 'is not', null)]),
          ]),
        ]),
      )
      .executeTakeFirst();
    return Number(numDeletedRows);
  }

  return async function expire(before) {
    const sessions = await db
      .deleteFrom('sessions')
      .where('tenant_id', '=', tenantId)
      .where('updated_at', '<', before)
      .executeTakeFirst();
    await expirePeople(before);
    let tickets = 0;
    for (let batch = batchSize; batch === batchSize; tickets += batch) batch = await expireTickets(before);
    const messages = await expireMessages(before);
    await db
      .deleteFrom('handled_activities')
      .where('tenant_id', '=', tenantId)
      .where('seen_at', '<', now() - handledMs)
      .execute();
    return { sessions: Number(sessions.numDeletedRows), tickets, messages };
  };
}
