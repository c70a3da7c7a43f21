import { join } from 'node:path';
import { freePort } from '../../src/demo/free-port.js';
import { startSimulatedGraph } from '../../src/demo/graph/start-simulated-graph.js';
import { contoso } from '../../src/demo/tenant/contoso.js';
import type { SampleTenant } from '../../src/demo/tenant/model.js';
import { botEnvironment } from '../support/bot-environment.js';
import { createActivities } from '../support/activities.js';
import { loadBot, type BotProcess } from './bot-process.js';
import { createClient, type Client } from './client.js';
import type { Treatment } from './faults.js';
import { startStandIn, type StandIn } from './stand-in.js';

/** All that outlives the bot's process: its directory, Teams on both sides of it, and its database file. */
export interface Stage {
  readonly tenant: SampleTenant;
  readonly standIn: StandIn;
  readonly client: Client;
  readonly activities: ReturnType<typeof createActivities>;
  readonly database: string;
  /** Loads the bot, always with the same database and port. */
  load(): Promise<BotProcess>;
  /** Ends everything, whatever bots were loaded too. */
  close(): Promise<void>;
}

export async function startStage(folder: string, treat: () => Treatment): Promise<Stage> {
  const now = () => new Date();
  const tenant = contoso(now());
  const graph = await startSimulatedGraph({ tenant, now });
  const standIn = await startStandIn(treat, Date.now);
  const port = await freePort(0);
  const database = join(folder, 'assistant.db');
  const bots: Promise<BotProcess>[] = [];
  const env = {
    ...botEnvironment(tenant, graph.url, `sqlite:${database}`),
    // Time moves tickets too, whatever hour it is.
    WORKING_HOURS: 'Mon-Sun 00:00-24:00',
    REMIND_AFTER_MINUTES: '3',
    REMIND_URGENT_AFTER_MINUTES: '1',
  };
  return {
    tenant,
    standIn,
    client: createClient({ url: () => `http://127.0.0.1:${port}/api/messages` }),
    activities: createActivities(tenant, standIn.url),
    database,
    load() {
      const bot = loadBot({ folder, port, env });
      bots.push(bot);
      return bot;
    },
    async close() {
      for (const bot of await Promise.allSettled(bots)) if (bot.status === 'fulfilled') await bot.value.kill();
      await standIn.close();
      await graph.close();
    },
  };
}
