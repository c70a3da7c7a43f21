import type { Directory } from '../directory/model.js';
import { isObjectId } from '../directory/names-one-person.js';
import { maxHits } from '../limits.js';
import type { LookedUp } from './look-up.js';

/** Every object with this name, object id or DeviceId; if there is none, the names that begin so. */
export async function lookUpDevice(
  query: string,
  directory: Pick<Directory, 'findDevices' | 'namesLike'>,
): Promise<LookedUp> {
  if (query === '') return { kind: 'noName' };
  const byId = isObjectId(query);
  const found = await directory.findDevices(query);
  if (!found.known) return { kind: 'failed', record: { objectIds: [], result: 'unknown' } };
  const { devices, more } = found.value;
  if (devices.length === 0) {
    const similar = byId ? { ...found, value: [] } : await directory.namesLike(query);
    return {
      kind: 'view',
      view: { kind: 'noDevice', query, byId, similar },
      record: { objectIds: [], result: 'notFound' },
    };
  }
  const shown = devices.slice(0, maxHits);
  return {
    kind: 'view',
    view: { kind: 'deviceFound', query, byId, devices: shown, total: devices.length, more },
    record: { objectIds: shown.map(({ device }) => device.id), result: 'found' },
  };
}
