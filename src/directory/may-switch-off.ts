import type { Device } from './model.js';

/**
 * Whether an application may switch the device off or on at all; undefined = its system is not known. With application
 * permissions Graph changes nothing but the extension attributes of a device whose `operatingSystem` is not `Windows`, and
 * answers 400 (graph/api/device-update, graph/known-issues).
 */
export function maySwitchOff({ operatingSystem }: Pick<Device, 'operatingSystem'>): boolean | undefined {
  return operatingSystem === undefined ? undefined : operatingSystem.toLowerCase() === 'windows';
}
