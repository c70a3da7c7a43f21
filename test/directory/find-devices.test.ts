import { describe, expect, it } from 'vitest';
import { directoryOf, lastBatch } from './graph-fixture.js';
import { adaId, device, person } from './small-tenant.js';

const id = (number: number) => `ada00000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const bob = person({ key: 'bob', id: id(2), displayName: 'Bob Example', userPrincipalName: 'bob@example.com' });
const people = [person(), bob];

describe('devices by name or id, with the people beside them', () => {
  it('in one request, owners and users apart', async () => {
    const shared = device(1, { displayName: 'LAB', registeredOwners: [adaId], registeredUsers: [bob.id] });
    const { graph, directory } = await directoryOf({
      people,
      devices: [shared, device(2, { displayName: 'LAB', registeredOwners: [], registeredUsers: [] }), device(3)],
    });
    const found = await directory.findDevices('lab');
    expect(graph.requests).toHaveLength(1);
    expect(found).toMatchObject({
      known: true,
      value: {
        more: false,
        devices: [
          {
            device: { id: shared.id, foundBy: 'name' },
            duplicate: true,
            owners: { known: true, value: [{ id: adaId }] },
            users: { known: true, value: [{ id: bob.id }] },
          },
          { owners: { known: true, value: [] }, users: { known: true, value: [] } },
        ],
      },
    });
  });

  it('an id is looked for as an object id and as a DeviceId, each told apart', async () => {
    const devices = [device(1), device(2, { deviceId: device(1).id })];
    const { graph, directory } = await directoryOf({ devices });
    const found = await directory.findDevices(device(1).id);
    expect(found).toMatchObject({
      value: {
        devices: [
          { device: { id: device(1).id, foundBy: 'objectId' } },
          { device: { id: device(2).id, foundBy: 'deviceId' } },
        ],
      },
    });
    expect(lastBatch(graph)).toEqual([`/devices/${device(1).id}`, `/devices/${device(1).id}`, '/devices', '/devices']);
  });

  it.each(['nothing called so', "O'Brien's #1 & more", id(99), '   ', 'x'.repeat(300)])(
    '%j finds nothing, which is an answer',
    async (query) => {
      const { directory } = await directoryOf();
      expect(await directory.findDevices(query)).toMatchObject({ known: true, value: { devices: [], more: false } });
    },
  );

  it('more than a page is said to be more', async () => {
    const { directory } = await directoryOf({
      devices: Array.from({ length: 130 }, (_, index) => device(index + 1, { displayName: 'SAME' })),
    });
    const found = await directory.findDevices('SAME');
    expect(found).toMatchObject({ value: { more: true } });
    expect(found.known && found.value.devices).toHaveLength(100);
  });

  it('one of the two ids without an answer leaves it unknown', async () => {
    const { graph, directory } = await directoryOf();
    graph.faults.set([
      { match: ({ path, query }) => path === '/devices' && query.has('$filter'), kind: 'status', status: 403 },
    ]);
    expect(await directory.findDevices(id(99))).toMatchObject({ known: false, reason: 'forbidden' });
  });

  it('users that are not answered are unknown by themselves', async () => {
    const { graph, directory } = await directoryOf();
    graph.faults.set([
      { match: ({ query }) => (query.get('$expand') ?? '').startsWith('registeredUsers'), kind: 'status', status: 403 },
    ]);
    expect(await directory.findDevices('PC-1')).toMatchObject({
      value: { devices: [{ owners: { known: true }, users: { known: false, reason: 'forbidden' } }] },
    });
  });

  it('names that begin so come once each, sorted', async () => {
    const { directory } = await directoryOf({
      devices: [
        device(1, { displayName: 'PC-2' }),
        device(2, { displayName: 'PC-1' }),
        device(3, { displayName: 'PC-2' }),
        device(4, { displayName: 'OTHER' }),
      ],
    });
    expect(await directory.namesLike('pc')).toMatchObject({ known: true, value: ['PC-1', 'PC-2'] });
  });
});
