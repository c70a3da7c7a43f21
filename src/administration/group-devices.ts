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

/** Devices that each group shows, however many another one has. */
const sureOnes = 3;

/** By reason, those that count first, and in each the ones to look at first; at most `most` devices in all. */
export function groupDevices(judged: readonly JudgedDevice[], most: number): readonly DeviceGroup[] {
  const groups = countingReasons
    .map((reason) => ({ reason, all: byRelevance(judged.filter((device) => countingReason(device) === reason)) }))
    .filter(({ all }) => all.length > 0);
  const least = Math.min(sureOnes, Math.floor(most / Math.max(1, groups.length)));
  let left = most - groups.reduce((sum, { all }) => sum + Math.min(least, all.length), 0);
  return groups.map(({ reason, all }) => {
    const devices = all.slice(0, least + left);
    left -= Math.max(0, devices.length - least);
    return { reason, total: all.length, devices };
  });
}

/** Why it counts, or does not. */
export function countingReason({ counting, device }: JudgedDevice): CountingReason {
  if (counting !== 'doesNotCount') return counting;
  return device.foundBy === 'registered' ? 'notOwned' : 'hybrid';
}
