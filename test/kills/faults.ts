import type { Draws } from './random.js';

/** What Teams does with a message: whether it stands there afterwards, and what the bot hears of it. */
export type Outcome = 'taken' | 'tooMany' | 'failedBefore' | 'failedAfter' | 'dropped';

export interface Treatment {
  readonly outcome: Outcome;
  /** Milliseconds from the arrival to the answer, or to the end of the connection. */
  readonly pauseMs: number;
  /** Seconds, with `tooMany`. */
  readonly retryAfter: number;
}

/**
 * Shares of the requests. Few, because after each of them its lane rests for seconds, and a kill would hit nothing.
 */
const shares: readonly (readonly [Outcome, number])[] = [
  ['tooMany', 0.025],
  ['failedBefore', 0.025],
  ['failedAfter', 0.025],
  ['dropped', 0.025],
];

/** Answered slowly, whatever the answer. */
const slowShare = 0.1;

export function drawTreatment(draws: Draws): Treatment {
  const pauseMs = draws.chance(slowShare) ? draws.between(200, 1_500) : draws.between(10, 120);
  const outcome = shares.find(([, share]) => draws.chance(share))?.[0] ?? 'taken';
  return { outcome, pauseMs, retryAfter: draws.between(1, 3) };
}

export function stands(outcome: Outcome): boolean {
  return outcome === 'taken' || outcome === 'failedAfter' || outcome === 'dropped';
}

/** The bot cannot know whether the message was taken. */
export function leavesDoubt(outcome: Outcome): boolean {
  return outcome === 'failedBefore' || outcome === 'failedAfter' || outcome === 'dropped';
}

/** What Teams does when nothing is wrong with it. */
export const well: Treatment = { outcome: 'taken', pauseMs: 0, retryAfter: 0 };
