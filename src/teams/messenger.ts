import type { Activity, ConversationParameters, ConversationReference, TurnContext } from 'botbuilder';
import type { View } from '../assistant/views.js';
import type { Attempt, Messenger } from '../helpdesk/deliver.js';
import type { Destination, OutgoingView } from '../helpdesk/ports.js';
import type { PostedCard } from '../helpdesk/ticket.js';
import { closestLocale, type Locale } from '../text/locale.js';
import { messageOf } from './answer.js';
import { bounded } from './bounded.js';
import { judgeFailure } from './judge-failure.js';
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
}

/** Posts what the outbox carries. Every answer of Teams becomes an Attempt; only our own faults are thrown. */
export function createMessenger(options: MessengerOptions): Messenger {
  const { adapter, conversations, render, appId, tenantId, botScope, now } = options;

  async function post(to: Destination, view: OutgoingView, how: { locale: string; again: boolean }): Promise<Attempt> {
    const message = draw(view, how.locale, how.again);
    return to.kind === 'person' ? postToPerson(to.personId, message) : postToChannel(to.channelId, message);
  }

  async function update(card: PostedCard, view: OutgoingView, { locale }: { locale: string }): Promise<Attempt> {
    const serviceUrl = await knownServiceUrl();
    if (serviceUrl === undefined) return unheardOf;
    const message = draw(view, locale, false);
    return attempt('update', card.conversationId, async () => {
      await adapter.inConversation(appId, referenceTo(card.conversationId, serviceUrl), async (context) => {
        await context.updateActivity({ ...message, id: card.activityId });
      });
      return card.activityId;
    });
  }

  async function postToPerson(personId: string, message: Partial<Activity>): Promise<Attempt> {
    const known = await conversations.person(personId);
    if (known) {
      const reference = JSON.parse(known.reference) as Partial<ConversationReference>;
      return attempt('post', known.conversationId, () => sendIn({ ...reference, serviceUrl: known.serviceUrl }, message));
    }
    const member = { id: personId, name: '' };
    return createWith({ isGroup: false, members: [member], tenantId: tenantId ?? '' }, message);
  }

  async function postToChannel(channelId: string, message: Partial<Activity>): Promise<Attempt> {
    return createWith({ isGroup: true, channelData: { channel: { id: channelId } } }, message);
  }

  /** Creating a conversation with its first activity is one request: one message, or none. */
  async function createWith(parameters: Partial<ConversationParameters>, message: Partial<Activity>): Promise<Attempt> {
    const serviceUrl = await knownServiceUrl();
    if (serviceUrl === undefined) return unheardOf;
    return attemptCreated(async () => {
      const created: PostedCard[] = [];
      const asked = { bot: { id: appId, name: '' }, ...parameters, activity: message } as ConversationParameters;
      await adapter.createConversationAsync(appId, 'msteams', serviceUrl, botScope, asked, async ({ activity }) => {
        created.push({ conversationId: activity.conversation.id, activityId: activityIdOf(activity) });
      });
      return created[0];
    });
  }

  async function sendIn(reference: Partial<ConversationReference>, message: Partial<Activity>): Promise<string> {
    let id = '';
    await adapter.inConversation(appId, reference, async (context: TurnContext) => {
      id = (await context.sendActivity(message))?.id ?? '';
    });
    return id;
  }

  async function knownServiceUrl(): Promise<string | undefined> {
    return (await conversations.serviceUrl()) ?? options.defaultServiceUrl;
  }

  function referenceTo(conversationId: string, serviceUrl: string): Partial<ConversationReference> {
    const conversation = { id: conversationId, isGroup: false, conversationType: '', name: '', ...(tenantId && { tenantId }) };
    return { channelId: 'msteams', serviceUrl, conversation, bot: { id: appId, name: '' } };
  }

  function draw(view: OutgoingView, locale: string, again: boolean): Partial<Activity> {
    return messageOf(render(view as View, { locale: closestLocale(locale) ?? options.defaultLocale, again, now: now() }));
  }

  return { post, update };
}

const unheardOf: Attempt = { kind: 'noDestination', reason: 'No service URL was seen yet: the bot has not been heard from in this tenant' };

/** The channel's conversation id ends in the id of its first message: `19:…@thread.tacv2;messageid=1700000000000`. */
function activityIdOf({ conversation, id }: Activity): string {
  return /;messageid=([^;]+)/.exec(conversation.id)?.[1] ?? id ?? conversation.id;
}

async function attempt(kind: 'post' | 'update', conversationId: string, work: () => Promise<string>): Promise<Attempt> {
  try {
    return { kind: 'sent', card: { conversationId, activityId: await bounded(work()) } };
  } catch (error) {
    return judgeFailure(error, kind);
  }
}

async function attemptCreated(work: () => Promise<PostedCard | undefined>): Promise<Attempt> {
  try {
    const card = await bounded(work());
    return card ? { kind: 'sent', card } : { kind: 'unknown', afterMs: 30_000, reason: 'Teams named no conversation for the message' };
  } catch (error) {
    return judgeFailure(error, 'post');
  }
}
