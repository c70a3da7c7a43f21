import { setTimeout as delay } from 'node:timers/promises';
import type { TicketOption } from '../../src/assistant/input.js';
import type { SampleTenant } from '../../src/demo/tenant/model.js';
import type { TicketMove } from '../../src/helpdesk/ticket.js';
import type { createActivities } from '../support/activities.js';
import { buttonOf, cardOf, optionsOf, stepShown, wasRefused, type Json } from './buttons.js';
import type { Done } from './checks/tickets.js';
import type { Client } from './client.js';
import { createPresses, type Presses } from './presses.js';
import { drawsOf, type Draws } from './random.js';
import { standing, type Arrival, type StandIn } from './stand-in.js';

export interface HelpdeskOptions {
  readonly tenant: SampleTenant;
  readonly activities: ReturnType<typeof createActivities>;
  readonly client: Client;
  readonly standIn: StandIn;
  readonly seed: number;
  /** Makes a text that nobody else typed. */
  readonly typed: (key: string) => string;
  readonly isOver: () => boolean;
}

export interface HelpdeskPeople {
  /** What they were shown as done. */
  readonly done: readonly Done[];
  /** What they were shown as refused and holds all the same when a copy of it comes later. */
  readonly refused: readonly Done[];
  hasBegun(ticketNumber: number): boolean;
  /** Resolves when that ticket's card was seen and everything that they do with it is done. */
  finished(ticketNumber: number): Promise<void>;
}

/** Members of the sample tenant's helpdesk. */
const helpers = ['ada', 'lena', 'marek'];

/** What they press, if the card offers it, and how often of all together. */
const wishes: Readonly<Record<string, number>> = {
  claim: 4,
  assign: 1,
  unclaim: 2,
  reply: 4,
  note: 1,
  resolve: 4,
  reopen: 2,
  markUrgent: 1,
  markNormal: 1,
};

/** The move that each leaves, and what sends the form that it opens. */
const moves: Readonly<Record<string, { readonly move: TicketMove['kind']; readonly send?: TicketOption }>> = {
  claim: { move: 'claimed' },
  unclaim: { move: 'unclaimed' },
  markUrgent: { move: 'markedUrgent' },
  markNormal: { move: 'markedNormal' },
  assign: { move: 'assigned', send: 'sendAssign' },
  reply: { move: 'replied', send: 'sendReply' },
  note: { move: 'noted', send: 'sendNote' },
  resolve: { move: 'resolved', send: 'sendResolve' },
  reopen: { move: 'reopened', send: 'sendReopen' },
};

/** Share of the presses that two of them do at once; of most moves only one is taken, and the other is told so. */
const sharedPresses = 0.25;
const fewestActs = 2;
const mostActs = 7;
const longestPauseMs = 600;
const pauseMs = 200;

/** The card of a ticket as the channel shows it, and the message that does. */
interface InChannel {
  readonly card: Json;
  readonly conversationId: string;
  readonly activityId: string;
}

