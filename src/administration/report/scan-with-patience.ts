import { DelegateBackoff, handleWhenResult, retry } from 'cockatiel';
import type { DeviceScan, ScanPage } from '../../directory/scan-devices.js';

/** How often a page is asked for before the report gives up: with the pauses below about 8 minutes of a Graph that takes nothing. */
const attempts = 12;
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;

/** Part of a pause that is left to chance, so that the partitions do not come back together. */
const jitter = 0.2;

export type ReadPage = DeviceScan['page'];

/** Asks for a page until there is an answer that will not change: after as long as Graph asks for, else after ever longer pauses. */
export function scanWithPatience(
  scan: Pick<DeviceScan, 'page'>,
  random: () => number,
  pauseMs = firstPauseMs,
): ReadPage {
  const policy = retry(
    handleWhenResult((result) => (result as ScanPage).kind === 'later'),
    {
      maxAttempts: attempts - 1,
      backoff: new DelegateBackoff(({ attempt, result }) => {
        const page = 'value' in result ? (result.value as ScanPage) : undefined;
        const asked = page?.kind === 'later' ? (page.afterMs ?? 0) : 0;
        return Math.max(asked, Math.min(pauseMs * 2 ** (attempt - 1), longestPauseMs) * (1 + jitter * random()));
      }),
    },
  );
  return (partition, link, asOf) => policy.execute(() => scan.page(partition, link, asOf));
}
