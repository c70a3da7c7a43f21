import type { Activity, ConversationAccount, ConversationReference, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { View } from '../../assistant/views.js';
import type { Attempt, Destination, Messenger } from '../../helpdesk/ports.js';
import { withTimeout } from '../../runtime/with-timeout.js';
import { attemptMs } from '../../limits.js';
import type { PostedCard } from '../../helpdesk/ticket.js';
import { closestLocale, type Locale } from '../../text/locale.js';
import { messageOf } from '../inbound/answer.js';
import { addressOf, atAddress } from './at-address.js';
import { teamsChannel } from './attempt.js';
import { createChat, createThread } from './create-conversation.js';
import { findAccounts } from './find-accounts.js';
import { judgeFailure } from './judge-failure.js';
import { unpaced, type Pace } from './pace.js';
import type { ConversationStore, StoredConversation } from '../ports.js';
import type { RenderView } from '../cards/render-view.js';
import type { TeamsAdapter } from '../teams-adapter.js';

export interface MessengerOptions {
  readonly adapter: TeamsAdapter;
  readonly conversations: ConversationStore;
  readonly render: RenderView;
  /** Empty = anonymous. */
  readonly appId: string;
  readonly tenantId: string | undefined;
  /** Audience of tokens to Teams in this cloud. */
  readonly botScope: string;
  /** Where a tenant is reached that was never heard from; undefined = not at all. */
  readonly defaultServiceUrl: string | undefined;
  readonly defaultLocale: Locale;
  readonly now: () => Date;
  /** Asked before each request; by default nothing ever waits. */
  readonly pace?: Pace;
}

/** Milliseconds until an answer without the name of a conversation is looked into again. */
const unnamedMs = 30_000;

/** Milliseconds until a database that did not answer is asked again. */
const notReadMs = 5_000;

/** How a message is drawn: when it is certain that it will be sent now, and to which conversation. */
type Draw = (conversationId: string) => Promise<Partial<Activity>>;

/** Posts what the outbox carries. Every answer of Teams becomes an Attempt; only our own faults are thrown. */
export function createMessenger(options: MessengerOptions): Messenger<View> {
  const { adapter, conversations, render, appId, tenantId, now, pace = unpaced } = options;

  async function post(to: Destination, view: View, how: { locale: string; again: boolean }): Promise<Attempt> {
    const draw: Draw = (conversationId) => drawn(view, conversationId, how.locale, how.again);
    switch (to.kind) {
      case 'person':
        return postToPerson(to.personId, draw);
      case 'channel':
        return attempt('post', to.channelId, undefined, draw, (serviceUrl, message) =>
          createThread(options, serviceUrl, to.channelId, message),
        );
      case 'thread':
        return attempt('thread', to.conversationId, to.serviceUrl, draw, (serviceUrl, message) =>
          send(referenceTo(to.conversationId, serviceUrl), message),
        );
    }
  }

  async function update(card: PostedCard, view: View, { locale }: { locale: string }): Promise<Attempt> {
    const { conversationId, activityId } = card;
    const draw: Draw = () => drawn(view, conversationId, locale, false);
    return attempt('update', conversationId, undefined, draw, async (serviceUrl, message) => {
      await adapter.inConversation(appId, referenceTo(conversationId, serviceUrl), async (context) => {
        await context.updateActivity({ ...message, id: activityId });
      });
      return card;
    });
  }

  async function postToPerson(personId: string, draw: Draw): Promise<Attempt> {
    const known = await conversations.person(personId).then((chat) => chat ?? openChat(personId), notRead);
    if ('kind' in known) return known;
    const { conversationId } = known;
    return attempt('post', conversationId, known.serviceUrl, draw, (serviceUrl, message) =>
      send({ ...(readReference(known.reference) ?? referenceTo(conversationId, serviceUrl)), serviceUrl }, message),
    );
  }

  /** With somebody who was never heard from. What fails here has sent nothing and can be asked again, whatever became of it. */
  async function openChat(personId: string): Promise<StoredConversation | Attempt> {
    const serviceUrl = await addressOf(options).catch(notRead);
    if (serviceUrl === undefined) return unheardOf;
    if (typeof serviceUrl !== 'string') return serviceUrl;
    const afterMs = await pace(personId);
    if (afterMs > 0) return { kind: 'wait', afterMs };
    try {
      const opened = await withTimeout(
        atAddress(options, undefined, serviceUrl, async (url) => ({
          serviceUrl: url,
          conversationId: await createChat(options, url, personId),
        })),
        attemptMs,
      );
      if (opened.conversationId === undefined)
        return { kind: 'retry', afterMs: unnamedMs, reason: 'Teams named no conversation' };
      const chat = { ...opened, conversationId: opened.conversationId };
      const stored = { ...chat, reference: JSON.stringify(referenceTo(chat.conversationId, chat.serviceUrl)) };
      await conversations.rememberPerson(personId, stored);
      return stored;
    } catch (error) {
      const judged = judgeFailure(error, 'post');
      return judged.kind === 'unknown' ? { ...judged, kind: 'retry' } : judged;
    }
  }

  /** Within Teams' limits, and in the language and with the accounts of when it leaves. `told`: see addressOf. */
  async function attempt(
    kind: 'post' | 'update' | 'thread',
    conversationId: string,
    told: string | undefined,
    draw: Draw,
    go: (serviceUrl: string, message: Partial<Activity>) => Promise<PostedCard | undefined>,
  ): Promise<Attempt> {
    const serviceUrl = await addressOf(options, conversationId, told).catch(notRead);
    if (serviceUrl === undefined) return unheardOf;
    if (typeof serviceUrl !== 'string') return serviceUrl;
    const afterMs = await pace(conversationId);
    if (afterMs > 0) return { kind: 'wait', afterMs };
    const message = await draw(conversationId);
    try {
      const card = await withTimeout(
        atAddress(options, conversationId, serviceUrl, (url) => go(url, message)),
        attemptMs,
      );
      return card
        ? { kind: 'sent', card }
        : { kind: 'unknown', afterMs: unnamedMs, reason: 'Teams named no conversation for the message' };
    } catch (error) {
      return judgeFailure(error, kind);
    }
  }

  async function send(reference: Partial<ConversationReference>, message: Partial<Activity>): Promise<PostedCard> {
    const conversationId = reference.conversation?.id ?? '';
    let activityId = '';
    await adapter.inConversation(appId, reference, async (context: TurnContext) => {
      // The SDK would reply to an id of its own making; the conversation is all that names a thread.
      delete context.activity.id;
      activityId = (await context.sendActivity(message))?.id ?? '';
    });
    return { conversationId, activityId };
  }

  function referenceTo(conversationId: string, serviceUrl: string): Partial<ConversationReference> {
    // Its id is all that is known of it; a kind that is none would be refused.
    const conversation = { id: conversationId, ...(tenantId && { tenantId }) } as ConversationAccount;
    return { channelId: teamsChannel, serviceUrl, conversation, bot: { id: appId, name: '' } };
  }

  async function drawn(view: View, conversationId: string, locale: string, again: boolean): Promise<Partial<Activity>> {
    const mention = 'mention' in view ? view.mention : [];
    const accounts = await findAccounts(
      options,
      conversationId,
      mention.map(({ id }) => id),
    );
    return messageOf(
      render(view, { locale: closestLocale(locale) ?? options.defaultLocale, again, now: now(), accounts }),
    );
  }

  return { post, update };
}

/**
 * The address of a chat as the SDK gave it, which is theirs to read; undefined when it is none, and then the conversation's id is all
 * that is known.
 */
function readReference(json: string): Partial<ConversationReference> | undefined {
  try {
    const read = reference.safeParse(JSON.parse(json));
    return read.success ? (read.data as unknown as Partial<ConversationReference>) : undefined;
  } catch {
    return undefined;
  }
}

const reference = z.looseObject({ conversation: z.looseObject({ id: z.string() }) });

const unheardOf: Attempt = {
  kind: 'noDestination',
  reason: 'No service URL was seen yet: the bot has not been heard from in this tenant',
};

/** The database does not say where to: nothing was sent, and that is no fault of the message's. */
function notRead(error: unknown): Attempt {
  return { kind: 'retry', afterMs: notReadMs, reason: error instanceof Error ? error.message : String(error) };
}
