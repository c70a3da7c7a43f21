import type { TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { Roster } from '../assistant/ports.js';
import { bounded } from './bounded.js';
import type { ConversationStore } from './ports.js';
import type { TeamsAdapter } from './teams-adapter.js';

/** Asks Teams who is behind a mention. */
export function createRoster(options: { adapter: TeamsAdapter; conversations: ConversationStore; appId: string }): Roster {
  const { adapter, conversations, appId } = options;
  return {
    async objectIdOf(conversationId, teamsId) {
      const serviceUrl = await conversations.serviceUrl();
      if (serviceUrl === undefined) return undefined;
      let objectId: string | undefined;
      const reference = { channelId: 'msteams', serviceUrl, conversation: { id: conversationId, isGroup: true, conversationType: '', name: '' } };
      await bounded(adapter.inConversation(appId, reference, async (context: TurnContext) => {
        objectId = await askMember(context.turnState.get<ConnectorClient>(adapter.ConnectorClientKey), conversationId, teamsId);
      }));
      return objectId;
    },
  };
}

async function askMember(client: ConnectorClient | undefined, conversationId: string, teamsId: string): Promise<string | undefined> {
  try {
    const member = await client?.conversations.getConversationMember(conversationId, teamsId);
    // Teams says `objectId` here; `aadObjectId` is what the SDK's own helper makes of it.
    const { aadObjectId, objectId } = (member ?? {}) as { aadObjectId?: string; objectId?: string };
    return aadObjectId ?? objectId;
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 404) return undefined;
    throw error;
  }
}
