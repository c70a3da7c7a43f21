import type { JudgedDevice } from '../directory/model.js';

/** What a list of devices can be sorted by; `attention`: what needs a look first. */
export const deviceSorts = ['attention', 'lastUse', 'name', 'counting', 'kind'] as const;
export type DeviceSort = (typeof deviceSorts)[number];

/** A copy in this order: longest unused first, where that is what it is sorted by; of the rest, what needs a look. */
export function sortDevices(devices: readonly JudgedDevice[], by: DeviceSort): readonly JudgedDevice[] {
  const first = byRelevance(devices);
  switch (by) {
    case 'attention':
      return first;
    case 'lastUse':
      // What was never used, or not known to be, is what somebody who looks for old entries wants to see first.
      return first.toSorted((a, b) => used(a).localeCompare(used(b)));
    case 'name':
      return first.toSorted((a, b) =>
        (a.device.displayName ?? '\uffff').localeCompare(b.device.displayName ?? '\uffff', undefined, {
          numeric: true,
        }),
      );
    case 'counting':
      return first.toSorted((a, b) => countingOrder.indexOf(a.counting) - countingOrder.indexOf(b.counting));
    case 'kind':
      return first.toSorted((a, b) => kindOrder.indexOf(a.device.trustType) - kindOrder.indexOf(b.device.trustType));
  }
}

const countingOrder: readonly JudgedDevice['counting'][] = ['counts', 'mayCount', 'unknown', 'doesNotCount'];
const kindOrder: readonly JudgedDevice['device']['trustType'][] = ['AzureAd', 'Workplace', 'ServerAd', undefined];

/** Those that need a look come first: waiting, switched off, there twice, long unused (the longest first); then the ones used last. */
export function byRelevance(devices: readonly JudgedDevice[]): readonly JudgedDevice[] {
  const weight = ({ pending, device, duplicate, stale }: JudgedDevice): number =>
    (pending ? 8 : 0) + (device.accountEnabled === false ? 4 : 0) + (duplicate ? 2 : 0) + (stale ? 1 : 0);
  const byUse = (a: JudgedDevice, b: JudgedDevice): number => used(b).localeCompare(used(a));
  return devices.toSorted((a, b) => weight(b) - weight(a) || (a.stale ? byUse(b, a) : byUse(a, b)));
}

function used({ device }: JudgedDevice): string {
  return device.approximateLastSignInDateTime ?? '';
}
