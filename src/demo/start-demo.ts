import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.js';
import { startSimulatedGraph, type SimulatedGraph } from './graph/start-simulated-graph.js';
import { helpdeskChannelId } from './playground/playground-config.js';
import { startPlayground } from './playground/start-playground.js';
import { startProxy } from './proxy/start-proxy.js';
import { answers, startChild, untilReady, type Child } from './start-child.js';
import { contoso } from './tenant/contoso.js';
import type { SampleTenant } from './tenant/model.js';

export interface DemoOptions {
  readonly now: () => Date;
  readonly log: (line: string) => void;
  /** Ports to try first; another one is taken when somebody listens there. */
  readonly ports?: { readonly bot: number; readonly playground: number };
}

export interface Demo {
  readonly pageUrl: string;
  readonly tenant: SampleTenant;
  readonly graph: SimulatedGraph;
  /** Becomes a sentence when the bot or the Playground ends without having been told to. */
  readonly broken: Promise<string>;
  stop(): Promise<void>;
}

const botScript = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const host = '127.0.0.1';
/** Who sits before the Playground at first. */
const currentKey = 'ada';

/**
 * Starts the sample tenant's Graph, the bot, the Playground and the proxy between the two. Everything it writes goes into a
 * folder of its own, which `stop` deletes; the bot runs there too, so that no `.env` of the project reaches it.
 * @throws with the reason when one of them does not start; what had started by then has ended again
 */
export async function startDemo({ now, log, ports = { bot: 3978, playground: 56_150 } }: DemoOptions): Promise<Demo> {
  if (!existsSync(botScript)) throw new Error(`${botScript} is missing: run "npm run build" first.`);
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'device-join-demo-'));
    stops.push(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

    const tenant = contoso(now());
    const graph = await startSimulatedGraph({ tenant, now, host });
    stops.push(() => graph.close());
    // Places can be freed here: it is only a sample.
    graph.missingPermissions.delete('Device.ReadWrite.All');

    const botPort = await freePort(ports.bot);
    const bot = startBot({ tenant, graphUrl: graph.url, port: botPort, folder });
    stops.push(() => bot.stop());
    await untilReady(bot, 'The bot', () => answers(`http://${host}:${botPort}/healthz`));

    const playgroundPort = await freePort(ports.playground);
    const proxy = await startProxy({
      tenant,
      currentKey,
      botUrl: `http://${host}:${botPort}/api/messages`,
      connectorUrl: `http://localhost:${playgroundPort}/_connector`,
      log,
    });
    stops.push(() => proxy.close());

    const playground = await startPlayground({
      tenant,
      currentKey,
      port: playgroundPort,
      ...proxy,
      folder: join(folder, 'playground'),
    });
    stops.push(() => playground.stop());

    return { pageUrl: playground.url, tenant, graph, broken: Promise.race([bot.ended, playground.ended]), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startBot({
  tenant,
  graphUrl,
  port,
  folder,
}: {
  tenant: SampleTenant;
  graphUrl: string;
  port: number;
  folder: string;
}): Child {
  return startChild({
    name: 'The bot',
    script: botScript,
    cwd: folder,
    env: {
      TENANT_ID: tenant.tenantId,
      GRAPH_BASE_URL: graphUrl,
      HELPDESK_CHANNEL_ID: helpdeskChannelId,
      HELPDESK_GROUP_ID: tenant.helpdeskGroupId,
      ADMIN_GROUP_ID: tenant.adminGroupId,
      ALLOW_DEVICE_CLEANUP: 'true',
      DATABASE_URL: `sqlite:${join(folder, 'assistant.db')}`,
      HOST: host,
      PORT: String(port),
    },
    logFile: join(folder, 'bot.log'),
  });
}
