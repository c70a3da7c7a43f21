import { createHash } from 'node:crypto';
import type { Activity, TurnContext } from 'botbuilder';
import type { Assistant, Outcome } from '../../assistant/assistant.js';
import type { Input } from '../../assistant/input.js';
import type { Notice, View } from '../../assistant/views.js';
import { answerBudgetMs, leastReplyMs, maxTypedCharacters } from '../../limits.js';
import { closestLocale, type Locale } from '../../text/locale.js';
import { unlimited, type Admit } from './admission.js';
import { createGive, type Answers, type GiveOptions, type Reply } from './give-answers.js';
import type { HeardChannels } from './heard-channels.js';
import type { ConversationStore, HandledActivities } from '../ports.js';
import { readActivity } from './read-activity.js';
import { fileInfoType } from '../files/read-attachments.js';
import type { AttachedFile, ReadFiles } from '../files/read-files.js';
import { rememberConversation } from './remember-conversation.js';
import type { RenderView } from '../cards/render-view.js';
import { withTyping } from './with-typing.js';

export interface ReceiveOptions extends Pick<GiveOptions, 'outbox' | 'wakeOutbox' | 'onKept'> {
  readonly assistant: Assistant;
  readonly conversations: ConversationStore;
  readonly handled: HandledActivities;
  readonly heard: HeardChannels;
  readonly render: RenderView;
  readonly readFiles: ReadFiles;
  /** Whose turn it is; by default nobody is kept back. */
  readonly admit?: Admit;
  /** Called when somebody was kept back. */
  readonly onRefused?: (why: 'tooMuch' | 'tooMany') => void;
  readonly tenantId: string | undefined;
  readonly defaultLocale: Locale;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Milliseconds in which an activity is answered, from when it came. */
  readonly answerMs?: number;
  /** Called with what went wrong and the id that the person was told. */
  readonly onFailure: (error: unknown, failureId: string, activity: Activity) => void;
}

export type Receive = (context: TurnContext) => Promise<void>;

/** One activity, from what Teams sent to what Teams gets: never an exception text, and silent only when neither Teams nor the database takes anything. */
export function createReceive(options: ReceiveOptions): Receive {
  const {
    assistant,
    conversations,
    handled,
    heard,
    render,
    readFiles,
    tenantId,
    defaultLocale,
    now,
    newId,
    answerMs = answerBudgetMs,
    onFailure,
    admit = unlimited,
    onRefused,
  } = options;
  const give = createGive({ ...options, sorry });

  return async function receive(context) {
    const came = now().getTime();
    const answers = await inTurn(context).catch((error: unknown): Answers => ({
      pressed: sorry(error, context.activity),
      messages: [],
    }));
    try {
      await give(context, answers, Math.max(leastReplyMs, answerMs - (now().getTime() - came)));
    } catch (error) {
      sorry(error, context.activity);
    }
  };

  /** Before anything of it is read: what is refused costs next to nothing, and may come again. */
  async function inTurn(context: TurnContext): Promise<Answers> {
    const { activity } = context;
    const { type, name, from, conversation } = activity;
    const whose = String(from?.aadObjectId ?? from?.id ?? conversation.id).toLowerCase();
    const admitted = await admit(whose, charactersOf(activity), () => decide(context));
    if (admitted.kind === 'done') return admitted.value;
    const { why, tell } = admitted;
    onRefused?.(why);
    // A press is always answered, or its card shows an error; of messages one answer tells about all.
    const press = type === 'invoke' && name === 'adaptiveCard/action';
    const heard = type === 'message' || name === 'fileConsent/invoke';
    return press || (heard && tell) ? sentence({ key: why }, localeOf(activity)) : { messages: [] };
  }

  async function decide(context: TurnContext): Promise<Answers> {
    const { activity } = context;
    const read = await readActivity(activity, tenantId);
    if (read.kind === 'input') await rememberConversation(conversations, activity, read.input);
    if (read.kind === 'input' && read.input.scope === 'channel') heard.note(read.input.conversationId);
    if (activity.type !== 'invoke' && !(await isFirst(activity))) return { messages: [] };
    // The same consent is sent anew with another id: it is known by the place that was made for the file.
    if (
      read.kind === 'input' &&
      read.input.kind === 'fileConsent' &&
      read.input.upload &&
      !(await isFirst({ ...activity, id: digest(read.input.upload.uploadUrl) }))
    )
      return { messages: [] };
    switch (read.kind) {
      case 'ignored':
        return { messages: [] };
      case 'outsider':
        return sentence({ key: 'notServed' }, localeOf(activity));
      case 'malformed':
        return sentence({ key: 'notYourCard' }, localeOf(activity));
      case 'input':
        return drawn(await withTyping(context, async () => think(activity, await withFiles(read.input, read.files))));
    }
  }

  async function withFiles(input: Input, files: readonly AttachedFile[]): Promise<Input> {
    return input.kind === 'said' && files.length > 0
      ? { ...input, files: await readFiles(files, input.scope === 'personal') }
      : input;
  }

  /** Where no preference was read, the client's language is the best there is. */
  function localeOf({ locale }: Activity): Locale {
    return closestLocale(typeof locale === 'string' ? locale : undefined) ?? defaultLocale;
  }

  async function isFirst({ conversation, id }: Pick<Activity, 'conversation' | 'id'>): Promise<boolean> {
    return !id || handled.first(conversation.id, id, now().getTime());
  }

  /** While nothing was decided, the same activity may come again and is then taken; afterwards it would answer the next step. */
  async function think({ conversation, id }: Activity, input: Input): Promise<Outcome> {
    try {
      return await assistant.handle(input);
    } catch (error) {
      // The first error is the one to report: a database that fails now failed before.
      if (id) await handled.forget(conversation.id, id).catch(() => undefined);
      throw error;
    }
  }

  function drawn({ locale, card, refusal, replies }: Outcome): Answers {
    const messages = replies.map((view) => draw(view, locale));
    if (card) return { pressed: draw(card, locale), messages };
    return refusal ? { ...sentence(refusal, locale), messages } : { messages };
  }

  function sorry(error: unknown, activity: Activity): Reply {
    const failureId = newId().slice(0, 8);
    onFailure(error, failureId, activity);
    return spoken({ key: 'somethingWentWrong', values: { id: failureId } }, localeOf(activity));
  }

  function sentence(notice: Notice, locale: Locale): Answers {
    return { pressed: spoken(notice, locale), messages: [] };
  }

  function spoken(notice: Notice, locale: Locale): Reply {
    return draw({ kind: 'notice', notice, actions: [] }, locale);
  }

  function draw(view: View, locale: Locale): Reply {
    return { view, locale, rendered: render(view, { locale, now: now() }) };
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** How much there is to read; what its files hold comes later, and at most so much of it. */
function charactersOf(activity: Activity): number {
  const { attachments } = activity as { readonly attachments?: unknown };
  const hasFile =
    Array.isArray(attachments) &&
    attachments.some((each: { readonly contentType?: unknown } | null) => each?.contentType === fileInfoType);
  return JSON.stringify(activity).length + (hasFile ? maxTypedCharacters : 0);
}
