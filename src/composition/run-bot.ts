import { readFileSync } from 'node:fs';
import { loadConfig, problemLines, readEnvironment } from '../config/load-config.js';
import { redact } from '../diagnosis/redact.js';
import { createCorrelation } from '../runtime/correlation.js';
import { createLog } from '../runtime/log.js';
import { exitWhenNpmDies } from '../runtime/exit-when-npm-dies.js';
import { buildBot } from './build-bot.js';

/** Milliseconds after which a stop is forced. Hosts kill after about 10 to 30 s. */
const stopWithinMs = 10_000;

/** What `npm start` does: the bot, from the environment until a signal. Ends the process when it is misconfigured or cannot start. */
export async function runBot(): Promise<void> {
  const environment = readEnvironment();
  const loaded = loadConfig(environment, (path) => readFileSync(path, 'utf8'));
  if (loaded.kind === 'invalid') {
    process.stderr.write(`${problemLines(loaded.problems)}\n`);
    process.exit(1);
  }
  const { config } = loaded;
  const correlation = createCorrelation();
  const log = createLog({ redact, level: config.logLevel, correlationId: correlation.current });
  const starting = (async () => {
    const bot = await buildBot({ config, log, correlation });
    await bot.start();
    return bot;
  })();

  let stopping = false;
  /** Works while the bot is still starting, too. */
  async function end(): Promise<void> {
    if (stopping) return;
    stopping = true;
    // A second signal, or too long a wait, ends it the hard way.
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    try {
      // Another instance, or the next start, delivers what enters the outbox from here on.
      await (await starting).stop();
      log.info('stopped');
      process.exit(0);
    } catch (error) {
      log.error({ err: error }, 'stopping failed');
      process.exit(1);
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
  exitWhenNpmDies(environment['npm_lifecycle_event'], () => void end());

  try {
    await starting;
  } catch (error) {
    log.fatal({ err: error }, 'the start failed');
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    // Setting exitCode is not enough: handles opened before the failure would keep the process alive, and its host would not restart it.
    process.exit(1);
  }
}
