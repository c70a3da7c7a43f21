import type { PcObject } from '../diagnosis/model.js';
import type { JudgedDevice } from './model.js';

/** An object of the directory as the diagnosis looks at it. */
export function toPcObject({ device, pending, stale }: JudgedDevice): PcObject {
  return {
    trustType: device.trustType,
    enabled: device.accountEnabled,
    pending,
    registeredAt: device.registrationDateTime ?? undefined,
    stale,
    sameDeviceId: device.foundBy === 'deviceId',
  };
}
