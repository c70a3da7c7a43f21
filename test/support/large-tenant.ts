import { createHash } from 'node:crypto';
import { seeded } from '../../src/demo/graph/fault-plan.js';
import { contoso } from '../../src/demo/tenant/contoso.js';
import type { SampleDevice, SamplePerson, SampleTenant } from '../../src/demo/tenant/model.js';

export interface Size {
  readonly people: number;
  readonly devices: number;
}

const dayMs = 86_400_000;
const versions = [
  '6.1.7601.0',
  '6.2.9200.0',
  '6.3.9600.0',
  '10.0.19045.4412',
  '10.0.22631.3447',
  '10.0.26100.1',
] as const;

/** The sample company, grown: the same for the same size and time. Its people have numbers and no names. */
export function largeTenant(now: Date, { people: peopleCount, devices: deviceCount }: Size): SampleTenant {
  const small = contoso(now);
  const random = seeded(peopleCount + deviceCount);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const ago = (days: number): string => new Date(now.getTime() - days * dayMs).toISOString().replace(/\.\d{3}Z$/, 'Z');
  const people: SamplePerson[] = [...small.people];
  for (let nth = people.length; nth < peopleCount; nth += 1) {
    people.push({
      key: `person${nth}`,
      situation: 'One of many.',
      id: guidOf(`person ${nth}`),
      displayName: `Person ${nth}`,
      userPrincipalName: `person${nth}@contoso.com`,
      accountEnabled: random() > 0.03,
      onPremisesSyncEnabled: random() > 0.1 ? true : null,
      userType: random() > 0.02 ? 'Member' : 'Guest',
    });
  }
  // A few people have most devices, as everywhere.
  const owner = (): string => (random() < 0.3 ? pick(people.slice(0, Math.ceil(peopleCount / 50))) : pick(people)).id;
  const devices: SampleDevice[] = [...small.devices];
  for (let nth = devices.length; nth < deviceCount; nth += 1) {
    const trustType = pick(['AzureAd', 'AzureAd', 'Workplace', 'ServerAd', 'ServerAd'] as const);
    const system = trustType === 'Workplace' && random() < 0.4 ? pick(['iOS', 'Android', 'MacMDM']) : 'Windows';
    const version = system === 'Windows' ? pick(versions) : '17.4';
    const modernHybrid = trustType === 'ServerAd' && version.startsWith('10');
    const waits = modernHybrid && random() < 0.05;
    // 0.5 % belong to somebody who was deleted, of whom Graph shows nothing.
    const owners = modernHybrid || random() < 0.02 ? [] : [random() < 0.005 ? guidOf(`gone ${nth}`) : owner()];
    devices.push({
      id: guidOf(`device ${nth}`),
      deviceId: guidOf(`deviceId ${nth}`),
      displayName: `PC-${nth}`,
      trustType,
      operatingSystem: system,
      operatingSystemVersion: version,
      accountEnabled: random() > 0.04,
      approximateLastSignInDateTime: waits || random() < 0.01 ? null : ago(Math.floor(random() ** 3 * 900) + 0.5),
      registrationDateTime: waits ? null : ago(900),
      onPremisesSyncEnabled: trustType === 'ServerAd' && modernHybrid ? true : null,
      ...(modernHybrid && { onPremisesLastSyncDateTime: ago(Math.floor(random() * 30) + 0.5) }),
      registeredOwners: owners,
      registeredUsers: owners,
    });
  }
  return { ...small, people, devices };
}

function guidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
