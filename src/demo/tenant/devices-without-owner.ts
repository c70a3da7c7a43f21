import type { SampleDevice } from './model.js';
import { hybrid, pending, registered, windows } from './make-device.js';
import { people } from './people.js';

/** Windows 10 and later PCs of the domain: nobody's list shows them, only their name finds them. */
export function devicesWithoutOwner(now: Date): readonly SampleDevice[] {
  return [
    pending(now, { name: 'PC-0142', version: windows.eleven }),
    hybrid(now, { name: 'PC-0150', version: windows.eleven, lastUsed: 0, managed: true }),
    hybrid(now, { name: 'PC-0151', version: windows.ten, lastUsed: 3 }),
    hybrid(now, { name: 'PC-0152', version: windows.ten, lastUsed: 190, registered: 1000 }),
    hybrid(now, { name: 'PC-0153', version: windows.eleven, lastUsed: 9, enabled: false }),
    // One name, three objects: in use, pending again after a reinstallation, and somebody's registration of the same PC.
    hybrid(now, { name: 'PC-0300', nth: 1, version: windows.ten, lastUsed: 75, registered: 600 }),
    pending(now, { name: 'PC-0300', nth: 2, version: windows.eleven }),
    registered(now, {
      name: 'PC-0300',
      nth: 3,
      version: windows.eleven,
      owners: [people.kim1.id],
      lastUsed: 4,
      registered: 30,
    }),
  ];
}
