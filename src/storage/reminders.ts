import type { NewReminder, Reminder, Reminders } from '../assistant/pc-ports.js';
import type { StorageContext } from './context.js';
import { writeMessages } from './write-messages.js';

type Body = Pick<NewReminder, 'locale' | 'pc'>;

/** A row is deleted when its reminder is finished. Time and attempts tell whether it is still the one that was read. */
export function createReminders(context: StorageContext): Reminders {
  const { db, tenantId, now } = context;

  const sameAs = ({ personId, key, dueAt, attempts }: Reminder) => ({
    tenant_id: tenantId,
    person_id: personId,
    reminder_key: key,
    due_at: dueAt,
    attempts,
  });

  return {
    async add({ personId, key, dueAt, locale, pc }) {
      const columns = {
        due_at: dueAt,
        attempts: 0,
        body: JSON.stringify({ locale, pc } satisfies Body),
        written_at: now(),
      };
      await db
        .insertInto('reminders')
        .values({ tenant_id: tenantId, person_id: personId, reminder_key: key, ...columns })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id', 'reminder_key']).doUpdateSet(columns))
        .execute();
    },

    async due(time, limit) {
      const rows = await db
        .selectFrom('reminders')
        .select(['person_id', 'reminder_key', 'due_at', 'attempts', 'body'])
        .where('tenant_id', '=', tenantId)
        .where('due_at', '<=', time)
        .orderBy('due_at')
        .orderBy('person_id')
        .orderBy('reminder_key')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        personId: row.person_id,
        key: row.reminder_key,
        dueAt: row.due_at,
        attempts: row.attempts,
        ...(JSON.parse(row.body) as Body),
      }));
    },

    async finish(reminder, messages) {
      return await db.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('reminders')
          .where((eb) => eb.and(sameAs(reminder)))
          .executeTakeFirst();
        if (numDeletedRows !== 1n) return false;
        await writeMessages(transaction, context, messages);
        return true;
      });
    },

    async retryLater(reminder, dueAt) {
      await db
        .updateTable('reminders')
        .set({ due_at: dueAt, attempts: reminder.attempts + 1 })
        .where((eb) => eb.and(sameAs(reminder)))
        .execute();
    },
  };
}
