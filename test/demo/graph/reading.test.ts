import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passes } from '../../../src/demo/graph/filter.js';
import { readFilter } from '../../../src/demo/graph/read-filter.js';
import { devicesNamed, eventual, filter, person, simulatedGraph, tenant, type Answer } from './simulated.js';

const { get, post, grantAll } = simulatedGraph();
const ids = (answer: Answer): readonly string[] => answer.json.value.map(({ id }) => id);

describe('people', () => {
  it('come by id and by UPN, in any case', async () => {
    const { id, userPrincipalName } = person('ada');
    for (const key of [id, id.toUpperCase(), userPrincipalName, userPrincipalName.toUpperCase()]) {
      expect((await get(`/users/${key}`)).json.id).toBe(id);
    }
  });

  it('come without the properties that have to be asked for', async () => {
    const plain = (await get(`/users/${person('eva').id}`)).json;
    expect(plain).toMatchObject({ displayName: 'Eva Brandt', jobTitle: null });
    for (const name of ['accountEnabled', 'onPremisesSyncEnabled', 'userType']) expect(plain).not.toHaveProperty(name);
    const asked = (await get(`/users/${person('eva').id}?$select=accountEnabled,onPremisesSyncEnabled,userType`)).json;
    expect(asked).toEqual({
      '@odata.context': expect.any(String),
      accountEnabled: true,
      onPremisesSyncEnabled: null,
      userType: 'Member',
    });
  });

  it('are found by a name that two of them share', async () => {
    expect(ids(await get(`/users?${filter('displayName', 'kim larsen')}`))).toEqual([
      person('kim1').id,
      person('kim2').id,
    ]);
  });

  it('are found by the beginning of a name, and by its words in a search', async () => {
    const begins = encodeURIComponent("startswith(displayName,'Farid') or startsWith(displayName,'eva')");
    expect(ids(await get(`/users?$filter=${begins}`))).toEqual([person('eva').id, person('farid').id]);
    const search = encodeURIComponent('"displayName:had" OR "userPrincipalName:ben."');
    expect(ids(await get(`/users?$search=${search}`, eventual))).toEqual([
      person('ben').id,
      person('farid').id,
      person('omar').id,
    ]);
  });

  it('are found by UPN, with quotes and a # in it', async () => {
    for (const key of ['sven', 'nora']) {
      const { id, userPrincipalName } = person(key);
      expect(ids(await get(`/users?${filter('userPrincipalName', userPrincipalName)}`))).toEqual([id]);
    }
    expect(ids(await get(`/users?${filter('displayName', "Sven O'Brien")}`))).toEqual([person('sven').id]);
    expect(ids(await get(`/users?${filter('displayName', person('rita').displayName)}`))).toEqual([person('rita').id]);
  });
});

describe('membership', () => {
  const groupsOf = async (key: string): Promise<unknown> => {
    const answer = await post(`/users/${person(key).id}/checkMemberGroups`, {
      groupIds: [tenant.helpdeskGroupId, tenant.adminGroupId],
    });
    return answer.json.value;
  };

  it('reaches through a group inside the group', async () => {
    expect(await groupsOf('marek')).toEqual([tenant.helpdeskGroupId]);
  });

  it('lists the people, of nested groups too, without their type', async () => {
    const answer = await get(
      `/groups/${tenant.helpdeskGroupId.toUpperCase()}/transitiveMembers/microsoft.graph.user?$select=displayName,userType&$count=true`,
      eventual,
    );
    expect(answer.json).toMatchObject({ '@odata.count': 3 });
    expect(answer.json.value).toEqual(
      ['ada', 'lena', 'marek'].map((key) => ({ displayName: person(key).displayName, userType: 'Member' })),
    );
  });

  it('is told for each group asked', async () => {
    expect(await groupsOf('ada')).toEqual([tenant.helpdeskGroupId, tenant.adminGroupId]);
    expect(await groupsOf('lena')).toEqual([tenant.helpdeskGroupId]);
    expect(await groupsOf('sven')).toEqual([tenant.adminGroupId]);
    expect(await groupsOf('ben')).toEqual([]);
  });
});

