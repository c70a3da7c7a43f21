import type { ConversationStore } from '../teams/ports.js';
import type { StorageContext } from './context.js';

/** Both `remember…` are called for every activity; they write only when something changed. */
export function createConversationStore({ db, tenantId }: StorageContext): ConversationStore {
  return {
    async rememberPerson(personId, { conversationId, serviceUrl, reference }) {
      const columns = { conversation_id: conversationId, service_url: serviceUrl, reference };
      await db
        .insertInto('conversations')
        .values({ tenant_id: tenantId, person_id: personId, ...columns })
        .onConflict((conflict) =>
          conflict
            .columns(['tenant_id', 'person_id'])
            .doUpdateSet(columns)
            .where((eb) =>
              eb.or([
                eb('conversations.conversation_id', '<>', conversationId),
                eb('conversations.service_url', '<>', serviceUrl),
                eb('conversations.reference', '<>', reference),
              ]),
            ),
        )
        .execute();
    },

    async person(personId) {
      return await db
        .selectFrom('conversations')
        .select(['conversation_id as conversationId', 'service_url as serviceUrl', 'reference'])
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .executeTakeFirst();
    },

    async rememberServiceUrl(serviceUrl) {
      await db
        .insertInto('settings')
        .values({ tenant_id: tenantId, name: 'serviceUrl', value: serviceUrl })
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'name']).doUpdateSet({ value: serviceUrl }).where('settings.value', '<>', serviceUrl),
        )
        .execute();
    },

    async serviceUrl() {
      const row = await db
        .selectFrom('settings')
        .select('value')
        .where('tenant_id', '=', tenantId)
        .where('name', '=', 'serviceUrl')
        .executeTakeFirst();
      return row?.value;
    },
  };
}
