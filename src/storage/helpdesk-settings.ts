import type { HelpdeskSettings } from '../helpdesk/ports.js';
import type { StorageContext } from './context.js';
import { advanceSetting, readSetting, writeSetting } from './settings.js';
import { writeAudit } from './write-audit.js';
import { writeMessages } from './write-messages.js';
import { readOnDuty } from './records/lists.js';

/** The helpdesk's channel, who is on duty, and which day was told. */
export function createHelpdeskSettings(context: StorageContext): HelpdeskSettings {
  const { db, tenantId, now } = context;
  return {
    channel: () => readSetting(context, 'helpdeskChannel'),

    async useChannel(channelId, messages, audit) {
      await db.transaction().execute(async (transaction) => {
        await writeSetting(transaction, tenantId, 'helpdeskChannel', channelId);
        await transaction
          .updateTable('outbox')
          .set({ since: now() })
          .where('tenant_id', '=', tenantId)
          .where('state', '=', 'waiting')
          .where('person_id', 'is', null)
          .where('since', '>', now())
          .execute();
        await writeMessages(transaction, context, messages);
        await writeAudit(transaction, context, audit);
      });
    },

    async onDuty() {
      return readOnDuty(context, (await readSetting(context, 'onDuty')) ?? '[]');
    },

    async setOnDuty(people, audit) {
      await db.transaction().execute(async (transaction) => {
        await writeSetting(transaction, tenantId, 'onDuty', JSON.stringify(people));
        await writeAudit(transaction, context, audit);
      });
    },

    async tellDay(day, messages) {
      return await db.transaction().execute(async (transaction) => {
        const first = await advanceSetting(transaction, tenantId, 'toldDay', day);
        if (first) await writeMessages(transaction, context, messages);
        return first;
      });
    },
  };
}
