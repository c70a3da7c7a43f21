import { minuteMs } from '../runtime/durations.js';
import type { AttemptResult } from './deliver-options.js';
import type { Delivery } from './ports.js';

/** While no channel is configured or reachable by address, tickets wait and are looked at again after this time. */
const noDestinationMs = 60_000;

/** The first and the longest pause between two attempts, in milliseconds; what Teams names may be longer. */
export const firstWaitMs = 5_000;
export const longestWaitMs = 15 * minuteMs;

/** Part of a pause that is left to chance (learn: bots/how-to/rate-limit asks for jitter; its sample takes 20 %). */
const jitter = 0.2;

/** An update of a message that is gone has nothing left to do; a missing address waits; repeated failures wait longer. */
export function settled(attempted: AttemptResult, attempts: number, random: number): Delivery {
  switch (attempted.kind) {
    case 'sent':
      return { kind: 'done' };
    case 'gone':
    case 'park':
      return { kind: 'park', reason: attempted.reason };
    case 'noDestination':
      return { kind: 'notTried', afterMs: noDestinationMs, reason: attempted.reason };
    case 'wait':
      return { kind: 'notTried', afterMs: Math.ceil(attempted.afterMs), reason: "Teams' limits" };
    case 'retry':
    case 'unknown':
      return {
        ...attempted,
        afterMs: Math.ceil(Math.max(attempted.afterMs, backOffMs(attempts) * (1 + jitter * random))),
      };
    default:
      return attempted;
  }
}

function backOffMs(attempts: number): number {
  return Math.min(firstWaitMs * 2 ** Math.max(0, attempts - 1), longestWaitMs);
}
