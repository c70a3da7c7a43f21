import type { Totals } from '../../src/administration/report/tally.js';
import type { SampleDevice, SampleTenant } from '../../src/demo/tenant/model.js';

interface Counted {
  counts: number;
  mayCount: number;
  unknown: number;
  stale: number;
  devices: number;
}

const dayMs = 86_400_000;

/** The report's numbers, counted from the tenant itself by code of its own, one question after the other: what the bot says is compared with it. */
export function countTenant(
  { devices, people: living }: SampleTenant,
  { now, staleDays }: { now: number; staleDays: number },
): { readonly totals: Totals; readonly people: ReadonlyMap<string, Counted> } {
  const number = (which: (device: SampleDevice) => boolean): number => devices.filter(which).length;
  const isWindows = ({ operatingSystem }: SampleDevice) =>
    operatingSystem?.toLowerCase().startsWith('windows') ?? false;
  const version = ({ operatingSystemVersion }: SampleDevice) => operatingSystemVersion.split('.').map(Number);
  const isOld = (device: SampleDevice) => isWindows(device) && (version(device)[0] ?? 0) < 10;
  const unusedDays = ({ approximateLastSignInDateTime: used }: SampleDevice) =>
    used === null ? undefined : (now - Date.parse(used)) / dayMs;
  const isStale = (device: SampleDevice) => (unusedDays(device) ?? 0) >= staleDays;
  const unusedFor = (from: number, to: number) =>
    number(
      (device) =>
        isStale(device) && (unusedDays(device) ?? 0) / staleDays >= from && (unusedDays(device) ?? 0) / staleDays < to,
    );
  const isPending = (device: SampleDevice) =>
    device.trustType === 'ServerAd' && isWindows(device) && !isOld(device) && device.registrationDateTime === null;
  const is =
    (major: number, minor: number, from = 0, to = Infinity) =>
    (device: SampleDevice) => {
      const [has, hasMinor, build = 0] = version(device);
      return isWindows(device) && has === major && hasMinor === minor && build >= from && build < to;
    };

  // Of people who were deleted Graph shows nothing.
  const exist = new Set(living.map(({ id }) => id));
  const ownersOf = ({ registeredOwners }: SampleDevice) => registeredOwners.filter((id) => exist.has(id));

  const people = new Map<string, Counted>();
  for (const device of devices) {
    for (const owner of ownersOf(device)) {
      const person = people.get(owner) ?? { counts: 0, mayCount: 0, unknown: 0, stale: 0, devices: 0 };
      people.set(owner, person);
      person.devices += 1;
      if (device.trustType !== 'ServerAd') person.counts += 1;
      else if (isOld(device)) person.mayCount += 1;
      if (isStale(device)) person.stale += 1;
    }
  }
  return {
    people,
    totals: {
      devices: devices.length,
      byKind: {
        AzureAd: number(({ trustType }) => trustType === 'AzureAd'),
        Workplace: number(({ trustType }) => trustType === 'Workplace'),
        ServerAd: number(({ trustType }) => trustType === 'ServerAd'),
        unknown: 0,
      },
      bySystem: {
        windows11: number(is(10, 0, 22_000)),
        windows10: number(is(10, 0, 0, 22_000)),
        windows81: number(is(6, 3)),
        windows8: number(is(6, 2)),
        windows7: number(is(6, 1)),
        windowsUnknown: 0,
        other: number((device) => !isWindows(device)),
      },
      staleByAge: { once: unusedFor(1, 2), twice: unusedFor(2, 4), fourTimes: unusedFor(4, Infinity) },
      lastUseUnknown: number((device) => device.approximateLastSignInDateTime === null),
      disabled: number(({ accountEnabled }) => !accountEnabled),
      pending: number(isPending),
      pendingOverAWeek: number(
        (device) => isPending(device) && now - Date.parse(device.onPremisesLastSyncDateTime ?? '') > 7 * dayMs,
      ),
      downLevel: number(isOld),
      withoutOwner: number((device) => ownersOf(device).length === 0),
    },
  };
}
