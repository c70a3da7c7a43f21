import type { AutoUpdatingCards } from '../helpdesk/ports.js';
import type { StorageContext } from './context.js';

/** Which message shows what to whom. */
export function createAutoUpdatingCards({ db, tenantId, now }: StorageContext): AutoUpdatingCards {
  return {
    async find(key, personId) {
      const row = await db
        .selectFrom('living_cards')
        .select(['conversation_id as conversationId', 'activity_id as activityId'])
        .where((eb) => eb.and({ tenant_id: tenantId, card_key: key, person_id: personId }))
        .executeTakeFirst();
      return row;
    },

    async remember(key, personId, { conversationId, activityId }) {
      const columns = { conversation_id: conversationId, activity_id: activityId, posted_at: now() };
      await db
        .insertInto('living_cards')
        .values({ tenant_id: tenantId, card_key: key, person_id: personId, ...columns })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'card_key', 'person_id']).doUpdateSet(columns))
        .execute();
    },
  };
}