/** They watch the channel, and what they do with a ticket begins when its card appears there. */
export function startHelpdeskPeople({
  tenant,
  activities,
  client,
  standIn,
  seed,
  typed,
  isOver,
}: HelpdeskOptions): HelpdeskPeople {
  const done: Done[] = [];
  const refused: Done[] = [];
  const begun = new Map<number, Promise<void>>();
  const inChannel = new Map<number, InChannel>();

  standIn.events.on('arrived', (arrival: Arrival) => {
    const { message, conversationId, activityId, activity } = arrival;
    if (message?.says !== 'card' || standing([arrival]).length === 0) return;
    inChannel.set(message.ticketNumber, { card: cardOf(activity), conversationId, activityId });
    if (!begun.has(message.ticketNumber)) begun.set(message.ticketNumber, live(message.ticketNumber));
  });

  async function live(ticketNumber: number): Promise<void> {
    const draws = drawsOf(seed, `ticket ${ticketNumber}`);
    const presses = createPresses({ activities, client, draws });
    /** What each of them had in answer last: shown to nobody else. */
    const answers = new Map<string, Json>();
    for (let left = draws.between(fewestActs, mostActs); left > 0 && !isOver(); left -= 1) {
      await delay(draws.between(0, longestPauseMs));
      const offered = optionsOf(latest(ticketNumber, undefined)).flatMap((option) =>
        Array.from({ length: wishes[option] ?? 0 }, () => option),
      );
      if (offered.length === 0) break;
      await act(ticketNumber, draws.pick(offered), { draws, presses, answers });
    }
    await presses.settled();
  }

  /** The newer of what the channel shows and what this one had in answer. */
  function latest(ticketNumber: number, answer: Json | undefined): Json {
    const { card } = inChannel.get(ticketNumber) as InChannel;
    // What offers nothing any more has ended, whatever the channel still shows.
    return answer && (optionsOf(answer).length === 0 || stepShown(answer) > stepShown(card)) ? answer : card;
  }

  interface Life {
    readonly draws: Draws;
    readonly presses: Presses;
    readonly answers: Map<string, Json>;
  }

  async function act(ticketNumber: number, option: string, life: Life): Promise<void> {
    const { draws } = life;
    // Nobody is told twice running that the same one has it: the messages could not be told from two copies of one.
    const free = helpers.filter((key) => activities.person(key).id !== lastHolder(ticketNumber));
    const first = draws.pick(option === 'claim' ? free : helpers);
    const others = (option === 'claim' ? free : helpers).filter((key) => key !== first);
    const both = draws.chance(sharedPresses) && option !== 'assign';
    const to = activities.person(draws.pick(free)).id;
    await Promise.all(
      [first, ...(both ? [draws.pick(others)] : [])].map((key) => acts(key, ticketNumber, option, to, life)),
    );
  }

  function lastHolder(ticketNumber: number): string | undefined {
    const last = done.findLast(
      (each) => each.ticketNumber === ticketNumber && (each.move === 'claimed' || each.move === 'assigned'),
    );
    return last?.to ?? last?.personId;
  }

  async function acts(
    key: string,
    ticketNumber: number,
    option: string,
    to: string,
    { draws, presses, answers }: Life,
  ): Promise<void> {
    const { conversationId, activityId } = inChannel.get(ticketNumber) as InChannel;
    const conversation = { id: conversationId, conversationType: 'channel', isGroup: true, tenantId: tenant.tenantId };
    const press = (data: Json) => presses.press(key, 'ticket', data, { conversation, replyToId: activityId });
    const { move, send } = moves[option] as (typeof moves)[string];
    const button = buttonOf(latest(ticketNumber, answers.get(key)), option);
    if (!button) return;
    const answer = await press(button);
    const form = send && buttonOf(answer, send);
    const text = send && send !== 'sendAssign' ? typed(key) : undefined;
    const inputs = {
      sendReply: { waits: String(draws.chance(0.5)) },
      sendResolve: { cause: 'other' },
      sendAssign: { assignee: to },
    } as Readonly<Record<string, Json>>;
    const last = form ? await press({ ...form, ...(text !== undefined && { text }), ...inputs[send] }) : answer;
    if (form || !send) answers.set(key, last);
    if (send && !form) return;
    const did = {
      ticketNumber,
      move,
      personId: activities.person(key).id,
      ...(text !== undefined && { text }),
      ...(move === 'assigned' && { to }),
    };
    if (!wasRefused(last)) done.push(did);
    else if (send) refused.push(did);
  }

  async function finished(ticketNumber: number): Promise<void> {
    while (!begun.has(ticketNumber)) await delay(pauseMs);
    await begun.get(ticketNumber);
  }

  return { done, refused, hasBegun: (ticketNumber) => begun.has(ticketNumber), finished };
}
