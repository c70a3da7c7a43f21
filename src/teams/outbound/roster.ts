import type { ConnectorClient } from 'botframework-connector';
import type { Roster } from '../../assistant/ports.js';
import { objectIdIn } from '../../runtime/object-id.js';
import { withConnector, type Asking } from './with-connector.js';

/** Asks Teams who is behind a mention. */
export function createRoster(asking: Asking): Roster {
  return {
    objectIdOf: (conversationId, teamsId) =>
      withConnector(asking, conversationId, (client) => askMember(client, conversationId, teamsId)),
  };
}

async function askMember(
  client: ConnectorClient,
  conversationId: string,
  teamsId: string,
): Promise<string | undefined> {
  try {
    const member = await client.conversations.getConversationMember(conversationId, teamsId);
    return objectIdOf(member);
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 404) return undefined;
    throw error;
  }
}

/** Teams says `objectId` here; `aadObjectId` is what the SDK's own helper makes of it. */
export function objectIdOf(member: unknown): string | undefined {
  const { aadObjectId, objectId } = (member ?? {}) as { aadObjectId?: unknown; objectId?: unknown };
  return objectIdIn(aadObjectId) ?? objectIdIn(objectId);
}
