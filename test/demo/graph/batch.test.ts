import { describe, expect, it } from 'vitest';
import { eventual, part, person, refusal, simulatedGraph, tenant, type BatchPart } from './simulated.js';

const { batch, post, send, lastRequest } = simulatedGraph();
const quota = '/policies/deviceRegistrationPolicy?$select=userDeviceQuota';
const parts = (count: number): BatchPart[] =>
  Array.from({ length: count }, (_, index) => ({ id: String(index), url: quota }));

describe('a batch', () => {
  it('answers each request by its id, not in the order asked', async () => {
    const { id } = person('ada');
    const answer = await batch([
      { id: 'who', url: `/users/${id}?$select=displayName` },
      {
        id: 'groups',
        method: 'POST',
        url: `/users/${id}/checkMemberGroups`,
        headers: { 'Content-Type': 'application/json' },
        body: { groupIds: [tenant.adminGroupId] },
      },
      { id: 'limit', url: quota },
    ]);
    expect(answer.json.responses.map(({ id: each }) => each)).toEqual(['limit', 'groups', 'who']);
    expect(part(answer, 'who')).toMatchObject({ status: 200, body: { displayName: 'Ada Lindqvist' } });
    expect(part(answer, 'groups')).toMatchObject({ status: 200, body: { value: [tenant.adminGroupId] } });
    expect(part(answer, 'limit').body['userDeviceQuota']).toBe(20);
  });

  it('is a 200 even when a request in it fails', async () => {
    const answer = await batch([
      { id: '1', url: '/users/nobody@contoso.com' },
      { id: '2', url: '/devices?$top=1000' },
      { id: '3', url: quota },
    ]);
    expect(answer.status).toBe(200);
    expect(['1', '2', '3'].map((id) => part(answer, id).status)).toEqual([404, 400, 200]);
    expect(part(answer, '1').body.error.code).toBe('Request_ResourceNotFound');
  });

  it('takes 20 requests and no more', async () => {
    expect((await batch(parts(20))).json.responses).toHaveLength(20);
    expect(refusal(await batch(parts(21)))).toEqual({ status: 400, code: 'MaximumValueExceeded' });
  });

  it('wants each id once, whatever its case', async () => {
    const twice = await batch([
      { id: 'a', url: quota },
      { id: 'A', url: quota },
    ]);
    expect(refusal(twice)).toEqual({ status: 400, code: 'BadRequest' });
    expect(twice.json.error.message).toBe('Request Id A has to be unique in a batch.');
  });

  it('looks for the header of an advanced query inside', async () => {
    const url = '/users?$count=true&$top=1';
    const outside = await send('/$batch', {
      method: 'POST',
      headers: { ...eventual, 'Content-Type': 'application/json' },
      body: JSON.stringify({ requests: [{ id: '1', method: 'GET', url }] }),
    });
    expect(part(outside, '1').status).toBe(400);
    expect(part(await batch([{ id: '1', url, headers: eventual }]), '1').status).toBe(200);
  });

  it('runs a request after the one it depends on, and not if that failed', async () => {
    const answer = await batch([
      { id: '1', url: '/users/nobody@contoso.com' },
      { id: '2', url: quota, dependsOn: ['1'] },
      { id: '3', url: quota },
      { id: '4', url: quota, dependsOn: ['3'] },
    ]);
    expect(['2', '4'].map((id) => part(answer, id).status)).toEqual([424, 200]);
  });

  it.each([
    [{}],
    [{ requests: [] }],
    [{ requests: [null] }],
    [{ requests: [{ id: 1, method: 'GET', url: quota }] }],
    [{ requests: [{ id: '1', method: 'GET' }] }],
    [
      {
        requests: [
          { id: '1', method: 'POST', url: `/users/${person('ada').id}/checkMemberGroups`, body: { groupIds: [] } },
        ],
      },
    ],
    [{ requests: [{ id: '1', method: 'GET', url: quota, dependsOn: ['2'] }] }],
    [{ requests: [{ id: '1', method: 'GET', url: quota, dependsOn: 'x' }] }],
  ])('that cannot be read is refused as a whole: %j', async (body) => {
    expect(refusal(await post('/$batch', body))).toEqual({ status: 400, code: 'BadRequest' });
  });

  it('takes no absolute address and no batch inside', async () => {
    const answer = await batch([
      { id: '1', url: 'https://graph.microsoft.com/v1.0/users' },
      {
        id: '2',
        method: 'POST',
        url: '/$batch',
        headers: { 'Content-Type': 'application/json' },
        body: { requests: [] },
      },
    ]);
    expect(['1', '2'].map((id) => part(answer, id).status)).toEqual([404, 400]);
  });

  it('is one request in the log, with what was inside and without the token', async () => {
    await batch([
      { id: 'n', url: `/users/${encodeURIComponent(person('nora').userPrincipalName)}?$select=id`, headers: eventual },
    ]);
    const logged = lastRequest();
    expect(logged).toMatchObject({
      method: 'POST',
      path: '/$batch',
      inner: [
        {
          id: 'n',
          method: 'GET',
          path: `/users/${person('nora').userPrincipalName}`,
          headers: { consistencylevel: 'eventual' },
        },
      ],
    });
    expect(JSON.stringify(logged)).not.toContain('Bearer');
  });
});
