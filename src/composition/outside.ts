import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Pause } from '../runtime/with-timeout.js';

/** What comes from outside of the process and is different each time. */
export interface Outside {
  readonly now: () => Date;
  /** Milliseconds on a scale that only goes forward. */
  readonly elapsed: () => number;
  readonly newId: () => string;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly fetch: typeof globalThis.fetch;
  readonly pause: Pause;
}

export const theOutside: Outside = {
  now: () => new Date(),
  elapsed: () => performance.now(),
  newId: randomUUID,
  random: Math.random,
  fetch: (...asked) => fetch(...asked),
  // A pause that nobody waits for any more must not keep the process.
  pause: (ms) => setTimeout(ms, undefined, { ref: false }),
};
