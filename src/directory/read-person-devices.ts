import { maxDevicePages } from '../limits.js';
import type { GraphAnswer } from './graph-failure.js';
import type { GraphPort } from './graph-port.js';
import { parseAnswer } from './known.js';
import type { Parsed } from './known.js';
import type { Device, DeviceList } from './model.js';
import { readDevicePage } from './read-devices.js';
import type { Turn } from './turn.js';

/**
 * Reads one relation to its end or to the last page that is read. What follows an unreadable or failed later page is missing and the
 * list incomplete; a failed first page leaves nothing to say.
 */
export async function readRelation(
  first: GraphAnswer | undefined,
  foundBy: Device['foundBy'],
  graph: GraphPort,
  turn: Turn,
): Promise<Parsed<DeviceList>> {
  const devices: Device[] = [];
  let answer = first;
  for (let page = 1; ; page += 1) {
    const parsed = parseAnswer(answer, (body) => readDevicePage(body, foundBy));
    if ('reason' in parsed) {
      return page === 1 || parsed.reason === 'limitedInformation' ? parsed : { value: { devices, complete: false } };
    }
    devices.push(...parsed.value.devices);
    if (parsed.value.next === undefined) return { value: { devices, complete: true } };
    if (page === maxDevicePages) return { value: { devices, complete: false } };
    answer = await graph.nextPage(parsed.value.next, turn);
  }
}

/** The person's devices, each object once; that they own one says more than that they use it. */
export function unite(owned: Parsed<DeviceList>, registered: Parsed<DeviceList>): Parsed<DeviceList> {
  if ('reason' in owned) return owned;
  if ('reason' in registered) return registered;
  const byId = new Map<string, Device>();
  for (const device of [...owned.value.devices, ...registered.value.devices]) {
    if (!byId.has(device.id)) byId.set(device.id, device);
  }
  return { value: { devices: [...byId.values()], complete: owned.value.complete && registered.value.complete } };
}
