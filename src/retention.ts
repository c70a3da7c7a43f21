import type { PersonalData } from './assistant/ports.js';
import type { Log } from './log.js';

/** How often the job looks, in milliseconds: once an hour is often enough for a limit in days. */
const everyMs = 60 * 60_000;

const dayMs = 24 * 60 * 60_000;

export interface Retention {
  /** Looks no more, and resolves when the look under way has ended. */
  stop(): Promise<void>;
}

/** Takes personal data away that is older than `days`: at once, then every hour, one look at a time. */
export function startRetention(options: { personalData: PersonalData; days: number; now: () => number; log: Log }): Retention {
  const { personalData, days, now, log } = options;
  async function look(): Promise<void> {
    try {
      log.info(await personalData.expire(now() - days * dayMs), 'retention');
    } catch (error) {
      log.error({ err: error }, 'retention failed');
    }
  }

  let looking = look();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
