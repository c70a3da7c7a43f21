import type { JudgedDevice } from '../directory/model.js';
import { byRelevance } from './sort-devices.js';

/** Why a device counts or does not: `hybrid` joined through the domain, `notOwned` the person is its user only. */
export const countingReasons = ['counts', 'mayCount', 'unknown', 'hybrid', 'notOwned'] as const;
export type CountingReason = (typeof countingReasons)[number];

/** The devices with one reason; `devices` are the first of `total`. */
export interface DeviceGroup {
  readonly reason: CountingReason;
  readonly total: number;
  readonly devices: readonly JudgedDevice[];
}

/** By reason, those that count first, and in each the ones to look at first; at most `most` devices in all. */
export function groupDevices(judged: readonly JudgedDevice[], most: number): readonly DeviceGroup[] {
  let left = most;
  return countingReasons.flatMap((reason) => {
    const all = byRelevance(judged.filter((device) => countingReason(device) === reason));
    if (all.length === 0) return [];
    const devices = all.slice(0, left);
    left -= devices.length;
    return [{ reason, total: all.length, devices }];
  });
}

export function countingReason({ counting, device }: JudgedDevice): CountingReason {
  if (counting !== 'doesNotCount') return counting;
  return device.foundBy === 'registered' ? 'notOwned' : 'hybrid';
}
