import type { Reminder, Reminders } from '../assistant/pc-ports.js';
import type { StorageContext } from './context.js';
import { writeMessages } from './write-messages.js';
import { readOrTell } from './records/read-or-tell.js';
import { writeRecord } from './records/record.js';
import { reminderRecord } from './records/small-records.js';

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

  /** Nobody can tell what was wished, and it would be due for ever, before all others. */
  async function dropUnreadable(row: { readonly person_id: string; readonly reminder_key: string }): Promise<void> {
    const { person_id, reminder_key } = row;
    await db
      .deleteFrom('reminders')
      .where((eb) => eb.and({ tenant_id: tenantId, person_id, reminder_key }))
      .execute();
  }

  return {
    async add({ personId, key, dueAt, locale, pc }) {
      const columns = {
        due_at: dueAt,
        attempts: 0,
        body: writeRecord(reminderRecord, { locale, pc }),
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
      const due: Reminder[] = [];
      for (const row of rows) {
        const { person_id: personId, reminder_key: key, due_at: dueAt, attempts, body } = row;
        const said = readOrTell(context, reminderRecord, key, body);
        if (said) due.push({ personId, key, dueAt, attempts, ...said });
        else await dropUnreadable(row);
      }
      return due;
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
