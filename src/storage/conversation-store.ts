import { channelOf } from '../helpdesk/channel-of.js';
import type { ConversationStore } from '../teams/ports.js';
import type { StorageContext } from './context.js';
import { readSetting, writeSetting } from './settings.js';
import { dayMs } from '../runtime/durations.js';

/** Milliseconds after which an unchanged conversation is written again; the retention counts in days. */
const refreshMs = dayMs;

/** Ids of channels and group chats; those of the bot's chats with one person begin with `a:`. */
const ofSeveral = /^19:/;

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
        .where((eb) =>
          eb.and({
            tenant_id: tenantId,
            person_id: personId,
            conversation_id: conversationId,
            service_url: serviceUrl,
            reference,
          }),
        )
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

    async rememberServiceUrl(serviceUrl, conversationId) {
      if (conversationId === undefined) {
        if ((await readSetting(context, 'serviceUrl')) !== serviceUrl)
          await writeSetting(db, tenantId, 'serviceUrl', serviceUrl);
        return;
      }
      if ((await ownServiceUrl(conversationId)) === serviceUrl) return;
      const { numUpdatedRows } = await db
        .updateTable('conversations')
        .set({ service_url: serviceUrl })
        .where((eb) => eb.and({ tenant_id: tenantId, conversation_id: conversationId }))
        .executeTakeFirst();
      // A chat with one person stands with that person, and goes with them.
      if (numUpdatedRows > 0n || !ofSeveral.test(conversationId)) return;
      await db
        .insertInto('service_urls')
        .values({ tenant_id: tenantId, conversation_id: channelOf(conversationId), service_url: serviceUrl })
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'conversation_id']).doUpdateSet({ service_url: serviceUrl }),
        )
        .execute();
    },

    async serviceUrl(conversationId) {
      return conversationId === undefined ? readSetting(context, 'serviceUrl') : ownServiceUrl(conversationId);
    },
  };

  async function ownServiceUrl(conversationId: string): Promise<string | undefined> {
    const chat = await db
      .selectFrom('conversations')
      .select('service_url')
      .where((eb) => eb.and({ tenant_id: tenantId, conversation_id: conversationId }))
      .executeTakeFirst();
    if (chat) return chat.service_url;
    const channel = await db
      .selectFrom('service_urls')
      .select('service_url')
      .where((eb) => eb.and({ tenant_id: tenantId, conversation_id: channelOf(conversationId) }))
      .executeTakeFirst();
    return channel?.service_url;
  }
}