describe('devices', () => {
  it('of a person come as members with their type', async () => {
    const answer = await get(
      `/users/${person('grace').id}/ownedDevices?$select=id,displayName,trustType,operatingSystemVersion`,
    );
    const [own] = devicesNamed('PC-0077').filter((device) => device.registeredOwners.includes(person('grace').id));
    expect(answer.json.value).toEqual([
      {
        '@odata.type': '#microsoft.graph.device',
        id: own?.id,
        displayName: 'PC-0077',
        trustType: 'ServerAd',
        operatingSystemVersion: '6.1.7601.0',
      },
    ]);
  });

  it('of a person come without the type when it is in the path', async () => {
    const answer = await get(
      `/users/${person('grace').id}/ownedDevices/microsoft.graph.device?$select=displayName&$count=true`,
      eventual,
    );
    expect(answer.json).toMatchObject({ '@odata.count': 1, value: [{ displayName: 'PC-0077' }] });
    expect(answer.json.value[0]).not.toHaveProperty('@odata.type');
  });

  it('a person only uses are registered, not owned', async () => {
    const [tablet] = devicesNamed('TABLET-0003');
    expect(ids(await get(`/users/${person('ada').id}/registeredDevices`))).toContain(tablet?.id);
    expect(ids(await get(`/users/${person('ada').id}/ownedDevices`))).not.toContain(tablet?.id);
  });

  it('that are pending have no registration time', async () => {
    const answer = await get(`/devices?${filter('displayName', 'PC-0142')}&$expand=registeredOwners($select=id)`);
    expect(answer.json.value).toMatchObject([
      { trustType: 'ServerAd', registrationDateTime: null, alternativeSecurityIds: [], registeredOwners: [] },
    ]);
  });

  it('come with their owners', async () => {
    const answer = await get(
      `/devices?${filter('displayName', 'PC-0077')}&$select=id&$expand=registeredOwners($select=id,displayName)`,
    );
    expect(answer.json.value.map((device) => device.registeredOwners[0]?.displayName)).toEqual([
      'Grace Adeyemi',
      'Henry Nowak',
    ]);
    const [first] = devicesNamed('PC-0077');
    const owners = await get(`/devices/${first?.id}/registeredOwners?$select=displayName`);
    expect(owners.json.value).toEqual([{ '@odata.type': '#microsoft.graph.user', displayName: 'Grace Adeyemi' }]);
  });

  it('are found by several conditions', async () => {
    const found = encodeURIComponent(
      "startswith(displayName,'PC-0300') and trustType eq 'ServerAd' and accountEnabled eq true",
    );
    expect((await get(`/devices?$filter=${found}`)).json.value).toHaveLength(2);
    const [pc] = devicesNamed('PC-0142');
    expect(ids(await get(`/devices?${filter('deviceId', pc?.deviceId ?? '')}`))).toEqual([pc?.id]);
    const unused = encodeURIComponent('approximateLastSignInDateTime le 2025-01-01T00:00:00Z and isManaged eq null');
    expect((await get(`/devices?$filter=${unused}&$select=displayName`)).json.value).toEqual([
      { displayName: 'PC-0210' },
      { displayName: 'LAPTOP-BEN-OLD' },
    ]);
  });

  it('are sorted when asked, either way', async () => {
    const path = (order: string): string =>
      `/devices?$filter=${encodeURIComponent("startswith(displayName,'PC-01')")}&$orderby=${order}&$count=true&$select=displayName`;
    const up = (await get(path('displayName'), eventual)).json.value.map((device) => device.displayName);
    const down = (await get(path('displayName%20desc'), eventual)).json.value.map((device) => device.displayName);
    expect(up).toEqual([...up].sort());
    expect(down).toEqual([...up].reverse());
    expect(up.length).toBeGreaterThan(3);
  });

  it('are counted', async () => {
    const answer = await get('/devices/$count', eventual);
    expect(answer.text).toBe(String(tenant.devices.length));
  });

  it('are found by any name, however it is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const read = readFilter(`displayName eq '${name.replaceAll("'", "''")}'`, 'device');
        expect(passes(read, { displayName: name })).toBe(true);
        expect(passes(read, { displayName: `${name}x` })).toBe(false);
      }),
    );
  });
});

describe('the tenant', () => {
  it('tells its limit', async () => {
    expect((await get('/policies/deviceRegistrationPolicy')).json).toMatchObject({
      id: 'deviceRegistrationPolicy',
      userDeviceQuota: 20,
      multiFactorAuthConfiguration: 'notRequired',
      azureADRegistration: { allowedToRegister: { '@odata.type': '#microsoft.graph.allDeviceRegistrationMembership' } },
    });
    expect((await get('/policies/deviceRegistrationPolicy?$select=userDeviceQuota')).json).toEqual({
      '@odata.context': expect.any(String),
      userDeviceQuota: 20,
    });
  });

  it('tells how its domains sign in', async () => {
    expect((await get('/domains?$select=id,authenticationType,isDefault')).json.value).toEqual([
      { id: 'contoso.com', authenticationType: 'Managed', isDefault: true },
      { id: 'fabrikam.contoso.com', authenticationType: 'Federated', isDefault: false },
      { id: 'contoso.onmicrosoft.com', authenticationType: 'Managed', isDefault: false },
    ]);
    expect((await get('/domains/Fabrikam.contoso.com')).json).toMatchObject({
      authenticationType: 'Federated',
      isRoot: false,
    });
  });

  it('tells its name and its groups', async () => {
    grantAll();
    expect((await get('/organization?$select=id,displayName')).json.value).toEqual([
      { id: tenant.tenantId, displayName: 'Contoso' },
    ]);
    expect((await get(`/groups/${tenant.helpdeskGroupId}?$select=displayName`)).json.displayName).toBe('IT Helpdesk');
  });
});
