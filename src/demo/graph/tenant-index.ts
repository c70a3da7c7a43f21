import type { SampleDevice, SamplePerson, SampleTenant } from '../tenant/model.js';
import { deviceEntity, userEntity } from './entities.js';
import type { Entity } from './show-entity.js';

export type Link = 'registeredOwners' | 'registeredUsers';

/** A tenant's objects as Graph shows them, made once and found by their keys: a tenant may have 100,000 devices. */
export interface TenantIndex {
  readonly devices: readonly Entity[];
  readonly people: readonly Entity[];
  /** Keys in lower case. */
  readonly deviceById: ReadonlyMap<string, SampleDevice>;
  readonly deviceByDeviceId: ReadonlyMap<string, SampleDevice>;
  readonly personById: ReadonlyMap<string, SamplePerson>;
  readonly personByUpn: ReadonlyMap<string, SamplePerson>;
  entityOf(id: string): Entity | undefined;
  /** The devices that are linked to a person, in the tenant's order. */
  linkedDevices(personId: string, link: Link): readonly Entity[];
  /** The people that are linked to a device, in the tenant's order. */
  linkedPeople(device: SampleDevice, link: Link): readonly Entity[];
}

const made = new WeakMap<SampleTenant, TenantIndex>();

/** The index of the tenant as it is: made anew when objects came or went. */
export function indexOf(tenant: SampleTenant): TenantIndex {
  const before = made.get(tenant);
  if (before?.devices.length === tenant.devices.length && before.people.length === tenant.people.length) return before;
  const index = makeIndex(tenant);
  made.set(tenant, index);
  return index;
}

function makeIndex(tenant: SampleTenant): TenantIndex {
  const devices = tenant.devices.map(deviceEntity);
  const people = tenant.people.map((person) => userEntity(person, tenant));
  const entities = new Map([
    ...tenant.devices.map(({ id }, at) => [id, devices[at]] as const),
    ...tenant.people.map(({ id }, at) => [id, people[at]] as const),
  ]);
  const order = new Map(tenant.people.map(({ id }, at) => [id, at]));
  const linked = {
    registeredOwners: devicesByPerson(tenant, 'registeredOwners'),
    registeredUsers: devicesByPerson(tenant, 'registeredUsers'),
  };
  const entitiesOf = (ids: readonly string[]): readonly Entity[] =>
    ids.flatMap((id) => {
      const entity = entities.get(id);
      return entity === undefined ? [] : [entity];
    });
  return {
    devices,
    people,
    deviceById: new Map(tenant.devices.map((device) => [device.id, device])),
    deviceByDeviceId: new Map(tenant.devices.map((device) => [device.deviceId, device])),
    personById: new Map(tenant.people.map((person) => [person.id, person])),
    personByUpn: new Map(tenant.people.map((person) => [person.userPrincipalName.toLowerCase(), person])),
    entityOf: (id) => entities.get(id),
    linkedDevices: (personId, link) => entitiesOf(linked[link].get(personId) ?? []),
    linkedPeople: (device, link) =>
      entitiesOf(
        device[link].filter((id) => order.has(id)).toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
      ),
  };
}

function devicesByPerson(tenant: SampleTenant, link: Link): ReadonlyMap<string, readonly string[]> {
  const byPerson = new Map<string, string[]>();
  for (const device of tenant.devices) {
    for (const personId of new Set(device[link])) {
      const list = byPerson.get(personId);
      if (list) list.push(device.id);
      else byPerson.set(personId, [device.id]);
    }
  }
  return byPerson;
}
