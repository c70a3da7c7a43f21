import type { HandledActivities } from '../teams/ports.js';
import type { StorageContext } from './context.js';

/** Remembers which activities came before; of two instances that ask at once one is told that it is the first. */
export function createHandledActivities({ db, tenantId }: StorageContext): HandledActivities {
  return {
    async first(conversationId, activityId, now) {
      const result = await db
        .insertInto('handled_activities')
        .values({ tenant_id: tenantId, conversation_id: conversationId, activity_id: activityId, seen_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },

    async forget(conversationId, activityId) {
      await db
        .deleteFrom('handled_activities')
        .where('tenant_id', '=', tenantId)
        .where('conversation_id', '=', conversationId)
        .where('activity_id', '=', activityId)
        .execute();
    },
  };
}
