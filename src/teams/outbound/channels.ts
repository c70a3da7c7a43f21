import type { ConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { ChannelMember, ChannelRefusal, Channels } from '../../assistant/ports.js';
import type { View } from '../../assistant/views.js';
import type { PostedCard } from '../../helpdesk/ticket.js';
import { channelBudgetMs, maxRosterPages, membersOnPage } from '../../limits.js';
import type { Locale } from '../../text/locale.js';
import { messageOf } from '../inbound/answer.js';
import { withTimeout } from '../../runtime/with-timeout.js';
import { addressOf, atAddress } from './at-address.js';
import { createThread, type Creating } from './create-conversation.js';
import type { HeardChannels } from '../inbound/heard-channels.js';
import { judgeRefusal } from './judge-refusal.js';
import type { RenderView } from '../cards/render-view.js';
import { objectIdOf } from './roster.js';
import { withConnector, type Asking } from './with-connector.js';

export interface ChannelsOptions extends Asking, Creating {
  readonly render: RenderView;
  readonly heard: HeardChannels;
  readonly now: () => Date;
}

/** Tries channels and lists who is in them; see judge-refusal.ts for what Teams says where it takes nothing. */
export function createChannels(options: ChannelsOptions): Channels {
  const { render, heard, now } = options;

  /** Answers about Teams; only a view that cannot be drawn is thrown. A post that takes too long may still arrive. */
  async function post(
    channelId: string,
    view: View,
    locale: Locale,
  ): Promise<{ readonly kind: 'taken'; readonly posted: PostedCard | undefined } | ChannelRefusal> {
    const message = messageOf(render(view, { locale, now: now() }));
    const serviceUrl = await addressOf(options, channelId);
    if (serviceUrl === undefined) return { kind: 'refused', why: 'unreachable', detail: 'No service URL was seen yet' };
    try {
      const posting = atAddress(options, channelId, serviceUrl, (url) =>
        createThread(options, url, channelId, message),
      );
      return { kind: 'taken', posted: await withTimeout(posting, channelBudgetMs) };
    } catch (error) {
      return judgeRefusal(error, heard.has(channelId));
    }
  }

  async function members(channelId: string): Promise<readonly ChannelMember[] | undefined> {
    try {
      return await withConnector(options, channelId, (client) => allMembers(client, channelId), channelBudgetMs);
    } catch {
      // Whoever asks wants to know whether strangers read along: then a part of the list is no answer.
      return undefined;
    }
  }

  async function tryAndRemove(
    channelId: string,
    view: View,
    locale: Locale,
  ): Promise<{ readonly kind: 'taken'; readonly left: boolean } | ChannelRefusal> {
    const tried = await post(channelId, view, locale);
    if (tried.kind === 'refused') return tried;
    const { posted } = tried;
    if (!posted) return { kind: 'taken', left: true };
    try {
      await withConnector(
        options,
        posted.conversationId,
        (client) => client.conversations.deleteActivity(posted.conversationId, posted.activityId),
        channelBudgetMs,
      );
      return { kind: 'taken', left: false };
    } catch {
      return { kind: 'taken', left: true };
    }
  }

  return {
    async tryPost(channelId, view, locale) {
      const tried = await post(channelId, view, locale);
      return tried.kind === 'taken' ? { kind: 'taken' } : tried;
    },
    tryAndRemove,
    members,
  };
}

const wordOrNothing = z.string().min(1).optional().catch(undefined);
const account = z.looseObject({ id: z.string().min(1), tenantId: wordOrNothing, userRole: wordOrNothing });
const pageOfMembers = z.object({ members: z.array(account), continuationToken: z.string().nullish() });

/**
 * Everybody once, though a shared channel may list people again who come by several teams (microsoft/Agents#179); undefined when
 * there are more than are read. @throws what Teams says, and when that is no list
 */
async function allMembers(client: ConnectorClient, channelId: string): Promise<readonly ChannelMember[] | undefined> {
  const byTeamsId = new Map<string, ChannelMember>();
  let continuationToken: string | null | undefined;
  for (let page = 0; page < maxRosterPages; page += 1) {
    // The SDK's type wants a token for the first page as well.
    const paging = { pageSize: membersOnPage, continuationToken } as { pageSize: number; continuationToken: string };
    const answer = pageOfMembers.parse(await client.conversations.getConversationPagedMembers(channelId, paging));
    for (const member of answer.members) byTeamsId.set(member.id, toMember(member));
    continuationToken = answer.continuationToken;
    if (!continuationToken) return [...byTeamsId.values()];
  }
  return undefined;
}

/** Roles are `owner`, `user` and `guest` (botbuilder-dotnet#3405); somebody of another tenant has that tenant's id. */
function toMember(member: z.infer<typeof account>): ChannelMember {
  const { tenantId, userRole } = member;
  return {
    objectId: objectIdOf(member),
    tenantId,
    guest: userRole === undefined ? undefined : userRole.toLowerCase() === 'guest',
  };
}
