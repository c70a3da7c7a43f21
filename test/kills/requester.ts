import { setTimeout as delay } from 'node:timers/promises';
import { en } from '../../src/text/en.js';
import { chatOf, type createActivities } from '../support/activities.js';
import { things } from '../support/check-card.js';
import type { Sent } from './checks/tickets.js';
import type { Client } from './client.js';
import { standing, type StandIn } from './stand-in.js';

type Json = Readonly<Record<string, unknown>>;

/** A card on show and the message that shows it. */
interface OnShow {
  readonly card: Json;
  readonly messageId: string;
}

export interface RequesterOptions {
  readonly key: string;
  readonly activities: ReturnType<typeof createActivities>;
  readonly client: Client;
  readonly standIn: StandIn;
}

const handedOver = new RegExp(en['handedOver.heading'].replace('{{number}}', '(\\d+)'));
const pauseMs = 200;

/** Somebody who asks for help and does not give up: what brings no answer is done again. */
export function createRequester({ key, activities, client, standIn }: RequesterOptions) {
  /** Walks to the form, says what is wrong and sends it; resolves when the bot has said which number it got. */
  return async function handsOver(note: string): Promise<Sent> {
    let shown = await asksForAPerson();
    for (let sent = false; ; ) {
      const number = sent ? handedOver.exec(JSON.stringify(shown.card))?.[1] : undefined;
      if (number !== undefined) return { note, ticketNumber: Number(number) };
      if (buttonOf(shown.card, 'send')) {
        sent = true;
        shown = await presses(shown, 'send');
      } else if (buttonOf(shown.card, 'review')) shown = await presses(shown, 'review', { note });
      else if (sent) throw new Error(`After Send ${key} sees neither a number nor Send: ${JSON.stringify(shown.card)}`);
      else shown = await asksForAPerson();
    }
  };

  /** The answer is lost when the bot dies before it leaves, or Teams refuses it: then it is said again. */
  async function asksForAPerson(): Promise<OnShow> {
    const before = standIn.arrivals.length;
    for (;;) {
      await client.posts(activities.message(key, 'talk to a person'));
      const form = standing(standIn.arrivals.slice(before)).findLast(({ conversationId, activity }) => conversationId === chatOf(key) && buttonOf(cardOf(activity), 'review'));
      if (form) return { card: cardOf(form.activity), messageId: form.activityId };
      await delay(pauseMs);
    }
  }

  /** The card that comes in the answer. Pressed again after its answer was lost, a button is answered with what is so by now. */
  async function presses({ card, messageId }: OnShow, option: string, inputs: Json = {}): Promise<OnShow> {
    const data = buttonOf(card, option);
    for (;;) {
      const answer = (await client.posts(activities.press(key, 'walk', { ...data, ...inputs }, { replyToId: messageId }))) as { type?: string; value?: Json } | undefined;
      if (answer?.type === 'application/vnd.microsoft.card.adaptive' && answer.value) return { card: answer.value, messageId };
      await delay(pauseMs);
    }
  }
}

function cardOf({ attachments }: { readonly attachments?: readonly { readonly content?: unknown }[] }): Json {
  return (attachments?.[0]?.content ?? {}) as Json;
}

function buttonOf(card: Json, option: string): Json | undefined {
  const button = things(card).find(({ type, data }) => type === 'Action.Execute' && (data as Json)['option'] === option);
  return button?.['data'] as Json | undefined;
}
