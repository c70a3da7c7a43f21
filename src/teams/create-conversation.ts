import type { Activity, ConversationParameters } from 'botbuilder';
import type { PostedCard } from '../helpdesk/ticket.js';
import { teamsChannel } from './attempt.js';
import type { TeamsAdapter } from './teams-adapter.js';

export interface Creating {
  readonly adapter: TeamsAdapter;
  /** Empty = anonymous. */
  readonly appId: string;
  /** Audience of tokens to Teams in this cloud. */
  readonly botScope: string;
}

/**
 * Creates a conversation with its first activity in one request: one message, or none. Undefined when Teams took it and named
 * no conversation. @throws what Teams or the connection says
 */
export async function createConversation(
  { adapter, appId, botScope }: Creating,
  serviceUrl: string,
  parameters: Partial<ConversationParameters>,
  message: Partial<Activity>,
): Promise<PostedCard | undefined> {
  const created: PostedCard[] = [];
  const asked = { bot: { id: appId, name: '' }, ...parameters, activity: message } as ConversationParameters;
  await adapter.createConversationAsync(appId, teamsChannel, serviceUrl, botScope, asked, async ({ activity }) => {
    created.push({ conversationId: activity.conversation.id, activityId: activityIdOf(activity) });
  });
  return created[0];
}

/** What makes a new thread of a channel. */
export function inChannel(channelId: string): Partial<ConversationParameters> {
  return { isGroup: true, channelData: { channel: { id: channelId } } };
}

/** The channel's conversation id ends in the id of its first message: `19:…@thread.tacv2;messageid=1700000000000`. */
function activityIdOf({ conversation, id }: Activity): string {
  return /;messageid=([^;]+)/.exec(conversation.id)?.[1] ?? id ?? conversation.id;
}
