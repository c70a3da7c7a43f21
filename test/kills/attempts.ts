import { leavesDoubt, stands } from './faults.js';
import type { Arrival } from './stand-in.js';

/** One try to post a message. Updates of a card are none: repeated, they show the same. */
export interface Attempt {
  /** Epoch ms. */
  readonly at: number;
  readonly place: string;
  readonly message: string;
  /** The message stands there since. */
  readonly taken: boolean;
  readonly again: boolean;
  /** The bot could not know, or could not record, whether it was taken. */
  readonly unresolved: boolean;
}

/** A row that was marked as being sent when the process was killed. `since` is when it was marked, epoch ms. */
export interface Interrupted {
  readonly place: string;
  readonly message: string;
  readonly since: number;
  /** When everything had arrived that left the process before its end. */
  readonly killedAt: number;
}

/** What arrived and what was killed, as one list in order of time. An attempt that was killed under way is in it once. */
export function attemptsOf(
  arrivals: readonly Arrival[],
  interrupted: readonly Interrupted[],
  placeOf: (arrival: Arrival) => string,
): readonly Attempt[] {
  const killed = new Set<Attempt>();
  const arrived = arrivals.flatMap((arrival): readonly Attempt[] => {
    const { message, kind, outcome, at } = arrival;
    if (!message || kind === 'update') return [];
    return [
      {
        at,
        place: placeOf(arrival),
        message: message.message,
        taken: stands(outcome),
        again: message.again,
        unresolved: leavesDoubt(outcome),
      },
    ];
  });
  const neverArrived: Attempt[] = [];
  for (const { place, message, since, killedAt } of interrupted) {
    const own = arrived.find(
      (each) => each.place === place && each.message === message && each.at >= since && each.at <= killedAt,
    );
    if (own) killed.add(own);
    else neverArrived.push({ at: since, place, message, taken: false, again: false, unresolved: true });
  }
  return [
    ...arrived.map((each) => (killed.has(each) ? { ...each, unresolved: true } : each)),
    ...neverArrived,
  ].toSorted((a, b) => a.at - b.at);
}

/** The attempts at one message. */
export interface Posted {
  readonly place: string;
  readonly message: string;
  readonly attempts: readonly Attempt[];
}

/**
 * In each place the attempts that follow each other at the same message: a message is tried until it stands there before
 * the next one is.
 */
export function postedIn(attempts: readonly Attempt[]): readonly Posted[] {
  const posted: { place: string; message: string; attempts: Attempt[] }[] = [];
  for (const attempt of attempts) {
    const { place, message } = attempt;
    const last = posted.findLast((each) => each.place === place);
    if (last?.message === message) last.attempts.push(attempt);
    else posted.push({ place, message, attempts: [attempt] });
  }
  return posted;
}
