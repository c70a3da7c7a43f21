import type { TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { bounded } from '../bounded.js';
import { attemptMs } from '../limits.js';
import { teamsChannel } from './attempt.js';
import type { ConversationStore } from './ports.js';
import type { TeamsAdapter } from './teams-adapter.js';

export interface Asking {
  readonly adapter: TeamsAdapter;
  readonly conversations: Pick<ConversationStore, 'serviceUrl'>;
  /** Empty = anonymous. */
  readonly appId: string;
  /** Where a tenant is reached that was never heard from; undefined = not at all. */
  readonly defaultServiceUrl?: string | undefined;
}

/**
 * Asks Teams something about a conversation, within `ms` milliseconds. Undefined before the tenant was heard from.
 * @throws what Teams or the connection says, and an error with the code ETIMEDOUT when it takes longer
 */
export async function withConnector<T>(
  { adapter, conversations, appId, defaultServiceUrl }: Asking,
  conversationId: string,
  ask: (client: ConnectorClient) => Promise<T>,
  ms = attemptMs,
): Promise<T | undefined> {
  const serviceUrl = (await conversations.serviceUrl()) ?? defaultServiceUrl;
  if (serviceUrl === undefined) return undefined;
  const reference = { channelId: teamsChannel, serviceUrl, conversation: { id: conversationId, isGroup: true, conversationType: '', name: '' } };
  let answer: T | undefined;
  const asked = adapter.inConversation(appId, reference, async (context: TurnContext) => {
    const client = context.turnState.get<ConnectorClient | undefined>(adapter.ConnectorClientKey);
    if (client) answer = await ask(client);
  });
  await bounded(asked, ms);
  return answer;
}
