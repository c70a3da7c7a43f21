import { afterEach, describe, expect, it } from 'vitest';
import { devicesNamed, eventual, part, person, refusal, simulatedGraph, tenant } from './simulated.js';

const { get, post, send, batch, graph, grantAll } = simulatedGraph();
const badRequest = { status: 400, code: 'Request_BadRequest' };
const unsupported = { status: 400, code: 'Request_UnsupportedQuery' };

describe('who may ask', () => {
  it('refuses a request without the simulated token', async () => {
    const response = await fetch(`${graph().url}/v1.0/users`);
    const body = (await response.json()) as { error: { code: string } };
    expect([response.status, body.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
  });

  it('refuses another token', async () => {
    expect(refusal(await get('/users', { Authorization: 'Bearer real' }))).toEqual({
      status: 401,
      code: 'InvalidAuthenticationToken',
    });
  });

  it('tells an error in the shape of Graph, with the ids that support asks for', async () => {
    const answer = await get('/devices?$select=nonsense', { 'client-request-id': 'my-own-id' });
    expect(answer.json.error).toEqual({
      code: 'Request_BadRequest',
      message:
        "Parsing OData Select and Expand failed: Could not find a property named 'nonsense' on type 'microsoft.graph.device'.",
      innerError: {
        date: '2026-05-04T09:00:00',
        'request-id': answer.headers.get('request-id'),
        'client-request-id': 'my-own-id',
      },
    });
    expect(answer.headers.get('client-request-id')).toBe('my-own-id');
  });
});

describe('what may be asked', () => {
  it.each([
    '/devices?$select=id,domainName',
    '/devices?$select=hostnames',
    '/devices?$select=',
    '/users?$select=id,trustType',
    `/users/${person('ada').id}?$select=upn`,
    `/users/${person('ada').id}/ownedDevices?$select=userPrincipalName`,
    '/domains?$select=type',
    '/policies/deviceRegistrationPolicy?$select=quota',
    '/organization?$select=people',
    '/devices?$expand=registeredOwners($select=trustType)',
    `/groups/${tenant.helpdeskGroupId}/transitiveMembers/microsoft.graph.user?$count=true&$select=trustType`,
  ])('refuses a property that the type does not have: %s', async (path) => {
    grantAll();
    expect(refusal(await get(path, eventual))).toEqual(badRequest);
  });

  it.each(['0', '-1', '1000', 'many', '1.5', ''])('refuses $top=%s', async (top) => {
    expect(refusal(await get(`/devices?$top=${top}`))).toEqual(badRequest);
  });

  it.each(['1', '999'])('takes $top=%s', async (top) => {
    expect((await get(`/devices?$top=${top}`)).status).toBe(200);
  });

  it.each([
    "displayName eq 'O'Brien'",
    "displayName eq 'open",
    'displayName eq PC-0142',
    "displayName is 'PC-0142'",
    "displayName eq 'PC-0142' and",
    "displayName eq 'PC-0142' displayName eq 'PC-0150'",
    "(displayName eq 'PC-0142'",
    "contains(displayName,'PC')",
    "accountEnabled eq 'true'",
    'accountEnabled ge true',
    'registrationDateTime eq null',
    "registeredOwners/any(o:o/id eq '1')",
    'approximateLastSignInDateTime ge yesterday',
  ])('refuses a filter it cannot answer: %s', async (text) => {
    expect(refusal(await get(`/devices?$filter=${encodeURIComponent(text)}`))).toEqual(badRequest);
  });

  it.each(['$skip=5', '$apply=x', '$format=xml'])('refuses an option Graph does not take here: %s', async (option) => {
    expect(refusal(await get(`/devices?${option}`))).toEqual(badRequest);
  });

  it('refuses an option given twice', async () => {
    expect(refusal(await get('/devices?$top=5&top=6'))).toEqual(badRequest);
  });

  it.each(['$expand=registeredOwners,registeredUsers', '$expand=memberOf'])('refuses %s', async (option) => {
    expect(refusal(await get(`/devices?${option}`))).toEqual(badRequest);
  });
});

describe('advanced queries', () => {
  const needHeader = [
    `/devices?$count=true&$filter=${encodeURIComponent("displayName ne 'PC-0142'")}`,
    `/devices?$count=true&$filter=${encodeURIComponent('not(accountEnabled eq true)')}`,
    `/users?$count=true&$filter=${encodeURIComponent("endsWith(userPrincipalName,'@contoso.com')")}`,
    `/devices?$count=true&$filter=${encodeURIComponent("startswith(displayName,'PC')")}&$orderby=displayName`,
    '/users?$count=true',
    `/users?$search=${encodeURIComponent('"displayName:kim"')}`,
    '/devices/$count',
    `/users/${person('ada').id}/ownedDevices/microsoft.graph.device?$count=true`,
    `/groups/${tenant.helpdeskGroupId}/transitiveMembers/microsoft.graph.user?$count=true`,
    `/users/${person('ada').id}/ownedDevices?$count=true&$filter=${encodeURIComponent("displayName eq 'PC-0044'")}`,
  ];

  it.each(needHeader)('are refused without their header: %s', async (path) => {
    expect(refusal(await get(path))).toEqual(unsupported);
  });

  it.each(needHeader)('are answered with it: %s', async (path) => {
    expect((await get(path, eventual)).status).toBe(200);
  });

  it('are refused without $count=true too', async () => {
    const path = `/devices?$filter=${encodeURIComponent("displayName ne 'PC-0142'")}`;
    expect(refusal(await get(path, eventual))).toEqual(unsupported);
    expect(
      refusal(await get(`/groups/${tenant.helpdeskGroupId}/transitiveMembers/microsoft.graph.user`, eventual)),
    ).toEqual(unsupported);
  });

  it.each(['displayName:kim', '"kim"', '"trustType:ServerAd"'])(
    'refuse a $search that is not "property:value": %s',
    async (text) => {
      expect(refusal(await get(`/users?$search=${encodeURIComponent(text)}`, eventual))).toEqual(badRequest);
    },
  );
});

describe('which object is meant', () => {
  const [pc] = devicesNamed('PC-0142');

  it('does not take a deviceId for an id', async () => {
    expect((await get(`/devices/${pc?.id}`)).status).toBe(200);
    expect(refusal(await get(`/devices/${pc?.deviceId}`))).toEqual({ status: 404, code: 'Request_ResourceNotFound' });
  });

  it('does not take an id for a deviceId', async () => {
    expect((await get(`/devices(deviceId='${pc?.deviceId}')`)).json.id).toBe(pc?.id);
    expect(refusal(await get(`/devices(deviceId='${pc?.id}')`))).toEqual({
      status: 404,
      code: 'Request_ResourceNotFound',
    });
  });

  it('refuses a name where an id belongs', async () => {
    expect(refusal(await get('/devices/PC-0142'))).toEqual(badRequest);
  });

  it.each([
    '/users/nobody@contoso.com',
    '/users/00000000-0000-4000-8000-000000000000/ownedDevices',
    '/domains/example.com',
    '/groups/00000000-0000-4000-8000-000000000000/transitiveMembers/microsoft.graph.user?$count=true',
  ])('knows no %s', async (path) => {
    expect(refusal(await get(path, eventual))).toEqual({ status: 404, code: 'Request_ResourceNotFound' });
  });

  it("loses a guest's #EXT# when it is not encoded", async () => {
    const { userPrincipalName, id } = person('nora');
    expect((await get(`/users/${userPrincipalName}`)).status).toBe(404);
    expect((await get(`/users/${encodeURIComponent(userPrincipalName)}`)).json.id).toBe(id);
  });

  it.each(['/nothing', '/users/x/manager/y', '/devices/$count/more'])('has no path %s', async (path) => {
    expect(refusal(await get(path))).toEqual({ status: 400, code: 'BadRequest' });
  });

  it('has no other version', async () => {
    expect(refusal(await get(`${graph().url}/beta/users`))).toEqual({ status: 400, code: 'BadRequest' });
  });
});

describe('writing', () => {
  const [pc] = devicesNamed('PC-0142');

  it.each(['PATCH', 'DELETE'])('%s of a device needs a permission that is not there', async (method) => {
    expect(refusal(await send(`/devices/${pc?.id}`, { method }))).toEqual({
      status: 403,
      code: 'Authorization_RequestDenied',
    });
  });

  it('changes whether a device is enabled, and nothing else, or deletes it, with the permission', async () => {
    graph().missingPermissions.clear();
    const path = `/devices/${pc?.id}`;
    const patch = (body: object) =>
      send(path, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const before = graph().tenant;
    expect(refusal(await patch({ displayName: 'x' }))).toEqual(badRequest);
    expect(refusal(await patch({ accountEnabled: 'no' }))).toEqual(badRequest);
    expect((await patch({ accountEnabled: false })).status).toBe(204);
    expect((await get(path)).json['accountEnabled']).toBe(false);
    expect((await send(path, { method: 'DELETE' })).status).toBe(204);
    expect((await get(path)).status).toBe(404);
    expect((await send(path, { method: 'DELETE' })).status).toBe(404);
    graph().change(before);
  });

  describe('to a device that is not Windows', () => {
    const words = 'Properties other than ExtendedAttribute1..15 can be modified only on windows devices.';
    const [phone] = devicesNamed('Ben’s iPhone');
    const path = `/devices/${phone?.id}`;
    const json = { 'content-type': 'application/json' };
    const become = (operatingSystem: string | null): void =>
      graph().change({
        devices: graph().tenant.devices.map((device) =>
          device.id === phone?.id ? { ...device, operatingSystem } : device,
        ),
      });
    afterEach(() => graph().change(tenant));

    it.each([
      'iOS',
      'iPadOS',
      'IPhone',
      'Android',
      'AndroidForWork',
      'macOS',
      'MacMDM',
      'Linux',
      'Windows Server',
      'WindowsPhone',
      'Unknown',
      '',
      null,
    ])('%s: switches it neither off nor on, and deletes it', async (system) => {
      grantAll();
      become(system);
      for (const accountEnabled of [false, true]) {
        const answer = await send(path, { method: 'PATCH', headers: json, body: JSON.stringify({ accountEnabled }) });
        expect({ ...refusal(answer), message: answer.json.error.message }).toEqual({ ...badRequest, message: words });
      }
      expect(
        part(
          await batch([{ id: '1', method: 'PATCH', url: path, headers: json, body: { accountEnabled: false } }]),
          '1',
        ),
      ).toMatchObject({ status: 400, body: { error: { message: words } } });
      expect((await get(path)).json['accountEnabled']).toBe(true);
      expect((await send(path, { method: 'DELETE' })).status).toBe(204);
    });

    it.each(['Windows', 'windows', 'WINDOWS'])('%s is Windows', async (system) => {
      grantAll();
      become(system);
      expect((await send(path, { method: 'PATCH', headers: json, body: '{"accountEnabled":false}' })).status).toBe(204);
    });

    it('is told of a missing permission first', async () => {
      expect(refusal(await send(path, { method: 'PATCH', headers: json, body: '{"accountEnabled":false}' }))).toEqual({
        status: 403,
        code: 'Authorization_RequestDenied',
      });
    });
  });

  it('an action cannot be read', async () => {
    expect((await get(`/users/${person('ada').id}/checkMemberGroups`)).status).toBe(405);
    expect((await get('/$batch')).status).toBe(405);
  });
});

describe('checkMemberGroups', () => {
  const path = `/users/${person('ada').id}/checkMemberGroups`;
  const ids = (count: number): string[] =>
    Array.from({ length: count }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`);

  it('takes 20 ids and no more', async () => {
    expect((await post(path, { groupIds: ids(20) })).json.value).toEqual([]);
    expect(refusal(await post(path, { groupIds: ids(21) }))).toEqual(badRequest);
  });

  it.each([[{}], [{ groupIds: [] }], [{ groupIds: 'all' }], [{ groupIds: ['helpdesk'] }]])(
    'refuses %j',
    async (body) => {
      expect(refusal(await post(path, body))).toEqual(badRequest);
    },
  );

  it('wants JSON', async () => {
    expect(
      (await send(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{' })).status,
    ).toBe(400);
    expect((await send(path, { method: 'POST', body: '{"groupIds":[]}' })).status).toBe(400);
  });
});
