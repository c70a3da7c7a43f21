import { buildBot, type Bot } from '../../src/composition/build-bot.js';
import type { Edges, LoopName } from '../../src/composition/edges.js';
import type { BotOptions } from '../../src/composition/foundations.js';
import { loadConfig, type Config } from '../../src/config/load-config.js';
import type { SampleTenant } from '../../src/demo/tenant/model.js';
import { redact } from '../../src/diagnosis/redact.js';
import { createLog, type Log } from '../../src/runtime/log.js';
import { createLoop, type Loop, type LoopOptions } from '../../src/runtime/loop.js';
import { loadBuiltInTrees } from './trees.js';

export interface Failure {
  readonly error: unknown;
  /** Where it was; of an activity the id under which it was reported. */
  readonly id: string;
}

export interface Environment {
  readonly tenant: SampleTenant;
  /** Of the simulated Graph. */
  readonly graphUrl: string;
  readonly databasePath: string;
  /** Variables beside those that the above make. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface ABotOptions extends Environment, Omit<BotOptions, 'config' | 'log' | 'onFailure'> {
  readonly log?: BotOptions['log'];
  /** What no environment can say. */
  readonly configure?: (config: Config) => Config;
  /** Loops that not even something written wakes. */
  readonly byHand?: readonly LoopName[];
}

export interface ABot {
  readonly bot: Bot;
  readonly failures: Failure[];
  /** Does now what a loop would do at its next look; gives what that gives. */
  run(name: LoopName): Promise<unknown>;
  /** Wakes a loop, also one that is only run by hand, and waits till it rests. */
  wake(name: LoopName): Promise<void>;
}

export const aSilentLog = (): Log => createLog({ redact, level: 'silent' });

/** The bot as `npm start` builds it, anonymous, before a simulated Graph. Its loops do not look by themselves. */
export async function aBot(options: ABotOptions): Promise<ABot> {
  const { byHand = [], edges, configure = (config) => config, log = aSilentLog() } = options;
  const failures: Failure[] = [];
  const loops = new Map<LoopName, { readonly loop: Loop; readonly work: LoopOptions['work'] }>();
  const looping: Partial<Edges> = {
    createLoop(name, loopOptions) {
      const loop = createLoop(loopOptions);
      loops.set(name, { loop, work: loopOptions.work });
      return { ...loop, start: () => undefined, ...(byHand.includes(name) && { wake: () => undefined }) };
    },
  };
  const bot = await buildBot({
    ...options,
    config: configure(aConfig(options)),
    log,
    // To read them takes longer than most tests.
    edges: { readTree: loadBuiltInTrees, ...looping, ...edges },
    onFailure: (error, id) => failures.push({ error, id }),
  });

  function named(name: LoopName) {
    const found = loops.get(name);
    if (!found) throw new Error(`There is no loop ${name}`);
    return found;
  }

  return {
    bot,
    failures,
    run: (name) => named(name).work(new AbortController().signal),
    async wake(name) {
      const { loop } = named(name);
      loop.wake();
      await loop.settled();
    },
  };
}

/** What the environment of a bot before a simulated Graph makes. */
export function aConfig({ tenant, graphUrl, databasePath, environment }: Environment): Config {
  const loaded = loadConfig({
    PORT: '0',
    TENANT_ID: tenant.tenantId,
    GRAPH_BASE_URL: graphUrl,
    DATABASE_URL: `sqlite:${databasePath}`,
    HELPDESK_GROUP_ID: tenant.helpdeskGroupId,
    ADMIN_GROUP_ID: tenant.adminGroupId,
    ...environment,
  });
  if (loaded.kind === 'ok') return loaded.config;
  throw new Error(loaded.problems.map(({ variable, problem }) => `${variable}: ${problem}`).join('\n'));
}
