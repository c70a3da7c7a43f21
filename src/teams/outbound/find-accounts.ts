import type { ConnectorClient } from 'botframework-connector';
import { maxMentions, mentionLookupsAtOnce, mentionsBudgetMs } from '../../limits.js';
import { channelOf } from '../../helpdesk/channel-of.js';
import { isOfOtherRegion } from './at-address.js';
import { objectIdOf } from './roster.js';
import { withConnector, type Asking } from './with-connector.js';

/** A person's account in Teams, as a mention needs it; the id means something to this bot alone. */
export interface Account {
  readonly id: string;
  readonly name: string;
}

/**
 * The Teams accounts of those of these people (Entra object ids, which Teams takes for a member's id as well) who are members of
 * the conversation. Never throws: whoever is not found in time is missing, and can be named without a mention.
 */
export async function findAccounts(
  asking: Asking,
  conversationId: string,
  objectIds: readonly string[],
): Promise<ReadonlyMap<string, Account>> {
  const waiting = [...new Set(objectIds)].filter((id) => id !== '').slice(0, maxMentions);
  if (waiting.length === 0) return new Map();
  // Filled while it goes: when the time is up, what was found counts. A copy, so that nothing comes in while it is drawn.
  const found = new Map<string, Account>();
  // People are members of the channel, not of a thread in it.
  const channelId = channelOf(conversationId);
  const ask = async (client: ConnectorClient): Promise<void> => {
    for (let objectId = waiting.shift(); objectId !== undefined; objectId = waiting.shift()) {
      try {
        const account = await accountOf(client, channelId, objectId);
        if (account) found.set(objectId, account);
      } catch (error) {
        // Asked again at the global address.
        waiting.unshift(objectId);
        throw error;
      }
    }
  };
  const workers = Math.min(mentionLookupsAtOnce, waiting.length);
  // A mention is a courtesy: without it the message still goes out.
  await withConnector(
    asking,
    channelId,
    (client) => Promise.all(Array.from({ length: workers }, () => ask(client))),
    mentionsBudgetMs,
  ).catch(() => undefined);
  waiting.length = 0;
  return new Map(found);
}

async function accountOf(
  client: ConnectorClient,
  conversationId: string,
  objectId: string,
): Promise<Account | undefined> {
  const member = await client.conversations.getConversationMember(conversationId, objectId).catch((error: unknown) => {
    if (isOfOtherRegion(error)) throw error;
  });
  if (!member?.id || !member.name || (objectIdOf(member) ?? objectId).toLowerCase() !== objectId.toLowerCase())
    return undefined;
  return { id: member.id, name: member.name };
}
