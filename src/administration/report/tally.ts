import type { ScannedDevice } from '../../directory/scan-devices.js';
import { dayMs } from '../../runtime/durations.js';

export const kinds = ['AzureAd', 'Workplace', 'ServerAd', 'unknown'] as const;
/** What a device runs, as far as its version tells: 10.0 with a build from 22000 on is Windows 11 (and Server 2025). */
export const systems = [
  'windows11',
  'windows10',
  'windows81',
  'windows8',
  'windows7',
  'windowsUnknown',
  'other',
] as const;
/** How often `STALE_DAYS` a device was not used: once to twice, twice to four times, longer. */
export const ages = ['once', 'twice', 'fourTimes'] as const;

export type Kind = (typeof kinds)[number];
export type System = (typeof systems)[number];
export type Age = (typeof ages)[number];

/** Totals of devices. Plain data: a scan that goes on later begins with it. */
export interface Totals {
  readonly devices: number;
  readonly byKind: Readonly<Record<Kind, number>>;
  readonly bySystem: Readonly<Record<System, number>>;
  readonly staleByAge: Readonly<Record<Age, number>>;
  /** Of these the last use is not known, so that they may be stale. */
  readonly lastUseUnknown: number;
  readonly disabled: number;
  readonly pending: number;
  /** Pending, and not changed by Entra Connect for a week: they wait at least as long. */
  readonly pendingOverAWeek: number;
  readonly downLevel: number;
  readonly withoutOwner: number;
}

/** What was added for one person, or all that is known of one. `unknown`: Graph does not say enough of the device. */
export interface PersonCount {
  readonly personId: string;
  readonly counts: number;
  readonly mayCount: number;
  readonly unknown: number;
  readonly stale: number;
  readonly devices: number;
}

export const noTotals: Totals = {
  devices: 0,
  byKind: { AzureAd: 0, Workplace: 0, ServerAd: 0, unknown: 0 },
  bySystem: { windows11: 0, windows10: 0, windows81: 0, windows8: 0, windows7: 0, windowsUnknown: 0, other: 0 },
  staleByAge: { once: 0, twice: 0, fourTimes: 0 },
  lastUseUnknown: 0,
  disabled: 0,
  pending: 0,
  pendingOverAWeek: 0,
  downLevel: 0,
  withoutOwner: 0,
};

export interface TallyOptions {
  /** Epoch ms. */
  readonly now: number;
  readonly staleDays: number;
}

/** Adds one page to what was counted before it; `people` is what the page adds, one entry a person. */
export function tally(
  before: Totals,
  page: readonly ScannedDevice[],
  options: TallyOptions,
): { readonly totals: Totals; readonly people: readonly PersonCount[] } {
  const people = new Map<string, PersonCount>();
  for (const device of page) {
    for (const personId of new Set(device.owners))
      people.set(personId, withDevice(people.get(personId) ?? nobodys(personId), device));
  }
  return {
    totals: page.reduce((totals, device) => plus(totals, device, options), before),
    people: [...people.values()],
  };
}

function nobodys(personId: string): PersonCount {
  return { personId, counts: 0, mayCount: 0, unknown: 0, stale: 0, devices: 0 };
}

function withDevice(person: PersonCount, { counting, stale }: ScannedDevice): PersonCount {
  return {
    ...person,
    counts: person.counts + Number(counting === 'counts'),
    mayCount: person.mayCount + Number(counting === 'mayCount'),
    unknown: person.unknown + Number(counting === 'unknown'),
    stale: person.stale + Number(stale === true),
    devices: person.devices + 1,
  };
}

function plus(totals: Totals, scanned: ScannedDevice, { now, staleDays }: TallyOptions): Totals {
  const { device, pending, stale, downLevel, owners, lastSync } = scanned;
  const kind = device.trustType ?? 'unknown';
  const system = systemOf(device.operatingSystem, device.operatingSystemVersion);
  const { approximateLastSignInDateTime: lastUse } = device;
  const age =
    stale === true && lastUse !== undefined ? ageOf((now - Date.parse(lastUse)) / dayMs / staleDays) : undefined;
  const waitsLong = pending === true && lastSync !== undefined && now - Date.parse(lastSync) > 7 * dayMs;
  return {
    devices: totals.devices + 1,
    byKind: { ...totals.byKind, [kind]: totals.byKind[kind] + 1 },
    bySystem: { ...totals.bySystem, [system]: totals.bySystem[system] + 1 },
    staleByAge: age === undefined ? totals.staleByAge : { ...totals.staleByAge, [age]: totals.staleByAge[age] + 1 },
    lastUseUnknown: totals.lastUseUnknown + Number(stale === undefined),
    disabled: totals.disabled + Number(device.accountEnabled === false),
    pending: totals.pending + Number(pending === true),
    pendingOverAWeek: totals.pendingOverAWeek + Number(waitsLong),
    downLevel: totals.downLevel + Number(downLevel),
    withoutOwner: totals.withoutOwner + Number(owners.length === 0),
  };
}

function ageOf(times: number): Age {
  if (times < 2) return 'once';
  return times < 4 ? 'twice' : 'fourTimes';
}

function systemOf(system: string | undefined, version = ''): System {
  if (system !== undefined && !/^windows/i.test(system)) return 'other';
  const [, major = '', minor = '', build = '0'] = /^(\d+)\.(\d+)(?:\.(\d+))?/.exec(version) ?? [];
  switch (`${major}.${minor}`) {
    case '10.0':
      return Number(build) >= 22_000 ? 'windows11' : 'windows10';
    case '6.3':
      return 'windows81';
    case '6.2':
      return 'windows8';
    case '6.1':
      return 'windows7';
    default:
      return system === undefined ? 'other' : 'windowsUnknown';
  }
}
