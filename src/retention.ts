import type { PersonalData } from './assistant/ports.js';
import type { Log } from './log.js';

/** How often the job looks, in milliseconds: once an hour is often enough for a limit in days. */
const everyMs = 60 * 60_000;

const dayMs = 24 * 60 * 60_000;

export interface Retention {
  stop(): void;
}

/** Takes personal data away that is older than `days`: at once, then every hour. */
export function startRetention(options: { personalData: PersonalData; days: number; now: () => number; log: Log }): Retention {
  const { personalData, days, now, log } = options;
  const run = (): void => {
    personalData.expire(now() - days * dayMs).then(
      (expired) => log.info(expired, 'retention'),
      (error: unknown) => log.error({ err: error }, 'retention failed'),
    );
  };
  run();
  const timer = setInterval(run, everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
