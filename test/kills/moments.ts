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

/** While nothing of the awaited kind happens, the kill comes after this time, in milliseconds: longer than an idle outbox sleeps. */
const patienceMs = 6_000;

/** How often each is drawn, of all together, the longest pause after it, and how many of it are waited for at most: the start takes longer. Most kills are to hit an attempt, which takes about 0.1 s. */
const kinds = [
  { after: 'start', share: 1, longestMs: 600, most: 1 },
  { after: 'ready', share: 1, longestMs: 300, most: 1 },
  { after: 'arrived', share: 6, longestMs: 70, most: 12 },
  { after: 'answered', share: 3, longestMs: 8, most: 12 },
  { after: 'sent', share: 2, longestMs: 70, most: 6 },
] as const;

export function drawMoment(draws: Draws): Moment {
  const { after, longestMs, most } = draws.pick(
    kinds.flatMap((kind) => Array.from({ length: kind.share }, () => kind)),
  );
  return {
    after,
    count: draws.between(1, most),
    pauseMs: draws.between(0, longestMs),
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

/** Resolves at the moment of the kill, with whether what it waits for happened. Called when the bot is told to start, or is ready, as the moment wants. */
export async function momentComes({ after, count, pauseMs }: Moment, happenings: Happenings): Promise<boolean> {
  let happened = true;
  if (after !== 'start' && after !== 'ready') {
    let stop = () => {};
    const all = new Promise<true>((resolve) => {
      let left = count;
      stop = happenings.on(after, () => {
        left -= 1;
        if (left === 0) resolve(true);
      });
    });
    happened = await Promise.race([all, delay(patienceMs, false)]);
    stop();
  }
  await delay(pauseMs);
  return happened;
}
