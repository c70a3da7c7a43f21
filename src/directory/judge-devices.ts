import type { Counting, Device, JudgedDevice } from './model.js';
import { dayMs } from '../runtime/durations.js';

export interface Judging {
  /** Epoch ms. */
  readonly now: number;
  /** Days without a sign-in after which a device is stale. */
  readonly staleDays: number;
}

/** What each device of one list means for its person; duplicates are judged within the list. */
export function judgeDevices(devices: readonly Device[], judging: Judging): readonly JudgedDevice[] {
  const seen = new Set<string | undefined>();
  const twice = new Set<string | undefined>();
  for (const name of devices.map(nameOf)) (seen.has(name) ? twice : seen).add(name);
  return devices.map((device) => ({
    device,
    counting: countingOf(device),
    downLevel: isDownLevel(device) === true,
    stale: isStale(device, judging),
    pending: isPending(device),
    duplicate: device.displayName !== undefined && twice.has(nameOf(device)),
  }));
}

/**
 * Whether the object counts against its person's limit. Entra registered and joined ones do, stale and disabled ones too,
 * Windows 10+ hybrid joined ones do not (entra manage-device-identities); for down-level ones an older page says yes and
 * today's is silent. That only *owned* objects count is our estimate.
 */
function countingOf(device: Device): Counting {
  if (device.foundBy === 'registered') return 'doesNotCount';
  switch (device.trustType) {
    case undefined:
      return 'unknown';
    case 'Workplace':
    case 'AzureAd':
      return device.foundBy === 'owned' ? 'counts' : 'unknown';
    case 'ServerAd': {
      const downLevel = isDownLevel(device);
      if (downLevel === false) return 'doesNotCount';
      return downLevel && device.foundBy === 'owned' ? 'mayCount' : 'unknown';
    }
  }
}

/** Windows 7 to 8.1 and Server 2008 R2 to 2012 R2 call themselves 6.x; undefined = the version is not known. */
function isDownLevel({ operatingSystem, operatingSystemVersion }: Device): boolean | undefined {
  if (operatingSystem !== undefined && !/^windows/i.test(operatingSystem)) return false;
  const major = /^(\d+)\./.exec(operatingSystemVersion ?? '')?.[1];
  return major === undefined ? undefined : Number(major) < 10;
}

function isStale(
  { approximateLastSignInDateTime: lastSignIn }: Device,
  { now, staleDays }: Judging,
): boolean | undefined {
  return lastSignIn === undefined ? undefined : now - Date.parse(lastSignIn) >= staleDays * dayMs;
}

/** Pending is a state of Windows 10+ hybrid joined objects only: Entra Connect made them, the PC has not registered yet. */
function isPending(device: Device): boolean | undefined {
  if (device.trustType === undefined) return undefined;
  const downLevel = isDownLevel(device);
  if (device.trustType !== 'ServerAd' || downLevel === true) return false;
  if (device.registrationDateTime === null) return downLevel === false ? true : undefined;
  return device.registrationDateTime === undefined ? undefined : false;
}

function nameOf({ displayName }: Device): string | undefined {
  return displayName?.toLowerCase();
}
