import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Pause } from '../runtime/with-timeout.js';

/** Everything that comes from outside of the process and differs each time. */
export interface Outside {
  readonly now: () => Date;
  /** Monotonic milliseconds. */
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
  // A pause that nobody waits for must not keep the process alive.
  pause: (ms) => setTimeout(ms, undefined, { ref: false }),
};
