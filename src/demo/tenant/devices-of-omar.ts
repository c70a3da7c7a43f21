import type { SampleDevice } from './model.js';
import { joined, registered, windows } from './make-device.js';
import { people } from './people.js';

const count = 300;

/** Three hundred devices, more than one page of Graph: every third joined, the others registered, every tenth long unused. */
export function devicesOfOmar(now: Date): readonly SampleDevice[] {
  const owners = [people.omar.id];
  return Array.from({ length: count }, (_, index) => {
    const make = index % 3 === 0 ? joined : registered;
    const name = `KIOSK-${String(index + 1).padStart(3, '0')}`;
    const lastUsed = index % 10 === 9 ? 100 + index : index % 28;
    return make(now, { name, version: windows.ten, owners, lastUsed, registered: 500 + (index % 50) });
  });
}
