import type { Activity, TurnContext } from 'botbuilder';
import type { View } from '../../assistant/views.js';
import { withTimeout } from '../../runtime/with-timeout.js';
import { askAgainAfterMs } from '../../helpdesk/ask-again.js';
import { repliesOrderingKey } from '../../helpdesk/ordering-keys.js';
import type { Outbox, Tried } from '../../helpdesk/ports.js';
import { objectIdIn } from '../../runtime/object-id.js';
import type { Locale } from '../../text/locale.js';
import { invokeAnswer, messageOf, unknownInvokeAnswer, type Answering } from './answer.js';
import { isOfOtherRegion } from '../outbound/at-address.js';
import { judgeFailure } from '../outbound/judge-failure.js';
import type { Rendered } from '../cards/render-view.js';

/** One message: what it shows, and how that is drawn now. */
export interface Reply {
  readonly view: View;
  readonly locale: Locale;
  readonly rendered: Rendered;
}

/** What goes out: `pressed` answers a press, in the press's own answer where it has one; `messages` follow below. */
export interface Answers {
  readonly pressed?: Reply;
  readonly messages: readonly Reply[];
}

export interface GiveOptions {
  readonly outbox: Pick<Outbox, 'addAll' | 'isWaiting' | 'hurry'>;
  readonly wakeOutbox: () => void;
  readonly now: () => Date;
  /** Something was refused for good. Gives what is said instead. */
  readonly sorry: (error: unknown, activity: Activity) => Reply;
  /** So many replies were not taken and leave through the outbox; `reason` is Teams' own. */
  readonly onKept: (reason: string, replies: number) => void;
}

/** Gives all of it within so many milliseconds, or puts it into the outbox. @throws when neither Teams nor the database takes it */
export type Give = (context: TurnContext, answers: Answers, withinMs: number) => Promise<void>;

/** `replaces`: the message that it takes the place of. `sorry`: where it is refused as well, nothing more is said. */
interface Step extends Reply {
  readonly replaces?: string;
  readonly sorry?: boolean;
}

/** Milliseconds within which replies of before are tried again when there is a new one. Above what Teams names when it is asked too often. */
const hurryMs = 10_000;

/** Milliseconds that have to be left for one more message to be begun, and in which the database says whether one waits. */
const leastMs = 1_000;

/**
 * Gives the answer to an activity: directly, and what Teams did not take goes through the outbox, with all that comes behind it. So does
 * what would overtake a reply of before that still waits there. A process that is killed between the two loses the reply, and never
 * what was decided: the next word or press shows where one is.
 */
export function createGive({ outbox, wakeOutbox, now, sorry, onKept }: GiveOptions): Give {
  return async function give(context, { pressed, messages }, withinMs) {
    const { type, name, replyToId } = context.activity;
    const until = now().getTime() + withinMs;
    if (type !== 'invoke') {
      // Clients without Action.Execute send a message instead of an invoke: their card is replaced by an update.
      const first: readonly Step[] = pressed
        ? [{ ...pressed, ...(pressed.rendered.kind === 'card' && replyToId && { replaces: replyToId }) }]
        : [];
      return send(context, [...first, ...messages], until);
    }
    // A button that stands for words is answered in its own place as well: Teams takes an empty answer for a failure.
    const all = pressed ? [pressed, ...messages] : messages;
    // Teams takes no card in the answer to anything but a press, and of its own cards none at all.
    const first = name === 'adaptiveCard/action' && isAnswering(all[0]?.rendered) ? all[0].rendered : undefined;
    await context.sendActivity(first ? invokeAnswer(first) : unknownInvokeAnswer(name));
    await send(context, first ? all.slice(1) : all, until);
  };

  async function send(context: TurnContext, steps: readonly Step[], until: number): Promise<void> {
    const { activity } = context;
    if (steps.length === 0) return;
    const orderingKey = repliesOrderingKey(activity.conversation.id);
    // A database that does not say, or not soon, is no reason to say nothing.
    const overtakes = await withTimeout(outbox.isWaiting(orderingKey), leastMs).catch(() => false);
    if (overtakes) {
      const kept = await keep(activity, steps, { afterMs: 0, reason: 'replies of before are waiting' }).then(
        () => true,
        () => false,
      );
      // Who writes is there to read: what has failed for long is not left to its long pause. Where nothing can be written, order matters less.
      if (kept) return outbox.hurry(orderingKey, hurryMs);
    }
    const left = [...steps];
    for (let step = left[0]; step; step = left[0]) {
      const failed = await tryToSend(context, step, until);
      if (failed?.kind === 'kept') return keep(activity, left, failed);
      left.splice(0, 1, ...(failed ? instead(step, failed.error, activity) : []));
    }
  }

  async function tryToSend(
    context: TurnContext,
    { rendered, replaces }: Step,
    until: number,
  ): Promise<Failed | undefined> {
    const leftMs = until - now().getTime();
    if (leftMs < leastMs) return { kind: 'kept', afterMs: 0, reason: 'the time for an answer is over' };
    const message = messageOf(rendered);
    try {
      await withTimeout(
        replaces === undefined ? context.sendActivity(message) : context.updateActivity({ ...message, id: replaces }),
        leftMs,
      );
      return undefined;
    } catch (error) {
      return judged(error, replaces === undefined ? 'post' : 'update');
    }
  }

  function instead(
    { view, locale, rendered, replaces, sorry: said }: Step,
    error: unknown,
    activity: Activity,
  ): readonly Step[] {
    // What was to be replaced has not changed: it comes below.
    if (replaces !== undefined) return [{ view, locale, rendered }];
    const words = sorry(error, activity);
    return said ? [] : [{ ...words, sorry: true }];
  }

  async function keep(
    { conversation: { id: conversationId }, serviceUrl, from }: Activity,
    steps: readonly Step[],
    tried: Tried,
  ): Promise<void> {
    const orderingKey = repliesOrderingKey(conversationId);
    const about = objectIdIn(from?.aadObjectId);
    await outbox.addAll(
      steps.map(({ view, locale, replaces }, index) => ({
        orderingKey,
        outgoing:
          replaces === undefined
            ? { kind: 'post', to: { kind: 'thread', conversationId, serviceUrl }, view, locale }
            : { kind: 'update', card: { conversationId, activityId: replaces }, view, locale, elseBelow: true },
        ...(index === 0 && { tried }),
        ...(about !== undefined && { about }),
      })),
    );
    onKept(tried.reason, steps.length);
    wakeOutbox();
  }
}

type Failed = ({ readonly kind: 'kept' } & Tried) | { readonly kind: 'refused'; readonly error: unknown };

/** What another region refuses, the outbox tries at the global address; what is refused or gone may not be so seconds later. */
function judged(error: unknown, how: 'post' | 'update'): Failed {
  const attempt = judgeFailure(error, how);
  const reason = 'reason' in attempt ? attempt.reason : '';
  if (isOfOtherRegion(error)) return { kind: 'kept', afterMs: 0, reason };
  if (attempt.kind === 'retry' || attempt.kind === 'unknown')
    return { kind: 'kept', afterMs: attempt.afterMs, inDoubt: attempt.kind === 'unknown', reason };
  const mayPass = attempt.kind === 'gone' || (attempt.kind === 'park' && attempt.mayPass === true);
  return mayPass
    ? { kind: 'kept', afterMs: askAgainAfterMs(0) ?? 0, refused: true, reason }
    : { kind: 'refused', error };
}

function isAnswering(rendered: Rendered | undefined): rendered is Answering {
  return rendered !== undefined && rendered.kind !== 'attachment';
}
