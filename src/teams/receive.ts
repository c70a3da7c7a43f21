import type { Activity, TurnContext } from 'botbuilder';
import type { Assistant, Outcome } from '../assistant/assistant.js';
import type { Notice, View } from '../assistant/views.js';
import type { Locale } from '../text/locale.js';
import { invokeAnswer, messageOf, unknownInvokeAnswer } from './answer.js';
import type { ConversationStore, HandledActivities } from './ports.js';
import { readActivity, type ReadActivity } from './read-activity.js';
import { rememberConversation } from './remember-conversation.js';
import type { RenderView } from './render/render-view.js';
import { withTyping } from './with-typing.js';

export interface ReceiveOptions {
  readonly assistant: Assistant;
  readonly conversations: ConversationStore;
  readonly handled: HandledActivities;
  readonly render: RenderView;
  readonly tenantId: string | undefined;
  readonly defaultLocale: Locale;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Called with what went wrong and the id that the person was told. */
  readonly onFailure: (error: unknown, failureId: string, activity: Activity) => void;
}

export type Receive = (context: TurnContext) => Promise<void>;

/** One activity, from what Teams sent to what Teams gets: never silent, never an exception text. */
export function createReceive(options: ReceiveOptions): Receive {
  const { assistant, conversations, handled, render, tenantId, defaultLocale, now, newId, onFailure } = options;

  return async function receive(context) {
    const { activity } = context;
    const read = readActivity(activity, tenantId);
    if (read.kind === 'input') await rememberConversation(conversations, activity, read.input);
    if (activity.type !== 'invoke' && !(await isFirst(activity))) return;
    try {
      await respond(context, read);
    } catch (error) {
      const failureId = newId().slice(0, 8);
      onFailure(error, failureId, activity);
      await sayOnly(context, { key: 'somethingWentWrong', values: { id: failureId } }, defaultLocale);
    }
  };

  async function isFirst({ conversation, id }: Activity): Promise<boolean> {
    return !id || handled.first(conversation.id, id, now().getTime());
  }

  async function respond(context: TurnContext, read: ReadActivity): Promise<void> {
    const { activity } = context;
    switch (read.kind) {
      case 'ignored':
        if (activity.type === 'invoke') await context.sendActivity(unknownInvokeAnswer(activity.name));
        return;
      case 'outsider':
        return sayOnly(context, { key: 'notServed' }, defaultLocale);
      case 'malformed':
        return sayOnly(context, { key: 'notYourCard' }, defaultLocale);
      case 'input': {
        const outcome = await withTyping(context, () => think(activity, read));
        return activity.type === 'invoke' ? answerPress(context, outcome) : answerMessage(context, outcome);
      }
    }
  }

  /** While nothing was decided, a failed activity may be delivered again; afterwards a second time would answer the next step. */
  async function think(activity: Activity, read: ReadActivity & { kind: 'input' }): Promise<Outcome> {
    try {
      return await assistant.handle(read.input);
    } catch (error) {
      if (activity.id) await handled.forget(activity.conversation.id, activity.id);
      throw error;
    }
  }

  async function answerPress(context: TurnContext, outcome: Outcome): Promise<void> {
    const { locale, card, refusal, replies } = outcome;
    if (card) await context.sendActivity(invokeAnswer(draw(card, locale)));
    else if (refusal) await sayOnly(context, refusal, locale);
    // The words of a button were answered below the card, which stays as it is.
    else await context.sendActivity(unknownInvokeAnswer(undefined));
    for (const view of replies) await context.sendActivity(messageOf(draw(view, locale)));
  }

  async function answerMessage(context: TurnContext, outcome: Outcome): Promise<void> {
    const { locale, card, refusal, replies } = outcome;
    if (card) await replaceOrSend(context, messageOf(draw(card, locale)));
    if (refusal) await sayOnly(context, refusal, locale);
    for (const view of replies) await context.sendActivity(messageOf(draw(view, locale)));
  }

  /** Clients without Action.Execute send a message instead of an invoke: their card is replaced by an update. */
  async function replaceOrSend(context: TurnContext, message: Partial<Activity>): Promise<void> {
    const { replyToId } = context.activity;
    if (!replyToId) return void (await context.sendActivity(message));
    try {
      await context.updateActivity({ ...message, id: replyToId });
    } catch (error) {
      onFailure(error, 'update', context.activity);
      await context.sendActivity(message);
    }
  }

  async function sayOnly(context: TurnContext, notice: Notice, locale: Locale): Promise<void> {
    const rendered = draw({ kind: 'notice', notice, actions: [] }, locale);
    await context.sendActivity(context.activity.type === 'invoke' ? invokeAnswer(rendered) : messageOf(rendered));
  }

  function draw(view: View, locale: Locale) {
    return render(view, { locale, now: now() });
  }
}
