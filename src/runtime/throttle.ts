import { minuteMs } from './durations.js';

/** Milliseconds between two lines about the same trouble, which every waiting message, and anybody on the internet, could repeat. */
export const tellEveryMs = 15 * minuteMs;

/** Tells, unless the same key was told within tellEveryMs. Keys have to be a few fixed words, because each is kept for good. */
export type Throttle = (key: string, tell: () => void) => void;

/** `now` in epoch ms. */
export function createThrottle(now: () => number): Throttle {
  const toldAt = new Map<string, number>();
  return function throttle(key, tell) {
    const at = now();
    if (at - (toldAt.get(key) ?? -Infinity) < tellEveryMs) return;
    toldAt.set(key, at);
    tell();
  };
}
