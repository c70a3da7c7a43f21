import { setTimeout as delay } from 'node:timers/promises';
import type { TicketMove } from '../../src/helpdesk/ticket.js';
import { en } from '../../src/text/en/index.js';
import { chatOf, type createActivities } from '../support/activities.js';
import { buttonOf, cardOf, optionsOf, wasRefused, type Json } from './buttons.js';
import type { Done, Sent } from './checks/tickets.js';
import type { Client } from './client.js';
import { createPresses } from './presses.js';
import type { Draws } from './random.js';
import { standing, type StandIn } from './stand-in.js';

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
  readonly draws: Draws;
  /** Makes a text that nobody else typed. */
  readonly typed: (key: string) => string;
  readonly isOver: () => boolean;
}

const handedOver = new RegExp(en['handedOver.heading'].replace('{{number}}', '(\\d+)'));
const pauseMs = 200;

/** What they press on their request, if it is offered, and how often of all together. */
const wishes: Readonly<Record<string, number>> = { comment: 4, answer: 2, withdraw: 1, confirm: 3, reopen: 6 };
const moves: Readonly<Record<string, TicketMove['kind']>> = {
  comment: 'commented',
  answer: 'commented',
  withdraw: 'withdrawn',
  confirm: 'closed',
  reopen: 'reopened',
};

/** Share of what they do on the message that brought them the helpdesk's words; the rest they do on the request itself. */
const onNewsShare = 0.5;
const mostActs = 5;
const longestPauseMs = 1_500;

/** Somebody who asks for help and does not give up: what brings no answer is done again. */
export function createRequester({ key, activities, client, standIn, draws, typed, isOver }: RequesterOptions) {
  const { id: personId } = activities.person(key);
  const presses = createPresses({ activities, client, draws });
  const done: Done[] = [];
  const refused: Done[] = [];
  /** Every card that they had in answer. */
  const read: Json[] = [];

  /** Walks to the form, says what is wrong and sends it; resolves when the bot has said which number it got. */
  async function handsOver(note: string): Promise<Sent> {
    let shown = await asksForAPerson();
    for (let sent = false; ;) {
      const number = sent ? handedOver.exec(JSON.stringify(shown.card))?.[1] : undefined;
      if (number !== undefined) return { note, ticketNumber: Number(number) };
      if (buttonOf(shown.card, 'send')) {
        sent = true;
        shown = await walksOn(shown, 'send');
      } else if (buttonOf(shown.card, 'review')) shown = await walksOn(shown, 'review', { note });
      else if (sent) throw new Error(`After Send ${key} sees neither a number nor Send: ${JSON.stringify(shown.card)}`);
      else shown = await asksForAPerson();
    }
  }

  /** The answer is lost when the bot dies before it leaves, or Teams refuses it: then it is said again. */
  async function asksForAPerson(): Promise<OnShow> {
    const before = standIn.arrivals.length;
    for (;;) {
      await client.posts(activities.message(key, 'talk to a person'));
      const form = standing(standIn.arrivals.slice(before)).findLast(
        ({ conversationId, activity }) => conversationId === chatOf(key) && buttonOf(cardOf(activity), 'review'),
      );
      if (form) return { card: cardOf(form.activity), messageId: form.activityId };
      await delay(pauseMs);
    }
  }

  /** The card that comes in the answer. Pressed again after its answer was lost, a button is answered with what is so by now. */
  async function walksOn({ card, messageId }: OnShow, option: string, inputs: Json = {}): Promise<OnShow> {
    return { card: await press('walk', { ...buttonOf(card, option), ...inputs }, messageId), messageId };
  }

  async function press(verb: 'walk' | 'request', data: Json, messageId?: string): Promise<Json> {
    const card = await presses.press(key, verb, data, messageId === undefined ? {} : { replyToId: messageId });
    read.push(card);
    return card;
  }

  /** Does a few things with the request that was sent; resolves with whether it has ended. */
  async function lives(ticketNumber: number): Promise<boolean> {
    let ended = false;
    for (let left = draws.between(0, mostActs); left > 0 && !ended && !isOver(); left -= 1) {
      await delay(draws.between(0, longestPauseMs));
      const { card, messageId } = (draws.chance(onNewsShare) && latestNews(ticketNumber)) || {
        card: await press('request', { ticketNumber, step: 0, option: 'show' }),
        messageId: undefined,
      };
      const offered = optionsOf(card).flatMap((option) => Array.from({ length: wishes[option] ?? 0 }, () => option));
      if (offered.length === 0) break;
      const option = draws.pick(offered);
      const move = moves[option] as TicketMove['kind'];
      const text = move === 'commented' || move === 'reopened' ? typed(key) : undefined;
      const answer = await press(
        'request',
        { ...buttonOf(card, option), ...(text !== undefined && { text }) },
        messageId,
      );
      const did = { ticketNumber, move, personId, ...(text !== undefined && { text }) };
      if (wasRefused(answer)) {
        if (text !== undefined || move === 'withdrawn') refused.push(did);
        continue;
      }
      done.push(did);
      ended = move === 'withdrawn' || move === 'closed';
    }
    return ended;
  }

  /** The last message about the request that has something to press. */
  function latestNews(ticketNumber: number): OnShow | undefined {
    const news = standIn.arrivals.findLast(
      (arrival) =>
        arrival.message?.says === 'news' &&
        arrival.message.ticketNumber === ticketNumber &&
        standing([arrival]).length > 0 &&
        optionsOf(cardOf(arrival.activity)).length > 0,
    );
    return news && { card: cardOf(news.activity), messageId: news.activityId };
  }

  return { done, refused, read, handsOver, lives, settled: presses.settled };
}
