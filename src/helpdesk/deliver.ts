import { askingAgain } from './ask-again.js';
import { attemptDelivery } from './attempt-delivery.js';
import type { DeliverOptions, AttemptResult, Recorded } from './deliver-options.js';
import type { OutboxRow } from './ports.js';
import { firstWaitMs, settled } from './settle-attempt.js';

/**
 * How long an attempt may take before its row is taken over, in milliseconds: what a killed process was sending waits so long.
 * Above the longest attempt: 20 s for Teams' answer, and 5 s for a busy database before and after it.
 */
const leaseMs = 35_000;

/** Rows that are worked on side by side, each of another ordering key. Far below Teams' 50 requests a second for one app. */
const rowsAtOnce = 8;

/** How often an idle worker looks, in milliseconds: catches rows that became due and those of other instances. */
export const idleMs = 5_000;

/** Attempts with a fault of ours before a row is given up. */
const faultsBeforeParking = 5;

/**
 * Sends what is due, until nothing is. Each row was marked and committed before its attempt, so that a copy after a crash
 * can say "(again)". Lanes do not wait for each other: one in which Teams is slow holds up nobody else.
 */
export async function deliverDue(options: DeliverOptions): Promise<number> {
  const { outbox, now, unrecorded = new Map<number, Recorded>() } = options;
  const underWay = new Set<Promise<void>>();
  let delivered = 0;

  async function deliver(row: OutboxRow): Promise<void> {
    // Taken anew because its lease was over before that could be recorded.
    const sent = unrecorded.get(row.id)?.delivery;
    if (sent?.kind === 'done') return record({ row, delivery: sent });
    const delivery = settled(await attemptSafely(options, row), row.attempts, options.random());
    unrecorded.set(row.id, { row, delivery });
    await record({ row, delivery });
    delivered += 1;
  }

  async function record({ row, delivery }: Recorded): Promise<void> {
    await outbox.settle(row, delivery, now());
    unrecorded.delete(row.id);
    options.onDelivered?.(row, delivery);
  }

  // Else they would be taken for lost when their lease is over, and go out once more. One that fails again holds up nobody.
  await Promise.all(
    [...unrecorded.values()].map((each) => record(each).catch((error: unknown) => options.onFault(each.row, error))),
  );

  const failures: unknown[] = [];
  const failed = (error: unknown): void => void failures.push(error);
  while (failures.length === 0) {
    const rows = options.signal?.aborted
      ? []
      : ((await outbox.take(now(), leaseMs, rowsAtOnce - underWay.size).catch(failed)) ?? []);
    for (const row of rows) {
      const attempt: Promise<void> = deliver(row)
        .catch(failed)
        .finally(() => underWay.delete(attempt));
      underWay.add(attempt);
    }
    if (underWay.size === 0 && failures.length === 0) return delivered;
    if (underWay.size > 0 && (rows.length === 0 || underWay.size === rowsAtOnce)) await Promise.race(underWay);
  }
  // Those beside the one that failed are still to end: nobody may close the database under them.
  await Promise.all(underWay);
  throw failures[0];
}

/** A row that cannot even be tried must not hold up those behind it for ever. */
async function attemptSafely(options: DeliverOptions, row: OutboxRow): Promise<AttemptResult> {
  try {
    return await attemptDelivery({ ...options, messenger: askingAgain(options.messenger, row, options.now()) }, row);
  } catch (error) {
    options.onFault(row, error);
    const reason = error instanceof Error ? error.message : String(error);
    return row.attempts < faultsBeforeParking
      ? { kind: 'unknown', afterMs: firstWaitMs, reason }
      : { kind: 'park', reason };
  }
}
