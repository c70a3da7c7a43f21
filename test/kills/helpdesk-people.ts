import { setTimeout as delay } from 'node:timers/promises';
import type { TicketAction } from '../../src/helpdesk/move-ticket.js';
import type { createActivities } from '../support/activities.js';
import type { SampleTenant } from '../../src/demo/tenant/model.js';
import { cardSays, lives, moveOf } from './causes.js';
import type { Done } from './checks/tickets.js';
import type { Client } from './client.js';
import { drawsOf } from './random.js';
import { standing, type Arrival, type StandIn } from './stand-in.js';

export interface HelpdeskOptions {
  readonly tenant: SampleTenant;
  readonly activities: ReturnType<typeof createActivities>;
  readonly client: Client;
  readonly standIn: StandIn;
  readonly seed: number;
}

export interface HelpdeskPeople {
  /** What they were shown as done, for each ticket in its order. */
  readonly done: readonly Done[];
  /** Resolves when that ticket's card was seen and everything that they do with it is done. */
  finished(ticketNumber: number): Promise<void>;
}

/** Members of the sample tenant's helpdesk. */
const helpers = ['ada', 'lena', 'marek'];

/** Share of the actions that two of them press at once; one is told that the other was quicker. */
const sharedPresses = 0.25;
const pauseMs = 200;

/** They watch the channel, and what they do with a ticket begins when its card appears there. */
export function startHelpdeskPeople({ tenant, activities, client, standIn, seed }: HelpdeskOptions): HelpdeskPeople {
  const done: Done[] = [];
  const begun = new Map<number, Promise<void>>();

  standIn.events.on('arrived', (arrival) => {
    const { message, kind } = arrival;
    if (kind !== 'create' || message?.says !== cardSays || standing([arrival]).length === 0 || begun.has(message.ticketNumber)) return;
    begun.set(message.ticketNumber, live(message.ticketNumber, arrival));
  });

  async function live(ticketNumber: number, shownBy: Arrival): Promise<void> {
    const draws = drawsOf(seed, `ticket ${ticketNumber}`);
    for (const action of draws.pick(lives)) {
      await delay(draws.between(0, 1_000));
      const [first, second] = [draws.pick(helpers), draws.pick(helpers)];
      const both = draws.chance(sharedPresses) && first !== second;
      await Promise.all([first, ...(both ? [second] : [])].map((key) => presses(key, ticketNumber, action, shownBy)));
      done.push({ ticketNumber, move: moveOf[action] });
    }
  }

  async function presses(key: string, ticketNumber: number, option: TicketAction, { conversationId, activityId }: Arrival): Promise<void> {
    const conversation = { id: conversationId, conversationType: 'channel', isGroup: true, tenantId: tenant.tenantId };
    for (;;) {
      const answer = await client.posts(activities.press(key, 'ticket', { ticketNumber, option }, { conversation, replyToId: activityId }));
      if ((answer as { type?: string } | undefined)?.type === 'application/vnd.microsoft.card.adaptive') return;
      await delay(pauseMs);
    }
  }

  async function finished(ticketNumber: number): Promise<void> {
    while (!begun.has(ticketNumber)) await delay(pauseMs);
    await begun.get(ticketNumber);
  }

  return { done, finished };
}
