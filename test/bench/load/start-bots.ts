import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSimulatedGraph } from '../../../src/demo/graph/start-simulated-graph.js';
import { buildOnce } from '../../support/build-once.js';
import { botEnvironment } from '../../support/bot-environment.js';
import { createActivities } from '../../support/activities.js';
import { largeTenant } from '../../support/large-tenant.js';
import { startMeasured, type MeasuredProcess } from './measured-process.js';
import { startSink, type Sink } from './sink.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The built bot and the bare echo bot, each in a process of its own, between one Graph and one Teams. */
export interface Bots {
  readonly bot: MeasuredProcess;
  readonly echo: MeasuredProcess;
  readonly sink: Sink;
  readonly activities: ReturnType<typeof createActivities>;
  /** Those who were never heard from. */
  readonly keys: readonly string[];
  close(): Promise<void>;
}

export interface BotsOptions {
  /** People in the directory. */
  readonly people: number;
}

export async function startBots({ people }: BotsOptions): Promise<Bots> {
  buildOnce();
  const folder = await mkdtemp(join(tmpdir(), 'device-join-bench-'));
  const now = () => new Date();
  const tenant = largeTenant(now(), { people, devices: people * 2 });
  const graph = await startSimulatedGraph({ tenant, now });
  const sink = await startSink();
  const env = botEnvironment(tenant, graph.url, `sqlite:${join(folder, 'assistant.db')}`);
  const echo = await startMeasured({ script: fileURLToPath(new URL('./echo-bot.mjs', import.meta.url)), folder });
  const bot = await startMeasured({
    script: join(root, 'dist/main.js'),
    flags: ['--max-old-space-size=256'],
    folder,
    env,
  });
  return {
    bot,
    echo,
    sink,
    activities: createActivities(tenant, sink.url),
    keys: tenant.people.map(({ key }) => key).filter((key) => key.startsWith('person')),
    async close() {
      await Promise.all([bot.stop(), echo.stop()]);
      await Promise.all([graph.close(), sink.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
