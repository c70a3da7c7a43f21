import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../src/demo/free-port.js';
import { loadBot, type BotProcess } from '../kills/bot-process.js';

/** Several processes of the bot on one database, as a host runs them behind one address. */
export interface Instances {
  /** Those that have been started so far. */
  readonly count: () => number;
  /** Where the next activity goes: any instance, also one that is just not there. */
  url(): string;
  urlOf(index: number): string;
  /** One more; resolves when it takes requests. */
  add(script?: string): Promise<void>;
  /** SIGKILL, and the next process in its place once `downMs` are over; resolves when it takes requests again. */
  killAndReplace(index: number, downMs: number): Promise<void>;
  /** Those that ended though nobody asked for it. */
  endedByThemselves(): readonly number[];
  /** All that they wrote to their logs. */
  log(): string;
  stop(): Promise<void>;
  /** Ends what is left, whatever state it is in. */
  close(): Promise<void>;
}

export interface InstancesOptions {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** From 0 to below 1. */
  readonly random: () => number;
}

interface Instance {
  readonly folder: string;
  readonly port: number;
  readonly script: string | undefined;
  bot: BotProcess;
}

export function createInstances({ folder, env, random }: InstancesOptions): Instances {
  const instances: Instance[] = [];
  const all: BotProcess[] = [];

  async function start({ folder: own, port, script }: Omit<Instance, 'bot'>): Promise<BotProcess> {
    const bot = await loadBot({ folder: own, port, env, ...(script !== undefined && { script }) });
    all.push(bot);
    bot.go(0);
    await bot.ready();
    return bot;
  }

  const urlOf = (index: number) => `http://127.0.0.1:${instances[index]?.port}`;
  return {
    count: () => instances.length,
    url: () => `${urlOf(Math.floor(random() * instances.length))}/api/messages`,
    urlOf,
    async add(script) {
      const place = { folder: join(folder, `instance-${all.length}`), port: await freePort(0), script };
      mkdirSync(place.folder);
      instances.push({ ...place, bot: await start(place) });
    },
    async killAndReplace(index, downMs) {
      const instance = instances[index];
      if (!instance) throw new Error(`There is no instance ${index}`);
      await instance.bot.kill();
      await delay(downMs);
      instance.bot = await start(instance);
    },
    endedByThemselves: () => all.flatMap((bot, index) => (bot.endedByItself() ? [index] : [])),
    log: () => instances.map((each) => readFileSync(join(each.folder, 'bot.log'), 'utf8')).join('\n'),
    async stop() {
      await Promise.all(instances.map(({ bot }) => bot.stop()));
    },
    async close() {
      await Promise.all(all.map((bot) => bot.kill()));
    },
  };
}
