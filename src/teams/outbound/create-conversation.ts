import type { Activity, ConversationParameters } from 'botbuilder';
import type { PostedCard } from '../../helpdesk/ticket.js';
import { teamsChannel } from './attempt.js';
import type { TeamsAdapter } from '../teams-adapter.js';

export interface Creating {
  readonly adapter: TeamsAdapter;
  /** Empty = anonymous. */
  readonly appId: string;
  readonly tenantId: string | undefined;
  /** Audience of tokens to Teams in this cloud. */
  readonly botScope: string;
}

/**
 * Begins a thread of a channel with its first message, in one request: one message, or none. Undefined when Teams took it and named no
 * conversation. @throws what Teams or the connection says
 */
export async function createThread(
  creating: Creating,
  serviceUrl: string,
  channelId: string,
  message: Partial<Activity>,
): Promise<PostedCard | undefined> {
  const conversationId = await create(creating, serviceUrl, {
    isGroup: true,
    channelData: { channel: { id: channelId } },
    activity: message as Activity,
  });
  // It ends in the id of its first message: `19:…@thread.tacv2;messageid=1700000000000`.
  return conversationId === undefined
    ? undefined
    : { conversationId, activityId: /;messageid=([^;]+)/.exec(conversationId)?.[1] ?? conversationId };
}

/**
 * The id of the bot's chat with a person, which is made when there is none yet: asked twice it is the same one. Without a message in it,
 * whose id Teams would not tell (microsoft/teams.net, docs/CreateConversation-API-Behavior). Undefined when Teams named none.
 * @throws what Teams or the connection says
 */
export async function createChat(
  creating: Creating,
  serviceUrl: string,
  personId: string,
): Promise<string | undefined> {
  return create(creating, serviceUrl, { isGroup: false, members: [{ id: personId, name: '' }] });
}

async function create(
  { adapter, appId, tenantId, botScope }: Creating,
  serviceUrl: string,
  parameters: Partial<ConversationParameters>,
): Promise<string | undefined> {
  let conversationId: string | undefined;
  // Without the tenant, in both places, the token of a bot that serves one is refused (the same document).
  const tenant = tenantId !== undefined && {
    tenantId,
    channelData: { ...(parameters.channelData as object | undefined), tenant: { id: tenantId } },
  };
  const asked = { bot: { id: appId, name: '' }, ...parameters, ...tenant } as ConversationParameters;
  await adapter.createConversationAsync(appId, teamsChannel, serviceUrl, botScope, asked, async ({ activity }) => {
    conversationId = activity.conversation.id;
  });
  return conversationId;
}
