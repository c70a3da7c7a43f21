import { setTimeout as delay } from 'node:timers/promises';
import type { QueryResult } from 'kysely';

/** Milliseconds between two tries while another connection writes. */
const pauseMs = 10;

/**
 * Milliseconds that a locked file is waited for, counted from when it was first met: a person is answered within 4 s, however many
 * statements the answer takes and whoever else waits.
 */
const patienceMs = 3_000;

export interface Patience {
  /** Runs a statement again while the file is locked. SQLite has done nothing of a statement that it refused so. */
  whenFree<Row>(run: () => Promise<QueryResult<Row>>): Promise<QueryResult<Row>>;
  /** Something was written: the file is free, and the next lock is waited for anew. */
  renew(): void;
}

/**
 * One for all statements on a file. When it is used up, each statement tries once: what waits behind the one that gave up would only
 * add to it. It comes back when the file was free, or when nobody has asked for as long as it lasts.
 */
export function createPatience(ms = patienceMs): Patience {
  let lock: { readonly timer: NodeJS.Timeout; over: boolean } | undefined;

  function renew(): void {
    clearTimeout(lock?.timer);
    lock = undefined;
  }

  /** False when it is used up. */
  function mayWait(): boolean {
    lock ??= { over: false, timer: setTimeout(tire, ms).unref() };
    if (lock.over) lock.timer.refresh();
    return !lock.over;
  }

  function tire(): void {
    if (!lock || lock.over) return renew();
    lock.over = true;
    lock.timer.refresh();
  }

  return {
    renew,
    async whenFree(run) {
      for (let tries = 1; ; tries += 1) {
        try {
          const result = await run();
          if (tries > 1) renew();
          return result;
        } catch (error) {
          if (!isBusy(error) || !mayWait()) throw error;
          await delay(pauseMs);
        }
      }
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
