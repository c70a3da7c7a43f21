import { createHash } from 'node:crypto';
import type { SampleDevice } from './model.js';

/** Versions as Entra shows them: 6.1 to 6.3 are the down-level systems. */
export const windows = {
  seven: '6.1.7601.0',
  server2008R2: '6.1.7601.17514',
  server2012: '6.2.9200.0',
  eightOne: '6.3.9600.0',
  server2012R2: '6.3.9600.17031',
  ten: '10.0.19045.4412',
  eleven: '10.0.22631.3447',
} as const;

/** What is told of a device; times are days before now, `undefined` means that Graph does not know. */
export interface ToldDevice {
  readonly name: string;
  /** Tells objects of one name apart; their ids follow from it. */
  readonly nth?: number;
  readonly version: string;
  readonly system?: string;
  readonly owners?: readonly string[];
  /** Those whose list of registered devices it is in; the owners when not told. */
  readonly users?: readonly string[];
  readonly lastUsed?: number;
  readonly registered?: number;
  readonly enabled?: boolean;
  readonly managed?: boolean;
}

/** A device that joined Entra itself. */
export function joined(now: Date, told: ToldDevice): SampleDevice {
  return device(now, 'AzureAd', told);
}

/** A personal device that was registered. */
export function registered(now: Date, told: ToldDevice): SampleDevice {
  return device(now, 'Workplace', told);
}

/** A Windows 10 or later PC of the domain: synced, and without an owner unless Intune names a primary user. */
export function hybrid(now: Date, told: ToldDevice): SampleDevice {
  return { ...device(now, 'ServerAd', told), onPremisesSyncEnabled: true };
}

/** As {@link hybrid}, but the PC itself has not registered yet. */
export function pending(now: Date, told: ToldDevice): SampleDevice {
  return { ...hybrid(now, told), registrationDateTime: null, approximateLastSignInDateTime: null, physicalIds: [] };
}

/** A Windows 7 to 8.1 or Server 2008 R2 to 2012 R2 registration: one object for each user, owned by that user. */
export function downLevel(now: Date, told: ToldDevice): SampleDevice {
  return device(now, 'ServerAd', told);
}

function device(now: Date, trustType: SampleDevice['trustType'], told: ToldDevice): SampleDevice {
  const {
    name,
    nth = 1,
    version,
    system = 'Windows',
    owners = [],
    users = owners,
    lastUsed,
    registered: since = 400,
  } = told;
  const deviceId = guidOf(`${name}/${nth}/deviceId`);
  return {
    id: guidOf(`${name}/${nth}/id`),
    deviceId,
    displayName: name,
    trustType,
    operatingSystem: system,
    operatingSystemVersion: version,
    accountEnabled: told.enabled ?? true,
    approximateLastSignInDateTime: lastUsed === undefined ? null : daysBefore(now, lastUsed),
    registrationDateTime: daysBefore(now, since),
    ...(told.managed === undefined ? {} : { isManaged: told.managed }),
    physicalIds: [`[USER-GID]:${deviceId}:${nth}`],
    registeredOwners: owners,
    registeredUsers: users,
  };
}

/** Graph's times have no milliseconds. */
function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * 86_400_000).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** A version 4 GUID that is always the same for the same name. */
function guidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
