import type { Activity, ConversationAccount, ConversationParameters, ConversationReference, TurnContext } from 'botbuilder';
import type { View } from '../assistant/views.js';
import type { Attempt, Messenger } from '../helpdesk/deliver.js';
import { bounded } from '../bounded.js';
import type { Destination, OutgoingView } from '../helpdesk/ports.js';
import { attemptMs } from '../limits.js';
import type { Party, PostedCard } from '../helpdesk/ticket.js';
import { closestLocale, type Locale } from '../text/locale.js';
import { messageOf } from './answer.js';
import { teamsChannel } from './attempt.js';
import { createConversation, inChannel } from './create-conversation.js';
import { findAccounts } from './find-accounts.js';
import { judgeFailure } from './judge-failure.js';
import { unpaced, type Pace } from './pace.js';
import type { ConversationStore } from './ports.js';
import type { RenderView } from './render/render-view.js';
import type { TeamsAdapter } from './teams-adapter.js';

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

/** How a message is drawn: when it is certain that it will be sent now, and to which conversation. */
type Draw = (conversationId: string) => Promise<Partial<Activity>>;

/** Posts what the outbox carries. Every answer of Teams becomes an Attempt; only our own faults are thrown. */
export function createMessenger(options: MessengerOptions): Messenger {
  const { adapter, conversations, render, appId, tenantId, now, pace = unpaced } = options;

  async function post(to: Destination, view: OutgoingView, how: { locale: string; again: boolean }): Promise<Attempt> {
    const draw: Draw = (conversationId) => drawn(view, conversationId, how.locale, how.again);
    switch (to.kind) {
      case 'person':
        return postToPerson(to.personId, draw);
      case 'channel':
        return createWith(to.channelId, inChannel(to.channelId), draw);
      case 'thread':
        return postToThread(to.conversationId, draw);
    }
  }

  async function update(card: PostedCard, view: OutgoingView, { locale }: { locale: string }): Promise<Attempt> {
    const { conversationId, activityId } = card;
    const serviceUrl = await knownServiceUrl();
    if (serviceUrl === undefined) return unheardOf;
    return inPace(conversationId, async () => {
      const message = await drawn(view, conversationId, locale, false);
      return attempt('update', async () => {
        await adapter.inConversation(appId, referenceTo(conversationId, serviceUrl), async (context) => {
          await context.updateActivity({ ...message, id: activityId });
        });
        return card;
      });
    });
  }

  async function postToPerson(personId: string, draw: Draw): Promise<Attempt> {
    const known = await conversations.person(personId);
    if (!known) return createWith(personId, { isGroup: false, members: [{ id: personId, name: '' }], tenantId: tenantId ?? '' }, draw);
    const reference = JSON.parse(known.reference) as Partial<ConversationReference>;
    return sendIn('post', known.conversationId, { ...reference, serviceUrl: known.serviceUrl }, draw);
  }

  async function postToThread(conversationId: string, draw: Draw): Promise<Attempt> {
    const serviceUrl = await knownServiceUrl();
    if (serviceUrl === undefined) return unheardOf;
    return sendIn('thread', conversationId, referenceTo(conversationId, serviceUrl), draw);
  }

  /** `paced`: what is counted while the conversation has no id yet, the channel or the person. */
  async function createWith(paced: string, parameters: Partial<ConversationParameters>, draw: Draw): Promise<Attempt> {
    const serviceUrl = await knownServiceUrl();
    if (serviceUrl === undefined) return unheardOf;
    return inPace(paced, async () => {
      const message = await draw(paced);
      return attempt('post', () => createConversation(options, serviceUrl, parameters, message));
    });
  }

  async function sendIn(kind: 'post' | 'thread', conversationId: string, reference: Partial<ConversationReference>, draw: Draw): Promise<Attempt> {
    return inPace(conversationId, async () => {
      const message = await draw(conversationId);
      return attempt(kind, async () => {
        let activityId = '';
        await adapter.inConversation(appId, reference, async (context: TurnContext) => {
          // The SDK would reply to an id of its own making; the thread is named by the conversation.
          if (kind === 'thread') delete context.activity.id;
          activityId = (await context.sendActivity(message))?.id ?? '';
        });
        return { conversationId, activityId };
      });
    });
  }

  async function inPace(conversationId: string, go: () => Promise<Attempt>): Promise<Attempt> {
    const afterMs = await pace(conversationId);
    return afterMs > 0 ? { kind: 'wait', afterMs } : go();
  }

  async function knownServiceUrl(): Promise<string | undefined> {
    return (await conversations.serviceUrl()) ?? options.defaultServiceUrl;
  }

  function referenceTo(conversationId: string, serviceUrl: string): Partial<ConversationReference> {
    // Its id is all that is known of it; a kind that is none would be refused.
    const conversation = { id: conversationId, ...(tenantId && { tenantId }) } as ConversationAccount;
    return { channelId: teamsChannel, serviceUrl, conversation, bot: { id: appId, name: '' } };
  }

  async function drawn(view: OutgoingView, conversationId: string, locale: string, again: boolean): Promise<Partial<Activity>> {
    const { mention = [] } = view as { readonly mention?: readonly Party[] };
    const accounts = await findAccounts(options, conversationId, mention.map(({ id }) => id));
    return messageOf(render(view as View, { locale: closestLocale(locale) ?? options.defaultLocale, again, now: now(), accounts }));
  }

  return { post, update };
}

const unheardOf: Attempt = { kind: 'noDestination', reason: 'No service URL was seen yet: the bot has not been heard from in this tenant' };

async function attempt(kind: 'post' | 'update' | 'thread', work: () => Promise<PostedCard | undefined>): Promise<Attempt> {
  try {
    const card = await bounded(work(), attemptMs);
    return card ? { kind: 'sent', card } : { kind: 'unknown', afterMs: 30_000, reason: 'Teams named no conversation for the message' };
  } catch (error) {
    return judgeFailure(error, kind);
  }
}
