import type { ConversationStore } from '../teams/ports.js';
import type { StorageContext } from './context.js';
import { readSetting, writeSetting } from './settings.js';

/** Milliseconds after which an unchanged conversation is written again; the retention counts in days. Ours. */
const refreshMs = 24 * 60 * 60_000;

/**
 * Both `remember…` are called for every activity; they write only when something changed or was last seen a day ago. They look before:
 * PostgreSQL locks a row that is in conflict also when nothing is to be changed in it, and everybody shares the one of the service URL.
 */
export function createConversationStore(context: StorageContext): ConversationStore {
  const { db, tenantId, now } = context;
  return {
    async rememberPerson(personId, { conversationId, serviceUrl, reference }) {
      const columns = { conversation_id: conversationId, service_url: serviceUrl, reference, seen_at: now() };
      const known = await db
        .selectFrom('conversations')
        .select('seen_at')
        .where((eb) => eb.and({ tenant_id: tenantId, person_id: personId, conversation_id: conversationId, service_url: serviceUrl, reference }))
        .executeTakeFirst();
      if (known && known.seen_at > now() - refreshMs) return;
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
                eb('conversations.seen_at', '<=', now() - refreshMs),
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
      if ((await readSetting(context, 'serviceUrl')) === serviceUrl) return;
      await writeSetting(db, tenantId, 'serviceUrl', serviceUrl);
    },

    serviceUrl: () => readSetting(context, 'serviceUrl'),
  };
}
