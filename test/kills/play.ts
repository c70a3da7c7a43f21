import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../src/demo/free-port.js';
import { startSimulatedGraph } from '../../src/demo/graph/start-simulated-graph.js';
import { contoso } from '../../src/demo/tenant/contoso.js';
import { chatOf, createActivities, helpdeskChannel } from '../support/activities.js';
import type { Interrupted } from './attempts.js';
import { loadBot, type BotProcess } from './bot-process.js';
import type { Done, Sent } from './checks/tickets.js';
import { createClient } from './client.js';
import { drawTreatment, well } from './faults.js';
import { startHelpdeskPeople } from './helpdesk-people.js';
import { createCrashReader, readKeptData, type KeptData } from './kept-data.js';
import { killOftenWhileUsed } from './killer.js';
import { happeningsOf } from './moments.js';
import { drawsOf } from './random.js';
import { createRequester } from './requester.js';
import { startStandIn, type Arrival } from './stand-in.js';

export interface PlayOptions {
  readonly kills: number;
  readonly seed: number;
  /** For the database, the bot's log and the story of the kills, a line each. */
  readonly folder: string;
}

export interface Played {
  readonly sent: readonly Sent[];
  readonly done: readonly Done[];
  readonly arrivals: readonly Arrival[];
  readonly interrupted: readonly Interrupted[];
  readonly kept: KeptData;
  readonly amidAttempts: number;
  readonly personIn: (conversationId: string) => string;
}

const requesters = ['ben', 'carla', 'grace', 'henry'];

/** How long the bot has for what is left when nothing disturbs it any more, in milliseconds. */
const finishWithinMs = 120_000;

/** Kills the bot that often while people use it, lets it finish undisturbed, and hands over all that can be compared. */
export async function play({ kills, seed, folder }: PlayOptions): Promise<Played> {
  const stops: (() => Promise<void>)[] = [];
  let over = false;
  try {
    const tenant = contoso(new Date());
    const graph = await startSimulatedGraph({ tenant, now: () => new Date() });
    stops.push(() => graph.close());
    const treatments = drawsOf(seed, 'treatments');
    const standIn = await startStandIn(() => (over ? well : drawTreatment(treatments)), Date.now);
    stops.push(() => standIn.close());

    const port = await freePort(0);
    const database = join(folder, 'assistant.db');
    const env = {
      TENANT_ID: tenant.tenantId,
      GRAPH_BASE_URL: graph.url,
      HELPDESK_CHANNEL_ID: helpdeskChannel,
      HELPDESK_GROUP_ID: tenant.helpdeskGroupId,
      ADMIN_GROUP_ID: tenant.adminGroupId,
      DATABASE_URL: `sqlite:${database}`,
      LOG_LEVEL: 'warn',
    };
    const load = async (): Promise<BotProcess> => {
      const bot = await loadBot({ folder, port, env });
      stops.push(() => bot.kill());
      return bot;
    };

    const client = createClient(`http://127.0.0.1:${port}/api/messages`);
    const activities = createActivities(tenant, standIn.url);
    const helpdesk = startHelpdeskPeople({ tenant, activities, client, standIn, seed });
    const sent: Sent[] = [];
    const asksForHelp = async (key: string): Promise<void> => {
      const draws = drawsOf(seed, key);
      const handsOver = createRequester({ key, activities, client, standIn });
      for (let problem = 1; !over; problem += 1) {
        await delay(draws.between(0, 1_500));
        const told = await handsOver(`Problem ${problem} of ${key}`);
        sent.push(told);
        await helpdesk.finished(told.ticketNumber);
      }
    };

    const people = Promise.all(requesters.map(asksForHelp));
    const happenings = happeningsOf(client, standIn);
    const tell = (line: string) => appendFileSync(join(folder, 'story.txt'), `${line}\n`);
    const readCrash = createCrashReader(database);
    const killing = killOftenWhileUsed({ kills, draws: drawsOf(seed, 'kills'), load, happenings, readCrash, now: Date.now, tell });
    const { next: last, aheadMs, ...killed } = await firstToFail(killing, people);
    over = true;
    last.go(aheadMs);
    await last.ready();
    const deadline = performance.now() + finishWithinMs;
    // Whoever waits for a card that was lost would wait for ever; the comparison says what is missing.
    await Promise.race([people, delay(finishWithinMs)]);
    while (readKeptData(database).outbox.length > 0 && performance.now() < deadline) await delay(200);
    await last.stop();
    const personIn = (conversationId: string) => tenant.people.find(({ key }) => chatOf(key) === conversationId)?.id ?? '';
    return { sent, done: helpdesk.done, arrivals: standIn.arrivals, kept: readKeptData(database), personIn, ...killed };
  } finally {
    over = true;
    for (const stop of stops.reverse()) await stop();
  }
}

/** What comes of the first; a failure of either ends the wait at once. */
async function firstToFail<T>(work: Promise<T>, beside: Promise<unknown>): Promise<T> {
  return Promise.race([work, beside.then(() => new Promise<never>(() => undefined))]);
}
