import type { Audit } from '../helpdesk/audit.js';
import type { PersonalData } from '../assistant/ports.js';
import type { Log } from '../runtime/log.js';
import { dayMs, hourMs } from '../runtime/durations.js';

/** How often the job looks, in milliseconds: once an hour is often enough for a limit in days. */
const everyMs = hourMs;

export interface Retention {
  /** Looks no more, and resolves when the look under way has ended. */
  stop(): Promise<void>;
}

export interface RetentionOptions {
  readonly personalData: PersonalData;
  readonly audit: Pick<Audit, 'expire'>;
  /** How long personal data and entries of the audit are kept. */
  readonly days: number;
  readonly auditDays: number;
  readonly now: () => number;
  readonly log: Log;
}

/** Takes away what is older than its days: at once, then every hour, one look at a time. */
export function startRetention({ personalData, audit, days, auditDays, now, log }: RetentionOptions): Retention {
  async function attempt(work: () => Promise<object>): Promise<void> {
    try {
      log.info(await work(), 'retention');
    } catch (error) {
      log.error({ err: error }, 'retention failed');
    }
  }

  async function look(): Promise<void> {
    await attempt(() => personalData.expire(now() - days * dayMs));
    await attempt(async () => ({ audit: await audit.expire(now() - auditDays * dayMs) }));
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
