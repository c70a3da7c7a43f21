import type { PersonalData } from '../assistant/ports.js';
import type { Audit } from '../helpdesk/audit.js';
import { dayMs } from '../runtime/durations.js';
import type { Log } from '../runtime/log.js';

export interface ExpireOldOptions {
  readonly personalData: Pick<PersonalData, 'expire'>;
  readonly audit: Pick<Audit, 'expire'>;
  /** How long personal data and entries of the audit are kept. */
  readonly days: number;
  readonly auditDays: number;
  /** Epoch ms. */
  readonly now: () => number;
  readonly log: Pick<Log, 'info'>;
}

/** Deletes what has outlived its days. The audit has days of its own and expires even when the rest fails. @throws the first failure */
export async function expireOld({ personalData, audit, days, auditDays, now, log }: ExpireOldOptions): Promise<void> {
  const failures: unknown[] = [];
  for (const expire of [
    () => personalData.expire(now() - days * dayMs),
    async () => ({ audit: await audit.expire(now() - auditDays * dayMs) }),
  ]) {
    try {
      log.info(await expire(), 'retention');
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
