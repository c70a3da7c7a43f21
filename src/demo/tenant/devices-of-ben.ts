import type { SampleDevice } from './model.js';
import { downLevel, joined, registered, windows } from './make-device.js';
import { people } from './people.js';

/** Twenty objects: eighteen that count (some long unused, one disabled, two of one name) and two that may count. */
export function devicesOfBen(now: Date): readonly SampleDevice[] {
  const owners = [people.ben.id];
  const old = [430, 395, 380, 310, 275, 240];
  return [
    joined(now, { name: 'LAPTOP-BEN', version: windows.eleven, owners, lastUsed: 0, managed: true, registered: 200 }),
    joined(now, { name: 'LAPTOP-BEN-OLD', nth: 1, version: windows.ten, owners, lastUsed: 205, registered: 1300 }),
    joined(now, { name: 'LAPTOP-BEN-OLD', nth: 2, version: windows.ten, owners, lastUsed: 620, registered: 1600 }),
    joined(now, { name: 'LOAN-0031', version: windows.ten, owners, lastUsed: 150, registered: 700, enabled: false }),
    registered(now, { name: 'Ben’s iPhone', system: 'iOS', version: '17.5.1', owners, lastUsed: 0, registered: 90 }),
    registered(now, { name: 'Ben’s iPad', system: 'iPadOS', version: '17.4', owners, lastUsed: 8, registered: 300 }),
    ...old.map((lastUsed, index) =>
      registered(now, {
        name: `TEST-VM-${index + 1}`,
        version: windows.ten,
        owners,
        lastUsed,
        registered: lastUsed + 40,
      }),
    ),
    ...[3, 9, 14, 22, 31, 47].map((lastUsed, index) =>
      registered(now, { name: `LAB-${index + 11}`, version: windows.eleven, owners, lastUsed, registered: 260 }),
    ),
    downLevel(now, { name: 'PC-0119', version: windows.seven, owners, lastUsed: 2, registered: 900 }),
    downLevel(now, { name: 'SRV-TEST-02', version: windows.server2012, owners, lastUsed: 17, registered: 1100 }),
  ];
}
