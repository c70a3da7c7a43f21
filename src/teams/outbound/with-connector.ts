import type { TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { withTimeout } from '../../runtime/with-timeout.js';
import { attemptMs } from '../../limits.js';
import { addressOf, atAddress, type Addresses } from './at-address.js';
import { teamsChannel } from './attempt.js';
import type { TeamsAdapter } from '../teams-adapter.js';

export interface Asking extends Addresses {
  readonly adapter: TeamsAdapter;
  /** Empty = anonymous. */
  readonly appId: string;
}

/**
 * Asks Teams something about a conversation, within `ms` milliseconds. Undefined before the tenant was heard from.
 * @throws what Teams or the connection says, and an error with the code ETIMEDOUT when it takes longer
 */
export async function withConnector<T>(
  asking: Asking,
  conversationId: string,
  ask: (client: ConnectorClient) => Promise<T>,
  ms = attemptMs,
): Promise<T | undefined> {
  const { adapter, appId } = asking;
  const serviceUrl = await addressOf(asking, conversationId);
  if (serviceUrl === undefined) return undefined;
  const askAt = async (url: string): Promise<T | undefined> => {
    const reference = {
      channelId: teamsChannel,
      serviceUrl: url,
      conversation: { id: conversationId, isGroup: true, conversationType: '', name: '' },
    };
    let answer: T | undefined;
    await adapter.inConversation(appId, reference, async (context: TurnContext) => {
      const client = context.turnState.get<ConnectorClient | undefined>(adapter.ConnectorClientKey);
      if (client) answer = await ask(client);
    });
    return answer;
  };
  return withTimeout(atAddress(asking, conversationId, serviceUrl, askAt), ms);
}
