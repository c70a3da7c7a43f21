import { describe, expect, it } from 'vitest';
import { routes } from '../../../src/demo/graph/answer-request.js';
import type { Permission } from '../../../src/demo/graph/permissions.js';
import { devicesNamed, eventual, part, person, refusal, simulatedGraph, tenant } from './simulated.js';

const { graph, get, post, send, batch, grantAll } = simulatedGraph();
const { id } = person('grace');
const denied = { status: 403, code: 'Authorization_RequestDenied' };

const needs: readonly (readonly [Permission, string])[] = [
  ['User.Read.All', '/users'],
  ['User.Read.All', `/users/${id}`],
  ['User.Read.All', `/users/${id}/ownedDevices`],
  ['User.Read.All', '/directory/deletedItems/microsoft.graph.user?$count=true'],
  ['Device.Read.All', '/devices'],
  ['Device.Read.All', `/devices/${devicesNamed('PC-0142')[0]?.id}`],
  ['Device.Read.All', `/devices/${devicesNamed('PC-0142')[0]?.id}/registeredOwners`],
  ['Policy.Read.DeviceConfiguration', '/policies/deviceRegistrationPolicy'],
  ['Domain.Read.All', '/domains'],
  ['Domain.Read.All', '/domains/contoso.com'],
  ['GroupMember.Read.All', `/groups/${tenant.helpdeskGroupId}`],
  ['GroupMember.Read.All', `/groups/${tenant.helpdeskGroupId}/transitiveMembers/microsoft.graph.user?$count=true`],
  ['Organization.Read.All', '/organization'],
];

describe('a missing permission', () => {
  it.each(needs)('%s refuses %s', async (permission, path) => {
    grantAll();
    expect((await get(path, eventual)).status).toBe(200);
    graph().missingPermissions.add(permission);
    expect(refusal(await get(path, eventual))).toEqual(denied);
  });

  it('of the tenant is the rule: what the bot never asks for is not granted', async () => {
    expect(refusal(await get('/organization?$select=id'))).toEqual(denied);
    expect(part(await batch([{ id: '1', url: '/organization?$select=id' }]), '1')).toMatchObject({
      status: 403,
      body: { error: { code: denied.code } },
    });
  });

  // A path that is answered to anybody would hide that the bot lacks a permission in a real tenant.
  it.each(routes)('is told by every path that there is: $method $pattern', async ({ method, pattern, needs }) => {
    expect(needs.length).toBeGreaterThan(0);
    const path = pattern.replace('*', tenant.adminGroupId);
    const body = method === 'GET' || method === 'DELETE' ? {} : { body: '{}' };
    for (const permission of needs) {
      grantAll();
      graph().missingPermissions.add(permission);
      expect(
        refusal(await send(path, { method, headers: { ...eventual, 'content-type': 'application/json' }, ...body })),
      ).toEqual(denied);
    }
  });

  it.each(['User.Read.All', 'GroupMember.Read.All'] as const)('%s refuses to check groups', async (permission) => {
    graph().missingPermissions.add(permission);
    expect(refusal(await post(`/users/${id}/checkMemberGroups`, { groupIds: [tenant.adminGroupId] }))).toEqual(denied);
  });

  it.each(['ownedDevices', 'registeredDevices'])('for devices leaves %s with limited information', async (relation) => {
    graph().missingPermissions.add('Device.Read.All');
    const answer = await get(`/users/${id}/${relation}?$select=id,displayName,trustType`);
    const own = tenant.devices.filter((device) => device.registeredOwners.includes(id));
    expect(answer.json.value).toEqual(
      own.map((device) => ({
        '@odata.type': '#microsoft.graph.device',
        id: device.id,
        displayName: null,
        trustType: null,
      })),
    );
  });

  it('for people leaves the owners of a device with limited information', async () => {
    graph().missingPermissions.add('User.Read.All');
    const answer = await get(
      `/devices/${devicesNamed('PC-0077')[0]?.id}?$select=id&$expand=registeredOwners($select=displayName)`,
    );
    expect(answer.json.registeredOwners).toEqual([{ '@odata.type': '#microsoft.graph.user', id, displayName: null }]);
  });

  it('for people leaves those in a group with limited information', async () => {
    graph().missingPermissions.add('User.Read.All');
    const answer = await get(
      `/groups/${tenant.adminGroupId}/transitiveMembers/microsoft.graph.user?$select=id,displayName&$count=true`,
      eventual,
    );
    expect(answer.json.value).toEqual(
      ['ada', 'sven'].map((key) => ({ '@odata.type': '#microsoft.graph.user', id: person(key).id, displayName: null })),
    );
  });
});
