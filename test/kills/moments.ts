import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from './client.js';
import type { Draws } from './random.js';
import type { Arrival, StandIn } from './stand-in.js';

/** What a kill waits for, and the milliseconds between that and the kill. */
export interface Moment {
  readonly after: 'start' | 'ready' | 'arrived' | 'answered' | 'sent';
  /** The how-manieth of its kind since the bot was ready. */
  readonly count: number;
  readonly pauseMs: number;
  /** How far the clock is ahead when the bot comes back. */
  readonly downMs: number;
}

/** Longer than the lease of a row that the killed process was sending; so much later that it is taken over. Milliseconds. */
const leaseAndMore = [36_000, 120_000] as const;

/** Share of the starts that come so soon that the lease still holds. */
const soonShare = 0.15;

/** While nothing of the awaited kind happens, e.g. because a lane waits, the kill comes after this time, in milliseconds. */
const patienceMs = 2_500;

export function drawMoment(draws: Draws): Moment {
  const after = draws.pick(['start', 'ready', 'arrived', 'arrived', 'arrived', 'answered', 'answered', 'sent', 'sent'] as const);
  const longest = { start: 600, ready: 300, arrived: 100, answered: 15, sent: 70 }[after];
  return {
    after,
    count: draws.between(1, 5),
    pauseMs: draws.between(0, longest),
    downMs: draws.chance(soonShare) ? draws.between(0, 2_000) : draws.between(...leaseAndMore),
  };
}

export function describeMoment({ after, count, pauseMs, downMs }: Moment): string {
  return `${pauseMs} ms after ${after}${after === 'start' || after === 'ready' ? '' : ` ${count}`}, down for ${downMs} ms`;
}

export interface Happenings {
  /** Calls the listener at each of that kind, until the function that comes back is called. */
  on(what: 'arrived' | 'answered' | 'sent', listener: () => void): () => void;
}

/** Of what arrives only the outbox's counts. */
export function happeningsOf(client: Client, { events }: StandIn): Happenings {
  return {
    on(what, listener) {
      if (what === 'sent') return client.onSent(listener);
      const heard = ({ message }: Arrival) => {
        if (message) listener();
      };
      events.on(what, heard);
      return () => void events.off(what, heard);
    },
  };
}

/** Resolves at the moment of the kill. Called when the bot is told to start, or is ready, as the moment wants. */
export async function momentComes({ after, count, pauseMs }: Moment, happenings: Happenings): Promise<void> {
  if (after !== 'start' && after !== 'ready') {
    let stop = () => {};
    const happened = new Promise<void>((resolve) => {
      let left = count;
      stop = happenings.on(after, () => {
        left -= 1;
        if (left === 0) resolve();
      });
    });
    const late = new AbortController();
    await Promise.race([happened, delay(patienceMs, undefined, { signal: late.signal }).catch(() => undefined)]);
    late.abort();
    stop();
  }
  await delay(pauseMs);
}
