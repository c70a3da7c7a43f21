import { maySwitchOff } from '../directory/may-switch-off.js';
import type { JudgedDevice, Quota } from '../directory/model.js';
import { highestDeviceLimit } from '../limits.js';

/** Entries of each kind among those that count, each in one kind only: the first that fits. */
export interface Removable {
  /** Not used for a long time. */
  readonly stale: number;
  readonly disabled: number;
  /** Further entries of a name, the one used last not among them. */
  readonly duplicate: number;
}

/** What is left of a person's limit, and what would free a place. */
export interface FreePlaces {
  /** Places that are free even if all that may count does, and those that are if none of it does. */
  readonly atLeast: number;
  readonly atMost: number;
  /** Entries that must go until one more device fits for certain; 0 = one fits now. */
  readonly toRemove: number;
  /** That many of them must go in any case; the others only if what may count does. */
  readonly toRemoveAnyway: number;
  readonly removable: Removable;
  /** Of those removable, what Graph lets no application switch off, so that a clean-up leaves it alone. */
  readonly byHand: number;
}

/** Undefined where there is no number to count against: no limit known, nobody may register, or perhaps unlimited. */
export function freePlaces(
  { limit, counts, mayCount, unknown, complete }: Quota,
  judged: readonly JudgedDevice[],
): FreePlaces | undefined {
  if (!limit.known || limit.value === 0 || limit.value > highestDeviceLimit) return undefined;
  const most = counts + mayCount + unknown;
  return {
    atLeast: complete ? Math.max(0, limit.value - most) : 0,
    atMost: Math.max(0, limit.value - counts),
    toRemove: Math.max(0, most - limit.value + 1),
    toRemoveAnyway: Math.max(0, counts - limit.value + 1),
    ...removableOf(judged),
  };
}

function removableOf(judged: readonly JudgedDevice[]): Pick<FreePlaces, 'removable' | 'byHand'> {
  const rest = judged.filter(({ counting }) => counting === 'counts');
  const newest = new Set(newestOfEachName(rest));
  const kindOf = (device: JudgedDevice): keyof Removable | undefined => {
    if (device.stale) return 'stale';
    if (device.device.accountEnabled === false) return 'disabled';
    return device.duplicate && !newest.has(device) ? 'duplicate' : undefined;
  };
  const kinds = rest.map(kindOf);
  const number = (wanted: keyof Removable): number => kinds.filter((kind) => kind === wanted).length;
  return {
    removable: { stale: number('stale'), disabled: number('disabled'), duplicate: number('duplicate') },
    byHand: rest.filter(({ device }, index) => kinds[index] !== undefined && maySwitchOff(device) === false).length,
  };
}

/** One whose last use is not known is not taken for an old one. */
function newestOfEachName(devices: readonly JudgedDevice[]): readonly JudgedDevice[] {
  const used = ({ device }: JudgedDevice): string => device.approximateLastSignInDateTime ?? '9999';
  const newest = new Map<string, JudgedDevice>();
  for (const device of devices) {
    const name = device.device.displayName?.toLowerCase() ?? device.device.id;
    const before = newest.get(name);
    if (!before || used(device) > used(before)) newest.set(name, device);
  }
  return [...newest.values()];
}
