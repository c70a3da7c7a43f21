import type { DeviceDetail } from '../../directory/change-devices.js';
import { maySwitchOff } from '../../directory/may-switch-off.js';
import { dayMs } from '../../runtime/durations.js';

/** Why a device may not be deleted by a clean-up. What is not known is never taken for allowed. */
export const obstacles = [
  'kind',
  'kindUnknown',
  'lastUseUnknown',
  'used',
  'autopilot',
  'autopilotUnknown',
  'managed',
  'managedUnknown',
  'synced',
  'syncedUnknown',
  'system',
  'systemUnknown',
  'owner',
  'ownerUnknown',
  'enabledAgain',
  'gone',
] as const;

export type Obstacle = (typeof obstacles)[number];

export interface EligibleOptions {
  /** Epoch ms. */
  readonly now: number;
  /** Days without a sign-in from which on a device may go. */
  readonly staleDays: number;
}

/**
 * What stands in the way of deleting a device; undefined = nothing. Only what was registered or joined to Entra itself, is known
 * not to have been used for longer than `STALE_DAYS`, belongs to no Autopilot, management or synchronisation, and is of a
 * system that Graph lets an application switch off: the last, because whoever reads it deletes the device by hand.
 */
export function obstacleOf(device: DeviceDetail, { now, staleDays }: EligibleOptions): Obstacle | undefined {
  const { trustType, approximateLastSignInDateTime: lastUse, physicalIds, isManaged, synced } = device;
  if (trustType === undefined) return 'kindUnknown';
  if (trustType === 'ServerAd') return 'kind';
  if (synced === undefined) return 'syncedUnknown';
  if (synced) return 'synced';
  if (isManaged === undefined) return 'managedUnknown';
  if (isManaged) return 'managed';
  if (physicalIds === undefined) return 'autopilotUnknown';
  if (physicalIds.some((id) => id.startsWith('[ZTDId]'))) return 'autopilot';
  if (lastUse === undefined) return 'lastUseUnknown';
  if (!(now - Date.parse(lastUse) > staleDays * dayMs)) return 'used';
  const may = maySwitchOff(device);
  if (may === undefined) return 'systemUnknown';
  return may ? undefined : 'system';
}

/** The same for a device that a clean-up is about, read again just before it is changed: it has to be the person's still. */
export function obstacleNow(device: DeviceDetail, personId: string, options: EligibleOptions): Obstacle | undefined {
  if (device.owners === undefined) return 'ownerUnknown';
  if (device.owners.length !== 1 || device.owners[0] !== personId) return 'owner';
  return obstacleOf(device, options);
}
