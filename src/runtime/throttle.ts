import { minuteMs } from './durations.js';

/** Milliseconds between two lines about the same trouble: all that waits, and anybody on the internet, would tell it again. */
export const tellEveryMs = 15 * minuteMs;

/** Tells, unless the same was told within tellEveryMs. A key is one of a few fixed words: each is kept for good. */
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
