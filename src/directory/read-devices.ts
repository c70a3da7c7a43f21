import { z } from 'zod';
import { maxPageSize } from '../limits.js';
import { literal } from './graph-path.js';
import type { Parsed } from './known.js';
import type { Device } from './model.js';

/** The properties of a device that are read, and no others. */
export const deviceSelect =
  '$select=id,deviceId,displayName,trustType,operatingSystem,operatingSystemVersion,accountEnabled,' +
  'approximateLastSignInDateTime,registrationDateTime,isManaged';

/** The path of all devices of which this property is exactly so. A simple `eq` needs no `ConsistencyLevel` (graph/aad-advanced-queries). */
export function devicesWith(property: 'displayName' | 'deviceId', value: string): string {
  return `/devices?$filter=${property}%20eq%20${literal(value)}&${deviceSelect}&$top=${maxPageSize}`;
}

const text = z.string().nullish().catch(undefined);
const flag = z.boolean().nullish().catch(undefined);
const time = z.iso.datetime({ offset: true }).nullish().catch(undefined);

const deviceBody = z.object({
  '@odata.type': text,
  id: z.string().toLowerCase().nullish(),
  deviceId: text,
  displayName: text,
  trustType: z.enum(['Workplace', 'AzureAd', 'ServerAd']).nullish().catch(undefined),
  operatingSystem: text,
  operatingSystemVersion: text,
  accountEnabled: flag,
  approximateLastSignInDateTime: time,
  registrationDateTime: time,
  isManaged: flag,
});

type DeviceBody = z.infer<typeof deviceBody>;

const pageBody = z.object({ value: z.array(deviceBody), '@odata.nextLink': z.string().optional() });

/** One page of devices. `next` is the link to the following one, to be used as it is. */
export interface DevicePage {
  readonly devices: readonly Device[];
  readonly next: string | undefined;
}

/** Reads a page. Objects of another type are left out; one with limited information makes the whole page unknown. */
export function readDevicePage(body: unknown, foundBy: Device['foundBy']): Parsed<DevicePage> {
  const { data: page } = pageBody.safeParse(body);
  if (!page) return { reason: 'invalid' };
  const devices = page.value.filter((object) => (object['@odata.type'] ?? deviceType) === deviceType);
  if (devices.some(isLimited)) return { reason: 'limitedInformation' };
  if (!devices.every(hasId)) return { reason: 'invalid' };
  return { value: { devices: devices.map((device) => toDevice(device, foundBy)), next: page['@odata.nextLink'] } };
}

type IdentifiedDevice = DeviceBody & { readonly id: string };

const deviceType = '#microsoft.graph.device';

/** Without the right to read devices Graph gives members with type and id alone (docs/domain/graph.md section 1). */
function isLimited(device: DeviceBody): boolean {
  return device.displayName == null && device.deviceId == null && device.trustType == null;
}

function hasId(device: DeviceBody): device is IdentifiedDevice {
  return typeof device.id === 'string';
}

function toDevice(device: IdentifiedDevice, foundBy: Device['foundBy']): Device {
  const complete = device.displayName != null;
  return {
    id: device.id,
    deviceId: device.deviceId ?? undefined,
    displayName: device.displayName ?? undefined,
    trustType: device.trustType ?? undefined,
    operatingSystem: device.operatingSystem ?? undefined,
    operatingSystemVersion: device.operatingSystemVersion ?? undefined,
    accountEnabled: device.accountEnabled ?? undefined,
    approximateLastSignInDateTime: device.approximateLastSignInDateTime ?? undefined,
    registrationDateTime: complete ? device.registrationDateTime : (device.registrationDateTime ?? undefined),
    isManaged: complete && device.isManaged === null ? false : (device.isManaged ?? undefined),
    foundBy,
  };
}
