import { highestDeviceLimit } from '../../limits.js';

/** The devices from which on somebody is at or over the percentage of the limit; undefined = there is no limit that could be reached, or it is not known. */
export function thresholdOf(limit: number | undefined, percent: number): number | undefined {
  if (limit === undefined || limit === 0 || limit > highestDeviceLimit) return undefined;
  return Math.max(1, Math.ceil((limit * percent) / 100));
}
