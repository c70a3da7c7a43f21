import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { answers, startChild, untilReady } from '../start-child.js';
import type { SampleTenant } from '../tenant/model.js';
import { playgroundConfig } from './playground-config.js';

const packageName = '@microsoft/m365agentsplayground';

export interface PlaygroundOptions {
  readonly tenant: SampleTenant;
  /** Key of the person who sits before it. */
  readonly currentKey: string;
  readonly port: number;
  /** Where it sends activities. */
  readonly endpoint: string;
  /** Where it tells the bot to answer. */
  readonly serviceUrl: string;
  /** An empty folder of its own: configuration and logs live there. */
  readonly folder: string;
}

export interface Playground {
  readonly url: string;
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts the Microsoft 365 Agents Playground, without telemetry and without opening a browser, and waits until its page is there.
 * @throws with the Playground's own reason when it does not start: a refused configuration, a taken port
 */
export async function startPlayground({
  tenant,
  currentKey,
  port,
  endpoint,
  serviceUrl,
  folder,
}: PlaygroundOptions): Promise<Playground> {
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, '.m365agentsplayground.yml'),
    JSON.stringify(playgroundConfig(tenant, currentKey), undefined, 2),
  );
  const child = startChild({
    name: 'The Agents Playground',
    script: await commandOf(packageName),
    args: ['-e', endpoint, '-c', 'msteams', '-p', String(port), '--service-url', serviceUrl, '--disable-telemetry'],
    cwd: folder,
    env: { TEAMSAPPTESTER_BROWSER: 'none' },
    logFile: join(folder, 'playground.log'),
  });
  const url = `http://localhost:${port}`;
  try {
    await untilReady(child, 'The Agents Playground', async () => {
      // When its port is taken it goes to another one without a word: what answers at ours is then somebody else.
      const listening = /Listening on (\d+)/.exec(child.tail())?.[1];
      if (listening === undefined) return false;
      if (Number(listening) !== port) throw new Error(`Port ${port} is taken by another program.\n`);
      return answers(url);
    });
  } catch (error) {
    await child.stop();
    throw new Error(`${(error as Error).message}${await ownReason(folder)}`, { cause: error });
  }
  return { url, ended: child.ended, stop: () => child.stop() };
}

async function commandOf(name: string): Promise<string> {
  const packageFile = createRequire(import.meta.url).resolve(`${name}/package.json`);
  const { bin } = JSON.parse(await readFile(packageFile, 'utf8')) as { bin: { agentsplayground: string } };
  return join(dirname(packageFile), bin.agentsplayground);
}

/** What it refuses it tells its log only. */
async function ownReason(folder: string): Promise<string> {
  const logs = join(folder, 'devTools');
  const files = await readdir(logs).catch(() => []);
  const texts = await Promise.all(
    files.filter((file) => file.endsWith('.log')).map((file) => readFile(join(logs, file), 'utf8')),
  );
  return texts.length === 0 ? '' : `Its own log says:\n${texts.join('').trim().split('\n').slice(-15).join('\n')}`;
}
